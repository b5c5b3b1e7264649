package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/segment"
)

// department is a department as JSON has it.
type department struct {
	Text     string      `json:"text"`
	Name     string      `json:"name"`
	ID       string      `json:"id"`
	Span     offset.Span `json:"span"`
	Unlisted bool        `json:"unlisted,omitempty"` // it only looks like a department

	at offset.Span // in the decoded text
}

// reference is a reference as JSON has it.
type reference struct {
	segment.Reference
	at offset.Span
}

// report is what was found in a file.
type report struct {
	Departments []department `json:"departments"`
	References  []reference  `json:"references"`

	text string
}

// find looks through a file: bytes are decoded, the text is repaired, and spans lead all
// the way back.
func find(f io.Reader) (report, error) {
	decoded, err := charset.Read(f, nil)
	if err != nil {
		return report{}, err
	}
	g, err := segment.NewGazetteer(nil, nil)
	if err != nil {
		return report{}, err
	}
	fixed := repair.Fix(decoded.Text, nil)
	r := report{Departments: []department{}, References: []reference{}, text: decoded.Text}
	for m := range g.Mentions(fixed.Text) {
		at := fixed.Map.ToBefore(m.Span)
		r.Departments = append(r.Departments, department{at.Of(r.text), m.Name, m.ID, decoded.Map.ToBefore(at), !m.Listed, at})
	}
	for ref := range segment.References(fixed.Text) {
		at := fixed.Map.ToBefore(ref.Span)
		ref.Text, ref.Span = at.Of(r.text), decoded.Map.ToBefore(at)
		r.References = append(r.References, reference{ref, at})
	}
	return r, nil
}

func (r report) writeJSON(out io.Writer) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// writeText prints a line for each find, in the order of the text.
func (r report) writeText(out io.Writer) error {
	type line struct {
		span       offset.Span
		text, note string
	}
	lines := make([]line, 0, len(r.Departments)+len(r.References))
	for _, d := range r.Departments {
		lines = append(lines, line{d.Span, d.Text, d.note()})
	}
	for _, x := range r.References {
		lines = append(lines, line{x.Span, x.Text, x.note()})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.span.Start, b.span.Start) })
	for _, l := range lines {
		if _, err := fmt.Fprintf(out, "%d-%d\t%s\t%s\n", l.span.Start, l.span.End, strings.Join(strings.Fields(l.text), " "), l.note); err != nil {
			return err
		}
	}
	return nil
}

// note says which department it is, with a question mark where no list has it.
func (d department) note() string {
	if d.Unlisted {
		return d.ID + "?"
	}
	return d.ID
}

// note says what the reference leads to: 《条例》 section 3 item 2.
func (x reference) note() string {
	var b strings.Builder
	if x.Document != "" {
		fmt.Fprintf(&b, "《%s》 ", x.Document)
	}
	for _, l := range x.Path[:max(0, len(x.Path)-1)] {
		fmt.Fprintf(&b, "%v %d ", l.Kind, l.Number)
	}
	fmt.Fprintf(&b, "%v %s", x.Kind, strings.Trim(fmt.Sprint(x.Numbers), "[]"))
	return strings.TrimSuffix(b.String(), " ")
}

// writeAnnotated prints the text with what was found marked in it.
func (r report) writeAnnotated(out io.Writer) error {
	var marks []segment.Mark
	for _, d := range r.Departments {
		marks = append(marks, segment.Mark{Span: d.at, Open: "⟦", Close: "|" + d.note() + "⟧"})
	}
	for _, x := range r.References {
		marks = append(marks, segment.Mark{Span: x.at, Open: "⟦", Close: "|" + x.note() + "⟧"})
	}
	marked, _, err := segment.Annotate(r.text, marks, segment.Plain)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, marked)
	return err
}
