package table

import (
	"github.com/qiaotoubao/fangan/convert/numeral"
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// layout tells what the columns of tasks are for.
type layout struct {
	groups   []int // columns whose cells group rows, the outermost first
	tasks    []int // columns of tasks that do not; the first has the titles
	numbered int   // the column of numbers, or -1
	ofGroup  int   // the column that groups whose cells the numbers count, or -1
	merges   bool  // the table tells merged cells from empty ones
	// hanNumbers says that numbers in characters count tasks: no row has another.
	hanNumbers bool
}

// arrange finds out which columns group rows: those before the last column of
// tasks that are named so, or that have cells which stand for several rows.
func (r *reader) arrange(body [][]Cell) {
	r.numbered, r.ofGroup = -1, -1
	for i := range r.columns {
		switch r.columns[i].kind {
		case numberColumn:
			if r.numbered < 0 {
				r.numbered = i
			}
		case taskColumn, groupColumn:
			r.tasks = append(r.tasks, i)
		default:
		}
	}
	r.hanNumbers = true
	for _, row := range body {
		if _, n := count(row); n > 0 {
			r.merges = true
		}
		if r.numbered >= 0 && !row[r.numbered].blank() && runes.IsDigit(r.t.Folded[row[r.numbered].Start]) {
			r.hanNumbers = false
		}
	}
	for len(r.tasks) > 1 && (r.columns[r.tasks[0]].kind == groupColumn || r.reaches(body, r.tasks[0])) {
		r.groups, r.tasks = append(r.groups, r.tasks[0]), r.tasks[1:]
	}
	if r.crosses(body) {
		r.groups, r.tasks = nil, append(r.tasks, r.groups...)
	}
	for _, c := range r.groups {
		if r.counts(body, c) {
			r.ofGroup = c
		}
	}
	r.group = make([]Cell, len(r.groups))
}

// reaches reports whether a cell of column c stands for several rows: a row has
// none of its own, but a task to the right of it.
func (r *reader) reaches(body [][]Cell, c int) bool {
	for _, row := range body {
		if row[c].blank() && r.taskBehind(row, c) && (row[c].Merged || !r.merges) {
			return true
		}
	}
	return false
}

// taskBehind reports whether a column of tasks to the right of c has text.
func (r *reader) taskBehind(row []Cell, c int) bool {
	for _, k := range r.tasks {
		if k > c && !row[k].blank() {
			return true
		}
	}
	return false
}

// crosses reports whether a cell of duties reaches over the border of a group, so
// that it lies in neither.
func (r *reader) crosses(body [][]Cell) bool {
	open := make([]Cell, len(r.groups))
	for i, row := range body {
		border := false
		for depth, k := range r.groups {
			if row[k].blank() || same(r.t, &row[k], &open[depth]) {
				continue
			}
			open[depth], border = row[k], i > 0
		}
		if border && r.dutyMerged(row) {
			return true
		}
	}
	return false
}

// dutyMerged reports whether a cell of duties or times reaches down to the row.
func (r *reader) dutyMerged(row []Cell) bool {
	for k := range r.columns {
		if row[k].Merged && r.columns[k].answers() {
			return true
		}
	}
	return false
}

// counts reports whether the numbers of the table count the cells of the column
// c, which groups rows: a row without a cell of its own has no number.
func (r *reader) counts(body [][]Cell, c int) bool {
	if r.numbered < 0 {
		return false
	}
	without := 0
	for _, row := range body {
		if !row[c].blank() || !r.taskBehind(row, c) {
			continue
		}
		if !row[r.numbered].blank() {
			return false
		}
		without++
	}
	return without > 0
}

// number reads the number in the cell at x: 1, 1., （一）, 十二, 1.2.
func number(t *runes.Text, x note.Range) (label.Label, bool) {
	if l, ok := label.Parse(t, x.Start, x.End); ok && l.Form.Numbered() && l.End == x.End {
		return l, true
	}
	v, n, err := numeral.Scan(t.Span(x.Start, x.End).Of(t.Source))
	if err != nil || n != t.Span(x.Start, x.End).Len() || v < 1 || v > label.MaxNumber {
		return label.Label{}, false
	}
	return label.Label{Form: label.Arabic, Number: int(v), Start: x.Start, End: x.End}, true
}
