package segment

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan/target"
	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// SearchOptions say what a search returns. The nil *SearchOptions is the
// default. Filters that are set must all hold.
type SearchOptions struct {
	Limit int // how many hits at most; 0 means 10
	Skip  int // how many hits to leave out before them

	Plans          []string    // ids of plans; one of them
	Departments    []string    // any names or ids of bodies; one of them is responsible
	Sections       []int       // numbers of sections (0: items without one); one of them
	DeadlineBefore target.Date // something in the item is due before that day
	HasTarget      bool        // the item sets itself an amount

	// Facets asks for Total and the facets of the results, which takes a look at
	// every item that the query finds.
	Facets bool

	// SnippetLength is about how many characters a snippet has; 0 means 60.
	SnippetLength int
}

// Results are what a search found.
type Results struct {
	Hits []Hit `json:"hits"` // the best first

	// These are set where the options ask for facets.
	Total       int            `json:"total,omitempty"`
	Departments []Facet        `json:"departments,omitempty"` // the most frequent first
	Sections    []SectionFacet `json:"sections,omitempty"`    // likewise
}

// Facet is a body with the number of items found that it is responsible for.
type Facet struct {
	ID    string `json:"id"`
	Name  string `json:"name"` // as first written
	Count int    `json:"count"`
}

// SectionFacet is a section with the number of items found in it.
type SectionFacet struct {
	Plan   string `json:"plan"`
	Number int    `json:"number"`
	Title  string `json:"title"`
	Count  int    `json:"count"`
}

// The parts of a query, by the rarity of its terms, that an item must have to
// be found: the first for which there is one.
var coverages = [...]float32{0.6, 0.2}

// Search returns the items that a query finds, the best first.
//
// A query is running text or words with blanks between them, in either script,
// any width and case. An item must have most of it, measured by how rare its
// words are; the order is that of BM25. A phrase in quotation marks must stand
// there as it is, a word behind a minus must not. A body that the query names by
// any of its names is found by all of them. References (第十二项, 第三部分第（二）项) go
// straight to the items, which are the first hits then.
//
// Any text is some query; only its first 1024 bytes and 32 parts count. A query without
// words finds nothing, unless it has a minus or the options a filter: then it
// finds all that these leave.
func (x *Index) Search(text string, o *SearchOptions) *Results {
	if o == nil {
		o = new(SearchOptions)
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	q := x.newQuery(text)
	s := searcher{query: q, options: o, sums: x.sums()}
	defer x.release(s.sums)
	s.filter = s.filters()
	s.run()
	return s.results()
}

// sums returns a zero Sum for each document.
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
	s.collect(0.99 * s.query.total)
}

// onlyCharacters reports whether characters were looked for already.
func (s *searcher) onlyCharacters() bool { return len(s.singles) < 2 }

// score adds up the terms.
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

// refer adds to the score of the items that a reference names.
func (s *searcher) refer(r *unitReference) {
	var last *record.Plan
	named := false // whether the reference may mean that plan
	for doc, d := range s.index.docs {
		if d.plan != last {
			last, named = d.plan, d.plan != nil && inDocument(d.plan, r.document)
		}
		number := d.number
		if r.whole {
			number = d.section
		}
		if named && (r.section == 0 || r.section == int(d.section)) && r.means(int(number)) {
			(*s.sums)[doc].Score += s.straight
			(*s.sums)[doc].Cover += s.query.total
		}
	}
}

// inDocument reports whether a plan's title has the name of a document.
func inDocument(p *record.Plan, name string) bool {
	if name == "" {
		return true
	}
	var title, part grams.Text
	title.Cut(p.Title)
	part.Cut(name)
	return title.Find(&part, 0) >= 0
}

// collect takes the best documents that have need of the query.
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

// filter is what the options ask of items.
type filter struct {
	any      bool
	plans    []string
	agents   bits
	byAgents bool
	sections []int
	before   uint32
	target   bool
}

func (s *searcher) filters() filter {
	o := s.options
	f := filter{plans: o.Plans, byAgents: len(o.Departments) > 0, sections: o.Sections, before: record.Day(o.DeadlineBefore), target: o.HasTarget}
	f.any = len(f.plans) > 0 || f.byAgents || len(f.sections) > 0 || f.before > 0 || f.target
	if f.byAgents {
		f.agents = newBits(len(*s.sums))
		for _, name := range o.Departments {
			s.index.lists.Each(responsibleTerm+s.index.bodyID(name), f.agents.set)
		}
	}
	for i := range s.phrases {
		s.find(&s.phrases[i])
	}
	for i := range s.minus {
		s.find(&s.minus[i])
	}
	return f
}

// allows reports whether an item passes the filters.
func (f *filter) allows(d document, doc int) bool {
	if d.plan == nil {
		return false
	}
	if !f.any {
		return true
	}
	i := d.facts()
	return !(f.byAgents && !f.agents.has(doc) ||
		f.before > 0 && (i.Deadline == 0 || i.Deadline >= f.before) ||
		f.target && !i.Target ||
		len(f.plans) > 0 && !slices.Contains(f.plans, d.plan.ID) ||
		len(f.sections) > 0 && !slices.Contains(f.sections, int(d.section)))
}

