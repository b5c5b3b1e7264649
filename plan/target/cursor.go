package target

import (
	"strings"
	"unicode/utf8"
)

// maxGap is the most bytes of blanks that may stand inside an expression, such as
// a line break with the indent of the next line. More of them part columns.
const maxGap = 24

// gap returns the offset behind the blanks at text[pos:], which may hold one
// line break. More of either is no gap.
func gap(text string, pos int) int {
	if pos < len(text) && text[pos] > ' ' && text[pos] != 0xC2 && text[pos] != 0xE3 {
		return pos // no blank begins so: most often
	}
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

// gapBefore returns the offset of the blanks that end at pos.
func gapBefore(text string, pos int) int {
	p := pos
	for pos-p <= maxGap {
		r, size := utf8.DecodeLastRuneInString(text[:p])
		if size == 0 || !isBlank(r) {
			return p
		}
		p -= size
	}
	return pos
}

func isBlank(r rune) bool {
	switch r {
	case ' ', '\n', '\t', '\r', '\u3000', '\u00a0':
		return true
	}
	return false
}

// blankLen returns the length of the blank at the start of s, 0 for none.
func blankLen(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if !isBlank(r) {
		return 0
	}
	return size
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

// runeBefore returns the folded rune that ends at pos, behind blanks, and its
// offset.
func runeBefore(text string, pos int) (rune, int) {
	pos = gapBefore(text, pos)
	if pos == 0 {
		return 0, 0
	}
	r, size := utf8.DecodeLastRuneInString(text[:pos])
	return fold(r), pos - size
}

// match reports whether word, folded, stands at text[pos:], with gaps allowed
// inside and before it, and returns the offset behind it.
func match(text string, pos int, word string) (int, bool) {
	p := pos
	for _, want := range word {
		r, end := runeAt(text, gap(text, p))
		if r != want {
			return pos, false
		}
		p = end
	}
	return p, true
}

// matchAny returns the first of words that stands at text[pos:], and the
// offset behind it.
func matchAny(text string, pos int, words []string) (string, int) {
	for _, word := range words {
		if end, ok := match(text, pos, word); ok {
			return word, end
		}
	}
	return "", pos
}

// matchBefore reports whether word, folded, ends at pos, and returns its
// offset.
func matchBefore(text string, pos int, word string) (int, bool) {
	p := pos
	for len(word) > 0 {
		want, size := utf8.DecodeLastRuneInString(word)
		r, start := runeBefore(text, p)
		if r != want {
			return pos, false
		}
		word, p = word[:len(word)-size], start
	}
	return p, true
}

func anyBefore(text string, pos int, words []string) (string, int) {
	for _, word := range words {
		if start, ok := matchBefore(text, pos, word); ok {
			return word, start
		}
	}
	return "", pos
}

// oneOf reports whether r, which is not 0, is in set.
func oneOf(r rune, set string) bool { return r != 0 && strings.ContainsRune(set, r) }

// isDash reports whether r can join the ends of a range.
func isDash(r rune) bool { return oneOf(r, "-－–—―─‐‑~～〜∼") }

// digitAt returns the decimal digit at text[pos:], -1 for none, and the offset
// behind it.
func digitAt(text string, pos int) (int, int) {
	if pos < len(text) && '0' <= text[pos] && text[pos] <= '9' {
		return int(text[pos] - '0'), pos + 1
	}
	if r, end := runeAt(text, pos); '０' <= r && r <= '９' {
		return int(r - '０'), end
	}
	return -1, pos
}

// nextDigit is digitAt inside a number, which a line break may split where it
// goes on at the very start of the next line and a measure word or 万 follows:
// a number alone in a line, or before a mark, is a page's or a label.
func nextDigit(text string, pos int) (int, int) {
	d, end := digitAt(text, pos)
	if d >= 0 || pos >= len(text) || text[pos] != '\n' {
		return d, end
	}
	first, end := digitAt(text, pos+1)
	if first < 0 {
		return -1, pos
	}
	p := end
	for range 20 {
		d, after := digitAt(text, p)
		if d < 0 {
			break
		}
		p = after
	}
	q := gap(text, p)
	r, _ := runeAt(text, q)
	if strings.Contains(text[p:q], "\n") || !isUnit(text, q) && power(r) == 0 {
		return -1, pos
	}
	return first, end
}

// without returns s without blanks. It is s where there are none.
func without(s string) string {
	if strings.IndexFunc(s, isBlank) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, s)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
