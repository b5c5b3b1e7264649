package columns

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// rows shares the lines among rows. It is nil where there is no way or more than
// one, and where no row has several lines: such tables need no help.
func (g *grid) rows() []row {
	out := []row{g.headRow()}
	var run [][]piece
	wraps := false
	flush := func() bool {
		if len(run) == 0 {
			return true
		}
		s := sharer{grid: g, run: run}
		rows, ok := s.share()
		wraps = wraps || len(rows) < len(run)
		out, run = append(out, rows...), nil
		return ok
	}
	for _, k := range g.body {
		if g.groups[k] {
			if !flush() {
				return nil
			}
			i, j := g.t.Trim(g.lines[k].Start, g.lines[k].End)
			r := row{Range: note.Range{Start: g.lines[k].Start, End: j}, cells: make([][]piece, len(g.head))}
			r.cells[0] = []piece{{Range: note.Range{Start: i, End: j}, line: k}}
			out = append(out, r)
			continue
		}
		run = append(run, g.cells(k))
	}
	if !flush() || !wraps || g.gaps || !g.counts(out[1:]) {
		return nil
	}
	return out
}

// counts reports whether the numbers of the rows go on, or begin again under a
// heading.
func (g *grid) counts(rows []row) bool {
	last := 0
	for i, r := range rows {
		if len(r.cells[0]) == 0 {
			return false
		}
		n, ok := numberOf(g.t, r.cells[0][0].Range)
		if !ok {
			continue
		}
		if n != last+1 && (n != 1 || i == 0 || !g.groups[rows[i-1].cells[0][0].line]) && last > 0 {
			return false
		}
		last = n
	}
	return true
}

func (g *grid) headRow() row {
	l := g.lines[g.from]
	r := row{Range: l}
	for i := range g.head {
		r.cells = append(r.cells, []piece{{Range: g.head[i].Range, line: g.from}})
	}
	return r
}

// sharer shares the lines between two headings among rows: each has one number.
type sharer struct {
	*grid
	run    [][]piece
	middle bool // cells stand in the middle of their rows, and not at the top
}

// maxRow is how many lines a row has at most.
const maxRow = 24

// share returns the only way to share the lines.
func (s *sharer) share() ([]row, bool) {
	top, n := s.ways(false)
	if n > 1 {
		return nil, false
	}
	middle, m := s.ways(true)
	switch {
	case n+m == 0, m > 1, n == 1 && m == 1 && !equal(top, middle):
		return nil, false
	case n == 0:
		top = middle
	}
	return s.build(top), true
}

