package index

import (
	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// phrase is a text that an item must have, or must not have.
type phrase struct {
	text   string
	id     string // of the body that it names, if any
	cut    grams.Text
	having bits // the documents that have all its terms, or the body
	exact  bool // and these are all that have the phrase
}

// find finds the documents that have all terms of a phrase, or its body: of
// 一带一路 those with 一带, 带一 and 一路, of which holds then looks into the texts.
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
