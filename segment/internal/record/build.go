package record

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/target"
)

// New makes the record of a plan. data is the text or file that its spans count
// in; where it is empty, a text that has another length than its span has no
// places for its characters.
func New(id string, p *plan.Plan, data string) *Plan {
	b := builder{
		plan: &Plan{ID: strings.Clone(id), Title: strings.Clone(p.Title)}, source: source{data: data},
		agents: map[string]uint32{}, terms: termUses(p.Terms),
	}
	for _, s := range p.Sections {
		b.section(s, natural(s.Number), nil)
	}
	slices.SortStableFunc(b.items, func(x, y entry) int { return cmp.Compare(x.item.Span.Start, y.item.Span.Start) })
	for _, e := range b.items {
		b.item(e)
	}
	b.plan.text = b.text.String()
	b.plan.Pieces = slices.Clip(b.plan.Pieces)
	return b.plan
}

// builder makes the record of one plan.
type builder struct {
	plan   *Plan
	text   strings.Builder
	source source
	items  []entry
	agents map[string]uint32 // 1 + index, by id
	terms  []use
}

// entry is an item with its heading.
type entry struct {
	item    *plan.Item
	heading uint32
}

// section adds the titles of s behind those of what it lies in.
func (b *builder) section(s *plan.Section, number uint32, outer []*plan.Section) {
	path := append(slices.Clip(outer), s)
	from := b.mark()
	for _, x := range path {
		b.piece(Section, x.Title, x.TitleSpan)
	}
	heading := uint32(len(b.plan.Headings))
	b.plan.Headings = append(b.plan.Headings, Heading{number, b.since(from)})
	for _, i := range s.Items {
		b.items = append(b.items, entry{i, heading})
	}
	for _, sub := range s.Sections {
		b.section(sub, number, path)
	}
}

// mark returns the number of the next piece, from which since makes a range.
func (b *builder) mark() uint32 { return uint32(len(b.plan.Pieces)) }

func (b *builder) since(from uint32) Range { return Range{from, b.mark()} }

func (b *builder) item(e entry) {
	i, from := e.item, b.mark()
	r := Item{Number: natural(i.Number), Heading: e.heading, Span: i.Span}
	b.piece(Label, i.Label, i.LabelSpan)
	b.piece(Title, i.Title, i.TitleSpan)
	b.body(&i.Body, &r)
	b.termsOf(i.Span)
	r.Pieces = b.since(from)
	r.agents.From = uint32(len(b.plan.responsible))
	for d := range i.AllDuties() {
		for _, x := range d.Departments {
			b.responsible(b.agents[x.ID]-1, r.agents.From)
		}
	}
	r.agents.To = uint32(len(b.plan.responsible))
	b.plan.Items = append(b.plan.Items, r)
}

// responsible adds a body to those of an item, which begin at from, once.
func (b *builder) responsible(agent, from uint32) {
	if !slices.Contains(b.plan.responsible[from:], agent) {
		b.plan.responsible = append(b.plan.responsible, agent)
	}
}

// body adds the body of an item or a point with the points in it.
func (b *builder) body(x *plan.Body, r *Item) {
	for _, p := range x.Paragraphs {
		b.piece(Body, p.Text, p.Span)
	}
	for _, m := range x.Mentions {
		b.piece(Body, "", m.Span)
		b.last().Kind, b.last().agent = Whole, b.agent(m.ID, m.Text)
	}
	for _, d := range x.Duties {
		b.duty(d)
	}
	for _, d := range x.Deadlines {
		if d.InNote {
			b.piece(Note, d.Text, d.Span)
		}
		r.due(d.By)
	}
	r.Target = r.Target || len(x.Targets) > 0
	for _, p := range x.Points {
		b.piece(Body, p.Title, p.TitleSpan)
		b.body(&p.Body, r)
	}
}

// duty adds a note's label (责任单位) and its bodies.
func (b *builder) duty(d *plan.Duty) {
	b.piece(Note, d.Label, d.LabelSpan)
	for _, x := range d.Departments {
		b.piece(Department, x.Name, x.Span)
		b.last().agent = b.agent(x.ID, x.Name)
	}
}

