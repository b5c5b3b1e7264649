// Package gseengine runs gse (github.com/go-ego/gse) as an engine of package
// segment: gse's own lists, its hidden Markov model, the caller's list.
//
// It is the one package of this module that imports gse. A program that uses
// [NewEmbed] links all of gse's lists, about 32 MB.
//
// What is done here is what using gse safely takes: words are spans of the
// caller's text, never gse's lower-cased copies; a text goes to gse sentence by
// sentence, as its costs lose digits in long texts; nothing is logged; and the
// model, which gse keeps in global maps, is loaded once and only if it is asked
// for. A program that also loads gse's model by itself must not do so while an
// engine with HMM works.
package gseengine

import (
	"fmt"
	"iter"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-ego/gse"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/segment"
)

// Options says how gse is to work. The zero value is the default.
type Options struct {
	// Words are words beside those of the list. They come before it: gse keeps
	// the first of two entries with one text. Frequency 0 counts as 100,000.
	Words []segment.Entry

	// HMM lets gse guess words that its list lacks, by its hidden Markov model.
	// It works on ideographs only, at most 256 at a time, and at about a
	// hundredth of the speed.
	HMM bool

	// Fold folds the list and each text (convert.Fold) before gse sees them, so
	// that a list in Simplified script serves Traditional text too. Spans stay
	// those of the text.
	Fold bool
}

// Engine is gse as an engine. It is immutable and safe for concurrent use.
type Engine struct {
	// A gse type in a field would be reached by reflection in programs with
	// text/template, and the linker would keep all its methods, and so its lists.
	words func(text string, yield func(size int) bool) bool
	parts func(word string) []int
	fold  bool
}

var _ segment.Engine = (*Engine)(nil)

// NewEmbed returns an engine with one of gse's own lists: zh_s (Simplified, 352,279
// entries), zh_t (Traditional), zh (both) or ja. Loading one takes a second or
// more and 130 MB of memory or more.
func NewEmbed(list string, o *Options) (*Engine, error) {
	switch list {
	case "zh", "zh_s", "zh_t", "ja":
	default:
		return nil, fmt.Errorf("gseengine: gse has no list %q", list)
	}
	return build(o, func(g *gse.Segmenter) error {
		err := g.LoadDictEmbed(list)
		if err == nil && o != nil && o.Fold {
			err = fold(g)
		}
		return err
	})
}

// New returns an engine with the caller's list. Entries below the frequency 2
// are left out, as gse does it.
func New(list []segment.Entry, o *Options) (*Engine, error) {
	return build(o, func(g *gse.Segmenter) error { return add(g, list, o != nil && o.Fold) })
}

// build makes an engine; load loads its list.
func build(o *Options, load func(*gse.Segmenter) error) (*Engine, error) {
	if o == nil {
		o = new(Options)
	}
	g := &gse.Segmenter{Dict: gse.NewDict(), SkipLog: true, NotLoadHMM: true}
	g.Init()
	if err := add(g, o.Words, o.Fold); err != nil {
		return nil, err
	}
	if err := load(g); err != nil {
		return nil, fmt.Errorf("gseengine: %w", err)
	}
	g.CalcToken()
	e := &Engine{fold: o.Fold}
	e.words = func(text string, yield func(int) bool) bool { return segments(g.Segment([]byte(text)), yield) }
	if o.HMM {
		loadModel()
		e.words = func(text string, yield func(int) bool) bool { return guess(g, text, yield) }
	}
	e.parts = func(word string) (sizes []int) {
		segments(g.ModeSegment([]byte(word), true), func(size int) bool {
			sizes = append(sizes, size)
			return true
		})
		return sizes
	}
	return e, nil
}

// loadModel loads gse's hidden Markov model into gse's global maps.
var loadModel = sync.OnceFunc(func() { new(gse.Segmenter).LoadModel() })

// fold adds the words that gse has loaded once more where folding changes them.
func fold(g *gse.Segmenter) error {
	for _, token := range g.Dict.Tokens {
		text := token.Text()
		folded, _ := convert.Fold(text)
		if folded == text {
			continue
		}
		if err := g.AddToken(folded, token.Freq()); err != nil {
			return err
		}
	}
	return nil
}

// add adds entries as gse reads them from a file: a word of one character has
// the frequency 2, and one with less is left out.
func add(g *gse.Segmenter, list []segment.Entry, fold bool) error {
	for i, e := range list {
		if e.Text == "" || !utf8.ValidString(e.Text) {
			return &segment.EntryError{List: "entry", Index: i, Err: segment.ErrWord}
		}
		frequency := e.Frequency
		switch {
		case utf8.RuneCountInString(e.Text) == 1:
			frequency = 2
		case frequency == 0:
			frequency = 100_000
		case frequency < 2:
			continue
		}
		text := e.Text
		if fold {
			text, _ = convert.Fold(text)
		}
		if err := g.AddToken(text, frequency); err != nil {
			return fmt.Errorf("gseengine: entry %d: %w", i, err)
		}
	}
	return nil
}

// segments passes on the sizes of gse's segments, in bytes.
func segments(found []gse.Segment, yield func(size int) bool) bool {
	for i := range found {
		if !yield(found[i].End() - found[i].Start()) {
			return false
		}
	}
	return true
}

// Words implements [segment.Engine].
func (e *Engine) Words(text string) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) {
		start := 0
		for sentence := range sentences(text) {
			seen := sentence
			if e.fold {
				seen, _ = convert.Fold(sentence)
			}
			t := tailor{text: sentence, seen: seen, folded: e.fold, start: start, yield: yield}
			if !e.words(seen, t.cut) {
				return
			}
			start += len(sentence)
		}
	}
}

// Parts implements [segment.Engine].
func (e *Engine) Parts(word string) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) {
		seen := word
		if e.fold {
			seen, _ = convert.Fold(word)
		}
		t := tailor{text: word, seen: seen, folded: e.fold, yield: yield}
		for _, size := range e.parts(seen) {
			if !t.cut(size) {
				return
			}
		}
	}
}

// sentences returns the sentences of text with what ends them.
func sentences(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for len(text) > 0 {
			end := len(text)
			if i := strings.IndexAny(text, "。！？；\n"); i >= 0 {
				_, size := utf8.DecodeRuneInString(text[i:])
				end = i + size
			}
			if !yield(text[:end]) {
				return
			}
			text = text[end:]
		}
	}
}

// tailor turns the sizes of words of what gse saw into spans of the text, which
// has rune for rune the same characters.
type tailor struct {
	text, seen string
	folded     bool
	start      int
	yield      func(offset.Span) bool
}

// cut passes on the next word, of size bytes of what gse saw.
func (t *tailor) cut(size int) bool {
	n := size
	if t.folded {
		n = 0
		for range utf8.RuneCountInString(t.seen[:size]) {
			_, width := utf8.DecodeRuneInString(t.text[n:])
			n += width
		}
	}
	t.text, t.seen = t.text[n:], t.seen[size:]
	t.start += n
	return t.yield(offset.Span{Start: t.start - n, End: t.start})
}
