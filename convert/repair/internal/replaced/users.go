package replaced

import "github.com/qiaotoubao/fangan/convert/charset"

// GB18030 leaves three zones to users, which decoders that follow it to the
// letter read as the private characters U+E000 to U+E765 (GB 18030-2022, annex
// on user-defined areas). Others take their pairs for bad.
const (
	userFirst  = 0xE000 // AAA1 to AFFE, then F8A1 to FEFE: rows of 94
	userHigh   = 0xE234
	userLow    = 0xE4C6 // A140 to A7A0 without trail byte 7F: rows of 96
	userBehind = 0xE766
)

// userPair returns the private character that a pair of GB18030 stands for.
func userPair(code charset.Charset, lead, trail byte) (rune, bool) {
	if code != charset.GB18030 {
		return 0, false
	}
	l, t := rune(lead), rune(trail)
	switch {
	case 0xAA <= lead && lead <= 0xAF && 0xA1 <= trail && trail <= 0xFE:
		return userFirst + (l-0xAA)*94 + t - 0xA1, true
	case 0xF8 <= lead && lead <= 0xFE && 0xA1 <= trail && trail <= 0xFE:
		return userHigh + (l-0xF8)*94 + t - 0xA1, true
	case 0xA1 <= lead && lead <= 0xA7 && 0x40 <= trail && trail <= 0xA0 && trail != 0x7F:
		if trail > 0x7F {
			t--
		}
		return userLow + (l-0xA1)*96 + t - 0x40, true
	}
	return 0, false
}

// userBytes returns the pair that a private character stands for.
func userBytes(code charset.Charset, r rune) ([2]byte, bool) {
	switch {
	case code != charset.GB18030 || r < userFirst || userBehind <= r:
		return [2]byte{}, false
	case r < userHigh:
		n := r - userFirst
		return [2]byte{byte(0xAA + n/94), byte(0xA1 + n%94)}, true
	case r < userLow:
		n := r - userHigh
		return [2]byte{byte(0xF8 + n/94), byte(0xA1 + n%94)}, true
	}
	n := r - userLow
	trail := byte(0x40 + n%96)
	if trail >= 0x7F {
		trail++
	}
	return [2]byte{byte(0xA1 + n/96), trail}, true
}
