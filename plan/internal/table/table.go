package table

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// Kind tells what a row is.
type Kind int

// The kinds of row.
const (
	Item  Kind = iota // a task
	Group             // a heading over the rows that follow
	Text              // a remark
)

// Row is a row of the table, or a cell that groups rows. Ranges are in the order
// of the text.
type Row struct {
	note.Range // its own cells
	Kind       Kind
	Depth      int  // of a group: how many groups it lies in
	Closes     bool // a task that lies in so many groups, and in none that is deeper
	Label      label.Label
	Labeled    bool
	Title      []note.Range // the lines of its task
	Texts      []note.Range // the lines of its other cells
	Duties     []note.Note  // of its own cells and of those that reach down to it
}

// Table is a table of duties.
type Table struct {
	note.Range
	Rows  []Row
	Marks []note.Range // heads and what else says nothing of its own
	Rules []note.Range // what heads say of all cells: 排名第一的为牵头单位

	columns []column
	last    int // the last number of its tasks
}

// Read reads the rows of cells, of which none is a ruler, as a table of duties.
func Read(t *runes.Text, rows [][]Cell) (*Table, bool) {
	h, ok := findHead(t, rows)
	if !ok {
		return nil, false
	}
	r := reader{t: t, columns: h.columns, heads: rows[h.from:h.to], out: &Table{columns: h.columns}}
	for _, row := range rows[:h.from] {
		r.addText(row)
	}
	r.addHeads(rows[h.from:h.to])
	return r.read(rows[h.to:])
}

// GoesOn reads the rows, which have no head, as more of the table x that a page
// cut: they have as many cells, and their numbers go on.
func (x *Table) GoesOn(t *runes.Text, rows [][]Cell) (*Table, bool) {
	k := slices.IndexFunc(x.columns, func(c column) bool { return c.kind == numberColumn })
	if k < 0 || len(rows) == 0 || len(rows[0]) != len(x.columns) || x.last == 0 || Number(t, rows[0][k]) != x.last+1 || len(x.Rules) > 0 {
		return nil, false
	}
	r := reader{t: t, columns: x.columns, out: &Table{columns: x.columns}}
	return r.read(rows)
}

// read reads the rows under the head.
func (r *reader) read(body [][]Cell) (*Table, bool) {
	for i, row := range body {
		body[i] = r.align(row)
	}
	r.arrange(body)
	for i, row := range body {
		r.add(row, body[i+1:])
	}
	r.finishHeads()
	return r.out, r.items > 0 && r.named*2 >= r.cells && r.named > 0
}

// reader reads the rows of a table.
type reader struct {
	t       *runes.Text
	columns []column
	heads   [][]Cell
	out     *Table

	layout
	group  []Cell              // of each column that groups, the cell that is open
	levels []label.Level       // of the open rows that group
	last   map[int][]note.Note // by column, the notes of the last cell of duties
	labels map[note.Range]bool // heads that are labels of duties
	items  int
	cells  int // cells of duties with text
	named  int // those that name bodies
}

// maxAlign is how many columns a table may have whose rows are put in order.
const maxAlign = 32

// align gives the row as many cells as there are columns. Where a program left
// out empty or merged cells, they are put back where the others fit their
// columns: at the end, within, or as merged ones at the start.
func (r *reader) align(row []Cell) []Cell {
	missing := len(r.columns) - len(row)
	if missing < 0 && len(row) <= maxAlign {
		return r.join(row, -missing)
	}
	if missing <= 0 {
		return row
	}
	cells, mergedCells := count(row)
	if mergedCells == 0 && cells > 1 && len(r.columns) <= maxAlign {
		for at := len(row); at >= 0; at-- {
			gap := make([]Cell, missing)
			if at == 0 {
				for i := range gap {
					gap[i].Merged = true
				}
			}
			if full := slices.Concat(row[:at], gap, row[at:]); r.fits(full) {
				return full
			}
		}
	}
	return append(slices.Clip(row), make([]Cell, missing)...)
}

// join makes one of the cells that blanks within a task cut it into, n too many,
// where the others fit their columns then.
func (r *reader) join(row []Cell, n int) []Cell {
	for at := 0; at+n < len(row); at++ {
		k := r.columns[at].kind
		if k != taskColumn && k != groupColumn || row[at].blank() || row[at+n].blank() {
			continue
		}
		whole := Cell{Range: note.Range{Start: row[at].Start, End: row[at+n].End}}
		whole.Lines = []note.Range{whole.Range}
		if joined := slices.Concat(row[:at], []Cell{whole}, row[at+n+1:]); r.fits(joined) {
			return joined
		}
	}
	return row
}

// fits reports whether numbers, names of bodies and times stand in their columns.
func (r *reader) fits(row []Cell) bool {
	for i := range r.columns {
		c := &row[i]
		if c.blank() {
			continue
		}
		switch r.columns[i].kind {
		case numberColumn:
			if Number(r.t, *c) == 0 {
				return false
			}
		case dutyColumn:
			if n, ok := r.columns[i].Read(r.t, c.Start, c.End); ok && !n.Names(r.t) {
				return false
			}
		case whenColumn:
			if note.IsName(r.t, c.Start, c.End) {
				return false
			}
		default:
		}
	}
	return true
}

// addHeads notes the heads as marks, and the rules in them.
func (r *reader) addHeads(rows [][]Cell) {
	for i := range r.columns {
		if rule := r.columns[i].Rule; !rule.Empty() {
			r.out.Rules = append(r.out.Rules, rule)
		}
	}
	for _, row := range rows {
		r.extend(row)
	}
}

// finishHeads makes marks of the heads that no duty has for its label.
func (r *reader) finishHeads() {
	for _, row := range r.heads {
		for i := range row {
			if row[i].blank() {
				continue
			}
			at := row[i].Start
			for k := range r.columns {
				l, rule := r.columns[k].Label(), r.columns[k].Rule
				if r.columns[k].head.Range != row[i].Range {
					continue
				}
				if r.labels[l] {
					r.mark(note.Range{Start: at, End: l.Start})
					at = l.End
				}
				if !rule.Empty() {
					r.mark(note.Range{Start: at, End: rule.Start})
					at = rule.End
				}
			}
			r.mark(note.Range{Start: at, End: row[i].End})
		}
	}
}

func (r *reader) mark(x note.Range) {
	if !x.Empty() {
		r.out.Marks = append(r.out.Marks, x)
	}
}

// extend makes the table reach to the end of the row, and returns the range of
// the row's own cells.
func (r *reader) extend(row []Cell) note.Range {
	own := note.Range{Start: -1}
	for i := range row {
		c := &row[i]
		if c.Start == 0 && c.End == 0 { // a cell that was added
			continue
		}
		if r.out.Empty() {
			r.out.Start = c.Start
		}
		r.out.End = max(r.out.End, c.End)
		if c.Merged {
			r.mark(c.Range)
		}
		if c.blank() {
			continue
		}
		if own.Start < 0 {
			own.Start = c.Start
		}
		own.End = c.End
	}
	return own
}
