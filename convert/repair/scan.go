package repair

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
	"github.com/qiaotoubao/fangan/convert/repair/internal/misread"
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

// scan looks for signs of damage. It allocates nothing.
func scan(text string) signs {
	var found signs
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
		if likely.IsHan(r) {
			if likely.Rare(r) {
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
	case misread.LatinLetter(r):
		return signLatin
	case r == '（':
		if end < len(text) && ('a' <= text[end] && text[end] <= 'z' || 0xC3 <= text[end] && text[end] <= 0xC7) {
			return signReading
		}
	case likely.Odd(r):
		return signMarker
	}
	return 0
}
