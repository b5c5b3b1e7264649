package gseengine

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-ego/gse"
)

// maxGuess is how many ideographs gse's model is given at once: its time grows
// with the square.
const maxGuess = 256

// guess passes on the sizes of the words that gse finds with its model. The
// model only sees ideographs, which gse neither lower-cases nor repairs, so that
// its words are the text.
func guess(g *gse.Segmenter, text string, yield func(size int) bool) bool {
	for len(text) > 0 {
		end, han := stretch(text)
		piece := text[:end]
		text = text[end:]
		if !han {
			if !segments(g.Segment([]byte(piece)), yield) {
				return false
			}
			continue
		}
		for _, word := range g.CutDAG(piece) {
			if !yield(len(word)) {
				return false
			}
		}
	}
	return true
}

// stretch returns how many bytes at the beginning of text are ideographs, at
// most maxGuess, or are none, and which of both.
func stretch(text string) (end int, han bool) {
	r, _ := utf8.DecodeRuneInString(text)
	han = unicode.Is(unicode.Han, r)
	for n := 0; end < len(text) && (!han || n < maxGuess); n++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.Is(unicode.Han, r) != han {
			break
		}
		end += size
	}
	return end, han
}
