package table

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// add reads one row of the body; next are those behind it.
func (r *reader) add(row []Cell, next [][]Cell) {
	if r.isHead(row) {
		r.extend(row)
		for i := range row {
			if !row[i].blank() {
				r.mark(row[i].Range)
			}
		}
		return
	}
	cells, mergedCells := count(row)
	if cells == 0 {
		r.extend(row)
		return
	}
	if cells == 1 && mergedCells == 0 && r.addSingle(row, next) || r.addSum(row) || r.addChapter(row) {
		return
	}
	r.addItem(row, next)
}

// isHead reports whether the row repeats a row of the head, as on each page.
func (r *reader) isHead(row []Cell) bool {
	for _, h := range r.heads {
		equal := 0
		for i := range row {
			if row[i].blank() {
				continue
			}
			if i >= len(h) || !same(r.t, &row[i], &h[i]) {
				equal = 0
				break
			}
			equal++
		}
		if equal > 1 {
			return true
		}
	}
	return false
}

// IsRuler reports whether the row from i to j is the ruler under a head of
// Markdown, or blank.
func IsRuler(t *runes.Text, i, j int) bool {
	for k := i; k < j; k++ {
		if f := t.Folded[k]; f != '-' && f != ':' && f != '=' && f != '—' && !IsStroke(f) && !runes.IsBlank(f) {
			return false
		}
	}
	return true
}

// remarks open a row that says something of the whole table.
var remarks = []string{"注", "备注", "说明", "填表", "※", "*"}

// maxGroup is the length in runes of the longest title of a row that groups.
const maxGroup = 60

// addSingle reads a row of one cell: a heading over the rows that follow, or a
// remark. It reports false where the row is a task, or goes on the one before
// it.
func (r *reader) addSingle(row []Cell, next [][]Cell) bool {
	i := slices.IndexFunc(row, func(c Cell) bool { return !c.blank() })
	c := &row[i]
	if i < len(r.columns) && r.columns[i].answers() && r.items > 0 {
		return false
	}
	for _, w := range remarks {
		if r.t.Has(c.Start, c.End, w) {
			r.addText(row)
			return true
		}
	}
	l, labeled := labelOf(r.t, c)
	_, bare := number(r.t, c.Range)
	switch {
	case bare || c.End-c.Start > maxGroup && !labeled:
		r.addText(row)
		return true
	case labeled && l.Form > label.Arabic, !labeled && r.goesOn(i):
		return false
	case !labeled && r.breaksOff(c, i):
		last := &r.out.Rows[len(r.out.Rows)-1]
		last.Texts = append(last.Texts, r.lines(c)...)
		last.End = r.extend(row).End
		return true
	case len(next) == 0:
		r.addText(row)
		return true
	}
	r.addGroup(row, c, l, labeled)
	return true
}

// breaksOff reports whether c goes on the task over it, which the end of a page
// cut: it stands in the column of tasks and ends as sentences do.
func (r *reader) breaksOff(c *Cell, i int) bool {
	n := len(r.out.Rows)
	return i > 0 && i == r.tasks[0] && n > 0 && r.out.Rows[n-1].Kind == Item && runes.EndsSentence(r.t.Folded[c.End-1])
}

// goesOn reports whether a cell of column i, alone in its row, is a task whose
// other cells are those over them: the table does not tell merged cells from
// empty ones, and has columns that group.
func (r *reader) goesOn(i int) bool {
	return !r.merges && r.items > 0 && i == r.tasks[0] && len(r.groups) > 0
}

// addText adds the cells of a row as remarks.
func (r *reader) addText(row []Cell) {
	own := r.extend(row)
	if own.Start < 0 {
		return
	}
	out := Row{Range: own, Kind: Text}
	for i := range row {
		if !row[i].blank() {
			out.Texts = append(out.Texts, r.lines(&row[i])...)
		}
	}
	r.out.Rows = append(r.out.Rows, out)
}

// lines returns the lines of c for text; the tags between them are marks.
func (r *reader) lines(c *Cell) []note.Range {
	for _, x := range c.breaks {
		r.mark(x)
	}
	return slices.Clone(c.Lines)
}

// setTitle takes the title of o from the lines of c, and the label l off it
// where it stands there.
func (r *reader) setTitle(o *Row, c *Cell, l label.Label, labeled bool) {
	o.Title, o.Label, o.Labeled = r.lines(c), l, labeled
	if labeled && l.Start == c.Start {
		o.Title[0].Start = l.End
	}
}

