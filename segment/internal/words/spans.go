package words

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Engine finds the words of a text, as segment.Engine says.
type Engine interface {
	Words(text string) iter.Seq[offset.Span]
	Parts(word string) iter.Seq[offset.Span]
}

// Spans returns the engine's spans. Those of another engine than [Cutter] are
// mended where they are not the text: what was left out is a word, what was named
// twice counts once.
func Spans(e Engine, text string) iter.Seq[offset.Span] {
	if c, ok := e.(*Cutter); ok {
		return c.Words(text)
	}
	return func(yield func(offset.Span) bool) {
		end := 0
		for span := range e.Words(text) {
			span.Start, span.End = max(span.Start, end), min(span.End, len(text))
			if span.Empty() {
				continue
			}
			if end < span.Start && !yield(offset.Span{Start: end, End: span.Start}) || !yield(span) {
				return
			}
			end = span.End
		}
		if end < len(text) {
			yield(offset.Span{Start: end, End: len(text)})
		}
	}
}

// Tokens returns the words of text and the words in them, with their positions
// (see segment.Segmenter.Search).
func Tokens(e Engine, text string) iter.Seq2[int, offset.Span] {
	return func(yield func(int, offset.Span) bool) {
		x := indexer{engine: e, text: text, yield: yield}
		for span := range Spans(e, text) {
			word := span.Of(text)
			switch {
			case blank(word):
			case Wordless(word):
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
	yield    func(position int, span offset.Span) bool
	position int
}

// add passes on the word at span and all its parts. It reports whether the
// caller wants more.
func (x *indexer) add(span offset.Span) bool {
	if !x.yield(x.position, span) {
		return false
	}
	parts := x.parts(span.Of(x.text))
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

// Wordless reports whether text holds neither letters nor digits.
func Wordless(text string) bool {
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
