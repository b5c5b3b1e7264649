package convert

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Leftover is a character of a Traditional text that a careful one would not
// have at that place.
type Leftover struct {
	Span offset.Span // of the character in the text
	Text string      // the character: 后
	Want string      // the one that belongs there by OpenCC's standard: 後
}

// Leftovers yields the Simplified characters of a Traditional text, in order: 后
// in 今后, 于 in 對于, 制 in 制造, and also 国, which no Traditional text has. It looks
// at the words around them, so that 皇后, 制度, 云云 and 山谷 are right, and so are forms
// of Taiwan and Hong Kong (台灣), and spellings that are free in Traditional text
// (公布, 周年). Nearly every character of a Simplified text is a leftover; see
// [Detect].
//
// Borders helps to see the words and may be nil: without one, OpenCC's longest
// match takes 了如 in 展示了如何 for a phrase. The text is read line by line while the
// sequence is ranged over, in linear time, and bytes that are not UTF-8 are left
// out. Leftovers is for concurrent use.
func Leftovers(text string, borders Borders) iter.Seq[Leftover] {
	return func(yield func(Leftover) bool) {
		f := newLeftoverFinder(borders)
		start := 0
		for line := range strings.Lines(text) {
			for l := range f.line(line) {
				l.Span = l.Span.Shift(start)
				if !yield(l) {
					return
				}
			}
			start += len(line)
		}
	}
}

// leftoverFinder converts a line to Simplified and back, so that each of its
// characters can be compared with what would be there. All these conversions go
// from one rune to one rune.
type leftoverFinder struct {
	simplify, restore, taiwan, hongKong *Converter
}

func newLeftoverFinder(borders Borders) leftoverFinder {
	converter := func(s Scheme) *Converter {
		c, _ := New(s, &Options{Borders: borders}) // fails for dictionaries only
		return c
	}
	return leftoverFinder{converter(T2S), converter(S2T), converter(T2TW), converter(T2HK)}
}

// line yields the leftovers of one line.
func (f leftoverFinder) line(line string) iter.Seq[Leftover] {
	return func(yield func(Leftover) bool) {
		simple := f.simplify.String(line)
		want := f.restore.String(simple)
		if want == line {
			return
		}
		forms := []string{simple, want, f.taiwan.String(want), f.hongKong.String(want)}
		for i := 0; i < len(line); {
			r, size := utf8.DecodeRuneInString(line[i:])
			var at [4]rune
			for k := range forms {
				form, n := utf8.DecodeRuneInString(forms[k])
				at[k], forms[k] = form, forms[k][n:]
			}
			if r != utf8.RuneError && isLeftover(r, at[0], at[1], at[2], at[3]) &&
				!yield(Leftover{offset.Span{Start: i, End: i + size}, line[i : i+size], string(at[1])}) {
				return
			}
			i += size
		}
	}
}

// isLeftover reports whether r, which is simple in Simplified text, stands where
// Traditional text has want, or the forms of Taiwan and Hong Kong.
func isLeftover(r, simple, want, taiwan, hongKong rune) bool {
	if r != simple || r == want || r == taiwan || r == hongKong {
		return false
	}
	return !strings.Contains(freeSpellings, string([]rune{r, want}))
}

// freeSpellings are pairs of characters of which careful Traditional texts use
// the first where OpenCC writes the second.
const freeSpellings = "布佈 周週 雇僱 家傢 具俱 占佔 注註 升昇 岳嶽 背揹 吊弔 念唸 欲慾"
