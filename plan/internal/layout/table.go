package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// findTables looks for tables of duties without strokes: the head tells what
// stands between its cells, and the rows are the lines that follow and are cut
// as it is.
func findTables(t *runes.Text, lines []line, drop []bool) {
	f := finder{t: t, lines: lines, drop: drop}
	for i := 0; i < len(lines); i++ {
		if end := max(f.tableAt(i), f.cardsAt(i)); end > i {
			i = end - 1
		}
	}
}

// finder looks for tables in lines.
type finder struct {
	t     *runes.Text
	lines []line
	drop  []bool
}

// maxHeadLine is the length in runes of the longest line that may be a head.
const maxHeadLine = 120

// tableAt marks the lines of the table whose head is line i, and returns where
// it ends, or how far it looked where there is none.
func (f *finder) tableAt(i int) int {
	l := &f.lines[i]
	if l.kind != plainLine || l.len() > maxHeadLine {
		return i
	}
	if l.len() <= maxOpening && table.Opens(f.t, f.cell(i)) {
		return f.readColumns(i)
	}
	if !f.mayBeHead(l) {
		return i
	}
	for _, cut := range []table.Cut{table.Strokes, table.Tabs, table.Gaps, table.Blanks} {
		cells := f.cells(i, cut)
		marked := cut == table.Strokes || cut == table.Tabs
		if len(cells) < 2 || len(cells) < 3 && !marked || !table.IsHead(f.t, cells) {
			continue
		}
		if marked {
			return f.readMarked(i, len(cells), cut)
		}
		return f.readBlank(i, cells, cut)
	}
	return i
}

// mayBeHead reports whether a blank or a stroke stands in the line, and a
// character that every label of a duty has one of.
func (f *finder) mayBeHead(l *line) bool {
	cut, duty := false, false
	for _, r := range f.t.Folded[l.start:l.end] {
		cut = cut || table.IsStroke(r) || runes.IsBlank(r)
		duty = duty || runesIn("责牵主办承配协负权", r)
		if r == '。' {
			return false
		}
	}
	return cut && duty
}

// whole returns the line with the blanks around it, which are empty cells.
func (f *finder) whole(i int) (start, end int) {
	start, end = f.lines[i].start, f.lines[i].end
	for start > 0 && runes.IsBlank(f.t.Folded[start-1]) && !runes.IsBreak(f.t.Folded[start-1]) {
		start--
	}
	for end < f.t.Len() && runes.IsBlank(f.t.Folded[end]) && !runes.IsBreak(f.t.Folded[end]) {
		end++
	}
	return start, end
}

// cells cuts line i.
func (f *finder) cells(i int, cut table.Cut) []table.Cell {
	if cut != table.Tabs {
		return table.Cells(f.t, f.lines[i].start, f.lines[i].end, cut)
	}
	start, end := f.whole(i)
	return table.Cells(f.t, start, end, cut)
}

// row makes line i a row.
func (f *finder) row(i int, cut table.Cut) {
	l := &f.lines[i]
	l.kind, l.cut = tableLine, cut
	if cut == table.Tabs {
		l.start, l.end = f.whole(i)
	}
}

// more adds line i to the row before it.
func (f *finder) more(i int, cut table.Cut) {
	f.row(i, cut)
	f.lines[i].kind = rowLine
}

// readMarked reads a table whose cells tabs or strokes separate: n a row. A cell
// may have several lines, so that a row goes on until it has all its cells.
func (f *finder) readMarked(i, n int, cut table.Cut) int {
	f.row(i, cut)
	open, end := n, i+1
	for k := i + 1; k < len(f.lines); k++ {
		l := &f.lines[k]
		if l.kind == markLine {
			continue
		}
		cells := f.cells(k, cut)
		if last := f.quoteEnd(k, cut); last > k && len(cells) > 1 {
			f.row(k, cut)
			for open = len(cells); k < last; k++ {
				open += len(f.cells(k+1, cut)) - 1
				f.more(k+1, cut)
			}
			end = last + 1
			continue
		}
		switch {
		case len(cells) > 1 && open < n && open+len(cells)-1 <= n && !table.IsNumber(f.t, cells[0]):
			f.more(k, cut)
			open += len(cells) - 1
		case len(cells) > 1:
			f.row(k, cut)
			open = len(cells)
		case l.kind != plainLine || l.blank:
			return end
		case f.groups(l) && f.cutSoon(k, cut):
			f.row(k, cut)
			open = n
		case !f.groups(l) && (open < n && f.cutWithin(k, cut) || f.cutSoon(k, cut)):
			f.more(k, cut)
		default:
			return end
		}
		end = k + 1
	}
	return end
}

