package plan

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// tableEnd returns where the rows end that begin at block i.
func tableEnd(blocks []layout.Block, i int) int {
	for i < len(blocks) && blocks[i].Kind == layout.Table {
		i++
	}
	return i
}

// maxHeadRows is how many rows may hold the head of a table.
const maxHeadRows = 4

// opensTable reports whether a table with a head of duties begins at block i.
func (p *parser) opensTable(i int) bool {
	if p.blocks[i].Kind != layout.Table || i > 0 && p.blocks[i-1].Kind == layout.Table {
		return false
	}
	end := tableEnd(p.blocks[:min(i+maxHeadRows, len(p.blocks))], i)
	return table.HasHead(p.t, p.cells(p.blocks[i:end]))
}

// cells returns the cells of the rows.
func (p *parser) cells(rows []layout.Block) [][]table.Cell {
	cells := make([][]table.Cell, len(rows))
	for i, b := range rows {
		cells[i] = table.Cells(p.t, b.Start, b.End, b.Cut)
	}
	return cells
}

// dutyTables reads the rows as tables of duties. Other tables are kept as they
// are.
func (p *parser) dutyTables(rows []layout.Block) []*table.Table {
	cells := p.cells(rows)
	var tables []*table.Table
	start := 0
	for _, end := range append(table.Split(p.t, cells), len(rows)) {
		if t, ok := table.Read(p.t, cells[start:end]); ok {
			tables = append(tables, t)
		} else {
			for i, b := range rows[start:end] {
				p.addTable(b, i > 0)
			}
		}
		start = end
	}
	return tables
}

// addRows adds the rows of a table of duties to s: items, and sections for what
// groups them.
func (p *parser) addRows(s *Section, t *table.Table) {
	p.markTable(t)
	open := []*Section{s}
	for i := range t.Rows {
		r := &t.Rows[i]
		u := p.rowUnit(r)
		if r.Kind == table.Group {
			open = open[:min(r.Depth+1, len(open))]
			sub := &Section{Heading: p.heading(u), Body: p.body(u)}
			over := open[len(open)-1]
			over.Sections = append(over.Sections, sub)
			open = append(open, sub)
		} else if last := open[len(open)-1]; r.Kind == table.Text {
			last.Paragraphs = append(last.Paragraphs, p.body(u).Paragraphs...)
		} else {
			last.Items = append(last.Items, p.item(u))
		}
		end := p.t.Span(r.Start, u.end).End
		for _, x := range open {
			x.Span.End = max(x.Span.End, end)
		}
	}
}

// pointRows adds the rows of a table that stands in an item or a point to it.
func (p *parser) pointRows(t *table.Table) []*Point {
	p.markTable(t)
	var points []*Point
	for i := range t.Rows {
		points = append(points, p.point(p.rowUnit(&t.Rows[i])))
	}
	return points
}

// markTable notes what in the table is no part of its rows.
func (p *parser) markTable(t *table.Table) {
	for _, m := range t.Marks {
		p.plan.marks = append(p.plan.marks, p.t.Span(m.Start, m.End))
	}
	for _, r := range t.Rules {
		if kind := ruleKind(p.t, r); kind != RuleOther {
			p.rules = append(p.rules, Rule{Text: p.t.Compact(r.Start, r.End), Kind: kind, Span: p.t.Span(r.Start, r.End)})
		} else {
			p.plan.marks = append(p.plan.marks, p.t.Span(r.Start, r.End))
		}
	}
}

// rowUnit makes a unit of a row.
func (p *parser) rowUnit(r *table.Row) *unit {
	u := &unit{
		block: layout.Block{Start: r.Start, End: r.End, Label: r.Label, Labeled: r.Labeled},
		label: r.Label, end: r.End, notes: slices.Clone(r.Duties),
	}
	if !r.Labeled {
		u.label = label.Label{}
	}
	b := treeBuilder{parser: p, stack: []*unit{u}}
	for i, line := range r.Title {
		if i == 0 {
			b.readUnit(u, line.Start, line.End)
			continue
		}
		b.addPieces(u, line.Start, line.End, note.Find(p.t, line.Start, line.End))
	}
	for _, line := range r.Texts {
		b.addPieces(u, line.Start, line.End, note.Find(p.t, line.Start, line.End))
	}
	return u
}

// addLoose adds a section for the tables of duties before the first unit.
func (p *parser) addLoose() {
	if len(p.loose) == 0 {
		return
	}
	s := &Section{Heading: Heading{Span: p.t.Span(p.loose[0].Start, p.loose[0].End)}}
	p.plan.Sections = append(p.plan.Sections, s)
	for _, t := range p.loose {
		s.Span.End = max(s.Span.End, p.t.Span(t.Start, t.End).End)
		p.addRows(s, t)
	}
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
