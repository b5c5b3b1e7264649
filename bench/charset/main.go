// Command charset measures how often charset detectors are right on the sample
// texts of package charset, cut to several lengths and encoded in several ways,
// and how fast they are.
//
// Usage:
//
//	go run . [-texts DIR]
//
// Run it in this folder.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func main() {
	log.SetFlags(0)
	dir := flag.String("texts", "../../convert/charset/testdata/texts", "folder of texts in UTF-8, hans-*.txt and hant-*.txt")
	flag.Parse()
	texts, err := read(*dir)
	if err != nil {
		log.Fatal(err)
	}
	out := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(out, "detector\tencoding\t40\t200\t2000")
	for _, d := range detectors {
		for _, e := range encodings {
			fmt.Fprintf(out, "%s\t%s", d.name, e.name)
			for _, length := range []int{40, 200, 2000} {
				fmt.Fprintf(out, "\t%s", share(texts, d, e, length))
			}
			fmt.Fprintln(out)
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	speeds(texts)
}

// sample is a text with its script.
type sample struct {
	text []rune
	hant bool
}

func read(dir string) ([]sample, error) {
	files, err := filepath.Glob(filepath.Join(dir, "han*.txt"))
	if err != nil {
		return nil, err
	}
	var list []sample
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		list = append(list, sample{[]rune(string(data)), strings.HasPrefix(filepath.Base(name), "hant")})
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("no texts in %s", dir)
	}
	return list, nil
}

// coded is an encoding with the names that detectors give it.
type coded struct {
	name  string
	of    encoding.Encoding // nil for UTF-8
	names []string
	hant  bool // for Traditional texts only
}

var encodings = []coded{
	{"UTF-8", nil, []string{"utf-8", "ascii"}, false},
	{"GB18030", simplifiedchinese.GB18030, []string{"gb18030", "gbk", "gb-18030", "gb2312"}, false},
	{"Big5", traditionalchinese.Big5, []string{"big5", "big5-hkscs", "cp950"}, true},
	{"UTF-16LE", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), []string{"utf-16le", "utf-16"}, false},
	{"UTF-16BE", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), []string{"utf-16be", "utf-16"}, false},
}

// cuts is how many pieces are cut from each text for each length.
const cuts = 20

// share tells how often a detector is right on pieces of a length, as a
// percentage; a dash where no text is long enough.
func share(texts []sample, d detector, e coded, length int) string {
	rng := rand.New(rand.NewPCG(1, uint64(length)))
	right, all := 0, 0
	for _, s := range joined(texts, e.hant, length) {
		for range cuts {
			from := rng.IntN(len(s) - length + 1)
			data := []byte(string(s[from : from+length]))
			if e.of != nil {
				var err error
				if data, err = e.of.NewEncoder().Bytes(data); err != nil {
					continue
				}
			}
			all++
			got := strings.ToLower(d.detect(data))
			if slices.Contains(e.names, got) {
				right++
			}
		}
	}
	if all == 0 {
		return "-"
	}
	return fmt.Sprintf("%.1f %%", 100*float64(right)/float64(all))
}

// joined returns the texts of a script, two or more in one where a piece is
// longer than one.
func joined(texts []sample, hant bool, length int) [][]rune {
	var list [][]rune
	var open []rune
	for _, s := range texts {
		if hant && !s.hant {
			continue
		}
		if open = append(open, s.text...); len(open) >= length {
			list = append(list, open)
			open = nil
		}
	}
	return list
}

// speeds prints how fast the detectors are on all texts in GB18030.
func speeds(texts []sample) {
	var all []rune
	for _, s := range texts {
		all = append(all, s.text...)
	}
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(string(all)))
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range detectors {
		start, n := time.Now(), 0
		for time.Since(start) < time.Second {
			d.detect(data)
			n++
		}
		fmt.Printf("%s: %.0f MB/s\n", d.name, float64(n*len(data))/time.Since(start).Seconds()/1e6)
	}
}
