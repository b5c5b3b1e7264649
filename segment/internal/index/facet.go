package index

import (
	"cmp"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// facets counts the bodies and sections of the items found. Those of one plan
// come together.
type facets struct {
	plan     *record.Plan
	agents   []int // of plan
	headings []int
	byID     map[string]*Facet
	sections []SectionFacet
}

// count counts an item for its bodies and its section. Counters by index are those
// of one plan: an id is looked up once a plan and not once an item.
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

// section adds n items to those of the outermost section of a heading. Those of this
// plan begin at first.
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
