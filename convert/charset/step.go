package charset

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// unit is what one step of decoding found: a character, in one case of Big5
// with a combining mark behind it, or bytes that are none.
type unit struct {
	r, mark rune
	size    int
	problem Problem // Invalid's place is taken by 0: all is well
}

// maxUnit is the greatest size of a unit, and what a stream must hold back.
const maxUnit = 4

func bad(size int, p Problem) unit { return unit{r: utf8.RuneError, size: size, problem: p} }

// step returns the function that reads one unit from the start of src, which
// has at least one byte.
func (c Charset) step() func(src []byte) unit {
	switch c {
	case UTF16LE:
		return func(src []byte) unit { return utf16Unit(src, binary.LittleEndian) }
	case UTF16BE:
		return func(src []byte) unit { return utf16Unit(src, binary.BigEndian) }
	case GB18030:
		table := gbkTable()
		return func(src []byte) unit { return gb18030Unit(table, src) }
	case Big5:
		table := big5Table()
		return func(src []byte) unit { return big5Unit(table, src) }
	default:
		return utf8Unit
	}
}

// utf8Unit takes a malformed sequence as one unit up to where it goes wrong,
// which is what Unicode (3.9, U+FFFD substitution of maximal subparts) advises.
func utf8Unit(src []byte) unit {
	r, size := utf8.DecodeRune(src)
	if r != utf8.RuneError || size != 1 {
		return unit{r: r, size: size}
	}
	n := 1
	for n < len(src) && n < utf8.UTFMax && !utf8.FullRune(src[:n]) {
		n++
	}
	if utf8.FullRune(src[:n]) { // the last byte broke it, and may begin the next
		return bad(max(1, n-1), Malformed)
	}
	return bad(n, Truncated)
}

func utf16Unit(src []byte, order binary.ByteOrder) unit {
	if len(src) < 2 {
		return bad(1, Truncated)
	}
	r := rune(order.Uint16(src))
	if !utf16.IsSurrogate(r) {
		return unit{r: r, size: 2}
	}
	if len(src) >= 4 {
		if full := utf16.DecodeRune(r, rune(order.Uint16(src[2:]))); full != utf8.RuneError {
			return unit{r: full, size: 4}
		}
	}
	return bad(2, Malformed)
}

// gb18030Unit follows the Encoding Standard for bad input: an ASCII byte behind
// a lead byte is never swallowed.
func gb18030Unit(table *pairTable, src []byte) unit {
	lead := src[0]
	switch {
	case lead < utf8.RuneSelf:
		return unit{r: rune(lead), size: 1}
	case lead == 0x80: // Windows writes the euro sign so
		return unit{r: '€', size: 1}
	case lead == 0xFF:
		return bad(1, Malformed)
	case len(src) < 2:
		return bad(1, Truncated)
	}
	if r := table.at(lead, src[1]); r != 0 {
		return unit{r: r, size: 2}
	}
	if '0' <= src[1] && src[1] <= '9' {
		return fourBytes(src)
	}
	return badPair(src[1])
}

// badPair is the unit of a lead byte with a trail byte that makes no pair.
func badPair(trail byte) unit {
	if trail < utf8.RuneSelf || trail == 0xFF {
		return bad(1, Malformed)
	}
	return bad(2, Unassigned)
}

// fourBytes reads a four-byte code, whose second and fourth bytes are digits.
// They are rare, so x/text's decoder may take its time.
func fourBytes(src []byte) unit {
	if len(src) < 4 {
		if len(src) == 3 && (src[2] < firstLead || src[2] == 0xFF) {
			return bad(1, Malformed)
		}
		return bad(1, Truncated)
	}
	if src[2] < firstLead || src[2] == 0xFF || src[3] < '0' || '9' < src[3] {
		return bad(1, Malformed)
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(src[:4])
	if err != nil {
		return bad(4, Unassigned)
	}
	r, size := utf8.DecodeRune(text)
	if r == utf8.RuneError || size != len(text) {
		return bad(4, Unassigned)
	}
	return unit{r: r, size: 4}
}

func big5Unit(table *pairTable, src []byte) unit {
	lead := src[0]
	switch {
	case lead < utf8.RuneSelf:
		return unit{r: rune(lead), size: 1}
	case lead == 0x80 || lead == 0xFF:
		return bad(1, Malformed)
	case len(src) < 2:
		return bad(1, Truncated)
	}
	switch r := table.at(lead, src[1]); {
	case r == 0:
		return badPair(src[1])
	case r&withMacron != 0:
		return unit{r: r &^ withMacron, mark: '\u0304', size: 2}
	case r&withCaron != 0:
		return unit{r: r &^ withCaron, mark: '\u030C', size: 2}
	default:
		return unit{r: r, size: 2}
	}
}
