package misread

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// coding is an encoding that text was in, or was read in by mistake.
type coding uint8

const (
	codingUTF8  coding = iota
	codingLatin        // Latin-1, with what code page 1252 of Windows has at 80 to 9F
	codingGBK
	codingBig5
)

var codingNames = [...]string{"UTF-8", "Latin-1", "GBK", "Big5"}

func (c coding) String() string { return codingNames[c] }

// charset returns the charset of a coding of two bytes.
func (c coding) charset() charset.Charset {
	if c == codingGBK {
		return charset.GB18030
	}
	return charset.Big5
}

// windows1252 holds the characters of code page 1252 at 80 to 9F; where it has
// none, programs leave the control character.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ"

// latinByte returns the byte that Latin-1 or code page 1252 reads as r.
func latinByte(r rune) (byte, bool) {
	switch {
	case r < 0x100:
		return byte(r), true
	case r < 0x152 || 0x2122 < r:
		return 0, false
	}
	b := byte(0x80)
	for _, w := range windows1252 {
		if w == r {
			return b, true
		}
		b++
	}
	return 0, false
}

// appendBytes appends the bytes that c reads as r.
func (c coding) appendBytes(dst []byte, r rune) ([]byte, bool) {
	switch {
	case r < utf8.RuneSelf:
		return append(dst, byte(r)), true
	case c == codingLatin:
		b, ok := latinByte(r)
		return append(dst, b), ok
	case c == codingGBK && r == '€': // what most programs read 80 as
		return append(dst, 0x80), true
	}
	return c.charset().AppendRune(dst, r)
}

// markers are the bytes that code page 1252 has no character for.
const markers = "\x81\x8D\x8F\x90\x9D"