// ways returns where rows end, and how many ways there are to share the lines: 0,
// 1, or 2 for more.
func (s *sharer) ways(middle bool) ([]int, int) {
	s.middle = middle
	n := len(s.run)
	count := make([]int, n+1) // ways to share the lines from here on
	next := make([]int, n+1)
	count[n] = 1
	for i := n - 1; i >= 0; i-- {
		numbers := 0
		for j := i; j < n && j < i+maxRow && numbers < 2; j++ {
			if !s.run[j][0].Empty() {
				numbers++
			}
			if numbers == 1 && count[j+1] > 0 && s.isRow(s.run[i:j+1]) {
				count[i], next[i] = min(2, count[i]+count[j+1]), j+1
			}
		}
	}
	var ends []int
	for i := 0; i < n && count[0] == 1; i = next[i] {
		ends = append(ends, next[i])
	}
	return ends, count[0]
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// isRow reports whether the lines may be a row: each cell is in one piece, or goes
// on from line to line, and they stand at one height.
func (s *sharer) isRow(lines [][]piece) bool {
	content := 0 // lines with more than a number
	number := 0  // twice the height of the number in these
	for _, l := range lines {
		full := false
		for _, p := range l[1:] {
			full = full || !p.Empty()
		}
		if full {
			content++
		}
		if l[0].Empty() {
			continue
		}
		if number = 2*content - 2; !full {
			number++
		}
		if _, ok := numberOf(s.t, l[0].Range); !ok {
			return false
		}
	}
	if content == 0 || !s.middle && number != 0 || s.middle && abs(number-(content-1)) > 1 {
		return false
	}
	task := false
	for c := 1; c < len(s.head); c++ {
		pieces, first, last := s.pieces(lines, c)
		task = task || s.columns[c].Kind == note.NoColumn && len(pieces) > 0
		if len(pieces) > 0 && !s.isCell(pieces, c, first, content-1-last) {
			return false
		}
	}
	return task
}

// numberOf reads the number of a row.
func numberOf(t *runes.Text, r note.Range) (int, bool) {
	n := table.Number(t, table.Cells(t, r.Start, r.End, table.Breaks)[0])
	return n, n > 0
}

// isCell reports whether the pieces of column c may be a cell of a row that has so
// many lines above and below them.
func (s *sharer) isCell(pieces []piece, c, above, below int) bool {
	if !s.middle && above > 0 || s.middle && abs(above-below) > 1 {
		return false
	}
	for i := range pieces[1:] { // a line of cells in the middle may stand between two
		if gap := pieces[i+1].content - pieces[i].content; gap > 2 || gap > 1 && !s.middle {
			return false
		}
	}
	return s.joins(pieces, c)
}

// pieces returns the pieces of a column, and the lines of the first and the last
// one among those with more than a number.
func (s *sharer) pieces(lines [][]piece, c int) (pieces []piece, first, last int) {
	content := 0
	for _, l := range lines {
		full := false
		for _, p := range l[1:] {
			full = full || !p.Empty()
		}
		if !l[c].Empty() {
			if len(pieces) == 0 {
				first = content
			}
			p := l[c]
			p.content = content
			pieces, last = append(pieces, p), content
		}
		if full {
			content++
		}
	}
	return pieces, first, last
}

// slack is how many columns of the page the line of a cell may be short of the
// longest one: marks do not begin a line.
const slack = 4

// joins reports whether each of the pieces goes on the one before it, or begins a
// line of its own, and tells which do.
func (s *sharer) joins(pieces []piece, c int) bool {
	switch s.columns[c].Kind {
	case note.WhenColumn:
		return s.joinTime(pieces, c)
	case note.DutyColumn:
		return s.joinNames(pieces, c)
	default:
		return s.joinText(pieces, c)
	}
}

// joinText joins the pieces of text.
func (s *sharer) joinText(pieces []piece, c int) bool {
	for i := range pieces[1:] {
		p, next := &pieces[i], &pieces[i+1]
		ends := runes.EndsSentence(s.t.Folded[p.End-1])
		_, labeled := label.Parse(s.t, next.Start, next.End)
		switch {
		case ends && labeled:
			next.own = true
		case !s.full(p, c), ends && p.end < s.right[c]:
			return false
		}
	}
	return true
}

// full reports whether p reaches to the end of its column.
func (s *sharer) full(p *piece, c int) bool { return p.end+slack >= s.right[c] }

// joinTime joins the pieces of a time. None begins with what ends another: 底前.
func (s *sharer) joinTime(pieces []piece, c int) bool {
	if runesIn("年月日底前内末止", s.t.Folded[pieces[0].Start]) {
		return false
	}
	var text strings.Builder
	full := true
	for i := range pieces {
		text.WriteString(s.t.Slice(pieces[i].Start, pieces[i].End))
		full = full && (i+1 == len(pieces) || s.full(&pieces[i], c))
	}
	t := runes.Fold(text.String())
	return full || note.IsTime(t, 0, t.Len())
}

func runesIn(set string, r rune) bool { return strings.ContainsRune(set, r) }

// joinNames joins the pieces of a list of bodies.
func (s *sharer) joinNames(pieces []piece, c int) bool {
	var text strings.Builder
	for i := range pieces {
		p := &pieces[i]
		if i > 0 {
			last := &pieces[i-1]
			mark := s.t.Folded[last.End-1]
			switch ended := note.Complete(s.t, last.Start, last.End); {
			case mark == '、' || mark == ',' || mark == ';' || mark == ':':
			case ended && note.IsList(s.t, p.Start, p.End) && note.IsName(s.t, p.Start, p.Start+firstName(s.t, p.Range)):
				p.own = true
				text.WriteString("、")
			case !s.full(last, c):
				return false
			}
		}
		text.WriteString(s.t.Slice(p.Start, p.End))
	}
	t := runes.Fold(text.String())
	n, ok := s.columns[c].Read(t, 0, t.Len())
	return !ok || n.Names(t)
}

// firstName returns the length in runes of the first name of the list r.
func firstName(t *runes.Text, r note.Range) int {
	list := note.Split(t, r.Start, r.End)
	if len(list) == 0 {
		return 0
	}
	return list[0].End - r.Start
}

// build makes the rows that end at these lines.
func (s *sharer) build(ends []int) []row {
	var rows []row
	start := 0
	for _, end := range ends {
		lines := s.run[start:end]
		r := row{Range: note.Range{Start: s.document.lines[lines[0][0].line].Start}, cells: make([][]piece, len(s.head))}
		for c := range s.head {
			r.cells[c], _, _ = s.pieces(lines, c)
			if c > 0 && len(r.cells[c]) > 1 {
				s.joins(r.cells[c], c)
			}
		}
		r.End = s.document.lines[lines[len(lines)-1][0].line].End
		rows, start = append(rows, r), end
	}
	return rows
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
