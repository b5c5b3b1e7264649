package charset

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/internal/lazy"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// DecodePair returns the character that two bytes stand for in GB18030 or Big5,
// and whether there is one. It is false for the four codes of Big5 that stand
// for two characters, and for any other charset.
func (c Charset) DecodePair(lead, trail byte) (rune, bool) {
	var r rune
	switch c {
	case GB18030:
		r = gbkTable().at(lead, trail)
	case Big5:
		r = big5Table().at(lead, trail)
	default:
	}
	return r, 0 < r && r <= utf8.MaxRune
}

// AppendRune appends r in GB18030 or Big5 to dst, and reports whether the
// charset has it; for any other charset it has not. Of several codes it takes
// the one that encoders write.
func (c Charset) AppendRune(dst []byte, r rune) ([]byte, bool) {
	switch {
	case c != GB18030 && c != Big5:
		return dst, false
	case r < utf8.RuneSelf:
		return append(dst, byte(r)), true
	}
	codes := codesOf(c)
	if code, ok := codes[r]; ok {
		return append(dst, byte(code>>8), byte(code)), true
	}
	if c == Big5 || !utf8.ValidRune(r) {
		return dst, false
	}
	four, err := simplifiedchinese.GB18030.NewEncoder().Bytes(utf8.AppendRune(nil, r))
	if err != nil {
		return dst, false
	}
	return append(dst, four...), true
}

func codesOf(c Charset) map[rune]uint16 {
	if c == Big5 {
		return big5Codes.Get(func() map[rune]uint16 { return big5Table().invert(0xA1) })
	}
	return gbkCodes.Get(func() map[rune]uint16 { return gbkTable().invert(firstLead) })
}

var gbkCodes, big5Codes lazy.Value[map[rune]uint16]

// invert maps characters to codes. Of several codes the first one counts, in
// the order of lead bytes that begins with from: what lies before it in Big5 is
// Hong Kong's and gives way to what all of Big5's kin have.
func (t *pairTable) invert(from int) map[rune]uint16 {
	codes := make(map[rune]uint16, len(t)*9/10)
	for n := range leads {
		lead := firstLead + (n+from-firstLead)%leads
		for trail := firstTrail; trail <= 0xFE; trail++ {
			r := t.at(byte(lead), byte(trail))
			if r == 0 || r > utf8.MaxRune {
				continue
			}
			if _, ok := codes[r]; !ok || lastCode(r) {
				codes[r] = uint16(lead<<8 | trail)
			}
		}
	}
	return codes
}

// lastCode reports whether of the codes that Big5 has for r the last one is
// written: six characters that it has among the symbols and again among its
// ideographs or additions (Encoding Standard, index Big5 pointer).
func lastCode(r rune) bool {
	switch r {
	case '═', '╞', '╡', '╪', '十', '卅':
		return true
	}
	return false
}
