package segment

import (
	"iter"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

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
		x := indexer{engine: s.engine, text: text, yield: yield}
		for span := range s.spans(text) {
			word := span.Of(text)
			switch {
			case blank(word):
			case wordless(word):
				x.position++
			case !x.add(span):
				return
			}
		}
	}
}

// indexer passes words on with their positions.
type indexer struct {
	engine   Engine
	text     string
	yield    func(Token) bool
	position int
}

// add passes on the word at span and all its parts. It reports whether the
// caller wants more.
func (x *indexer) add(span offset.Span) bool {
	word := span.Of(x.text)
	if !x.yield(Token{Word{word, span}, x.position}) {
		return false
	}
	parts := x.parts(word)
	for _, part := range parts {
		if !x.add(part.Shift(span.Start)) {
			return false
		}
	}
	if len(parts) == 0 {
		x.position++
	}
	return true
}

// parts returns the words that make up word. Where these are nothing but single
// characters it is one of the smallest.
func (x *indexer) parts(word string) []offset.Span {
	if utf8.RuneCountInString(word) <= 2 {
		return nil
	}
	var parts []offset.Span
	words := false
	for part := range x.engine.Parts(word) {
		if part.Empty() || part.Len() >= len(word) {
			return nil
		}
		parts = append(parts, part)
		words = words || utf8.RuneCountInString(part.Of(word)) > 1
	}
	if !words {
		return nil
	}
	return parts
}
