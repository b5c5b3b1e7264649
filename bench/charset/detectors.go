package main

import (
	gogs "github.com/gogs/chardet"
	wlynxg "github.com/wlynxg/chardet"
	html "golang.org/x/net/html/charset"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// detector names the charset of undeclared bytes.
type detector struct {
	name   string
	detect func([]byte) string
}

var detectors = []detector{
	{"convert/charset", func(data []byte) string {
		r, err := charset.Decode(data, nil)
		if err != nil {
			return err.Error()
		}
		return r.Charset.String()
	}},
	{"x/net/html/charset", func(data []byte) string {
		_, name, _ := html.DetermineEncoding(data, "")
		return name
	}},
	{"gogs/chardet", func(data []byte) string {
		r, err := gogs.NewTextDetector().DetectBest(data)
		if err != nil {
			return err.Error()
		}
		return r.Charset
	}},
	{"wlynxg/chardet", func(data []byte) string { return wlynxg.Detect(data).Encoding }},
}
