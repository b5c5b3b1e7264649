package contextual

import (
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

// margin is by how much a way through the lattice must be cheaper than another
// to overrule OpenCC's: 32/12, a factor of 14 in probability. Below it the counts,
// which are those of newspapers and novels, are no better guide than the longest
// phrase.
const margin = 32

// Borders finds word borders that phrases must not cross. It is immutable and
// safe for concurrent use.
type Borders struct {
	lattices sync.Pool // of *lattice
}

// New returns the Borders for convert's Options. It decodes nothing and is
// cheap, and a program needs only one.
func New() *Borders {
	return &Borders{lattices: sync.Pool{New: func() any { return new(lattice) }}}
}

// Cut appends to dst the borders in text that phrases must not cross, in order.
// Outside of sequences of ideographs there are none. It takes time linear in
// text, and looks no further than 20 ideographs around a border.
func (b *Borders) Cut(dst []int, text string) []int {
	old := len(dst)
	prev, last, lastAt := rune(0), rune(0), 0 // 0 for what is no ideograph
	for i := 0; i < len(text); {
		r, size := decode(text, i)
		if isHan(r) {
			if last != 0 && mayBegin(last, r, 0) && begins(last, r, text[i+size:]) {
				dst = b.phrases(dst, text, lastAt, prev)
			}
			prev, last, lastAt = last, r, i
		} else {
			prev, last = 0, 0
		}
		i += size
	}
	if found := dst[old:]; len(found) > 1 {
		slices.Sort(found)
		dst = dst[:old+len(slices.Compact(found))]
	}
	return dst
}

// decode returns the folded rune at i and its size. For what is no ideograph of
// the index it returns some rune that is none.
func decode(text string, i int) (rune, int) {
	c := text[i]
	if c < utf8.RuneSelf {
		return 0, 1
	}
	if i+2 < len(text) && c&0xF0 == 0xE0 && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
		// An overlong form or a surrogate, which is not UTF-8, is below firstHan or
		// beyond lastHan, and folds to itself.
		return convert.FoldRune(rune(c&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)), 3
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return convert.FoldRune(r), size
}

// begins reports whether a special phrase may begin with a and b, where rest
// comes behind.
func begins(a, b rune, rest string) bool {
	if mayBegin(a, b, 1) {
		return true
	}
	if rest == "" {
		return false
	}
	c, _ := decode(rest, 0)
	return mayBegin(a, b, c)
}

// phrases appends the borders that the special phrases need which start at
// byte i, behind the rune prev.
func (b *Borders) phrases(dst []int, text string, i int, prev rune) []int {
	length := longestDoubtful(text[i:], prev)
	if length == 0 {
		return dst
	}
	var w window
	w.open(text, i, length+contextAfter)
	if !w.doubtful(length) {
		return dst
	}
	l := b.lattices.Get().(*lattice)
	l.build(w.runes[:w.size])
	for _, e := range l.edges {
		if e.start == w.center && e.end > e.start+1 && e.node.special() {
			dst = l.decide(dst, e, &w)
		}
	}
	b.lattices.Put(l)
	return dst
}

// longestDoubtful returns the length in runes of the longest special phrase at
// the start of text. It returns 0 where there is none, and where no word can
// overlap one; prev is the rune before text.
func longestDoubtful(text string, prev rune) int {
	r, i := decode(text, 0)
	doubtful := prev != 0 && mayJoin(prev, r)
	longest := 0
	for n, length := first(r), 1; n != 0; length++ {
		next, size := rune(0), 0
		if i < len(text) {
			next, size = decode(text, i)
		}
		if n.special() {
			longest = length
			doubtful = doubtful || isHan(next) && mayJoin(r, next)
		}
		if !isHan(next) {
			break
		}
		n, r = n.child(next), next
		i += size
	}
	if !doubtful {
		return 0
	}
	return longest
}

// decide appends the borders that one special phrase of the lattice needs.
func (l *lattice) decide(dst []int, phrase edge, w *window) []int {
	overlapped := false
	for _, e := range l.edges {
		if e.start <= phrase.start && phrase.end <= e.end && e.end-e.start > phrase.end-phrase.start && e.node.protects() {
			return dst // the longer phrase decides
		}
		overlapped = overlapped || e.start < phrase.start && e.overlaps(phrase)
	}
	if l.aligned(phrase) > l.least()+margin {
		return l.split(dst, phrase, w)
	}
	if overlapped && l.joined(phrase.start) > l.least()+margin {
		dst = append(dst, w.at[phrase.start])
	}
	return dst
}

// split appends the borders of the words that overlap the phrase on the
// cheapest way.
func (l *lattice) split(dst []int, phrase edge, w *window) []int {
	for _, e := range l.path {
		if !e.overlaps(phrase) {
			continue
		}
		border := e.start
		if e.start < phrase.start {
			border = e.end
		}
		if l.joined(border) > l.least()+margin {
			dst = append(dst, w.at[border])
		}
	}
	return dst
}
