package index

import (
	"cmp"
	"container/heap"
	"math"
	"slices"

	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/postings"
)

// The parts of a query, by the rarity of its terms, that an item must have to
// be found: the first for which there is one. Of three words as rare as each other
// two will do, and one of them where no item has two.
var coverages = [...]float32{0.6, 0.2}

// Search returns the items that a query finds, as segment.Index.Search says.
func (x *Index) Search(text string, o *SearchOptions) *Results {
	x.mu.RLock()
	defer x.mu.RUnlock()
	q := x.newQuery(text)
	s := searcher{query: q, options: o, sums: x.sums()}
	defer x.release(s.sums)
	s.filter = s.filters()
	s.run()
	return s.results()
}

// sums returns a zero Sum for each document, from the pool where one is large
// enough. A new one has room for the items to come.
func (x *Index) sums() *[]postings.Sum {
	sums, _ := x.pool.Get().(*[]postings.Sum)
	if sums == nil || cap(*sums) < len(x.docs) {
		fresh := make([]postings.Sum, len(x.docs), len(x.docs)+len(x.docs)/8)
		return &fresh
	}
	*sums = (*sums)[:len(x.docs)]
	return sums
}

func (x *Index) release(sums *[]postings.Sum) {
	clear(*sums)
	x.pool.Put(sums)
}

// searcher runs one query.
type searcher struct {
	*query
	options  *SearchOptions
	filter   filter
	sums     *[]postings.Sum
	best     hits // the worst first
	total    int
	facets   facets
	straight float32 // what a reference adds to the score of its item
	text     grams.Text
}

// run finds the documents, with less of the query if there are none with more.
func (s *searcher) run() {
	s.score()
	if len(s.terms) == 0 && len(s.references) == 0 {
		if len(s.minus) > 0 || s.filter.any {
			s.collect(-1)
		}
		return
	}
	for _, part := range coverages {
		if s.collect(part * s.query.total); s.total > 0 {
			return
		}
	}
	if len(s.phrases) > 0 || s.onlyCharacters() {
		return
	}
	clear(*s.sums)
	s.query.total = 0
	for _, unit := range s.singles {
		rarity := s.rarity(unit)
		s.query.total += rarity
		s.marks[unit] = true
		s.index.lists.Add(*s.sums, unit, rarity, rarity)
	}
	s.collect(0.99 * s.query.total) // all of the characters, but for rounding
}

// onlyCharacters reports whether characters were looked for already.
func (s *searcher) onlyCharacters() bool { return len(s.singles) < 2 }

// score adds up the terms. What a reference adds is more than all of them together,
// so that the items it names come first.
func (s *searcher) score() {
	highest := float32(1)
	for _, t := range s.order {
		term := s.terms[t]
		highest += term.weight
		s.index.lists.Add(*s.sums, t, term.weight, term.cover)
	}
	s.straight = highest
	for _, r := range s.references {
		s.refer(&r)
	}
}

// collect takes the best documents that have need of the query; with a negative
// need all that the filters leave. Phrases are looked up last, as they cost most.
func (s *searcher) collect(need float32) {
	keep := s.keep()
	for doc, sum := range *s.sums {
		if need >= 0 && sum.Score <= 0 || sum.Cover < need {
			continue
		}
		if !s.filter.allows(s.index.docs[doc], doc) {
			continue
		}
		h := ranked{doc, sum.Score}
		full := len(s.best) >= keep
		if full && !s.options.Facets && !s.best[0].below(h) || !s.phrased(doc) {
			continue
		}
		s.total++
		if s.options.Facets {
			s.facets.count(s.index.docs[doc])
		}
		switch {
		case !full:
			heap.Push(&s.best, h)
		case s.best[0].below(h):
			s.best[0] = h
			heap.Fix(&s.best, 0)
		}
	}
}

// keep returns how many hits are wanted, with those to skip.
func (s *searcher) keep() int {
	limit := s.options.Limit
	if limit <= 0 {
		limit = 10
	}
	return limit + min(max(s.options.Skip, 0), math.MaxInt32)
}

// ranked is a document with its score.
type ranked struct {
	doc   int
	score float32
}

// below reports whether b stands before a among the hits.
func (a ranked) below(b ranked) bool {
	return a.score < b.score || a.score == b.score && a.doc > b.doc
}

// hits is a heap with the worst hit on top.
type hits []ranked

func (h hits) Len() int           { return len(h) }
func (h hits) Less(i, j int) bool { return h[i].below(h[j]) }
func (h hits) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }

// Push is for package heap.
func (h *hits) Push(x any) { *h = append(*h, x.(ranked)) }

// Pop is for package heap.
func (h *hits) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// results lays out what was found.
func (s *searcher) results() *Results {
	slices.SortFunc(s.best, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.doc, b.doc))
	})
	r := &Results{Hits: []Hit{}}
	for _, h := range s.best[min(max(s.options.Skip, 0), len(s.best)):] {
		r.Hits = append(r.Hits, s.hit(h))
	}
	if s.options.Facets {
		r.Total = s.total
		r.Departments, r.Sections = s.facets.list()
	}
	return r
}
