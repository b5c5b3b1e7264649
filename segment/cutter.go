package segment

import (
	"iter"
	"sync"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// cutter is the engine of this package: the cheapest way through the words of a
// dictionary, sentence by sentence, and rules.
type cutter struct {
	dict    *dictionary
	rules   bool
	scratch sync.Pool // of *lattice
}

func newCutter(d *dictionary, rules bool) *cutter {
	return &cutter{dict: d, rules: rules, scratch: sync.Pool{New: func() any { return new(lattice) }}}
}

// Words implements [Engine].
func (c *cutter) Words(text string) iter.Seq[offset.Span] {
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

// Parts implements [Engine].
func (c *cutter) Parts(word string) iter.Seq[offset.Span] {
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
func (c *cutter) release(l *lattice) {
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