// due notes a day by which something is due.
func (i *Item) due(by target.Date) {
	if day := Day(by); day != 0 && (i.Deadline == 0 || day < i.Deadline) {
		i.Deadline = day
	}
}

// Day returns a day as the number 20231231; days in order have numbers in order.
func Day(d target.Date) uint32 {
	if d.IsZero() {
		return 0
	}
	return natural(d.Year*10000 + d.Month*100 + d.Day)
}

// natural returns n as a number that every int holds.
func natural(n int) uint32 { return uint32(min(max(n, 0), math.MaxInt32)) }

func (b *builder) last() *Piece { return &b.plan.Pieces[len(b.plan.Pieces)-1] }

// agent returns 1 + the index of the body. It is shown by the name that its id
// is in Simplified script, where a plan writes that, else by the first one.
func (b *builder) agent(id, name string) uint32 {
	n, ok := b.agents[id]
	if !ok {
		b.plan.Agents = append(b.plan.Agents, Agent{strings.Clone(id), strings.Clone(name)})
		n = uint32(len(b.plan.Agents))
		b.agents[b.plan.Agents[n-1].ID] = n
		return n
	}
	if a := &b.plan.Agents[n-1]; a.Name != name && fold(a.Name) != fold(id) && fold(name) == fold(id) {
		a.Name = strings.Clone(name)
	}
	return n
}

func fold(s string) string {
	s, _ = convert.Fold(s)
	return s
}

// piece adds a text with its place.
func (b *builder) piece(f Field, text string, span offset.Span) {
	if span.Start < 0 || span.End < span.Start || span.End > math.MaxInt32 {
		span = offset.Span{}
	}
	from := uint32(b.text.Len())
	b.text.WriteString(text)
	x := Piece{Field: f, text: Range{from, uint32(b.text.Len())}, span: rangeOf(span)}
	if text != "" {
		x.Kind, x.aligned = b.align(text, span)
	}
	b.plan.Pieces = append(b.plan.Pieces, x)
}

// align says how a text stands in the source at span: as it is, as a file in
// another character set or with line breaks has it, or only as a whole. It returns
// the place of the alignment in the second case, which only then takes memory.
func (b *builder) align(text string, span offset.Span) (Kind, uint32) {
	data := b.source.data
	if data == "" || span.End > len(data) {
		if len(text) == span.Len() {
			return Plain, 0
		}
		return Whole, 0
	}
	if span.Of(data) == text {
		return Plain, 0
	}
	start := len(b.plan.aligned)
	aligned, ok := b.source.align(b.plan.aligned, text, span)
	if !ok {
		b.plan.aligned = aligned[:start]
		return Whole, 0
	}
	b.plan.aligned = aligned
	return Plain, uint32(start + 1)
}

// use is a place where a term is defined or used.
type use struct {
	span    offset.Span
	term    *plan.Term
	defined bool
}

// termUses lists the places of all terms in their order.
func termUses(terms []plan.Term) []use {
	var all []use
	for i := range terms {
		t := &terms[i]
		all = append(all, use{t.Span, t, true})
		for _, u := range t.Uses {
			all = append(all, use{u, t, false})
		}
	}
	slices.SortStableFunc(all, func(x, y use) int { return cmp.Compare(x.span.Start, y.span.Start) })
	return all
}

// termsOf adds the terms within an item: those that it defines, and what those
// that it uses stand for. Items come in order, but may lie in one another.
func (b *builder) termsOf(item offset.Span) {
	first, _ := slices.BinarySearchFunc(b.terms, item.Start, func(u use, at int) int { return cmp.Compare(u.span.Start, at) })
	var done []*plan.Term
	for _, u := range b.terms[first:] {
		if u.span.Start >= item.End {
			return
		}
		if u.defined {
			b.piece(Term, u.term.Term, u.span)
		}
		if !slices.Contains(done, u.term) {
			done = append(done, u.term)
			b.piece(Term, u.term.Meaning, u.span)
			b.last().Kind, b.last().aligned = Alias, 0
		}
	}
}
