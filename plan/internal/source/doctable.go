package source

import (
	"encoding/xml"
	"strings"
)

// flow is what stands one below the other: in a document, a cell, a text box.
type flow struct {
	lines []flowLine
	open  *paragraph // one that the next paragraph goes on
}

// flowLine is a paragraph, or a row of a table.
type flowLine struct {
	text  string
	cells []string
}

// text returns the lines as text.
func (f *flow) text() string {
	var b strings.Builder
	for _, l := range f.lines {
		if l.cells == nil {
			b.WriteString(l.text + "\n")
		} else {
			b.WriteString("| " + strings.Join(l.cells, " | ") + " |\n")
		}
	}
	return b.String()
}

// cell returns the lines as the text of a cell. A table in it is text too.
func (f *flow) cell() string {
	var b strings.Builder
	var lines cellLines
	for _, l := range f.lines {
		parts := l.cells
		if parts == nil {
			parts = strings.Split(l.text, "\n")
		}
		for _, part := range parts {
			b.WriteString(lines.add(part))
			b.WriteString(part)
			lines.end()
		}
	}
	return strings.TrimSpace(b.String())
}

// docTable is a table in the making.
type docTable struct {
	rows [][]docCell
}

// docCell is a cell; one that was added beside another has no flow.
type docCell struct {
	flow  *flow
	span  int  // columns
	below bool // the cell over it reaches down to it
}

// maxDepth is how deep tables may lie in each other. What lies deeper is text of
// the cell around it.
const maxDepth = 8

// startTable reads what opens tables, rows and cells, and what they say of
// themselves.
func (w *docWriter) startTable(name string, e xml.StartElement) {
	n := len(w.tables)
	switch {
	case name == "tbl" && n == maxDepth:
		w.deep++
	case name == "tbl":
		w.tables = append(w.tables, &docTable{})
	case n > 0 && w.deep == 0:
		w.startCell(w.tables[n-1], name, e)
	}
}

func (w *docWriter) startCell(t *docTable, name string, e xml.StartElement) {
	switch name {
	case "tr":
		t.rows = append(t.rows, nil)
	case "tc":
		w.flows = append(w.flows, &flow{})
		t.addCell(docCell{flow: w.flow(), span: 1})
	case "gridBefore":
		t.addCell(docCell{span: count(e)})
	case "gridSpan":
		t.last().span = count(e)
	case "vMerge":
		t.last().below = value(e) != "restart"
	}
}

// endTable reads what closes tables and cells.
func (w *docWriter) endTable(name string) {
	n := len(w.tables)
	switch {
	case name == "tbl" && w.deep > 0:
		w.deep--
	case n == 0 || w.deep > 0:
	case name == "tc":
		w.closeFlow()
	case name == "tbl":
		t := w.tables[n-1]
		w.tables = w.tables[:n-1]
		w.flow().lines = append(w.flow().lines, t.lines()...)
	}
}

func (t *docTable) addCell(c docCell) {
	if len(t.rows) == 0 {
		t.rows = append(t.rows, nil)
	}
	last := len(t.rows) - 1
	t.rows[last] = append(t.rows[last], c)
}

// last returns the cell that was added last.
func (t *docTable) last() *docCell {
	if len(t.rows) == 0 || len(t.rows[len(t.rows)-1]) == 0 {
		return &docCell{}
	}
	row := t.rows[len(t.rows)-1]
	return &row[len(row)-1]
}

// lines returns the rows of a table of data; of one that only sets a page, what
// stands in its cells.
func (t *docTable) lines() []flowLine {
	var lines []flowLine
	layout := t.isLayout()
	for _, row := range t.rows {
		var cells []string
		for _, c := range row {
			switch {
			case !layout:
				cells = append(cells, c.texts()...)
			case c.flow != nil:
				lines = append(lines, c.flow.lines...)
			}
		}
		if len(cells) > 0 {
			lines = append(lines, flowLine{cells: cells})
		}
	}
	return lines
}

// texts returns the text of the cell and of those beside it that it reaches over.
func (c *docCell) texts() []string {
	texts := make([]string, c.span)
	if c.flow == nil {
		return texts
	}
	texts[0] = c.flow.cell()
	if c.below && texts[0] == "" {
		texts[0] = Merged
	}
	return texts
}

// isLayout reports whether the table holds no data: all rows have one cell, or a
// cell holds a document.
func (t *docTable) isLayout() bool {
	single := true
	for _, row := range t.rows {
		single = single && len(row) <= 1
		for _, c := range row {
			if c.flow != nil && (len(c.flow.lines) > maxParagraphs || len(c.flow.text()) > maxCell) {
				return true
			}
		}
	}
	return single
}