// quoteEnd returns the line that the row of line k ends in, where quotation marks
// hold a cell of several lines, as spreadsheets write it: k where there are none.
func (f *finder) quoteEnd(k int, cut table.Cut) int {
	start, end := f.whole(k)
	open := table.Cells(f.t, start, end, table.Tabs)
	if last := open[len(open)-1]; last.Empty() || f.t.Folded[last.Start] != '"' {
		return k
	}
	quotes := 0
	for n := k; cut == table.Tabs && n < len(f.lines) && n < k+maxQuoted; n++ {
		start, end := f.whole(n)
		for i := start; i < end; i++ {
			if f.t.Folded[i] == '"' {
				quotes++
			}
		}
		if quotes%2 == 0 {
			return n
		}
	}
	return k
}

// maxQuoted is how many lines a row may have with cells between quotation marks.
const maxQuoted = 64

// maxLevels is how many headings over rows may stand together.
const maxLevels = 3

// cutSoon reports whether the next line but marks and headings has several cells.
func (f *finder) cutSoon(k int, cut table.Cut) bool {
	levels := 0
	for k++; k < len(f.lines) && levels < maxLevels; k++ {
		l := &f.lines[k]
		switch {
		case l.kind == markLine:
		case len(f.cells(k, cut)) > 1:
			return true
		case !f.groups(l):
			return false
		default:
			levels++
		}
	}
	return false
}

// maxRow is how many lines further a row may have its next cells.
const maxRow = 8

// cutWithin reports whether one of the next lines has several cells.
func (f *finder) cutWithin(k int, cut table.Cut) bool {
	for n := k; n < len(f.lines) && n < k+maxRow; n++ {
		if l := &f.lines[n]; n > k && (l.blank || l.kind != plainLine) {
			return false
		}
		if len(f.cells(n, cut)) > 1 {
			return true
		}
	}
	return false
}

// groups reports whether the line is a heading over rows: 一、优化环境.
func (f *finder) groups(l *line) bool {
	return l.labeled && l.label.Form.Numbered() && l.label.Form < label.Arabic && l.len() <= 40
}

// readBlank reads a table whose cells blanks separate, a line a row. Where a
// line does not fit, the setting broke rows into several lines, whose cells
// cannot be told: then there is no table up to that line.
func (f *finder) readBlank(i int, head []table.Cell, cut table.Cut) int {
	numbered := table.Opens(f.t, head[0])
	rows, end := 0, i+1
	k := i + 1
	for ; k < len(f.lines); k++ {
		l := &f.lines[k]
		if l.kind == markLine {
			continue
		}
		cells := f.cells(k, cut)
		switch {
		case l.kind == plainLine && f.fits(cells, len(head), numbered):
			rows++
		case table.IsHead(f.t, cells), l.kind == plainLine && len(cells) == 1 && f.groups(l):
		case l.blank || l.kind != plainLine || l.labeled:
			return f.finish(i, end, rows, cut)
		default:
			return k
		}
		end = k + 1
	}
	return f.finish(i, end, rows, cut)
}

// fits reports whether the cells are a row under a head of n cells.
func (f *finder) fits(cells []table.Cell, n int, numbered bool) bool {
	if !numbered {
		return len(cells) == n
	}
	return len(cells) >= max(3, n-2) && len(cells) <= n+maxBlanks && table.IsNumber(f.t, cells[0])
}

// maxBlanks is how many blanks may stand within the cells of a row.
const maxBlanks = 3

// finish makes rows of the lines from i to end, where there are some under the
// head.
func (f *finder) finish(i, end, rows int, cut table.Cut) int {
	if rows == 0 {
		return end
	}
	for k := i; k < end; k++ {
		if f.lines[k].kind != markLine {
			f.row(k, cut)
		}
	}
	return end
}

// isBorder reports whether the line is drawn between the rows of a table:
// +----+----+, ├────┼────┤.
func isBorder(t *runes.Text, l *line) bool {
	first := t.Folded[l.start]
	if l.len() < 3 || first != '+' && (first < '─' || first > '╿') {
		return false
	}
	for _, r := range t.Folded[l.start:l.end] {
		if r != '+' && r != '-' && r != '=' && r != '—' && !table.IsStroke(r) && (r < '─' || r > '╿') && !runes.IsBlank(r) {
			return false
		}
	}
	return true
}
