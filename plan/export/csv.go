package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/target"
)

// CSVOptions say how [CSV] writes. The nil *CSVOptions is the default.
type CSVOptions struct {
	// BOM puts the byte order mark before the first row. Excel needs it to take
	// the file for UTF-8.
	BOM bool
	// Comma stands between cells, ',' by default. One that encoding/csv does not
	// take, such as a quotation mark, is an error.
	Comma rune
	// NoHeader leaves the first row out, so that a table can follow another one.
	NoHeader bool
	// Raw leaves cells as they are. By default those that a spreadsheet would
	// run as a formula get an apostrophe in front.
	Raw bool
}

var csvHeader = []string{
	"plan", "section", "section_title", "subsection", "item", "label", "title", "point",
	"duty", "role", "department", "id", "open", "deadlines", "due", "targets",
}

// CSV writes a table of the plan (RFC 4180, but with line feeds): one row for
// each item and department that a note in the item or in one of its points
// names, and one for each item that names none. Where a section has a note of
// its own, it has such rows with an empty item. A name that stands twice in a
// note, or in two notes of one role on the same point, has one row.
//
// The columns are the plan's title; the outermost section's number and title;
// the headings of sections in it; the item's number, label and title; the
// heading of the point that the note stands on; the note's label and role; the
// department's name and id; whether the note's list is open; the item's
// deadlines as written and the last day that they name; its targets as written.
//
// A cell that begins with one of = + - @, their full-width forms, a tab or a
// carriage return would be a formula in a spreadsheet: unless opts.Raw is set,
// such a cell gets an apostrophe in front, and so do those that would look like
// one that got it.
func CSV(w io.Writer, p *plan.Plan, opts *CSVOptions) error {
	if opts == nil {
		opts = &CSVOptions{}
	}
	if opts.BOM {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	t := table{w: csv.NewWriter(w), raw: opts.Raw}
	if opts.Comma != 0 {
		t.w.Comma = opts.Comma
	}
	if !opts.NoHeader {
		t.row(csvHeader)
	}
	for u := range units(p) {
		t.unit(p, u)
	}
	t.w.Flush()
	if t.err != nil {
		return t.err
	}
	return t.w.Error()
}

// table writes rows.
type table struct {
	w   *csv.Writer
	raw bool
	err error // the first one
}

// row writes a row and keeps the first error, which is one of the options: those
// of the writer show when it is flushed.
func (t *table) row(cells []string) {
	if t.err != nil {
		return
	}
	out := make([]string, len(cells))
	for i, s := range cells {
		s = strings.ToValidUTF8(s, "\ufffd")
		if !t.raw && isFormula(s) {
			s = "'" + s
		}
		out[i] = s
	}
	t.err = t.w.Write(out)
}

// isFormula reports whether a spreadsheet would run the cell, or whether it
// looks like such a cell behind the apostrophe that keeps it from that.
func isFormula(cell string) bool {
	cell = strings.TrimLeft(cell, "'")
	for _, r := range cell {
		return strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
	}
	return false
}

// naming is what makes a row: a body with a role on a point.
type naming struct {
	point *plan.Point
	id    string
	role  plan.Role
}

// unit writes the rows of an item, or of a section with notes of its own.
func (t *table) unit(p *plan.Plan, u unit) {
	cells := unitCells(p, u)
	seen := map[naming]bool{}
	for x, b := range bodies(u.body()) {
		for _, d := range b.Duties {
			for _, body := range d.Departments {
				key := naming{x, body.ID, d.Role}
				if !seen[key] {
					seen[key] = true
					t.row(dutyCells(cells, x, d, body))
				}
			}
		}
	}
	if u.item != nil && len(seen) == 0 {
		t.row(cells)
	}
}

// unitCells returns a row of the unit with the cells of a note left empty.
func unitCells(p *plan.Plan, u unit) []string {
	outer := u.sections[0]
	cells := []string{p.Title, number(outer.Number), outer.Title, subsections(u.sections[1:]), "", "", "", "", "", "", "", "", ""}
	if i := u.item; i != nil {
		cells[4], cells[5], cells[6] = number(i.Number), i.Label, i.Title
	}
	var deadlines, targets []string
	var due target.Date
	for _, b := range bodies(u.body()) {
		for _, d := range b.Deadlines {
			deadlines = append(deadlines, d.Text)
			if d.By.String() > due.String() {
				due = d.By
			}
		}
		for _, x := range b.Targets {
			targets = append(targets, x.Text)
		}
	}
	return append(cells, strings.Join(deadlines, "；"), due.String(), strings.Join(targets, "；"))
}

// dutyCells returns a row of the unit for a body that a note on the point names.
func dutyCells(unit []string, x *plan.Point, d *plan.Duty, body *plan.Department) []string {
	row := append([]string(nil), unit...)
	if x != nil {
		row[7] = x.Heading.String()
	}
	row[8], row[9], row[10], row[11], row[12] = d.Label, d.Role.String(), body.Name, body.ID, strconv.FormatBool(d.Open)
	return row
}

// number returns n in digits, and nothing for a unit without a number.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// subsections returns the headings from the outer to the inner one.
func subsections(path []*plan.Section) string {
	var parts []string
	for _, s := range path {
		parts = append(parts, s.Heading.String())
	}
	return strings.Join(parts, " / ")
}
