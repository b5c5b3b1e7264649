package plan_test

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert"
)

// layout sets the paragraphs as lines.
func (d *draft) layout() string {
	var b strings.Builder
	lines, page := 0, 0
	perPage := 22 + d.r.IntN(12)
	for i, p := range d.paras {
		if i > 0 && d.blank {
			b.WriteString(d.newline)
		}
		for _, l := range d.lines(p) {
			b.WriteString(l)
			b.WriteString(d.newline)
			if lines++; d.pages > 0 && lines%perPage == 0 {
				page++
				b.WriteString(d.pageEnd(page))
			}
		}
	}
	return b.String()
}

// pageEnd returns what stands between two pages.
func (d *draft) pageEnd(n int) string {
	nl := d.newline
	switch d.pages {
	case 1:
		return "\f"
	case 2:
		return fmt.Sprint("— ", n, " —", nl)
	case 3:
		return fmt.Sprint(nl, "- ", n, " -", nl, "\f")
	case 4:
		return fmt.Sprint(nl, "# Page ", n+1, ":", nl)
	}
	return fmt.Sprint(n, nl, "\f")
}

// lines returns the lines of one paragraph.
func (d *draft) lines(p paragraph) []string {
	text := d.dress(p)
	switch {
	case d.markdown == 1 && p.level > 0:
		return []string{strings.Repeat("#", p.level) + " " + text}
	case d.markdown == 2 && p.level > 0:
		return []string{d.indent + "**" + text + "**"}
	}
	indent := d.indent
	if p.front && !strings.HasPrefix(p.text, "《") {
		indent = ""
	}
	if d.width == 0 {
		return []string{indent + text}
	}
	return d.wrap(indent, text)
}

// dress changes script and width of a paragraph.
func (d *draft) dress(p paragraph) string {
	text := p.text
	if d.spaced {
		text = spaceNumbers(text)
	}
	if d.half {
		text = strings.NewReplacer("（", "(", "）", ")", "：", ":", "；", ";").Replace(text)
	}
	if d.wide {
		text = strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return r - '0' + '０'
			}
			return r
		}, text)
	}
	if d.script != convert.Invalid {
		text = converters[d.script].String(text)
	}
	return text
}

// converters hold one converter a scheme that the test uses.
var converters = map[convert.Scheme]*convert.Converter{
	convert.S2T:  must(convert.New(convert.S2T, nil)),
	convert.S2TW: must(convert.New(convert.S2TW, nil)),
	convert.S2HK: must(convert.New(convert.S2HK, nil)),
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// spaceNumbers puts a blank between a digit and the character behind it.
func spaceNumbers(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if unicode.IsDigit(last) && unicode.Is(unicode.Han, r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// wrap breaks text into lines of the style's width; where it is chopped, also
// behind some marks, as a converter of PDF does. Marks that close stay on
// their line.
func (d *draft) wrap(indent, text string) []string {
	var out []string
	var line strings.Builder
	used := 2 * len([]rune(indent))
	line.WriteString(indent)
	runes := []rune(text)
	for i, r := range runes {
		line.WriteRune(r)
		used += columns(r)
		full := used >= 2*d.width
		chop := d.chopped && strings.ContainsRune("，。：；、", r) && d.maybe(6)
		if i+1 < len(runes) && (full || chop) && !strings.ContainsRune("，。：；、）)〕】》”", runes[i+1]) {
			out = append(out, line.String())
			d.breaks++
			if used >= evidentColumns && !strings.ContainsRune("；;：:)）〕】]。", r) || strings.ContainsRune("，、", r) {
				d.evident++
			}
			line.Reset()
			used = 0
		}
	}
	return append(out, line.String())
}

// evidentColumns is the width of a line that shows alone that a text is wrapped.
const evidentColumns = 56

// columns returns how many half characters wide r is.
func columns(r rune) int {
	if r < 0x80 {
		return 1
	}
	return 2
}
