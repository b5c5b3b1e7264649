package segment

import (
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/segment/internal/lexicon"
)

// Costs are in 1/2048 bit. A word of the list costs log2(all/its frequency), as
// in gse; what no list has costs more than any word.
const (
	costUnit    = 2048
	costUnknown = 32 * costUnit
	costRule    = 20 * costUnit // what a rule makes: a number, a run of letters
	costNumeral = 17 * costUnit // a number in Chinese: less than two of its characters
)

// maxBlock is the number of runes after which a sentence is cut although it
// does not end, so that scratch stays small on any input. What is found in the
// last overlap runes is thrown away, and cutting goes on before it.
const (
	maxBlock = 1 << 10
	overlap  = 1 << 6
)

// lattice is scratch for one block of text: one column per rune, and the
// cheapest way to each of the places between them. Place i is before column i.
type lattice struct {
	runes   []rune
	letters []uint16
	kinds   []kind
	at      []int // byte offset of each place, from the block's start
	best    []step
	words   []piece
	runEnd  int  // the place where the last run of numerals that was looked at ends
	ruleEnd int  // the place where the last word of letters or digits ends
	cutOff  bool // the block ends although the sentence goes on
	whole   bool // no word may be the whole block
}

// step is how a place is best reached.
type step struct {
	cost  uint32
	from  int32
	class lexicon.Class
}

// piece is a word of a block, from one place to another.
type piece struct {
	from, to int32
	class    lexicon.Class
}

// fill reads the block that begins at text[0]: up to the sentence's end, or
// about maxBlock runes. Marks go with the rune before them.
func (l *lattice) fill(text string, d *dictionary) {
	l.runes, l.letters, l.kinds, l.at = l.runes[:0], l.letters[:0], l.kinds[:0], l.at[:0]
	l.runEnd, l.ruleEnd, l.cutOff, l.whole = 0, 0, false, false
	joined := false // the rune before is a joiner
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		k := kindOf(r)
		if r == utf8.RuneError && size == 1 {
			k = kindBad
		}
		if len(l.kinds) > 0 && (k == kindMark || joined && k == kindSign) {
			joined = r == zeroWidthJoiner
			i += size
			continue
		}
		if l.full(r, k) {
			l.at = append(l.at, i)
			return
		}
		joined = false
		l.runes = append(l.runes, r)
		l.letters = append(l.letters, d.letter(r))
		l.kinds = append(l.kinds, k)
		l.at = append(l.at, i)
		i += size
	}
	l.at = append(l.at, len(text))
}

// full reports whether the block ends before a rune r of kind k.
func (l *lattice) full(r rune, k kind) bool {
	n := len(l.kinds)
	if n == 0 {
		return false
	}
	switch last := l.kinds[n-1]; last {
	case kindStop:
		return true
	case kindBreak:
		return r != '\n' || l.runes[n-1] != '\r'
	default:
		l.cutOff = n >= maxBlock && !(last.runs() && k.runs())
		return l.cutOff
	}
}

// solve finds the cheapest way through the block. Of ways that cost the same
// the one wins whose last word is longer, as in gse.
func (l *lattice) solve(d *dictionary, rules bool) {
	n := len(l.kinds)
	l.best = append(l.best[:0], step{})
	for range n {
		l.best = append(l.best, step{cost: unreached})
	}
	for i := range n {
		if l.best[i].cost == unreached {
			continue
		}
		single := l.lookUp(d.list, i)
		if d.own.Len() > 0 && l.lookUp(d.own, i) {
			single = true
		}
		if end := l.run(i); end > 0 {
			l.relax(i, end, costUnknown, lexicon.Other)
		} else if !single {
			l.relax(i, i+1, costUnknown, lexicon.Other)
		}
		if rules {
			l.rule(d, i)
		}
	}
}

const unreached = ^uint32(0)

// lookUp notes all words of a trie that begin at place i, and reports whether a
// word of one rune is among them.
func (l *lattice) lookUp(t lexicon.Trie, i int) bool {
	single := false
	node, ok := t.Root(), true
	for j := i; j < len(l.letters); {
		if node, ok = t.Next(node, l.letters[j]); !ok {
			break
		}
		j++
		if cost := node.Cost(); cost != 0 && !l.inside(j) {
			l.relax(i, j, cost, node.Class())
			single = single || j == i+1
		}
		if node.Leaf() {
			break
		}
	}
	return single
}

// relax notes that place j is reached from place i by a word of that cost.
func (l *lattice) relax(i, j int, cost uint32, class lexicon.Class) {
	if l.whole && i == 0 && j == len(l.kinds) {
		return
	}
	if cost += l.best[i].cost; cost < l.best[j].cost {
		l.best[j] = step{cost, int32(i), class}
	}
}

// inside reports whether place i is inside a run of letters and digits, which
// no word may cut.
func (l *lattice) inside(i int) bool {
	return i > 0 && i < len(l.kinds) && l.kinds[i].alnum() && l.kinds[i-1].alnum()
}

// trace follows the cheapest way back and leaves its words in l.words, in
// order.
func (l *lattice) trace() {
	l.words = l.words[:0]
	for i := int32(len(l.kinds)); i > 0; {
		s := l.best[i]
		l.words = append(l.words, piece{s.from, i, s.class})
		i = s.from
	}
	slices.Reverse(l.words)
}

// keep drops the words that stand too near to a place where the block was cut
// off, and returns the bytes that the others take.
func (l *lattice) keep() int {
	if l.cutOff {
		limit := max(len(l.kinds)-overlap, 1)
		for n := len(l.words); n > 1 && int(l.words[n-1].to) > limit; n-- {
			l.words = l.words[:n-1]
		}
	}
	return l.at[l.words[len(l.words)-1].to]
}
