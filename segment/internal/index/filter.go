package index

import (
	"slices"

	"github.com/qiaotoubao/fangan/segment/internal/record"
)

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
