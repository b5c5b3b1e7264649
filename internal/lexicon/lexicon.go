// Package lexicon holds a list of words as one string that is read in place:
// no decoding, no heap, shared by all who open it.
//
// A word is a path of letters from the root of a trie. Letters are small
// numbers that an [Alphabet] gives to runes; all runes that fold to one (發 and
// 发, Ａ and a) have one letter, so that a text is looked up in any script and
// width as it is. The trie is a double array of 8-byte slots.
//
// [Words] is the list that comes with the module: what package segment cuts text
// by and convert/repair weighs readings with.
package lexicon

import "math"

// Lexicon is an alphabet with a trie over it. It is immutable.
type Lexicon struct {
	Alphabet Alphabet
	Trie     Trie
	All      float64 // the sum of all frequencies, which costs compare to
}

// Entry is one word with what is known of it.
type Entry struct {
	Text  string // folded, at least one rune
	Cost  uint16 // what taking the word costs; 1 or more
	Class Class  // what kind of word it is
}

// CostUnit is the cost of one bit: of a word half as frequent as another.
const CostUnit = 2048

// Cost returns the cost of a word that has the frequency out of all:
// log2(all/frequency) bits, at least a fraction of one, at most 32. For
// frequency 0 it returns the least.
func Cost(all, frequency float64) uint16 {
	if frequency <= 0 || frequency >= all {
		return 1
	}
	return uint16(max(1, min(math.Round(CostUnit*math.Log2(all/frequency)), math.MaxUint16)))
}

// le reads the little-endian number of n bytes that stands at s[i:]. The
// compiler makes one load of each of the two below.
func le16(s string, i int) uint16 {
	s = s[i : i+2]
	return uint16(s[0]) | uint16(s[1])<<8
}

func le64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
