package target

import "strings"

// lexicon is a set of words that begin with a character of three bytes, to be
// looked for in one pass over a text.
type lexicon struct {
	words []string

	// bits holds, for each possible first byte, a set of hashes of the two bytes
	// behind it.
	bits [256]uint64
}

func newLexicon(words ...string) *lexicon {
	l := &lexicon{words: words}
	for _, w := range words {
		l.bits[w[0]] |= 1 << hash(w[1], w[2])
	}
	return l
}

// hash spreads the last two bytes of a character over the 64 bits of a set.
func hash(a, b byte) byte { return (a ^ b*7) & 63 }

// begins reports whether s may start with one of the words: it lets a few other
// characters pass.
func (l *lexicon) begins(s string) bool {
	return len(s) >= 3 && l.bits[s[0]]>>hash(s[1], s[2])&1 == 1
}

// last returns the offset behind the last of the words in s, 0 for none.
func (l *lexicon) last(s string) int {
	end := 0
	for i := 0; i < len(s); i++ {
		if l.bits[s[i]] != 0 && l.begins(s[i:]) {
			end = max(end, l.prefix(s, i))
		}
	}
	return end
}

// in reports whether s holds one of the words.
func (l *lexicon) in(s string) bool {
	for i := 0; i < len(s); i++ {
		if l.bits[s[i]] != 0 && l.begins(s[i:]) && l.prefix(s, i) > 0 {
			return true
		}
	}
	return false
}

// ends reports whether s ends in one of the words.
func (l *lexicon) ends(s string) bool {
	for _, w := range l.words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// prefix returns the offset behind the longest word at s[i:], 0 for none.
func (l *lexicon) prefix(s string, i int) int {
	end := 0
	for _, w := range l.words {
		if strings.HasPrefix(s[i:], w) {
			end = max(end, i+len(w))
		}
	}
	return end
}
