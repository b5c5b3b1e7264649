package segment

import (
	"iter"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/segment/internal/words"
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

// Search returns the words of text as an index wants them: each word, behind it
// the words that it is made of if it has more than two characters, and theirs,
// down to the smallest. Signs and blanks are left out.
//
// The smallest words, put in order, have the positions 0, 1, 2 and so on, with
// a gap where a sign stands, so that a phrase is found as words at positions
// that follow each other. Positions never go back. Terms are as they are
// written: fold them with convert.Fold for an index that both scripts share.
func (s *Segmenter) Search(text string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for position, span := range words.Tokens(s.engine, text) {
			if !yield(Token{Word{span.Of(text), span}, position}) {
				return
			}
		}
	}
}
