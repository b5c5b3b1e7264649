package reference

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

// maxGap is the most bytes of blanks that may stand inside a reference: a line
// break and the indent of the next line (第三部分第\n　　（二）项).
const maxGap = 24

// gap returns the offset behind the blanks at text[pos:], which may hold one
// line break. More of either is no gap: it ends what came before.
func gap(text string, pos int) int {
	lines, p := 0, pos
	for p < len(text) && p-pos <= maxGap {
		n := blankLen(text[p:])
		if n == 0 {
			return p
		}
		if text[p] == '\n' {
			lines++
		}
		if lines > 1 {
			return pos
		}
		p += n
	}
	if p-pos > maxGap {
		return pos
	}
	return p
}

// blankLen returns the length of the blank at the start of s, 0 for none.
func blankLen(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ' ' || s[0] == '\n' || s[0] == '\t' || s[0] == '\r':
		return 1
	case strings.HasPrefix(s, "\u3000"):
		return len("\u3000")
	case strings.HasPrefix(s, "\u00a0"):
		return len("\u00a0")
	}
	return 0
}

// fold maps the few characters that this grammar knows to one form of script
// and width.
func fold(r rune) rune {
	switch r {
	case '條':
		return '条'
	case '項':
		return '项'
	case '節':
		return '节'
	case '點':
		return '点'
	case '編':
		return '编'
	case '錄':
		return '录'
	case '務':
		return '务'
	case '規':
		return '规'
	case '見':
		return '见'
	case '據':
		return '据'
	case '與':
		return '与'
	case '（', '﹙':
		return '('
	case '）', '﹚':
		return ')'
	}
	return r
}

// runeAt returns the folded rune at text[pos:] and the offset behind it. At the
// end it returns 0.
func runeAt(text string, pos int) (rune, int) {
	if pos >= len(text) {
		return 0, pos
	}
	r, size := utf8.DecodeRuneInString(text[pos:])
	return fold(r), pos + size
}

// runeBefore returns the folded rune before pos and its offset.
func runeBefore(text string, pos int) (rune, int) {
	if pos <= 0 {
		return 0, 0
	}
	r, size := utf8.DecodeLastRuneInString(text[:pos])
	return fold(r), pos - size
}

// match reports whether word, in Simplified, stands at text[pos:], with gaps
// allowed inside, and returns the offset behind it.
func match(text string, pos int, word string) (int, bool) {
	for i, want := range word {
		if i > 0 {
			pos = gap(text, pos)
		}
		r, end := runeAt(text, pos)
		if r != want {
			return pos, false
		}
		pos = end
	}
	return pos, true
}

// maxNumber bounds the numbers of items, articles and annexes: a larger one is
// a year, an amount or a telephone number.
const maxNumber = 99999

// numberAt reads one numeral at text[pos:], in brackets or not.
func numberAt(text string, pos int, split bool) (num, bool) {
	if r, p := runeAt(text, pos); r == '(' {
		n, ok := plainAt(text, gap(text, p), true)
		if !ok {
			return num{}, false
		}
		r, p = runeAt(text, gap(text, n.end))
		n.end, n.bracket = p, true
		return n, r == ')'
	}
	return plainAt(text, pos, split)
}

// num is a number as read.
type num struct {
	value   int
	end     int
	bracket bool // it stands in brackets, or in an enclosed character
	arabic  bool
}

// plainAt reads a numeral without brackets. Where split is true blanks may
// stand inside it: that is only safe where a unit or a bracket must follow.
func plainAt(text string, pos int, split bool) (num, bool) {
	n := numeral.Len(text[pos:])
	if n == 0 || n > 64 { // more than any number up to maxNumber takes
		return num{}, false
	}
	whole, end := text[pos:pos+n], pos+n
	if split {
		whole, end = joinSplit(text, whole, end)
	}
	v, size, err := numeral.Scan(whole)
	if err != nil || size != len(whole) || v < 1 || v > maxNumber {
		return num{}, false
	}
	first := whole[0]
	return num{value: int(v), end: end, bracket: isEnclosed(whole), arabic: first <= '9' || first == 0xEF}, true
}

// joinSplit adds what goes on behind blanks to the numeral whole that ends at
// end: 第十\n二条.
func joinSplit(text, whole string, end int) (string, int) {
	for len(whole) <= 64 {
		p := gap(text, end)
		n := numeral.Len(text[p:])
		if p == end || n == 0 || n > 64 || isEnclosed(text[p:]) {
			break
		}
		whole, end = whole+text[p:p+n], p+n
	}
	return whole, end
}

// isEnclosed reports whether s begins with a numeral in a bracket or a circle
// of its own.
func isEnclosed(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return '①' <= r && r <= '⓿' || '㈠' <= r && r <= '㈩' || '㊀' <= r && r <= '㊉' ||
		'㉑' <= r && r <= '㉟' || '㊱' <= r && r <= '㊿' || '❶' <= r && r <= '➓'
}