// labelOf reads the label that the text of a cell begins with.
func labelOf(t *runes.Text, c *Cell) (label.Label, bool) {
	l, ok := label.Parse(t, c.Start, c.End)
	return l, ok && l.Form.Numbered() && !l.Loose && l.End < c.Lines[0].End
}

// addItem reads a row with several cells: the groups that begin in it, and its
// task. A row without a task of its own goes on the one before it.
func (r *reader) addItem(row []Cell, next [][]Cell) {
	own := r.extend(row)
	if own.Start < 0 || r.addWide(row, next, own) {
		return
	}
	r.openGroups(row, own, len(r.groups))
	title := slices.IndexFunc(r.tasks, func(k int) bool { return !row[k].blank() })
	goesOn := title < 0 && r.items > 0 && r.out.Rows[len(r.out.Rows)-1].Kind == Item
	if !goesOn {
		r.out.Rows = append(r.out.Rows, Row{Range: own})
		r.items++
	}
	out := &r.out.Rows[len(r.out.Rows)-1]
	out.End = max(out.End, own.End)
	if title >= 0 {
		c := &row[r.tasks[title]]
		l, ok := labelOf(r.t, c)
		if n, numbered := r.numberOf(row); numbered {
			l, ok, r.out.last = n, true, n.Number
		}
		r.setTitle(out, c, l, ok)
	}
	r.fill(out, row, title, goesOn)
}

// addWide reads a row whose task stands in the innermost column that groups, and
// reaches over those of tasks: nothing else lies in the group.
func (r *reader) addWide(row []Cell, next [][]Cell, own note.Range) bool {
	depth := len(r.groups) - 1
	if depth < 0 || r.taskBehind(row, r.groups[depth]) {
		return false
	}
	k := r.groups[depth]
	c := &row[k]
	if c.blank() || len(next) > 0 && next[0][k].blank() && r.taskBehind(next[0], k) || same(r.t, c, &r.group[depth]) {
		return false
	}
	r.openGroups(row, own, depth)
	r.group[depth], r.last = Cell{}, nil
	l, ok := labelOf(r.t, c)
	if r.numbered >= 0 && !row[r.numbered].blank() && (r.ofGroup < 0 || r.ofGroup == k) {
		if n, numbered := number(r.t, row[r.numbered].Range); numbered {
			l, ok, r.out.last = n, true, n.Number
		}
	}
	out := Row{Range: own, Depth: len(r.levels) + depth, Closes: true}
	r.setTitle(&out, c, l, ok)
	r.items++
	r.fill(&out, row, -1, false)
	r.out.Rows = append(r.out.Rows, out)
	return true
}

// numberOf returns the number of the row, unless it counts groups.
func (r *reader) numberOf(row []Cell) (label.Label, bool) {
	if r.numbered < 0 || r.ofGroup >= 0 || row[r.numbered].blank() {
		return label.Label{}, false
	}
	return number(r.t, row[r.numbered].Range)
}

// again reports whether the cell only says again to which group the row belongs.
func (r *reader) again(c *Cell, depth int) bool {
	if c.End-c.Start > maxHead || !same(r.t, c, &r.group[depth]) {
		return false
	}
	r.mark(c.Range)
	return true
}

// fill adds the cells of the row to out but for its title and what groups it.
func (r *reader) fill(out *Row, row []Cell, title int, goesOn bool) {
	inherit := !r.merges && !goesOn && r.within(row) && r.silent(row)
	for k := range row {
		c := &row[k]
		duty := k < len(r.columns) && r.columns[k].answers()
		switch {
		case c.blank():
			if duty && (c.Merged && !goesOn || inherit) {
				out.Duties = append(out.Duties, r.last[k]...)
			}
		case slices.Contains(r.groups, k), title >= 0 && k == r.tasks[title]:
		case k == r.numbered && (out.Labeled && out.Label.Start == c.Start || r.ofGroup >= 0 && r.isNumber(c)):
		case duty:
			r.addDuty(out, c, k)
		default:
			out.Texts = append(out.Texts, r.lines(c)...)
		}
	}
}

func (r *reader) isNumber(c *Cell) bool {
	_, ok := number(r.t, c.Range)
	return ok
}
