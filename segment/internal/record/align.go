package record

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// source is the file that spans count in.
type source struct {
	data    string
	decoded *charset.Result // made when it is first asked for
}

// text returns the text of the file, and the map from the file to it.
func (s *source) text() (string, *offset.Map) {
	if s.decoded == nil {
		var err error
		if s.decoded, err = charset.Decode([]byte(s.data), nil); err != nil {
			s.decoded = &charset.Result{Text: s.data}
		}
	}
	return s.decoded.Text, s.decoded.Map
}

// align appends to dst where each character of text stands in the part of the
// source at span, as two numbers: how far it begins from the beginning of the
// one before, and its length. It reports false where hardly any is found.
//
// What the source has more than the text (line breaks, page numbers, markup) is
// passed over. A character that the source lacks, as where damage was repaired,
// has the place between those that it has.
func (s *source) align(dst []byte, text string, span offset.Span) ([]byte, bool) {
	file, m := s.text()
	within := m.ToAfter(span)
	if within.End > len(file) {
		return dst, false
	}
	a := aligner{dst: dst, text: text, source: within.Of(file), place: func(part offset.Span) offset.Span {
		return m.ToBefore(part.Shift(within.Start)).Shift(-span.Start)
	}}
	a.run()
	return a.dst, a.found*2 >= utf8.RuneCountInString(text)
}

// aligner goes through a text and its source side by side.
type aligner struct {
	dst          []byte
	text, source string
	place        func(offset.Span) offset.Span
	at           int // how far the source is read
	last         int // where the last character that was found begins
	from         int // where the last character began in the file
	missing      int // characters before this one that were not found
	found        int
}

func (a *aligner) run() {
	for i, r := range a.text {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(a.text[i:])
		}
		start := a.find(i, size)
		if start < 0 {
			a.missing++
			continue
		}
		a.fill(start)
		a.put(offset.Span{Start: start, End: start + size})
		a.last, a.at = start, start+size
		a.found++
	}
	a.fill(len(a.source))
}

// fill gives the characters that were not found the place up to end, or where
// that is empty, the character beside it.
func (a *aligner) fill(end int) {
	start := a.at
	if start == end {
		start = a.last
	}
	if start == end {
		_, size := utf8.DecodeRuneInString(a.source[end:])
		end += size
	}
	for ; a.missing > 0; a.missing-- {
		a.put(offset.Span{Start: start, End: end})
	}
}

func (a *aligner) put(part offset.Span) {
	p := a.place(part)
	a.dst = binary.AppendVarint(a.dst, int64(p.Start-a.from))
	a.dst = binary.AppendUvarint(a.dst, uint64(p.Len()))
	a.from = p.Start
}

// reach is how many bytes of the source may stand between two characters of
// the text, and proof how many characters must then follow as they should.
const (
	reach = 1024
	proof = 3
)

// find returns where in the source the character at i of the text stands, or
// -1.
func (a *aligner) find(i, size int) int {
	rest, want := a.source[a.at:], a.text[i:i+size]
	if strings.HasPrefix(rest, want) {
		return a.at
	}
	if next := gap(rest[:min(len(rest), reach)]); strings.HasPrefix(rest[next:], want) {
		return a.at + next
	}
	k := strings.Index(rest[:min(len(rest), reach)], prefix(a.text[i:], proof))
	if k < 0 {
		return -1
	}
	return a.at + k
}

// gap returns how many bytes of blanks and tags s begins with. It is given no
// more than what may be passed over, so that aligning stays linear.
func gap(s string) int {
	rest := strings.TrimLeftFunc(s, unicode.IsSpace)
	for strings.HasPrefix(rest, "<") {
		end := strings.IndexByte(rest, '>')
		if end < 0 {
			break
		}
		rest = strings.TrimLeftFunc(rest[end+1:], unicode.IsSpace)
	}
	return len(s) - len(rest)
}

// prefix returns the first n characters of text.
func prefix(text string, n int) string {
	for i := range text {
		if n == 0 {
			return text[:i]
		}
		n--
	}
	return text
}

// place finds the place of a part of text by its alignment.
func place(aligned []byte, text string, part offset.Span) offset.Span {
	found := offset.Span{Start: -1}
	from := 0
	for i := range text {
		step, n := binary.Varint(aligned)
		length, k := binary.Uvarint(aligned[max(n, 0):])
		if n <= 0 || k <= 0 || i >= part.End {
			break
		}
		aligned = aligned[n+k:]
		from += int(step)
		if i < part.Start {
			continue
		}
		if found.Start < 0 {
			found = offset.Span{Start: from, End: from}
		}
		found.Start, found.End = min(found.Start, from), max(found.End, from+int(length))
	}
	found.Start = max(found.Start, 0)
	return found
}
