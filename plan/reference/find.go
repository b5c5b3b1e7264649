package reference

import (
	"iter"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Find yields the references in text in order. Their spans are byte offsets in
// text and do not overlap. Bytes that are no UTF-8 are passed over. The
// sequence may be ranged over again, and gives the same again.
func Find(text string) iter.Seq[Reference] {
	return func(yield func(Reference) bool) {
		f := finder{text: text}
		for {
			ref, ok := f.next()
			if !ok || !yield(ref) {
				return
			}
		}
	}
}

// finder goes through one text.
type finder struct {
	text    string
	pos     int
	labels  *labels
	name    offset.Span // of the document that references at carryTo belong to
	carryTo int         // the end of what the name reaches; 0 for no name
	closing int         // a 》 that is known to be the next one
}

// next returns the next reference. It looks at the first bytes only of the
// characters that can begin one.
func (f *finder) next() (Reference, bool) {
	text := f.text
	for f.pos < len(text) {
		if !leads[text[f.pos]] || !begins(text[f.pos:]) {
			f.pos++
			continue
		}
		if ref, ok := f.at(f.pos); ok {
			return ref, true
		}
	}
	return Reference{}, false
}

// leads holds the first bytes of what [begins] looks for.
var leads = [256]bool{'(': true, 0xE2: true, 0xE3: true, 0xE4: true, 0xE7: true, 0xE9: true, 0xEF: true}

// begins reports whether s starts with a character that can begin a reference:
// 第 附 任 （ 《 or an enclosed numeral.
func begins(s string) bool {
	if len(s) < 3 {
		return false
	}
	switch s[0] {
	case '(':
		return true
	case 0xE7:
		return s[1] == 0xAC && s[2] == 0xAC
	case 0xE9:
		return s[1] == 0x99 && s[2] == 0x84
	case 0xE4:
		return s[1] == 0xBB && s[2] == 0xBB
	case 0xEF:
		return s[1] == 0xBC && s[2] == 0x88 || s[1] == 0xB9 && s[2] == 0x99
	case 0xE3:
		return s[1] == 0x80 && s[2] == 0x8A || s[1] == 0x88 || s[1] == 0x8A
	case 0xE2:
		return s[1] == 0x91 || s[1] == 0x92 || s[1] == 0x93
	}
	return false
}

// at reads the reference at pos, where there is one, and moves on.
func (f *finder) at(pos int) (Reference, bool) {
	if strings.HasPrefix(f.text[pos:], "《") {
		return f.document(pos)
	}
	if f.isBare(pos) {
		if l, ok := bareAt(f.text, pos); !ok || l.count == 1 && !cued(f.text, pos) {
			f.pos = l.end
			return Reference{}, false
		}
	}
	c, ok := chainAt(f.text, pos)
	f.pos = max(c.end, pos+1)
	if !ok || !f.counts(pos, &c) {
		return Reference{}, false
	}
	return f.reference(pos, &c), true
}

// chain is a run of levels that touch.
type chain struct {
	level         // the deepest
	path  []Level // from the outermost to the deepest one's first number
}

// maxDepth bounds the levels of one reference. Laws have six at most: 编, 章, 节, 条,
// 款, 项.
const maxDepth = 8

// chainAt reads the levels that touch at text[pos:].
func chainAt(text string, pos int) (chain, bool) {
	l, ok := levelAt(text, pos, true)
	c := chain{level: l}
	if !ok {
		return c, false
	}
	used := uint32(1) << l.unit // no level holds its like: 第三条第五条 are two references
	for depth := 1; depth < maxDepth; depth++ {
		below, ok := belowAt(text, c.end)
		if !ok || used>>below.unit&1 == 1 {
			break
		}
		used |= 1 << below.unit
		if c.path == nil {
			c.path = append(make([]Level, 0, 4), c.step())
		}
		c.level = below
		c.path = append(c.path, c.step())
	}
	return c, true
}

func (l *level) step() Level { return Level{unitKinds[l.unit], l.first} }

// belowAt reads a level that touches the one that ends at pos. A bracket must
// follow without a line break: at the start of a line it is a label.
func belowAt(text string, pos int) (level, bool) {
	p := gap(text, pos)
	r, _ := runeAt(text, p)
	if r != '第' && (r != '(' || p != pos) {
		return level{}, false
	}
	return levelAt(text, p, false)
}

// counts reports whether the chain at pos is a reference, and not a label, a
// ranking or a count.
func (f *finder) counts(pos int, c *chain) bool {
	switch {
	case len(c.path) > 0, f.carryTo == pos && pos > 0, f.isBare(pos): // 第三部分第二项, 《…》第三条, 见（二）
		return true
	case c.count == 1 && f.isLabel(pos, c):
		return false
	}
	return !ranked(f.text, pos) && !counts(f.text, c.end, c.unit)
}

// isBare reports whether a bracket or an enclosed numeral stands at pos.
func (f *finder) isBare(pos int) bool {
	r, _ := runeAt(f.text, pos)
	return r == '(' || isEnclosed(f.text[pos:])
}

// cued reports whether a word that calls for a reference stands before pos: 见（二）,
// 按照（三）. Any other bracket with one number is a label or an aside.
func cued(text string, pos int) bool {
	for range maxGap {
		r, p := runeBefore(text, pos)
		switch r {
		case ' ', '\u3000', '\n', '\r':
			pos = p
		default:
			return r != 0 && strings.ContainsRune("见按照依述据", r)
		}
	}
	return false
}

// reference makes the result of a chain, with the name that reaches it.
func (f *finder) reference(pos int, c *chain) Reference {
	c.open()
	ref := Reference{
		Span:    offset.Span{Start: pos, End: c.end},
		Text:    f.text[pos:c.end],
		Kind:    unitKinds[c.unit],
		Numbers: c.numbers,
		Elided:  c.elided,
		Path:    c.path,
	}
	if f.carryTo > 0 && (f.carryTo == pos || connects(f.text[f.carryTo:pos])) {
		ref.Document, ref.DocumentSpan = f.name.Of(f.text), f.name
		f.carryTo = c.end
	} else {
		f.carryTo = 0
	}
	return ref
}

// connects reports whether s joins two references to one document: 、 and the
// words for "and" and "or", with an article's 规定 before them at most.
func connects(s string) bool {
	const longest = 32 // bytes: 的规定 and a word, with a line break
	if len(s) > longest {
		return false
	}
	s = strings.TrimFunc(s, func(r rune) bool { return blankLen(string(r)) > 0 })
	for _, provision := range [...]string{"的", "之", "规定", "規定"} {
		s = strings.TrimPrefix(s, provision)
	}
	switch s {
	case "、", "和", "及", "与", "與", "或", "以及", "或者", "、和", "、及":
		return true
	}
	return false
}
