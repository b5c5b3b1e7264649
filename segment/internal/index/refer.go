package index

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// unitReference is a reference to items: their numbers, or with whole that of
// the sections whose items are meant.
type unitReference struct {
	numbers  []int // in order
	section  int   // 0: in any
	whole    bool
	document string
}

// unitsOf reads a reference. What is below the items, such as the second
// paragraph of an article, means the item that it is in. It reports false for a
// reference to no item.
func unitsOf(r reference.Reference) (unitReference, bool) {
	u := unitReference{document: r.Document}
	for _, l := range r.Path {
		switch {
		case l.Kind == reference.Section:
			u.section = l.Number
		case len(u.numbers) == 0 && unit(l.Kind) && (l.Kind != r.Kind || l.Kind == reference.Article):
			u.numbers = []int{l.Number}
		}
	}
	if r.Kind == reference.Section {
		u.whole, u.section = true, 0
	}
	if len(u.numbers) == 0 && (u.whole || unit(r.Kind)) || r.Kind == reference.Article {
		u.numbers = r.Numbers
	}
	u.numbers = slices.Sorted(slices.Values(u.numbers))
	return u, len(u.numbers) > 0
}

// means reports whether the reference means items, or sections, of a number.
func (u *unitReference) means(number int) bool {
	_, ok := slices.BinarySearch(u.numbers, number)
	return ok
}

// unit reports whether items may be called so: 第三项, and 第三条 of a law or of a plan.
func unit(k reference.Kind) bool { return k == reference.Item || k == reference.Article }

// refer takes the references to items out of a part and returns the rest of it.
func (q *query) refer(text string) string {
	const lead = "按照" // what stands first may be a heading's own label
	rest, at := "", len(lead)
	text = lead + text
	for r := range reference.Find(text) {
		u, ok := unitsOf(r)
		if !ok || r.Span.Start < at || len(q.references) == maxParts {
			continue
		}
		q.references = append(q.references, u)
		if r.Document != "" && r.DocumentSpan.Start >= at && r.DocumentSpan.End <= r.Span.Start {
			rest += text[at:r.DocumentSpan.Start]
			at = r.DocumentSpan.End
		}
		rest += text[at:r.Span.Start]
		at = r.Span.End
	}
	return rest + text[at:]
}

// refer adds to the score of the items that a reference names.
func (s *searcher) refer(r *unitReference) {
	var last *record.Plan
	named := false // whether the reference may mean that plan
	for doc, d := range s.index.docs {
		if d.plan != last {
			last, named = d.plan, d.plan != nil && inDocument(d.plan, r.document)
		}
		number := d.number
		if r.whole {
			number = d.section
		}
		if named && (r.section == 0 || r.section == int(d.section)) && r.means(int(number)) {
			(*s.sums)[doc].Score += s.straight
			(*s.sums)[doc].Cover += s.query.total
		}
	}
}

// inDocument reports whether a plan's title has the name of a document.
func inDocument(p *record.Plan, name string) bool {
	if name == "" {
		return true
	}
	var title, part grams.Text
	title.Cut(p.Title)
	part.Cut(name)
	return title.Find(&part, 0) >= 0
}
