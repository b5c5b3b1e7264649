package plan

import (
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
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
	end := tableEnd(p.blocks[:min(i+table.MaxCard, len(p.blocks))], i)
	rows := p.cells(p.withoutRulers(p.blocks[i:end]))
	return table.HasHead(p.t, rows[:min(len(rows), maxHeadRows)]) || table.Card(p.t, rows) > 0
}

// withoutRulers returns the rows without the rulers under the heads of Markdown.
func (p *parser) withoutRulers(rows []layout.Block) []layout.Block {
	return slices.DeleteFunc(slices.Clone(rows), func(b layout.Block) bool { return table.IsRuler(p.t, b.Start, b.End) })
}

// cells returns the cells of the rows.
func (p *parser) cells(rows []layout.Block) [][]table.Cell {
	cells := make([][]table.Cell, len(rows))
	for i, b := range rows {
		cells[i] = table.Cells(p.t, b.Start, b.End, b.Cut)
	}
	return cells
}

// dutyTables reads the rows as tables and cards of duties. Other tables are kept
// as they are.
func (p *parser) dutyTables(rows []layout.Block) []*table.Table {
	rows = p.withoutRulers(rows)
	cells := p.cells(rows)
	var tables []*table.Table
	for start := 0; start < len(rows); {
		if t, n := table.ReadCards(p.t, cells[start:]); n > 0 {
			tables = append(tables, t)
			start += n
			continue
		}
		end := start + 1
		for end < len(rows) && table.Card(p.t, cells[end:]) == 0 {
			end++
		}
		tables = append(tables, p.headedTables(rows[start:end], cells[start:end])...)
		start = end
	}
	return tables
}

// headedTables reads rows without cards.
func (p *parser) headedTables(rows []layout.Block, cells [][]table.Cell) []*table.Table {
	var tables []*table.Table
	start := 0
	for _, end := range append(table.Split(p.t, cells), len(rows)) {
		t, ok := table.Read(p.t, cells[start:end])
		if !ok && p.table != nil {
			t, ok = p.table.GoesOn(p.t, cells[start:end])
		}
		if ok {
			tables, p.table = append(tables, t), t
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
	defer p.markTable(t)()
	open := []*Section{s}
	for i := range t.Rows {
		r := &t.Rows[i]
		u := p.rowUnit(r)
		if r.Kind == table.Group || r.Closes {
			open = open[:min(r.Depth+1, len(open))]
		}
		if r.Kind == table.Group {
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
	defer p.markTable(t)()
	var points []*Point
	for i := range t.Rows {
		points = append(points, p.point(p.rowUnit(&t.Rows[i])))
	}
	return points
}

// markTable notes what in the table is no part of its rows. The rules in its head
// hold until the function that it returns is called.
func (p *parser) markTable(t *table.Table) (end func()) {
	for _, m := range t.Marks {
		p.plan.marks = append(p.plan.marks, p.t.Span(m.Start, m.End))
	}
	before := len(p.rules)
	for _, r := range t.Rules {
		if kind := ruleKind(p.t, r); kind != RuleOther {
			p.rules = append(p.rules, Rule{Text: p.t.Compact(r.Start, r.End), Kind: kind, Span: p.t.Span(r.Start, r.End)})
		} else {
			p.plan.marks = append(p.plan.marks, p.t.Span(r.Start, r.End))
		}
	}
	behind := len(p.rules)
	return func() {
		p.plan.Rules = append(p.plan.Rules, p.rules[before:behind]...)
		p.rules = slices.Delete(p.rules, before, behind)
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

// addRun adds the rows of a table to the innermost unit, or before the first one.
func (b *treeBuilder) addRun(rows []layout.Block) {
	tables := b.dutyTables(rows)
	if n := len(b.stack); n > 0 {
		u := b.stack[n-1]
		u.tables = append(u.tables, tables...)
		return
	}
	b.loose = append(b.loose, tables...)
}

// addTable adds a row to the table that the block before it ended, if inTable
// says so, or opens one. The row of dashes under a head is none.
func (p *parser) addTable(block layout.Block, inTable bool) {
	span := p.t.Span(block.Start, block.End)
	row := cells(p.t, block)
	n := len(p.plan.Tables)
	if !inTable || n == 0 {
		p.plan.Tables = append(p.plan.Tables, Table{Rows: [][]string{row}, Span: span})
		return
	}
	last := &p.plan.Tables[n-1]
	if strings.Trim(strings.Join(row, ""), "-:") != "" {
		last.Rows = append(last.Rows, row)
	}
	last.Span.End = span.End
}

// cells returns the text of the cells of a row.
func cells(t *runes.Text, b layout.Block) []string {
	var row []string
	for _, c := range table.Cells(t, b.Start, b.End, b.Cut) {
		var lines []string
		for _, line := range c.Lines {
			lines = append(lines, t.Slice(line.Start, line.End))
		}
		if c.Merged {
			lines = nil
		}
		row = append(row, strings.Join(lines, " "))
	}
	return row
}
