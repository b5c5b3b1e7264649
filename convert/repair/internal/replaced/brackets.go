package replaced

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Brackets that open and those that shut them, in the same order.
const (
	openers = "（《“‘〔「『【〈([{"
	closers = "）》”’〕」』】〉)]}"
)

// balance knows which brackets are open.
type balance map[rune]int

// add takes note of a character.
func (b balance) add(r rune) {
	if strings.ContainsRune(openers, r) {
		b[r]++
		return
	}
	if o := opener(r); b[o] > 0 {
		b[o]--
	}
}

// idle reports whether r shuts a bracket that is not open.
func (b balance) idle(r rune) bool {
	o := opener(r)
	return o != 0 && b[o] == 0
}

// opener returns the bracket that r shuts, 0 where it shuts none.
func opener(r rune) rune {
	i := strings.IndexRune(closers, r)
	if i < 0 {
		return 0
	}
	n := len([]rune(closers[:i]))
	return []rune(openers)[n]
}

// possible returns the characters that shut no bracket that is not open, or
// all if each does.
func (b balance) possible(list []rune) []rune {
	if len(list) < 2 {
		return list
	}
	kept := slices.DeleteFunc(slices.Clone(list), b.idle)
	if len(kept) == 0 {
		return list
	}
	return kept
}

// longestBracket is how many bytes before a site brackets are looked for in.
// They may open lines before it: readers of PDF break lines anywhere.
const longestBracket = 600

// open returns which brackets are open at a site.
func (f *finder) open(s site) balance {
	start := max(0, s.at-longestBracket)
	for start < s.at && !utf8.RuneStart(f.text[start]) {
		start++
	}
	b := balance{}
	for _, r := range f.text[start:s.at] {
		b.add(r)
	}
	return b
}
