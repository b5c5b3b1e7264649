package columns

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// Join returns the text with a line of cells between strokes for each row of such
// a table, and the map from the text to it; the map is nil where there is none. A
// row that stood in one line keeps the places of its characters, of another one
// all that is in it has the place of the whole row. It takes time linear in the
// text.
func Join(text string) (string, *offset.Map) {
	if !mayHold(text) || !utf8.ValidString(text) { // pieces of characters could join
		return text, nil
	}
	d := document{t: runes.Fold(text)}
	d.split()
	w := writer{text: text}
	for i := 0; i < len(d.lines); i++ {
		if rows, end := d.tableAt(i); len(rows) > 0 {
			w.table(d.t, rows)
			i = end - 1
		}
	}
	return w.finish()
}

// mayHold tells most texts without such a table: no line of theirs has gaps and
// speaks of duties.
func mayHold(text string) bool {
	for line := range strings.Lines(text) {
		if len(line) <= maxHeadLine && strings.Contains(strings.TrimSpace(line), "  ") && strings.ContainsAny(line, "责責牵牽主办辦承") {
			return true
		}
	}
	return false
}

// maxHeadLine is the length in bytes of the longest line that may be a head.
const maxHeadLine = 600

// document is a text in lines.
type document struct {
	t     *runes.Text
	lines []note.Range // without the blanks at their ends
}

// split cuts the text at its line breaks.
func (d *document) split() {
	start := 0
	for i := 0; i <= d.t.Len(); i++ {
		if i < d.t.Len() && !runes.IsBreak(d.t.Folded[i]) {
			continue
		}
		_, end := d.t.Trim(start, i)
		d.lines = append(d.lines, note.Range{Start: start, End: max(start, end)})
		start = i + 1
	}
}

// row is a row of a table: its cells in the order of the columns, each in pieces.
type row struct {
	note.Range
	cells [][]piece
}

// piece is what stands of a cell in one line.
type piece struct {
	note.Range
	line    int
	content int  // the line among those of the row that hold more than a number
	end     int  // the column of the page behind it
	own     bool // it begins a line of the cell, and does not go on the one before it
}

// tableAt reads the table whose head is line i, and returns where it ends.
func (d *document) tableAt(i int) ([]row, int) {
	l := d.lines[i]
	if l.End-l.Start > maxHeadLine/3 {
		return nil, i
	}
	head := table.Cells(d.t, l.Start, l.End, table.Gaps)
	if len(head) > 0 && head[0].Empty() {
		head = head[1:]
	}
	if len(head) < 3 || !table.Opens(d.t, head[0]) || !table.IsHead(d.t, head) {
		return nil, i
	}
	for _, wide := range []int{2, 1} {
		g := newGrid(d, i, head, wide)
		if end := g.read(); end > i {
			if rows := g.rows(); rows != nil {
				return rows, end
			}
		}
	}
	return nil, i
}

// writer writes the text with the rows of tables.
type writer struct {
	text  string
	out   strings.Builder
	edits offset.Builder
	pos   int // of the text, up to where it was written
}

// table writes the rows of a table.
func (w *writer) table(t *runes.Text, rows []row) {
	for _, r := range rows {
		span := t.Span(r.Start, r.End)
		w.keep(span.Start)
		if slices.ContainsFunc(r.cells, func(c []piece) bool { return len(c) > 1 }) || r.broken() {
			w.replace(span.End, r.text(t))
			continue
		}
		for _, c := range r.cells {
			if len(c) == 0 {
				w.replace(w.pos, "| ")
				continue
			}
			at := t.Span(c[0].Start, c[0].End)
			w.replace(at.Start, "| ")
			w.keep(at.End)
			w.replace(at.End, " ")
		}
		w.replace(span.End, "|")
	}
}

// broken reports whether the cells of the row stand in several lines.
func (r *row) broken() bool {
	line := -1
	for _, c := range r.cells {
		for _, p := range c {
			if line >= 0 && p.line != line {
				return true
			}
			line = p.line
		}
	}
	return false
}

// text returns the row as a line of cells between strokes.
func (r *row) text(t *runes.Text) string {
	var b strings.Builder
	for _, c := range r.cells {
		b.WriteString("| ")
		for i, p := range c {
			switch {
			case i == 0:
			case p.own:
				b.WriteString("<br>")
			case runes.IsWord(t.Folded[p.Start]) && runes.IsWord(t.Folded[c[i-1].End-1]) && !runes.IsDigit(t.Folded[p.Start]):
				b.WriteByte(' ')
			}
			b.WriteString(t.Slice(p.Start, p.End))
		}
		b.WriteByte(' ')
	}
	b.WriteByte('|')
	return b.String()
}

// keep writes the text up to the byte end.
func (w *writer) keep(end int) {
	if end > w.pos {
		w.out.WriteString(w.text[w.pos:end])
		w.edits.Keep(end - w.pos)
		w.pos = end
	}
}

// replace writes s for the text up to the byte end.
func (w *writer) replace(end int, s string) {
	w.out.WriteString(s)
	w.edits.Replace(end-w.pos, len(s))
	w.pos = end
}

// finish returns the text and its map.
func (w *writer) finish() (string, *offset.Map) {
	if w.pos == 0 {
		return w.text, nil
	}
	w.keep(len(w.text))
	return w.out.String(), w.edits.Map()
}
