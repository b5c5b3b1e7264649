package plan

import (
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/convert"
)

// Convert returns a copy of the plan whose strings are converted by c, and whose
// Script is what [convert.Detect] says of them. Everything else is as in p:
// numbers, ids, diagnostics, and spans, which are of the text that p was read
// from. What stands there is at a span; Written is converted too.
//
// The strings are converted one by one, so that no phrase reaches from one to the
// next. The copy shares nothing with p that can be changed. With a nil c it is a
// copy alone. It is safe for concurrent use.
func (p *Plan) Convert(c *convert.Converter) *Plan {
	q := *p
	q.marks = slices.Clone(p.marks)
	q.Diagnostics = slices.Clone(p.Diagnostics)
	t := translator{c: c}
	t.strings(&q.Title, &q.Issuer, &q.DocumentNumber)
	for _, list := range []*[]Paragraph{&q.Notice, &q.Preamble, &q.Closing} {
		*list = t.paragraphs(*list)
	}
	q.Addressees = t.list(p.Addressees)
	q.Sections = pointers(p.Sections, t.section)
	q.Attachments = values(p.Attachments, t.attachment)
	q.Tables = values(p.Tables, t.table)
	q.Terms = values(p.Terms, t.term)
	q.Rules = values(p.Rules, func(r *Rule) { t.strings(&r.Text) })
	if c != nil {
		q.Script = scripts[convert.Detect(t.text.String()).Script]
	}
	return &q
}

// translator copies parts of a plan, and converts them.
type translator struct {
	c    *convert.Converter // nil converts nothing
	text strings.Builder    // all that was converted, to tell its script
}

// values returns a copy of list with each value changed by do, nil for nil.
func values[T any](list []T, do func(*T)) []T {
	list = slices.Clone(list)
	for i := range list {
		do(&list[i])
	}
	return list
}

// pointers is values for a list of pointers, to copies of what they point to.
func pointers[T any](list []*T, do func(*T)) []*T {
	return values(list, func(p **T) {
		v := **p
		do(&v)
		*p = &v
	})
}

func (t *translator) strings(list ...*string) {
	if t.c == nil {
		return
	}
	for _, s := range list {
		*s = t.c.String(*s)
		t.text.WriteString(*s)
		t.text.WriteByte('\n')
	}
}

func (t *translator) list(list []string) []string {
	return values(list, func(s *string) { t.strings(s) })
}

func (t *translator) paragraphs(list []Paragraph) []Paragraph {
	return values(list, func(x *Paragraph) { t.strings(&x.Text) })
}

func (t *translator) section(s *Section) {
	t.unit(&s.Heading, &s.Body)
	s.Items = pointers(s.Items, func(i *Item) { t.unit(&i.Heading, &i.Body) })
	s.Sections = pointers(s.Sections, t.section)
}

// unit converts a heading and a body, which are copies but for their lists.
func (t *translator) unit(h *Heading, b *Body) {
	t.strings(&h.Label, &h.Title)
	b.Paragraphs = t.paragraphs(b.Paragraphs)
	b.Points = pointers(b.Points, func(x *Point) { t.unit(&x.Heading, &x.Body) })
	b.Duties = pointers(b.Duties, t.duty)
	b.Deadlines = values(b.Deadlines, func(d *Deadline) { t.strings(&d.Text, &d.Within) })
	b.Targets = values(b.Targets, func(x *Target) { t.strings(&x.Text, &x.Unit) })
	b.References = values(b.References, t.reference)
	b.Mentions = values(b.Mentions, func(m *Mention) { t.strings(&m.Text) })
}

func (t *translator) duty(d *Duty) {
	t.strings(&d.Label)
	d.Departments = pointers(d.Departments, func(x *Department) { t.strings(&x.Name, &x.Written) })
}

func (t *translator) reference(r *Reference) {
	t.strings(&r.Text, &r.Document)
	r.Numbers, r.Path = slices.Clone(r.Numbers), slices.Clone(r.Path)
}

func (t *translator) attachment(a *Attachment) {
	t.strings(&a.Label, &a.Title)
	a.Paragraphs = t.paragraphs(a.Paragraphs)
}

func (t *translator) table(x *Table) {
	x.Rows = values(x.Rows, func(row *[]string) { *row = t.list(*row) })
}

func (t *translator) term(x *Term) {
	t.strings(&x.Term, &x.Meaning)
	x.Uses = slices.Clone(x.Uses)
}
