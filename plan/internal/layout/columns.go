package layout

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// maxOpening is the length in runes of the longest head of a column of numbers.
const maxOpening = 4

// maxColumns is how many columns a table may have whose cells stand one a line.
const maxColumns = 9

// maxCellLines is how many lines a cell may have.
const maxCellLines = 12

// cell returns line i as a cell.
func (f *finder) cell(i int) table.Cell {
	return table.Cells(f.t, f.lines[i].start, f.lines[i].end, table.Breaks)[0]
}

// readColumns reads a table whose cells stand one a line, as programs that take
// the text out of PDF leave it: 序号, 任务, 责任单位, 1, 建设平台, 市数据局, 2 …. Line i
// holds the head of the numbers. Where a cell cannot be told from the next one,
// the table ends.
func (f *finder) readColumns(i int) int {
	head := f.headLines(i)
	if head == nil {
		return i
	}
	c := columnReader{finder: f, head: head, from: i, rows: []int{i}, number: 1, at: i + len(head)}
	for c.next() {
	}
	if c.read == 0 {
		return i
	}
	c.finish()
	return c.at
}

// columnReader reads the rows of such a table.
type columnReader struct {
	*finder
	head   []table.Cell
	from   int   // the line of the head
	rows   []int // lines that rows begin with
	number int   // of the next row
	read   int   // rows with a number
	at     int   // the line behind the last row
}

// next reads the next row, heading over rows or head, and reports whether there
// is one.
func (c *columnReader) next() bool {
	k := c.at
	for k < len(c.lines) && c.lines[k].kind == markLine {
		k++
	}
	switch {
	case c.headAgain(k):
		c.rows, c.at = append(c.rows, k), k+len(c.head)
		return true
	case k+1 < len(c.lines) && c.lines[k].kind == plainLine && c.groups(&c.lines[k]) && (c.isNumber(k+1, c.number) || c.isNumber(k+1, 1) || c.groups(&c.lines[k+1])):
		if c.isNumber(k+1, 1) {
			c.number = 1
		}
		c.rows, c.at = append(c.rows, k), k+1
		return true
	}
	cells := c.rowLines(c.head, k, c.number)
	if cells == nil {
		return false
	}
	c.joinCells(cells)
	c.rows, c.at = append(c.rows, k), cells[len(cells)-1]
	c.number++
	c.read++
	return true
}

// headAgain reports whether the head stands again at line k, as on each page.
func (c *columnReader) headAgain(k int) bool {
	if k+len(c.head) > len(c.lines) {
		return false
	}
	for i := range c.head {
		if !c.sameLine(c.from+i, k+i) {
			return false
		}
	}
	return true
}

// sameLine reports whether two lines have the same text.
func (f *finder) sameLine(i, k int) bool {
	a, b := &f.lines[i], &f.lines[k]
	return slices.Equal(f.t.Folded[a.start:a.end], f.t.Folded[b.start:b.end])
}

// finish makes rows of the lines.
func (c *columnReader) finish() {
	for n, start := range c.rows {
		end := c.at
		if n+1 < len(c.rows) {
			end = c.rows[n+1]
		}
		c.row(start, table.Breaks)
		for k := start + 1; k < end; k++ {
			if c.lines[k].kind != markLine {
				c.more(k, table.Breaks)
			}
		}
	}
}

// headLines returns the heads that stand from line i on, up to the number 1 or a
// heading over rows.
func (f *finder) headLines(i int) []table.Cell {
	var head []table.Cell
	for k := i; k < len(f.lines) && len(head) < maxColumns && f.lines[k].kind == plainLine; k++ {
		if len(head) > 2 && (f.isNumber(k, 1) || f.groups(&f.lines[k])) {
			if table.IsHead(f.t, head) {
				return head
			}
			return nil
		}
		head = append(head, f.cell(k))
	}
	return nil
}

// isNumber reports whether line k is the number n and nothing else.
func (f *finder) isNumber(k, n int) bool {
	if k >= len(f.lines) || f.lines[k].len() > maxOpening {
		return false
	}
	c := f.cell(k)
	return table.Number(f.t, c) == n
}

// rowLines returns where the cells of the row of the given number begin, and
// where the last one ends, or nil where no such row begins at line k.
func (f *finder) rowLines(head []table.Cell, k, number int) []int {
	if !f.isNumber(k, number) {
		return nil
	}
	cells := []int{k}
	k++
	for c := 1; c < len(head); c++ {
		cells = append(cells, k)
		end := k
		switch column := note.ReadColumn(f.t, head[c].Range); column.Kind {
		case note.DutyColumn:
			end = f.names(k)
		case note.WhenColumn:
			end = f.time(k)
		default:
			if c+1 < len(head) {
				end = f.task(k)
			}
		}
		if end == k { // an empty cell
			cells = cells[:len(cells)-1]
		}
		k = end
	}
	if len(cells) < 3 {
		return nil
	}
	return append(cells, k)
}

// task returns where the task ends that begins at line k: before the names or
// the time that follow it.
func (f *finder) task(k int) int {
	for n := k; n < len(f.lines) && n < k+maxCellLines && f.lines[n].kind == plainLine; n++ {
		if n > k && (f.names(n) > n || f.time(n) > n) {
			return n
		}
	}
	return k
}

// names returns where the list of bodies ends that begins at line k: at the
// first line that ends in a whole name.
func (f *finder) names(k int) int {
	if k >= len(f.lines) || !f.opensNames(&f.lines[k]) {
		return k
	}
	start := f.lines[k].start
	for n := k; n < len(f.lines) && n < k+maxCellLines && f.lines[n].kind == plainLine; n++ {
		end := f.lines[n].end
		if last := f.t.Folded[end-1]; !stays(last) && (last == '等' || note.Complete(f.t, start, end)) {
			return n + 1
		}
	}
	return k
}

// opensNames reports whether the line reads as the beginning of a list of
// bodies: the first is one, or opens with its level.
func (f *finder) opensNames(l *line) bool {
	list := note.Split(f.t, l.start, l.end)
	if len(list) == 0 || !note.IsList(f.t, l.start, l.end) && !stays(f.t.Folded[l.end-1]) && f.t.Folded[l.end-1] != '等' {
		return false
	}
	for i := l.start; i < l.end; i++ {
		if r := f.t.Folded[i]; r == '。' || r == ':' || runes.IsDigit(r) {
			return false
		}
	}
	return note.IsName(f.t, list[0].Start, list[0].End) || runesIn("省市县区州各", f.t.Folded[l.start])
}

// time returns where the time ends that begins at line k.
func (f *finder) time(k int) int {
	for n := k; n < len(f.lines) && n < k+2; n++ {
		if l := &f.lines[n]; note.IsTime(f.t, f.lines[k].start, l.end) {
			return n + 1
		}
	}
	return k
}

// joinCells drops the breaks between the lines of one cell.
func (f *finder) joinCells(cells []int) {
	for c := 0; c+1 < len(cells); c++ {
		for k := cells[c]; k+1 < cells[c+1]; k++ {
			dropRange(f.drop, f.lines[k].end, f.lines[k+1].start)
		}
	}
}
