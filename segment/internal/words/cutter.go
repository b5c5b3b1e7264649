package words

import (
	"iter"
	"sync"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Cutter is the engine of this package: the cheapest way through the words of a
// dictionary, sentence by sentence, and rules. It is safe for concurrent use.
type Cutter struct {
	dict    *dictionary
	rules   bool
	scratch sync.Pool // of *lattice
}

// New returns a Cutter. Without rules it does what gse does. The error says that
// a list has too many words.
func New(l Lists, rules bool) (*Cutter, error) {
	d, err := newDictionary(l)
	if err != nil {
		return nil, err
	}
	return &Cutter{dict: d, rules: rules, scratch: sync.Pool{New: func() any { return new(lattice) }}}, nil
}

// Words returns the spans of the words of text, in order.
func (c *Cutter) Words(text string) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) {
		l := c.scratch.Get().(*lattice)
		defer c.release(l)
		for start := 0; start < len(text); {
			l.fill(text[start:], c.dict)
			l.solve(c.dict, c.rules)
			l.trace()
			if c.rules {
				l.join()
			}
			end := l.keep()
			if !l.each(start, yield) {
				return
			}
			start += end
		}
	}
}

// Parts returns the spans of the words that make up word, none if it is one of
// the smallest.
func (c *Cutter) Parts(word string) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) {
		l := c.scratch.Get().(*lattice)
		defer c.release(l)
		l.fill(word, c.dict)
		if l.at[len(l.kinds)] < len(word) || c.rules && l.atomic() {
			return // longer than any word of a list or a name
		}
		l.whole = true
		l.solve(c.dict, c.rules)
		l.trace()
		if len(l.words) > 1 {
			l.each(0, yield)
		}
	}
}

// release gives scratch back, but for what a word of unusual length made large.
func (c *Cutter) release(l *lattice) {
	if cap(l.kinds) <= 4*maxBlock {
		c.scratch.Put(l)
	}
}

// each passes on the spans of the block's words, the block being at start.
func (l *lattice) each(start int, yield func(offset.Span) bool) bool {
	for _, w := range l.words {
		if !yield(offset.Span{Start: start + l.at[w.from], End: start + l.at[w.to]}) {
			return false
		}
	}
	return true
}

// atomic reports whether the block is one number or one word of letters.
func (l *lattice) atomic() bool {
	switch l.kinds[0] {
	case kindDigit:
		return l.number(0) == len(l.kinds)
	case kindLetter:
		return l.latin(0) == len(l.kinds)
	}
	return false
}