// bits is a set of documents.
type bits []uint64

func newBits(n int) bits        { return make(bits, (n+63)/64) }
func (b bits) set(doc uint32)   { b[doc/64] |= 1 << (doc % 64) }
func (b bits) has(doc int) bool { return b[doc/64]>>(doc%64)&1 != 0 }

func (b bits) and(c bits) {
	for i := range b {
		b[i] &= c[i]
	}
}

// find finds the documents that have all terms of a phrase, or its body.
func (s *searcher) find(p *phrase) {
	p.cut.Cut(p.text)
	units, n := p.cut.Units, len(*s.sums)
	p.having = newBits(n)
	p.exact = len(units) == 1 && units[0].Single
	first := true
	for i, u := range units {
		term := p.cut.Pair(i)
		switch {
		case term == nil && u.Joined:
			continue // it is in the pair before
		case term == nil:
			term = p.cut.Unit(i)
		}
		has := newBits(n)
		s.index.lists.Each(string(term), has.set)
		if !first {
			has.and(p.having)
		}
		p.having, first = has, false
	}
	if p.id != "" {
		for _, t := range []string{responsibleTerm, mentionTerm} {
			s.index.lists.Each(t+p.id, p.having.set)
		}
	}
}

// phrased reports whether an item has all phrases and none behind a minus.
func (s *searcher) phrased(doc int) bool {
	for i := range s.phrases {
		if !s.holds(doc, &s.phrases[i]) {
			return false
		}
	}
	for i := range s.minus {
		if s.holds(doc, &s.minus[i]) {
			return false
		}
	}
	return true
}

// holds looks for a phrase in the texts of an item, where its terms do not tell.
func (s *searcher) holds(doc int, p *phrase) bool {
	if !p.having.has(doc) || p.exact {
		return p.having.has(doc)
	}
	d := s.index.docs[doc]
	i := d.facts()
	for _, r := range [...]record.Range{i.Pieces, d.plan.Headings[i.Heading].Pieces} {
		pieces := d.plan.Of(r)
		for k := range pieces {
			if s.pieceHolds(d.plan, &pieces[k], p) {
				return true
			}
		}
	}
	return false
}

func (s *searcher) pieceHolds(of *record.Plan, x *record.Piece, p *phrase) bool {
	if a := of.Agent(x); a != nil && p.id != "" && a.ID == p.id {
		return true
	}
	if x.Field == record.Label || x.Kind == record.Alias || s.index.weights[x.Field].weight == 0 {
		return false
	}
	s.text.Cut(of.Text(x))
	return s.text.Find(&p.cut, 0) >= 0
}

// facets counts the bodies and sections of the items found. Those of one plan
// come together.
type facets struct {
	plan     *record.Plan
	agents   []int // of plan
	headings []int
	byID     map[string]*Facet
	sections []SectionFacet
}

func (f *facets) count(d document) {
	if d.plan != f.plan {
		f.flush()
		f.plan = d.plan
		f.agents = make([]int, len(d.plan.Agents))
		f.headings = make([]int, len(d.plan.Headings))
	}
	i := d.facts()
	f.headings[i.Heading]++
	for _, a := range d.plan.Responsible(i) {
		f.agents[a]++
	}
}

// flush adds the counts of one plan to those of all.
func (f *facets) flush() {
	if f.plan == nil {
		return
	}
	if f.byID == nil {
		f.byID = map[string]*Facet{}
	}
	for i, n := range f.agents {
		if n == 0 {
			continue
		}
		a := f.plan.Agents[i]
		if f.byID[a.ID] == nil {
			f.byID[a.ID] = &Facet{ID: a.ID, Name: a.Name}
		}
		f.byID[a.ID].Count += n
	}
	first := len(f.sections)
	for i, n := range f.headings {
		if n > 0 {
			f.section(first, &f.plan.Headings[i], n)
		}
	}
}

func (f *facets) section(first int, h *record.Heading, n int) {
	for i := range f.sections[first:] {
		if f.sections[first+i].Number == int(h.Number) {
			f.sections[first+i].Count += n
			return
		}
	}
	title := f.plan.Text(&f.plan.Pieces[h.Pieces.From])
	f.sections = append(f.sections, SectionFacet{f.plan.ID, int(h.Number), title, n})
}

// list returns the facets, the most frequent first.
func (f *facets) list() ([]Facet, []SectionFacet) {
	f.flush()
	agents := make([]Facet, 0, len(f.byID))
	for _, a := range f.byID {
		agents = append(agents, *a)
	}
	slices.SortFunc(agents, func(a, b Facet) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(f.sections, func(a, b SectionFacet) int { return cmp.Compare(b.Count, a.Count) })
	return agents, f.sections
}
