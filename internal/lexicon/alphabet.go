package lexicon

import (
	"encoding/binary"
	"unicode/utf8"
)

// Alphabet gives each rune its letter: 1 and up, 0 for a rune that is in no
// word. It is a table of two steps: a page number for each 64 runes, then the
// pages, 64 letters each, all numbers of 2 bytes. Page 0 is all zeros.
type Alphabet struct {
	index, pages string
	letters      int
}

const (
	pageRunes   = 64
	pageBytes   = 2 * pageRunes
	allPages    = (utf8.MaxRune + 1) / pageRunes
	indexBytes  = 2 * allPages
	headerBytes = 24
)

// MaxLetter is the highest letter that there can be.
const MaxLetter = 1<<16 - 1

// Letter returns the letter of r, 0 for what is no rune.
func (a *Alphabet) Letter(r rune) uint16 {
	at := int(uint32(r)/pageRunes) * 2
	if at >= len(a.index) {
		return 0
	}
	page := int(le16(a.index, at))
	return le16(a.pages, page*pageBytes+int(uint32(r)%pageRunes)*2)
}

// Len returns how many letters there are; they are 1 to Len.
func (a *Alphabet) Len() int { return a.letters }

// appendAlphabet appends the table of letters to image.
func appendAlphabet(image []byte, letters map[rune]uint16) []byte {
	var numbers [allPages]uint16
	for r := range letters {
		numbers[r/pageRunes] = 1
	}
	pages := uint16(1)
	for i, used := range numbers {
		if used > 0 {
			numbers[i] = pages
			pages++
		}
		image = binary.LittleEndian.AppendUint16(image, numbers[i])
	}
	table := make([]byte, int(pages)*pageBytes)
	for r, letter := range letters {
		at := int(numbers[r/pageRunes])*pageBytes + int(r%pageRunes)*2
		binary.LittleEndian.PutUint16(table[at:], letter)
	}
	return append(image, table...)
}
