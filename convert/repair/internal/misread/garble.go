package misread

import "unicode/utf8"

// garbled is a piece of text as the bytes that it was before it was misread.
type garbled struct {
	misreading
	text  string
	at    []int // where each character begins, and the end
	runes []rune
	units []byteUnit
	pairs []rune // what a lost pair may be, once it was asked for
}

// byteUnit is a byte of the text before it was misread.
type byteUnit struct {
	known int16 // its value, or one of the below
	owner int32 // the character that it is of
}

const (
	unitLost  = 0x100 + iota // a byte that a marker stands for
	unitMaybe                // a second byte that the same marker may stand for
	unitNone                 // a character that the wrong coding lacks
)

func (m misreading) garble(text string) *garbled {
	g := &garbled{misreading: m, text: text}
	var buf []byte
	for i, r := range text {
		owner := int32(len(g.runes))
		g.at = append(g.at, i)
		g.runes = append(g.runes, r)
		switch b, ok := m.wrong.appendBytes(buf[:0], r); {
		case r == utf8.RuneError && m.wrong == codingLatin:
			g.units = append(g.units, byteUnit{unitLost, owner})
		case r == utf8.RuneError || r == '?' && m.wrong != codingLatin:
			g.units = append(g.units, byteUnit{unitLost, owner}, byteUnit{unitMaybe, owner})
		case !ok || len(b) > 2:
			g.units = append(g.units, byteUnit{unitNone, owner})
		default:
			for _, x := range b {
				g.units = append(g.units, byteUnit{int16(x), owner})
			}
			buf = b
		}
	}
	g.at = append(g.at, len(text))
	return g
}

// clean reports whether unit i begins a character of the text.
func (g *garbled) clean(i int) bool {
	return i == len(g.units) || i == 0 || g.units[i].owner != g.units[i-1].owner
}

func (g *garbled) lost(i int) bool {
	return i < len(g.units) && (g.units[i].known == unitLost || g.units[i].known == unitMaybe)
}

func (g *garbled) maybe(i int) bool { return i < len(g.units) && g.units[i].known == unitMaybe }

// is reports whether unit i is a known byte from one to another.
func (g *garbled) is(i int, from, to int16) bool {
	return i < len(g.units) && from <= g.units[i].known && g.units[i].known <= to
}

// lostBytes lists what a lost byte of the misread text may have been: what the
// wrong coding cannot read.
func (m misreading) lostBytes(from, to byte) []byte {
	var list []byte
	if m.wrong == codingLatin {
		for _, b := range []byte(markers) {
			if from <= b && b <= to {
				list = append(list, b)
			}
		}
		return list
	}
	for b := int(from); b <= int(to); b++ {
		list = append(list, byte(b))
	}
	return list
}

// bad reports whether the wrong coding has no character for a pair, so that one
// marker stands for both bytes.
func (m misreading) bad(first, second byte) bool {
	if m.wrong == codingLatin {
		return true
	}
	r, ok := m.wrong.charset().DecodePair(first, second)
	return !ok || 0xE000 <= r && r <= 0xF8FF
}
