// Package export writes a plan in the formats of other programs:
//
//   - [CSV], for spreadsheets: one row an item and a department
//   - [Markdown] (CommonMark with GitHub's tables)
//   - [DOT] and [Mermaid]: the graph of items and departments
//   - [ICalendar] (RFC 5545): the deadlines
//   - [AkomaNtoso] (OASIS LegalDocML, version 3.0): the whole document as XML
//   - [Schema]: the JSON Schema (2020-12) of a plan's own JSON
//
// All functions write while they go through the plan, in time linear in what they
// write, which for all but [CSV] is bounded by the plan's size: a table repeats
// the item in each of its rows. They give the same bytes for the same plan. An error is that of the
// writer, as it is, unless the function says more; what was written by then is
// of no use. Bytes that are no UTF-8 become U+FFFD, and control characters that
// a format has no place for are left out. Nothing here changes a plan, and all
// is safe for concurrent use.
package export

import (
	"bufio"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/plan"
)

// printer writes text and keeps the first error for the end.
type printer struct {
	w *bufio.Writer
}

func newPrinter(w io.Writer) *printer { return &printer{bufio.NewWriter(w)} }

// put writes the parts one after the other.
func (p *printer) put(parts ...string) {
	for _, s := range parts {
		_, _ = p.w.WriteString(s) // the error stays until close
	}
}

// close writes what is left and returns the writer's first error.
func (p *printer) close() error { return p.w.Flush() }

// unit is a part of a plan that duties and deadlines belong to: an item, or a
// section with what stands in it outside its items.
type unit struct {
	sections []*plan.Section // from the outermost to the one that the unit is in, or is
	item     *plan.Item      // nil for a section
}

// units yields the units of a plan in the order of the text, each section
// before what it contains. The slice in a unit is valid until the next one.
func units(p *plan.Plan) iter.Seq[unit] {
	return func(yield func(unit) bool) {
		for _, s := range p.Sections {
			if !eachUnit([]*plan.Section{s}, yield) {
				return
			}
		}
	}
}

func eachUnit(path []*plan.Section, yield func(unit) bool) bool {
	s := path[len(path)-1]
	if !yield(unit{sections: path}) {
		return false
	}
	for n := range s.Parts() {
		switch n := n.(type) {
		case *plan.Item:
			if !yield(unit{path, n}) {
				return false
			}
		case *plan.Section:
			if !eachUnit(append(path, n), yield) {
				return false
			}
		}
	}
	return true
}

// section returns the section that the unit is in, or is.
func (u unit) section() *plan.Section { return u.sections[len(u.sections)-1] }

func (u unit) heading() *plan.Heading {
	if u.item != nil {
		return &u.item.Heading
	}
	return &u.section().Heading
}

func (u unit) body() *plan.Body {
	if u.item != nil {
		return &u.item.Body
	}
	return &u.section().Body
}

// bodies yields a body and those of the points in it, each with its point; the
// first has none.
func bodies(b *plan.Body) iter.Seq2[*plan.Point, *plan.Body] {
	return func(yield func(*plan.Point, *plan.Body) bool) { eachBody(nil, b, yield) }
}

func eachBody(x *plan.Point, b *plan.Body, yield func(*plan.Point, *plan.Body) bool) bool {
	if !yield(x, b) {
		return false
	}
	for _, inner := range b.Points {
		if !eachBody(inner, &inner.Body, yield) {
			return false
		}
	}
	return true
}

// rows returns the rows of a table without the rules (| --- | :-: |) that text
// draws between them.
func rows(t plan.Table) [][]string {
	return slices.DeleteFunc(slices.Clone(t.Rows), func(row []string) bool {
		return len(row) > 0 && !slices.ContainsFunc(row, func(cell string) bool {
			cell = strings.TrimSpace(cell)
			return !strings.Contains(cell, "-") || strings.Trim(cell, ":-") != ""
		})
	})
}

// caption returns label and title, without a label that is a mere dash.
func caption(h *plan.Heading) string {
	if h.Label != "" && !strings.ContainsFunc(h.Label, isWord) {
		return h.Title
	}
	return h.String()
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// line returns s as one line of valid UTF-8: runs of blanks, line breaks and
// control characters become one blank, and none is left at the ends.
func line(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	return strings.Join(strings.FieldsFunc(s, isBreak), " ")
}

func isBreak(r rune) bool {
	return r <= ' ' || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff'
}
