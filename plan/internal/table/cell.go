package table

import (
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

// Cells splits the row from i to j at its strokes.
func Cells(t *runes.Text, i, j int) []Cell {
	i, j = t.Trim(i, j)
	if i < j && t.Folded[i] == '|' {
		i++
	}
	if i < j && t.Folded[j-1] == '|' {
		j--
	}
	var row []Cell
	start := i
	for k := i; k <= j; k++ {
		if k == j || t.Folded[k] == '|' {
			row = append(row, newCell(t, start, k))
			start = k + 1
		}
	}
	return row
}

// newCell makes the cell of what stands from i to j.
func newCell(t *runes.Text, i, j int) Cell {
	var c Cell
	c.Start, c.End = t.Trim(i, j)
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

// same reports whether two cells hold the same text.
func same(t *runes.Text, a, b *Cell) bool {
	return !a.blank() && t.Compact(a.Start, a.End) == t.Compact(b.Start, b.End)
}
