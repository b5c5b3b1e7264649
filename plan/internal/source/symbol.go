package source

import (
	"strconv"
	"strings"
)

// The characters that fonts of symbols have in the place of others, by their
// code: what a list or a form shows as ①, ■ or ≥.
var (
	wingdings = map[int]rune{
		0x6c: '●', 0x6e: '■', 0x6f: '□', 0x71: '□', 0x75: '◆', 0x76: '◆', 0x9f: '·', 0xa7: '▪', 0xa8: '□', 0xd8: '➢', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
	}
	wingdings2  = map[int]rune{0x50: '✓', 0x52: '☑', 0xa3: '□'}
	symbolGreek = map[int]rune{0xa3: '≤', 0xae: '→', 0xb0: '°', 0xb1: '±', 0xb3: '≥', 0xb4: '×', 0xb7: '·', 0xb9: '≠', 0xbb: '≈'}
)

// symbol returns the character of a font that the code, in hexadecimal digits,
// names. It is empty where it is not known.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 16)
	if err != nil || n < ' ' {
		return ""
	}
	if n >= 0xe000 && n <= 0xf8ff || isSymbolFont(font) {
		return fromFont(font, int(n&0xff))
	}
	return string(rune(n))
}

func isSymbolFont(font string) bool {
	return font == "Symbol" || strings.HasPrefix(font, "Wingdings")
}

// fromFont returns the character that font has for code.
func fromFont(font string, code int) string {
	r := rune(0)
	switch font {
	case "Wingdings":
		if r = wingdings[code]; r == 0 {
			r = circled(code - 0x80)
		}
	case "Wingdings 2":
		if r = wingdings2[code]; r == 0 {
			r = circled(code - 0x69)
		}
	case "Symbol":
		r = symbolGreek[code]
	}
	if r == 0 {
		return ""
	}
	return string(r)
}

// circled returns ① to ⑩, and ❶ to ❿ as the fonts have them behind those.
func circled(n int) rune {
	switch {
	case n >= 1 && n <= 10:
		return '①' + rune(n-1)
	case n >= 12 && n <= 21:
		return '❶' + rune(n-12)
	}
	return 0
}
