package reference

import (
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// maxName is the longest name of a document, in bytes: 200 characters. A 《 that
// nothing closes sooner is a slip.
const maxName = 600

// document reads the name in 《》 at pos. Where a reference to a part of that
// document touches it, the name is left for that reference; otherwise it is a
// reference itself.
func (f *finder) document(pos int) (Reference, bool) {
	name, end, ok := f.nameAt(pos)
	if !ok {
		f.pos = pos + len("《")
		return Reference{}, false
	}
	f.pos, f.name, f.carryTo = end, name, 0
	if start := afterName(f.text, end); partAt(f.text, start) {
		f.pos, f.carryTo = start, start
		return Reference{}, false
	}
	return Reference{
		Span:         offset.Span{Start: pos, End: end},
		Text:         f.text[pos:end],
		Kind:         Document,
		Document:     name.Of(f.text),
		DocumentSpan: name,
	}, true
}

// nameAt returns the span of the name inside the 《 at pos, and the offset
// behind its 》. Names may hold names.
func (f *finder) nameAt(pos int) (offset.Span, int, bool) {
	if !f.closes(pos) {
		return offset.Span{}, 0, false
	}
	text := f.text
	start, depth := pos+len("《"), 1
	for p := start; p < min(len(text), start+maxName); p++ {
		switch {
		case strings.HasPrefix(text[p:], "《"):
			depth++
		case strings.HasPrefix(text[p:], "》"):
			depth--
		}
		if depth == 0 {
			name := offset.Span{Start: start, End: p}
			return name, p + len("》"), strings.TrimSpace(name.Of(text)) != ""
		}
	}
	return offset.Span{}, 0, false
}

// closes reports whether a 》 follows pos near enough. It looks for each one
// only once.
func (f *finder) closes(pos int) bool {
	if f.closing < pos {
		f.closing = len(f.text) + maxName + 1
		if i := strings.Index(f.text[pos:], "》"); i >= 0 {
			f.closing = pos + i
		}
	}
	return f.closing-pos <= maxName
}

// afterName returns the offset behind what may stand between a document's name
// and its part: a bracket with its number or short name, and 的 or 中, as in
// 《…意见》（国发〔2021〕18号）的第三条.
func afterName(text string, pos int) int {
	p := gap(text, pos)
	if r, after := runeAt(text, p); r == '(' {
		if end, ok := closeBracket(text, after); ok {
			p = gap(text, end)
		}
	}
	for _, word := range [...]string{"中", "的", "之"} {
		if end, ok := match(text, p, word); ok {
			p = gap(text, end)
		}
	}
	return p
}

// closeBracket returns the offset behind the bracket that ends what starts at
// pos. It holds no sentence.
func closeBracket(text string, pos int) (int, bool) {
	const longest = 120 // bytes: longer ones are asides, not numbers or short names
	for p := pos; p < len(text) && p-pos < longest; {
		r, end := runeAt(text, p)
		switch r {
		case ')':
			return end, true
		case '(', '。', '；':
			return pos, false
		}
		p = end
	}
	return pos, false
}

// partAt reports whether a reference to a document's part begins at pos.
func partAt(text string, pos int) bool {
	r, _ := runeAt(text, pos)
	if r != '第' && r != '附' {
		return false
	}
	_, ok := chainAt(text, pos)
	return ok
}
