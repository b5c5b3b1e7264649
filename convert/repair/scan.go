package repair

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/internal/lazy"
)

// signs tell what kinds of damage a text may have.
type signs uint8

const (
	signMarker    signs = 1 << iota // question marks in a row, U+FFFD
	signRare                        // ideographs that are rare
	signLatin                       // what is left of UTF-8 read as Latin-1
	signEntity                      // & and a letter or #
	signInvisible                   // characters without a shape
	signReading                     // a bracket and a Latin letter behind an ideograph
	signYear                        // question marks and a digit
)

// rareCost is how rare a character must be, in nats, to be looked at twice.
const rareCost = -9.5

// rareSet has a bit for each rare ideograph.
func rareSet() *[(0xA000 - 0x4E00) / 64]uint64 { return rareSetValue.Get(makeRareSet) }

var rareSetValue lazy.Value[*[(0xA000 - 0x4E00) / 64]uint64]

func makeRareSet() *[(0xA000 - 0x4E00) / 64]uint64 {
	var set [(0xA000 - 0x4E00) / 64]uint64
	for r := rune(0x4E00); r < 0xA000; r++ {
		if frequency.Rune(convert.FoldRune(r)) < rareCost {
			set[(r-0x4E00)/64] |= 1 << ((r - 0x4E00) % 64)
		}
	}
	return &set
}

// rare reports whether the ideograph r is rare.
func rare(r rune) bool { return rareSet()[(r-0x4E00)/64]>>((r-0x4E00)%64)&1 != 0 }

// scan looks for signs of damage. It allocates nothing.
func scan(text string) signs {
	var found signs
	set := rareSet()
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			if b == '?' || b == '&' || b == '(' {
				found |= asciiSign(text, i)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if isHan(r) {
			if set[(r-0x4E00)/64]>>((r-0x4E00)%64)&1 != 0 {
				found |= signRare
			}
			continue
		}
		found |= otherSign(text, i, r)
	}
	return found
}

// asciiSign tells what the ASCII character at byte i is a sign of.
func asciiSign(text string, i int) signs {
	next := byte(0)
	if i+1 < len(text) {
		next = text[i+1]
	}
	switch text[i] {
	case '?':
		switch {
		case next == '?':
			return signMarker | signYear
		case '0' <= next && next <= '9':
			return signYear
		}
	case '&':
		if next == '#' || 'a' <= next|0x20 && next|0x20 <= 'z' {
			return signEntity
		}
	case '(':
		if 'a' <= next && next <= 'z' || next == 0xC3 || next == 0xC4 || next == 0xC5 || next == 0xC7 {
			return signReading
		}
	}
	return 0
}

// otherSign tells what r, which ends at byte end, is a sign of.
func otherSign(text string, end int, r rune) signs {
	switch {
	case r == utf8.RuneError:
		return signMarker | signYear
	case invisible(r):
		if r == 0xAD {
			return signInvisible | signLatin
		}
		return signInvisible
	case latinLetter(r):
		return signLatin
	case r == '（':
		if end < len(text) && ('a' <= text[end] && text[end] <= 'z' || 0xC3 <= text[end] && text[end] <= 0xC7) {
			return signReading
		}
	case unlikely(r):
		return signMarker
	}
	return 0
}
