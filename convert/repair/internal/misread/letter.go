package misread

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// letter is a character read from the units start to end: one where all its
// bytes are known, one of several where some were lost.
type letter struct {
	start, end int
	slot       []rune
}

// guessed reports whether a byte of the letter was lost, so that it is a guess.
func (l letter) guessed() bool { return len(l.slot) > 1 }

// vague reports whether a letter may be one of many. Two of that kind side by
// side tell nothing of each other.
func (l letter) vague() bool { return len(l.slot) > 8 }

// read reads letters from unit i on, as far as they go, and returns the unit
// behind them.
func (g *garbled) read(i int) ([]letter, int) {
	var letters []letter
	for i < len(g.units) {
		l, ok := g.letter(i)
		if !ok || l.vague() && len(letters) > 0 && letters[len(letters)-1].vague() {
			break
		}
		for i = l.end; g.maybe(i) && !g.leadLost(i); i++ { // the marker stood for one byte
		}
		l.end = i
		letters = append(letters, l)
	}
	return letters, i
}

// letter reads one letter of the right coding at unit i.
func (g *garbled) letter(i int) (letter, bool) {
	b := g.units[i].known
	switch {
	case b < utf8.RuneSelf:
		return letter{i, i + 1, []rune{rune(b)}}, true
	case g.right == codingUTF8:
		return g.utf8Letter(i)
	}
	return g.pairLetter(i)
}

// pairLetter reads a letter of two bytes. One marker may stand for both.
func (g *garbled) pairLetter(i int) (letter, bool) {
	l := letter{start: i, end: i + 2}
	if g.lost(i) && g.maybe(i+1) {
		l.slot = slices.Clone(g.lostPairs())
		return l, len(l.slot) > 0
	}
	if !g.is(i, 0x81, 0xFE) || !g.is(i+1, 0x40, 0xFE) {
		return l, false
	}
	r := g.pair(byte(g.units[i].known), byte(g.units[i+1].known))
	l.slot = []rune{r}
	return l, r != 0
}

// lostPairs lists what a pair of the right coding may be for which one marker
// stands, the likeliest first.
func (g *garbled) lostPairs() []rune {
	if g.pairs != nil {
		return g.pairs
	}
	var l letter
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			if g.bad(byte(lead), byte(trail)) {
				l.add(g.pair(byte(lead), byte(trail)), rareOfMany)
			}
		}
	}
	g.pairs = l.likeliest()
	return g.pairs
}

// mostChoices is how many characters one of many may be.
const mostChoices = 64

// likeliest returns the likeliest characters of the slot.
func (l *letter) likeliest() []rune {
	if len(l.slot) > mostChoices {
		var atLarge likely.Model
		slices.SortStableFunc(l.slot, func(a, b rune) int { return cmp.Compare(atLarge.Single(b), atLarge.Single(a)) })
		l.slot = l.slot[:mostChoices]
	}
	return l.slot
}

// pair returns the character of a pair in the right coding, 0 for none.
func (g *garbled) pair(lead, trail byte) rune {
	r, ok := g.right.charset().DecodePair(lead, trail)
	if !ok || 0xE000 <= r && r <= 0xF8FF {
		return 0
	}
	return r
}

// How rare a letter may be, in nats, to be thought of where one byte of it was
// lost, and where two were.
const (
	rareLetter = -12
	rareOfMany = -8.5
)

// add adds what a letter may be, if it is of Chinese text.
func (l *letter) add(r rune, least float32) {
	var atLarge likely.Model
	if likely.IsHan(r) && atLarge.Single(r) > least || isMark(r) {
		l.slot = append(l.slot, r)
	}
}

// isMark reports whether r is a mark of East Asian typography.
func isMark(r rune) bool {
	return 0x2010 <= r && r < 0x2030 || 0x3000 <= r && r < 0x3020 || 0xFF00 < r && r < 0xFF60
}
