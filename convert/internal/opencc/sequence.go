package opencc

import "unicode/utf8"

// The operators of ideographic description sequences that OpenCC knows.
const (
	firstOperator = 0x2FF0
	lastOperator  = 0x2FFF
)

// Limits of a description sequence, as OpenCC has them.
const (
	maxDepth = 16
	maxRunes = 64
)

// Operators returns the operators of ideographic description sequences.
func Operators() []rune {
	var runes []rune
	for r := rune(firstOperator); r <= lastOperator; r++ {
		runes = append(runes, r)
	}
	return runes
}

// operands returns how many parts follow the operator r, 0 for other runes.
func operands(r rune) int {
	switch {
	case r < firstOperator || r > lastOperator:
		return 0
	case r == 0x2FF2 || r == 0x2FF3:
		return 3
	case r >= 0x2FFE:
		return 1
	default:
		return 2
	}
}

// Sequence returns the length in bytes of the ideographic description sequence
// that s starts with, 0 for none. It reports as open a sequence that s ends in
// the midst of.
func Sequence(s string) (n int, open bool) {
	r, _ := utf8.DecodeRuneInString(s)
	if operands(r) == 0 {
		return 0, false
	}
	left := maxRunes
	n, open = part(s, maxDepth, &left)
	if open {
		return 0, true
	}
	return n, false
}

// part returns the length of one rune or, if that is an operator, of a whole
// sequence; 0 where there is none. left counts down the runes that may follow.
func part(s string, depth int, left *int) (n int, open bool) {
	if s == "" {
		return 0, true
	}
	if depth == 0 || *left == 0 {
		return 0, false
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size == 1 {
		return 0, !utf8.FullRuneInString(s)
	}
	*left--
	n = size
	for range operands(r) {
		k, open := part(s[n:], depth-1, left)
		if k == 0 {
			return 0, open
		}
		n += k
	}
	return n, false
}
