package table

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// Cell is a cell of a row, without the blanks around it.
type Cell struct {
	note.Range
	Lines  []note.Range // the lines within it, without blanks around them
	Merged bool         // a cell over it reaches down to it
	breaks []note.Range // the tags between its lines
}

// blank reports whether nothing stands in the cell.
func (c *Cell) blank() bool { return c.Merged || c.Empty() }

// merged is what stands in the place of a cell that one over it reaches down
// to, as in MultiMarkdown.
const merged = "^^"

// breaks are the tags that break lines within a cell of Markdown.
var breaks = []string{"<br>", "<br/>", "<br />", "</br>"}

// Cut tells what stands between the cells of a row.
type Cut int

// The cuts.
const (
	Strokes Cut = iota // | a | b |
	Tabs
	Gaps   // two blanks or more, or a wide one
	Blanks // any blanks
	Breaks // line breaks: each cell has a line
	Colons // the first colon: a key and its value
)

// Cells splits the row from i to j.
func Cells(t *runes.Text, i, j int, cut Cut) []Cell {
	if cut == Strokes {
		i, j = withoutEdges(t, i, j)
	}
	if k := t.Find(i, j, ":"); cut == Colons && k >= 0 {
		return []Cell{newCell(t, i, k, false), newCell(t, k+1, j, false)}
	}
	var row []Cell
	start := i
	for k := i; k <= j; {
		n := 0
		if k < j {
			n = cut.at(t, k, j)
		}
		if k < j && n == 0 {
			k++
			continue
		}
		row = append(row, newCell(t, start, k, cut == Tabs))
		k += max(1, n)
		start = k
	}
	return row
}

// withoutEdges takes the strokes off the ends of a row.
func withoutEdges(t *runes.Text, i, j int) (int, int) {
	i, j = t.Trim(i, j)
	if i < j && IsStroke(t.Folded[i]) {
		i++
	}
	if i < j && IsStroke(t.Folded[j-1]) {
		j--
	}
	return i, j
}

// IsStroke reports whether r stands between the cells of a row: | or the stroke
// of a drawn table.
func IsStroke(r rune) bool { return r == '|' || r == '│' || r == '┃' || r == '║' }

// at returns the length of the cut at k, before j, or 0 where there is none.
func (c Cut) at(t *runes.Text, k, j int) int {
	r := t.Folded[k]
	switch c {
	case Tabs:
		if r == '\t' {
			return 1
		}
	case Breaks, Gaps, Blanks:
		n := 0
		for k+n < j && runes.IsBlank(t.Folded[k+n]) {
			n++
		}
		if c == Breaks {
			if !runes.IsBreak(r) {
				return 0
			}
			return n
		}
		if c == Blanks || n > 1 || n == 1 && (r == '\t' || t.Span(k, k+1).Len() > 1) {
			return n
		}
	case Colons:
	default:
		if IsStroke(r) {
			return 1
		}
	}
	return 0
}

// newCell makes the cell of what stands from i to j. Spreadsheets put a cell of
// several lines between quotation marks.
func newCell(t *runes.Text, i, j int, quoted bool) Cell {
	var c Cell
	c.Start, c.End = t.Trim(i, j)
	if quoted && c.End-c.Start > 2 && t.Folded[c.Start] == '"' && t.Folded[c.End-1] == '"' {
		c.Start, c.End = t.Trim(c.Start+1, c.End-1)
	}
	c.Merged = c.End-c.Start == len(merged) && t.Has(c.Start, c.End, merged)
	start := c.Start
	for k := c.Start; k < c.End; {
		n := breakAt(t, k, c.End)
		if n == 0 {
			k++
			continue
		}
		c.addLine(t, start, k)
		if n > 1 {
			c.breaks = append(c.breaks, note.Range{Start: k, End: k + n})
		}
		k += n
		start = k
	}
	c.addLine(t, start, c.End)
	return c
}

func (c *Cell) addLine(t *runes.Text, i, j int) {
	if i, j = t.Trim(i, j); i < j {
		c.Lines = append(c.Lines, note.Range{Start: i, End: j})
	}
}

// breakAt returns the length of the line break at k, or 0.
func breakAt(t *runes.Text, k, j int) int {
	switch {
	case runes.IsBreak(t.Folded[k]):
		return 1
	case t.Folded[k] != '<':
		return 0
	}
	for _, b := range breaks {
		if t.Has(k, j, b) {
			return len(b)
		}
	}
	return 0
}

// text returns the text of the cell's lines, without blanks.
func (c *Cell) text(t *runes.Text) string {
	var b strings.Builder
	for _, line := range c.Lines {
		b.WriteString(t.Compact(line.Start, line.End))
	}
	return b.String()
}

// same reports whether two cells hold the same text.
func same(t *runes.Text, a, b *Cell) bool {
	return !a.blank() && a.text(t) == b.text(t)
}
