package main

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/segment"
)

// mark is a part of a paragraph that is shown as something.
type mark struct {
	span  plan.Span
	class string // of the element
	title string // what it says on touch
	href  string // where it leads, if anywhere
}

// markup returns the paragraph as HTML, with targets, deadlines, references,
// bodies and terms marked. Everything from the plan is escaped. Where the
// paragraph is not the text's own bytes (lines were joined, the file was in
// another character set), it has no marks.
func markup(v *view, d *document, i *plan.Item, p plan.Paragraph) template.HTML {
	if p.Span.Len() != len(p.Text) {
		return template.HTML(template.HTMLEscapeString(v.In(d, p.Text))) //nolint:gosec // escaped
	}
	var b strings.Builder
	at := 0
	write := func(end int) {
		b.WriteString(template.HTMLEscapeString(v.In(d, p.Text[at:end])))
		at = end
	}
	for _, m := range marksIn(v, d, i, p) {
		start, end := m.span.Start-p.Span.Start, m.span.End-p.Span.Start
		if start < at || end > len(p.Text) {
			continue
		}
		write(start)
		element := "mark"
		if m.href != "" {
			element = "a"
			b.WriteString(`<a href="` + template.HTMLEscapeString(m.href) + `"`)
		} else {
			b.WriteString("<mark")
		}
		b.WriteString(` class="` + m.class + `" title="` + template.HTMLEscapeString(m.title) + `">`)
		write(end)
		b.WriteString("</" + element + ">")
	}
	write(len(p.Text))
	return template.HTML(b.String()) //nolint:gosec // each part is escaped above
}

// marksIn returns the marks within the paragraph in order, the longer first
// where two begin at one place.
func marksIn(v *view, d *document, i *plan.Item, p plan.Paragraph) []mark {
	var marks []mark
	add := func(m mark) {
		if p.Span.Contains(m.span) && !m.span.Empty() {
			marks = append(marks, m)
		}
	}
	for _, x := range i.Targets {
		add(mark{x.Span, "target", x.Op.String() + " " + x.Value.String() + " " + x.Unit, ""})
	}
	for _, x := range i.Deadlines {
		add(mark{x.Span, "deadline", x.By.String() + x.Within, ""})
	}
	for _, x := range i.References {
		add(mark{x.Span, "reference", x.Kind.String(), target(v, d, x)})
	}
	for _, x := range i.Mentions {
		add(mark{x.Span, "department", x.ID, v.DepartmentLink(x.ID)})
	}
	for _, t := range d.Terms {
		for _, use := range t.Uses {
			add(mark{use, "term", t.Meaning, ""})
		}
	}
	slices.SortFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(b.span.End, a.span.End))
	})
	return marks
}

// target returns the address of the item that a reference leads to, if it leads
// to one of this plan.
func target(v *view, d *document, ref plan.Reference) string {
	found, err := segment.Resolve(d.Plan, ref)
	if err != nil || len(found) == 0 {
		return ""
	}
	i, ok := found[0].Node.(*plan.Item)
	if !ok {
		return ""
	}
	return v.ItemLink(d, i)
}
