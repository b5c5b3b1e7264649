package words

import (
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/internal/lexicon"
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
	found   []lexicon.Match
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
	local    bool // a name that begins with a place
	class    lexicon.Class
}

// fill reads the block that begins at text[0]: up to the sentence's end, or
// about maxBlock runes. Marks go with the rune before them.
func (l *lattice) fill(text string, d *dictionary) {
	l.runEnd, l.ruleEnd, l.cutOff, l.whole = 0, 0, false, false
	runes, letters, kinds, at := l.runes[:0], l.letters[:0], l.kinds[:0], l.at[:0]
	last, joined := kindOther, false // the kind before, and whether that was a joiner
	i := 0
	for i < len(text) {
		r, size := decode(text[i:])
		letter := d.Alphabet.Letter(r)
		if letter == 0 {
			letter = d.extra[r]
		}
		k := d.kind(r, letter)
		switch {
		case k == kindMark && i > 0, joined && k == kindSign:
			joined = r == zeroWidthJoiner
			i += size
			continue
		case r == utf8.RuneError && size == 1:
			k = kindBad
		}
		if last.ends() && (r != '\n' || runes[len(runes)-1] != '\r') {
			break
		}
		if len(kinds) >= maxBlock && (!last.runs() || !k.runs()) {
			l.cutOff = true
			break
		}
		runes, letters, kinds, at = append(runes, r), append(letters, letter), append(kinds, k), append(at, i)
		last, joined = k, false
		i += size
	}
	l.runes, l.letters, l.kinds, l.at = runes, letters, kinds, append(at, i)
}

// decode returns the first rune of s, which is not empty, and its size. It does
// what utf8 does, with a short way for the runes of three bytes.
func decode(s string) (rune, int) {
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) >= 3 && 0xE1 <= s[0] && s[0] <= 0xEF && s[0] != 0xED && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// solve finds the cheapest way through the block. Of ways that cost the same
// the one wins whose last word is longer, as in gse.
func (l *lattice) solve(d *dictionary, rules bool) {
	n := len(l.kinds)
	l.best = slices.Grow(l.best[:0], n+1)[:n+1]
	for i := range l.best {
		l.best[i] = step{cost: unreached}
	}
	l.best[0].cost = 0
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
			l.relax(i, i+1, costUnknown, unknown(l.kinds[i]))
		}
		if rules {
			l.rule(d, i)
		}
	}
}

const unreached = ^uint32(0)

// unknown returns the class of a rune that is no word of the list: an ideograph
// that is so rare is part of a name.
func unknown(k kind) lexicon.Class {
	if k == kindOther {
		return lexicon.Single
	}
	return lexicon.Other
}

// lookUp notes all words of a trie that begin at place i, and reports whether a
// word of one rune is among them.
func (l *lattice) lookUp(t lexicon.Trie, i int) bool {
	l.found = t.Match(l.letters[i:], l.found[:0])
	for _, m := range l.found {
		if j := i + int(m.Len); !l.inside(j) {
			l.relax(i, j, uint32(m.Cost), m.Class)
		}
	}
	return len(l.found) > 0 && l.found[0].Len == 1
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
	count := 0
	for i := int32(len(l.kinds)); i > 0; i = l.best[i].from {
		count++
	}
	l.words = slices.Grow(l.words[:0], count)[:count]
	for i := int32(len(l.kinds)); i > 0; {
		s := &l.best[i]
		count--
		l.words[count] = piece{from: s.from, to: i, class: s.class}
		i = s.from
	}
}

// folded returns the rune of column i as all its equivalents fold, so that rules
// see one script and one width.
func (l *lattice) folded(i int) rune { return convert.FoldRune(l.runes[i]) }

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
