package runes

import "unicode"

// IsBlank reports whether r is white space, an invisible mark of layout, or a
// control.
func IsBlank(r rune) bool {
	switch {
	case r > 0x20 && r < 0x7f, r >= 0x3001 && r < 0xfe00:
		return false
	case r <= 0x20, r == 0x7f, r == 0xfeff, r >= 0x200b && r <= 0x200f, r == 0x2060, r == 0xad:
		return true
	}
	return unicode.IsSpace(r) || unicode.IsControl(r)
}

// IsBreak reports whether r ends a line: the breaks of Unicode (UAX #14, class
// BK, CR, LF, NL).
func IsBreak(r rune) bool {
	return r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf ||
		r >= 0x20000 && r <= 0x3ffff || r == '〇'
}

// IsDigit reports whether r is an ASCII digit, as all digits are when folded.
func IsDigit(r rune) bool { return r >= '0' && r <= '9' }

// IsWord reports whether r is an ASCII letter or digit.
func IsWord(r rune) bool { return IsDigit(r) || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// Close returns the closing bracket that belongs to the folded opening bracket
// r, or 0. Quotation marks are no brackets.
func Close(r rune) rune {
	switch r {
	case '(':
		return ')'
	case '[':
		return ']'
	case '〔':
		return '〕'
	case '【':
		return '】'
	case '{':
		return '}'
	}
	return 0
}

// IsClose reports whether r is a closing bracket.
func IsClose(r rune) bool {
	return r == ')' || r == ']' || r == '〕' || r == '】' || r == '}'
}

// EndsSentence reports whether r closes a sentence or a clause that may end a
// paragraph.
func EndsSentence(r rune) bool {
	return r == '。' || r == '!' || r == '?' || r == ';' || r == ':' || r == '…'
}

// IsPunct reports whether r is a mark and no part of a word.
func IsPunct(r rune) bool {
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}
