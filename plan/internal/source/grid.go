package source

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Merged stands in the place of a cell that a cell over it reaches down to, as
// in MultiMarkdown. A cell that reaches to the right has empty cells beside it.
const Merged = "^^"

// Break stands between the lines of a cell, as in Markdown.
const Break = "<br>"

// cellLines tells where the lines of a cell end.
type cellLines struct {
	runes int  // of the line
	ended bool // the next text begins a line
}

// end ends the line.
func (c *cellLines) end() { c.ended = c.ended || c.runes > 0 }

// add adds text to the cell and returns what stands before it. Lines of one
// character are those of a word that is set downwards, and are one.
func (c *cellLines) add(text string) string {
	n := utf8.RuneCountInString(strings.TrimSpace(strings.ReplaceAll(text, "&nbsp;", " ")))
	if n == 0 {
		return ""
	}
	before := ""
	if c.ended {
		if c.runes > 1 {
			before = Break
		}
		c.runes, c.ended = 0, false
	}
	c.runes += n
	return before
}

// The most columns that a merged cell reaches over, and the most rows: a small
// file cannot ask for a large table.
const (
	maxColumns = 64
	maxRows    = 4096
)

// grid places the cells of a table, of which some reach over several rows.
type grid struct {
	down   []int // by column, in how many rows more the cell over it stands
	column int   // of the next cell
}

// startRow begins a row.
func (g *grid) startRow() { g.column = 0 }

// place places a cell in the row. It returns how many columns before it are
// filled from above.
func (g *grid) place(columns, rows int) (merged int) {
	merged = g.merged()
	for range min(columns, maxColumns-g.column) {
		if g.column == len(g.down) {
			g.down = append(g.down, 0)
		}
		g.down[g.column] = rows - 1
		g.column++
	}
	return merged
}

// merged moves over the columns that are filled from above and counts them.
func (g *grid) merged() int {
	n := 0
	for g.column < len(g.down) && g.down[g.column] > 0 {
		g.down[g.column]--
		g.column++
		n++
	}
	return n
}

// endRow returns how many of the columns behind the last cell are filled from
// above.
func (g *grid) endRow() int { return g.merged() }

// reach returns the number in an attribute of a cell's tag, colspan or rowspan:
// 1 where there is none.
func reach(tag, attribute string, most int) int {
	_, rest, found := strings.Cut(strings.ToLower(tag), attribute+"=")
	if !found {
		return 1
	}
	rest = strings.TrimLeft(rest, `"' `)
	end := strings.IndexFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(rest)
	}
	n, err := strconv.Atoi(rest[:end])
	if err != nil {
		return 1
	}
	return max(1, min(n, most))
}
