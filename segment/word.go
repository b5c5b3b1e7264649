package segment

import (
	"unicode"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Word is a word of a text: a piece of it as it is written, and where it
// stands, in bytes of the text.
type Word struct {
	Text string      `json:"text"`
	Span offset.Span `json:"span"`
}

// Token is a word for an index, with its place among the words.
type Token struct {
	Word

	// Position counts the smallest words of the text from 0. A word that is made
	// of others has the position of its first.
	Position int `json:"position"`
}

// wordless reports whether text holds neither letters nor digits.
func wordless(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return false
		}
	}
	return true
}

// blank reports whether text holds nothing but blanks.
func blank(text string) bool {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}
