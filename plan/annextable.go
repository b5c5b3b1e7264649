package plan

import (
	"cmp"
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// addLoose adds a section for the tables of duties before the first unit. Where
// rows group all others, they are the sections.
func (p *parser) addLoose() {
	if len(p.loose) == 0 {
		return
	}
	s := &Section{Heading: Heading{Span: p.t.Span(p.loose[0].Start, p.loose[0].End)}}
	for _, t := range p.loose {
		s.Span.End = max(s.Span.End, p.t.Span(t.Start, t.End).End)
		p.addRows(s, t)
	}
	if len(s.Items) > 0 {
		p.plan.Sections = append(p.plan.Sections, s)
		return
	}
	p.plan.Sections = append(p.plan.Sections, s.Sections...)
	p.plan.Preamble = append(p.plan.Preamble, s.Paragraphs...)
	slices.SortFunc(p.plan.Preamble, func(a, b Paragraph) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// tableAnnex reports whether block i is the title of a table of duties.
func (p *parser) tableAnnex(i int) bool {
	b := p.blocks[i]
	if b.Kind != layout.Prose || b.Labeled || b.Heading > 0 || !p.isTitle(b.Start, b.End) {
		return false
	}
	for k := i + 1; k < len(p.blocks) && k <= i+maxTitleLines; k++ {
		if next := p.blocks[k]; next.Kind == layout.Table {
			return p.opensTable(k)
		} else if next.Labeled || next.End-next.Start > maxTitle {
			return false
		}
	}
	return false
}

// maxTitleLines is how many lines may stand between the first line of a table's
// title and the table: more of its title, a date, a unit of measure.
const maxTitleLines = 3

// annexTable is a table of duties in an attachment.
type annexTable struct {
	annex int // of the plan's attachments
	table *table.Table
}

// addAnnexes adds a section for each attachment with tables of duties, behind
// those of the plan's text.
func (p *parser) addAnnexes() {
	var s *Section
	annex := -1
	for _, x := range p.annexes {
		if x.annex != annex {
			annex = x.annex
			s = p.annexSection(annex, x.table)
			p.plan.Sections = append(p.plan.Sections, s)
		}
		s.Span.End = max(s.Span.End, p.t.Span(x.table.Start, x.table.End).End)
		p.addRows(s, x.table)
	}
}

// annexSection makes the section of an attachment, which has its title.
func (p *parser) annexSection(annex int, t *table.Table) *Section {
	s := &Section{Heading: Heading{Span: p.t.Span(t.Start, t.End)}}
	if a := &p.plan.Attachments[annex]; a.Title != "" {
		s.Title, s.TitleSpan = a.Title, a.TitleSpan
		s.Span.Start = a.TitleSpan.Start
	}
	return s
}
