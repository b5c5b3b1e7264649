// Package grams cuts text into the units that an index counts: single Chinese
// characters and whole runs of letters and digits, folded, with their places.
package grams

import (
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// Unit is a Chinese character or a run of letters and digits.
type Unit struct {
	Span       offset.Span // in bytes of the text
	start, end int         // in bytes of the folded text
	Single     bool        // one character of a script that is written without blanks
	Joined     bool        // nothing that parts words stands before it
}

// Text is a text cut into units. It can be used again for another text and then
// takes no new memory. It is not for concurrent use.
type Text struct {
	Units  []Unit
	folded []byte
}

// Cut cuts text, in linear time. Quotation marks, brackets, dashes and blanks do
// not part units, as names and phrases go across them: “一带一路”建设, 国家(地区).
// All other signs do. Bytes that are no UTF-8 part them too.
func (t *Text) Cut(text string) {
	t.Units, t.folded = t.Units[:0], t.folded[:0]
	joined := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		f := convert.FoldRune(r)
		switch class(f) {
		case single:
			start := len(t.folded)
			t.folded = utf8.AppendRune(t.folded, f)
			t.add(Unit{Span: offset.Span{Start: i, End: i + size}, start: start, Single: true, Joined: joined})
			joined = true
		case letter:
			size = t.run(text, i, joined)
			joined = true
		case parting:
			joined = false
		case open:
		}
		i += size
	}
}

func (t *Text) add(u Unit) {
	u.end = len(t.folded)
	t.Units = append(t.Units, u)
}

// run adds the run of letters and digits at i and returns its length. A point
// between digits belongs to the number, a comma there is dropped.
func (t *Text) run(text string, i int, joined bool) int {
	if n := len(t.Units); n > 0 && !t.Units[n-1].Single {
		t.folded = append(t.folded, ' ')
	}
	start, end, digit := len(t.folded), i, false
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		f := convert.FoldRune(r)
		if class(f) == letter || end > i && unicode.IsMark(f) {
			t.folded = utf8.AppendRune(t.folded, f)
			end += size
			digit = unicode.IsDigit(f)
			continue
		}
		if !digit || f != '.' && f != ',' || !digitAt(text[end+size:]) {
			break
		}
		if f == '.' {
			t.folded = append(t.folded, '.')
		}
		end += size
	}
	t.add(Unit{Span: offset.Span{Start: i, End: end}, start: start, Joined: joined})
	return end - i
}

func digitAt(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(convert.FoldRune(r))
}

// Unit returns unit i, folded. It is valid until the next Cut.
func (t *Text) Unit(i int) []byte { return t.Range(i, i+1) }

// Pair returns units i and i+1, folded; it is empty where something parts them.
func (t *Text) Pair(i int) []byte {
	if i+1 >= len(t.Units) || !t.Units[i+1].Joined {
		return nil
	}
	return t.Range(i, i+2)
}

// Range returns the units from i to before k, folded, with one blank between
// runs of letters.
func (t *Text) Range(i, k int) []byte {
	if i >= k {
		return nil
	}
	return t.folded[t.Units[i].start:t.Units[k-1].end]
}

// Folded returns all units, as Range does.
func (t *Text) Folded() []byte { return t.Range(0, len(t.Units)) }

// Find returns the first unit at or after from where the units of phrase begin,
// parted from each other only where those of phrase are, or -1.
func (t *Text) Find(phrase *Text, from int) int {
	n := len(phrase.Units)
	for i := from; n > 0 && i+n <= len(t.Units); i++ {
		if t.at(phrase, i) {
			return i
		}
	}
	return -1
}

func (t *Text) at(phrase *Text, i int) bool {
	for k := range phrase.Units {
		if k > 0 && phrase.Units[k].Joined && !t.Units[i+k].Joined || string(t.Unit(i+k)) != string(phrase.Unit(k)) {
			return false
		}
	}
	return true
}

// Span returns the place of the units from i to before k in the text.
func (t *Text) Span(i, k int) offset.Span {
	return offset.Span{Start: t.Units[i].Span.Start, End: t.Units[k-1].Span.End}
}

// The classes of characters.
type kind uint8

const (
	parting kind = iota // signs that part
	open                // signs and blanks that do not
	letter
	single
)

func class(r rune) kind {
	switch {
	case r >= 0x4e00 && r <= 0x9fff:
		return single
	case r < 0x80:
		return ascii(r)
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return single
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return letter
	case unicode.In(r, unicode.Ps, unicode.Pe, unicode.Pi, unicode.Pf, unicode.Pd, unicode.Z, unicode.M, unicode.Cf), r == '·', r == '・', r == '＂':
		return open
	default:
		return parting
	}
}

func ascii(r rune) kind {
	switch {
	case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z':
		return letter
	case r <= ' ', r == '"', r == '\'', r == '(', r == ')', r == '[', r == ']', r == '-', r == '_':
		return open
	default:
		return parting
	}
}
