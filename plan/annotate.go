package plan

import (
	"cmp"
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/plan/target"
)

// annotate finds what the running text from r names: targets, deadlines,
// references and bodies.
func (p *parser) annotate(b *Body, r note.Range) {
	if r.Empty() {
		return
	}
	text, edits := p.t.Clean(r.Start, r.End)
	start := p.t.Span(r.Start, r.End).Start
	place := func(s Span) Span { return edits.ToBefore(s).Shift(start) }
	for f := range target.Find(text) {
		switch {
		case f.Target != nil:
			x := *f.Target
			x.Span = place(x.Span)
			b.Targets = append(b.Targets, x)
		case f.Deadline != nil:
			x := *f.Deadline
			x.Span = place(x.Span)
			b.Deadlines = append(b.Deadlines, Deadline{Deadline: x})
		}
	}
	for x := range reference.Find(text) {
		x.Span = place(x.Span)
		b.References = append(b.References, x)
	}
	p.addMentions(b, text, place)
}

// addMentions adds the bodies that text names.
func (p *parser) addMentions(b *Body, text string, place func(Span) Span) {
	for m := range p.matcher.Mentions(text) {
		b.Mentions = append(b.Mentions, Mention{Text: m.Text, ID: m.ID, Span: place(m.Span)})
	}
}

// settleBody puts what was found in order of its places.
func settleBody(b *Body) {
	slices.SortStableFunc(b.Deadlines, func(x, y Deadline) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	slices.SortStableFunc(b.Paragraphs, func(x, y Paragraph) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
}
