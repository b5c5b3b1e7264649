// Package seeds embeds the source texts of the library, byte for byte, with the
// facts on each that the text itself lacks.
package seeds

import _ "embed"

//go:embed bridgehead-2017.txt
var bridgehead string

// Document is a source text and what is known of it.
type Document struct {
	Text   string // the file as it is; see the README beside it for what is wrong with it
	Title  string // the official title
	Issuer string
	Year   int // of publication
	Month  int
	SHA256 string // of Text, in hexadecimal
}

// Bridgehead returns Shanghai's 2017 plan to serve the Belt and Road Initiative
// as a bridgehead.
func Bridgehead() Document {
	return Document{
		Text:   bridgehead,
		Title:  "上海服务国家“一带一路”建设发挥桥头堡作用行动方案",
		Issuer: "上海市推进“一带一路”建设工作领导小组办公室",
		Year:   2017,
		Month:  10,
		SHA256: "de9973ed9ccb77a889713c905a3f8ee9a6d09e5aa5449226192284757f14c233",
	}
}
