package index

import (
	"iter"
	"sort"

	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// bm25 says how much a field counts, and how much of that depends on how many
// characters it has, against the usual number.
type bm25 struct {
	weight, slope, usual float32
}

// saturation is BM25's k1, at the value that most engines take: a term that stands
// five times counts not quite twice as much as one that stands once. The usual
// lengths are fixed, so that what a term
// counts in an item does not depend on the other items.
const saturation = 1.2

// defaultWeights says what fields count. A title of the usual 20 characters counts
// two and a half times as much as a text of the usual 180; how long a note or a
// term is says nothing.
func defaultWeights() [record.Fields]bm25 {
	return [record.Fields]bm25{
		record.Title:      {2.5, 0.4, 20},
		record.Body:       {1, 0.6, 180},
		record.Note:       {0.3, 0, 1},
		record.Department: {1.2, 0.15, 20},
		record.Section:    {0.4, 0.2, 12},
		record.Term:       {0.4, 0, 1},
	}
}

// of returns what an occurrence counts in a field of so many bytes of text.
func (b bm25) of(bytes int) float32 {
	if b.weight == 0 {
		return 0
	}
	return b.weight / (1 - b.slope + b.slope*float32(bytes)/3/b.usual)
}

// Terms of the index are single units (see package grams), pairs of units, words
// of three units and more, and, behind one of these bytes, ids of bodies.
const (
	responsibleTerm = "\x00" // the item's notes name the body
	mentionTerm     = "\x01" // its text does
)

// batch is what a plan adds to the index.
type batch struct {
	postings.Batch
	words []suggestion
}

// batch counts the terms of all items of a plan.
func (x *Index) batch(r *record.Plan) *batch {
	b := new(batch)
	c := counter{index: x, plan: r, batch: &b.Batch}
	for i := range r.Items {
		c.item(&r.Items[i])
	}
	b.words = x.suggestions(r)
	return b
}

// counter counts the terms of one item after the other.
type counter struct {
	index   *Index
	plan    *record.Plan
	batch   *postings.Batch
	text    grams.Text
	weights [record.Fields]float32 // of a term in each field of the item at hand
}

// item counts the terms of an item, with the titles that it stands under.
func (c *counter) item(i *record.Item) {
	heading := c.plan.Of(c.plan.Headings[i.Heading].Pieces)
	pieces := c.plan.Of(i.Pieces)
	var sizes [record.Fields]int
	for _, list := range [][]record.Piece{heading, pieces} {
		for k := range list {
			sizes[list[k].Field] += len(c.plan.Text(&list[k]))
		}
	}
	for f, w := range c.index.weights {
		c.weights[f] = w.of(sizes[f])
	}
	c.pieces(heading)
	c.pieces(pieces)
	c.batch.End(saturation)
}

// pieces counts the terms of pieces and the bodies that they name.
func (c *counter) pieces(list []record.Piece) {
	for i := range list {
		p := &list[i]
		w := c.weights[p.Field]
		if w == 0 {
			continue
		}
		c.count(c.plan.Text(p), w, p.Kind == record.Alias)
		if a := c.plan.Agent(p); a != nil {
			c.agent(a, p.Field, w)
		}
	}
}

// agent counts a body by its id and, where it is responsible, by its names
// other than the one that is written.
func (c *counter) agent(a *record.Agent, f record.Field, w float32) {
	if f != record.Department {
		c.batch.Count([]byte(mentionTerm+a.ID), w)
		return
	}
	c.batch.Count([]byte(responsibleTerm+a.ID), w)
	for _, term := range c.index.nameTerms(a.ID) {
		c.batch.Count([]byte(term), w/2)
	}
}

// count counts the terms of a text. Single characters of what only means the
// same do not count.
func (c *counter) count(text string, w float32, alias bool) {
	c.text.Cut(text)
	for i, u := range c.text.Units {
		if !alias || !u.Single {
			c.batch.Count(c.text.Unit(i), w)
		}
		if pair := c.text.Pair(i); pair != nil {
			c.batch.Count(pair, w)
		}
	}
	for i, k := range c.index.long(text, &c.text) {
		c.batch.Count(c.text.Range(i, k), w)
	}
}

// long yields the words of three units and more of a text that cut has cut, as
// ranges of units.
func (x *Index) long(text string, cut *grams.Text) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for _, span := range words.Tokens(x.engine, text) {
			if span.Len() < 5 {
				continue
			}
			i := unitAt(cut, span.Start)
			k := unitAt(cut, span.End)
			if k-i >= 3 && !yield(i, k) {
				return
			}
		}
	}
}

// unitAt returns the first unit that begins at the byte at or behind it.
func unitAt(cut *grams.Text, at int) int {
	return sort.Search(len(cut.Units), func(i int) bool { return cut.Units[i].Span.Start >= at })
}
