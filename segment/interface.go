package segment

import (
	"fmt"
	"iter"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// Engine finds the words of a text. An Engine must be safe for concurrent use.
// That of this package is used by default; package gseengine has another one.
type Engine interface {
	// Words returns the spans of the words of text, in order. Together they are
	// the text.
	Words(text string) iter.Seq[offset.Span]

	// Parts returns the spans of the words that make up word, which is one of
	// those that Words found. It is empty where there are none.
	Parts(word string) iter.Seq[offset.Span]
}

// Options says how a [Segmenter] finds words. The zero value is the default.
type Options struct {
	// Words are words beside those of the list. A rule makes no longer word of
	// them.
	Words []Entry

	// List replaces the list that the package brings, if it is not nil.
	List []Entry

	// Plain turns off what makes words without a list: the rules for numbers,
	// dates, measures, words of letters, addresses and names of bodies. What is
	// left is what gse does.
	Plain bool

	// Engine finds the words, if it is not nil. No other option may be set then:
	// they are the engine's business.
	Engine Engine
}

// Segmenter finds the words of texts. It is immutable and safe for concurrent
// use.
type Segmenter struct {
	engine Engine
}

// New returns a Segmenter; nil means the default options. With these it takes
// microseconds and next to no memory, as the list is read in place. Words and
// List of the options are compiled, at about a microsecond for each character.
//
// The error is [ErrOptions], an [*EntryError], or says that there are too many
// words: a list may have about a million.
func New(o *Options) (*Segmenter, error) {
	if o == nil {
		o = new(Options)
	}
	if o.Engine != nil {
		if o.Words != nil || o.List != nil || o.Plain {
			return nil, ErrOptions
		}
		return &Segmenter{o.Engine}, nil
	}
	base, err := checked("List", o.List, false)
	if err != nil {
		return nil, err
	}
	own, err := checked("Words", o.Words, true)
	if err != nil {
		return nil, err
	}
	c, err := words.New(words.Lists{Base: base, Own: own}, !o.Plain)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return &Segmenter{c}, nil
}

// Words returns the words of text in order. Blanks, signs and bytes that are no
// UTF-8 are words too, so that the words together are the text, byte for byte.
//
// A run of blanks is one word, and so is a line break. Marks belong to the
// character before them. No word goes over the end of a sentence or a line. It
// takes time linear in text, whatever it is.
func (s *Segmenter) Words(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for span := range words.Spans(s.engine, text) {
			if !yield(Word{span.Of(text), span}) {
				return
			}
		}
	}
}
