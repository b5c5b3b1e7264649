package segment

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

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
		for token := range x.segmenter.Search(text) {
			if token.Span.Len() < 5 {
				continue
			}
			i := unitAt(cut, token.Span.Start)
			k := unitAt(cut, token.Span.End)
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

// otherNames knows the terms of all names of bodies, each of which it finds when
// first asked for.
type otherNames struct {
	terms sync.Map // []string in order, by id
}

// nameTerms returns the terms of all names of the body with the id, in order.
func (x *Index) nameTerms(id string) []string {
	if terms, ok := x.names.terms.Load(id); ok {
		return terms.([]string)
	}
	terms := x.findNameTerms(id)
	x.names.terms.Store(strings.Clone(id), terms)
	return terms
}

// findNameTerms lists the pairs, words and runs of letters of a body's names.
func (x *Index) findNameTerms(id string) []string {
	body, ok := x.registry.Lookup(id)
	if !ok {
		return nil
	}
	var terms []string
	var cut grams.Text
	for _, name := range bodyNames(body) {
		cut.Cut(name)
		for i, u := range cut.Units {
			if !u.Single {
				terms = append(terms, string(cut.Unit(i)))
			}
			if pair := cut.Pair(i); pair != nil {
				terms = append(terms, string(pair))
			}
		}
		for i, k := range x.long(name, &cut) {
			terms = append(terms, string(cut.Range(i, k)))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// body returns the id of the listed body that has a name, in Chinese or English.
func (x *Index) body(name string) (string, bool) {
	if body, ok := x.registry.Lookup(name); ok {
		return body.ID, true
	}
	var cut grams.Text
	cut.Cut(name)
	id, ok := x.english[string(cut.Folded())]
	return id, ok
}

// bodyID returns the id of the body of any name, listed or not.
func (x *Index) bodyID(name string) string {
	if id, ok := x.body(name); ok {
		return id
	}
	return x.registry.ID(name, department.Scope{})
}

// englishNames returns the ids of bodies by their English names, folded.
func englishNames(r *department.Registry) map[string]string {
	ids := map[string]string{}
	var cut grams.Text
	for b := range r.Bodies() {
		cut.Cut(b.English)
		if key := string(cut.Folded()); key != "" {
			ids[key] = b.ID
		}
	}
	return ids
}

// bodyNames lists the names of a body, none of them empty. What they say of its
// place beyond its level is left out, or every body would be found by it:
// 市商务委员会 for 上海市商务委员会.
func bodyNames(b department.Body) []string {
	names := append([]string{b.Name, b.Full, b.English}, b.Aliases...)
	for i, name := range names {
		if rest, ok := strings.CutPrefix(name, b.Place); ok && b.Place != "" && rest != "" {
			_, level := utf8.DecodeLastRuneInString(b.Place)
			names[i] = b.Place[len(b.Place)-level:] + rest
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}
