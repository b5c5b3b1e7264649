package columns

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// grid is a table with the places of its columns on the page.
type grid struct {
	*document
	from    int // the line of the head
	head    []table.Cell
	columns []note.Column
	wide    int      // how many columns of the page a wide character fills
	free    [][]bool // between two heads, the columns of the page where nothing stands
	first   []int    // what column of the page each of these begins with
	body    []int    // the lines under the head that are not empty
	groups  map[int]bool
	gaps    bool  // a cell has a wide gap in it
	right   []int // the last column of the page that each column fills
}

func newGrid(d *document, from int, head []table.Cell, wide int) *grid {
	g := &grid{document: d, from: from, head: head, wide: wide, groups: map[int]bool{}, right: make([]int, len(head))}
	at := g.places(from)
	for i := range head {
		g.columns = append(g.columns, note.ReadColumn(d.t, head[i].Range))
		if i == 0 {
			continue
		}
		a, b := at(head[i-1].End), at(head[i].Start)
		free := make([]bool, b-a)
		for k := range free {
			free[k] = true
		}
		g.free, g.first = append(g.free, free), append(g.first, a)
	}
	return g
}

// places returns the function that tells at what column of the page a rune of the
// line stands, for runes in ascending order.
func (g *grid) places(line int) func(i int) int {
	k, at := g.lines[line].Start, 0
	return func(i int) int {
		for ; k < i; k++ {
			at += g.width(k)
		}
		return at
	}
}

// width returns how many columns of the page rune k fills.
func (g *grid) width(k int) int {
	if g.t.Span(k, k+1).Len() > 2 {
		return g.wide
	}
	return 1
}

// maxLines is how many lines a table has at most.
const maxLines = 4000

// maxEmpty is how many lines may be empty between two of a table.
const maxEmpty = 3

// read takes in the lines under the head, and returns where they end, or 0 where
// one has gaps in other places: no cell can be told then.
func (g *grid) read() int {
	end, empty := g.from+1, 0
	for k := g.from + 1; k < len(g.lines) && len(g.body) < maxLines && empty <= maxEmpty; k++ {
		l := g.lines[k]
		switch {
		case l.Empty() || g.isPageNumber(l):
			empty++
			continue
		case g.t.Find(l.Start, l.End, "\t") >= 0 || g.t.Find(l.Start, l.End, "|") >= 0:
			return 0
		case g.isGroup(l):
			g.groups[k] = true
			g.body = append(g.body, k)
			continue
		case g.isHead(l):
			return g.close(end)
		case !g.fits(k):
			if len(table.Cells(g.t, l.Start, l.End, table.Gaps)) > 2 || empty == 0 && !runes.EndsSentence(g.t.Folded[l.End-1]) && !g.groups[k-1] {
				return 0
			}
			return g.close(end)
		}
		g.body, end, empty = append(g.body, k), k+1, 0
	}
	return g.close(end)
}

// close drops the headings behind the last row: they stand over other text.
func (g *grid) close(end int) int {
	for len(g.body) > 0 && g.body[len(g.body)-1] >= end {
		g.body = g.body[:len(g.body)-1]
	}
	return end
}

// isPageNumber reports whether a line is a page number: — 3 —, 第3页.
func (g *grid) isPageNumber(l note.Range) bool {
	digits, marks := 0, 0
	for k := l.Start; k < l.End; k++ {
		switch r := g.t.Folded[k]; {
		case runes.IsDigit(r):
			digits++
		case r == '-' || r == '—' || r == '/' || r == '第' || r == '页' || r == '共':
			marks++
		case !runes.IsBlank(r):
			return false
		}
	}
	return digits > 0 && digits < 7 && marks > 1
}

// maxGroup is the length in runes of the longest heading over rows.
const maxGroup = 40

// isGroup reports whether a line is a heading over rows, which begins in the
// column of numbers: 一、优化环境.
func (g *grid) isGroup(l note.Range) bool {
	i, _ := g.t.Trim(l.Start, l.End)
	x, ok := label.Parse(g.t, i, l.End)
	return ok && x.Form.Numbered() && x.Form < label.Arabic && x.End < l.End && l.End-i <= maxGroup &&
		len(table.Cells(g.t, i, l.End, table.Gaps)) == 1 && i-l.Start < g.head[1].Start-g.lines[g.from].Start
}

// isHead reports whether a line is a head, as on each page.
func (g *grid) isHead(l note.Range) bool {
	i, _ := g.t.Trim(l.Start, l.End)
	return table.Opens(g.t, table.Cells(g.t, i, l.End, table.Gaps)[0])
}

// fits takes in line k, and reports whether a column of the page stays free
// between all columns.
func (g *grid) fits(k int) bool {
	l := g.lines[k]
	taken := make([][]bool, len(g.free))
	for i := range taken {
		taken[i] = make([]bool, len(g.free[i]))
	}
	at := g.places(k)
	for r, i := l.Start, 0; r < l.End && i < len(taken); r++ {
		p := at(r)
		for i < len(taken) && p >= g.first[i]+len(taken[i]) {
			i++
		}
		if runes.IsBlank(g.t.Folded[r]) {
			continue
		}
		for n := range g.width(r) {
			if i < len(taken) && p+n >= g.first[i] && p+n < g.first[i]+len(taken[i]) {
				taken[i][p+n-g.first[i]] = true
			}
		}
	}
	for i := range taken {
		if !g.stays(i, taken[i]) {
			return false
		}
	}
	for i := range taken {
		for n := range taken[i] {
			g.free[i][n] = g.free[i][n] && !taken[i][n]
		}
	}
	return true
}

// stays reports whether something of the gap i is free beside what is taken.
func (g *grid) stays(i int, taken []bool) bool {
	for n := range taken {
		if g.free[i][n] && !taken[n] {
			return true
		}
	}
	return false
}

// cut returns the column of the page that parts the columns i and i+1.
func (g *grid) cut(i int) int {
	for n := range g.free[i] {
		if g.free[i][n] {
			return g.first[i] + n
		}
	}
	return g.first[i]
}

// cells cuts line k into its cells, of which some are empty.
func (g *grid) cells(k int) []piece {
	l := g.lines[k]
	out := make([]piece, len(g.head))
	at := g.places(k)
	start, c := l.Start, 0
	add := func(end int) {
		i, j := g.t.Trim(start, end)
		out[c] = piece{Range: note.Range{Start: i, End: max(i, j)}, line: k}
		start, c = end, c+1
	}
	for r := l.Start; r < l.End && c < len(g.free); r++ {
		for p := at(r); c < len(g.free) && p >= g.cut(c); {
			add(r)
		}
	}
	add(l.End)
	at = g.places(k)
	for i := range out {
		if !out[i].Empty() {
			g.gaps = g.gaps || g.t.Find(out[i].Start, out[i].End, "    ") >= 0
			out[i].end = at(out[i].End)
			g.right[i] = max(g.right[i], out[i].end)
		}
	}
	return out
}
