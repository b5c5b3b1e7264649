package lexicon

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"unicode/utf8"
)

// An image is a header (magic, pages, letters and slots in 4 bytes each, all
// frequencies as a float in 8 bytes), the alphabet's index and pages, and the slots; all little-endian.
const magic = 0x31574746 // "FGW1"

// ErrImage says that a string is no image of a lexicon.
var ErrImage = errors.New("lexicon: not an image")

// Open reads an image in place: it keeps the string and copies nothing.
func Open(image string) (*Lexicon, error) {
	if len(image) < headerBytes+indexBytes || le32(image, 0) != magic {
		return nil, ErrImage
	}
	pages, letters, slots := le32(image, 4), le32(image, 8), le32(image, 12)
	rest := image[headerBytes:]
	if pages > allPages || slots > maxSlots || letters > MaxLetter ||
		len(rest) != indexBytes+pages*pageBytes+slots*slotBytes {
		return nil, ErrImage
	}
	index, rest := rest[:indexBytes], rest[indexBytes:]
	return &Lexicon{
		Alphabet: Alphabet{index, rest[:pages*pageBytes], letters},
		Trie:     Trie{rest[pages*pageBytes:]},
		All:      math.Float64frombits(le64(image, 16)),
	}, nil
}

func le32(s string, i int) int {
	return int(le16(s, i)) | int(le16(s, i+2))<<16
}

// Build makes the image of entries whose frequencies add up to all. Runes that fold to one get one letter; the
// runes that are common in the words get the lowest letters. So do all runes
// that fold to another one, or that another one folds to, even if no word has
// them, so that lists that are added later can be spelt with the same letters.
func Build(entries []Entry, all float64, fold func(rune) rune) ([]byte, error) {
	letters, n, err := alphabet(entries, fold)
	if err != nil {
		return nil, err
	}
	trie, err := BuildTrie(entries, func(r rune) uint16 { return letters[r] })
	if err != nil {
		return nil, err
	}
	image := make([]byte, headerBytes)
	image = appendAlphabet(image, letters)
	pages := (len(image) - headerBytes - indexBytes) / pageBytes
	for i, number := range []int{magic, pages, n, trie.Len()} {
		binary.LittleEndian.PutUint32(image[i*4:], uint32(number))
	}
	binary.LittleEndian.PutUint64(image[16:], math.Float64bits(all))
	return append(image, trie.slots...), nil
}

// alphabet numbers the runes and returns how many letters it took.
func alphabet(entries []Entry, fold func(rune) rune) (map[rune]uint16, int, error) {
	count := map[rune]int{}
	for _, e := range entries {
		for _, r := range e.Text {
			count[fold(r)]++
		}
	}
	folded := map[rune]rune{}
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if f := fold(r); f != r {
			folded[r] = f
			count[f] += 0
		}
	}
	order := make([]rune, 0, len(count))
	for r := range count {
		order = append(order, r)
	}
	if len(order) > MaxLetter {
		return nil, 0, ErrTooBig
	}
	slices.SortFunc(order, func(a, b rune) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	letters := make(map[rune]uint16, len(order)+len(folded))
	for i, r := range order {
		letters[r] = uint16(i + 1)
	}
	for r, f := range folded {
		letters[r] = letters[f]
	}
	return letters, len(order), nil
}
