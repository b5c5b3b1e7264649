package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// hit lays out one hit.
func (s *searcher) hit(r ranked) Hit {
	d := s.index.docs[r.doc]
	i := d.facts()
	heading := d.plan.Headings[i.Heading]
	h := hitter{searcher: s, plan: d.plan, hit: Hit{
		Plan: d.plan.ID, Item: int(i.Number), Section: int(heading.Number), Score: float64(r.score), Span: i.Span,
		Highlights: []offset.Span{}, Fields: []record.Field{}, TitleHighlights: []offset.Span{}, Snippet: Snippet{Highlights: []offset.Span{}},
	}}
	pieces := d.plan.Of(i.Pieces)
	h.hit.Label, h.hit.Title = d.plan.Text(&pieces[0]), d.plan.Text(&pieces[1])
	for k := range pieces {
		h.piece(&pieces[k])
	}
	titles := d.plan.Of(heading.Pieces)
	h.hit.SectionTitle = d.plan.Text(&titles[0])
	for k := range titles {
		if len(h.marked(d.plan.Text(&titles[k]))) > 0 {
			h.field(record.Section)
		}
	}
	if r.score >= s.straight && len(s.references) > 0 && pieces[0].Span().Len() > 0 {
		h.hit.Highlights = append(h.hit.Highlights, pieces[0].Span())
	}
	slices.Sort(h.hit.Fields)
	h.hit.Highlights = union(h.hit.Highlights)
	h.snippet()
	return h.hit
}

// hitter finds what to show of one hit.
type hitter struct {
	*searcher
	plan *record.Plan
	hit  Hit
	body []marked
}

// marked is a paragraph with what was found in it.
type marked struct {
	text  string
	spans []offset.Span
}

// field notes that something was found in a field.
func (h *hitter) field(f record.Field) {
	if !slices.Contains(h.hit.Fields, f) {
		h.hit.Fields = append(h.hit.Fields, f)
	}
}

// piece notes what was found in a piece.
func (h *hitter) piece(p *record.Piece) {
	if p.Field == record.Label {
		return
	}
	text := h.plan.Text(p)
	spans := h.marked(text)
	if p.Field == record.Title {
		h.hit.TitleHighlights = spans
	}
	if p.Field == record.Body && text != "" {
		h.body = append(h.body, marked{text, spans})
	}
	if h.named(p, len(spans) > 0) {
		h.hit.Highlights = append(h.hit.Highlights, p.Span())
		h.field(p.Field)
		return
	}
	for _, part := range spans {
		// What a repair brought back may have no place in the source.
		if place := h.plan.Place(p, part); !place.Empty() {
			h.hit.Highlights = append(h.hit.Highlights, place)
		}
	}
	if len(spans) > 0 {
		h.field(p.Field)
	}
}

// named reports whether a piece names a body that the query names too, or, where
// the piece itself has nothing of the query, one whose other names have most of it.
func (h *hitter) named(p *record.Piece, found bool) bool {
	a := h.plan.Agent(p)
	switch {
	case a == nil:
		return false
	case p.Field != record.Department:
		return h.marks[mentionTerm+a.ID]
	case h.marks[responsibleTerm+a.ID]:
		return true
	case found:
		return false
	}
	names, cover := h.index.nameTerms(a.ID), float32(0)
	for t, w := range h.terms {
		if _, ok := slices.BinarySearch(names, t); ok {
			cover += w.cover
		}
	}
	return cover > 0 && cover >= h.query.total/2
}

// marked returns the parts of text that the query's terms are, in order. What
// touches is one part.
func (h *hitter) marked(text string) []offset.Span {
	cut := &h.text
	cut.Cut(text)
	spans := []offset.Span{}
	last := -1 // the last unit that is marked
	mark := func(i, k int) {
		span := cut.Span(i, k)
		if n := len(spans); n > 0 && (i <= last || spans[n-1].End == span.Start) {
			spans[n-1] = spans[n-1].Cover(span)
		} else {
			spans = append(spans, span)
		}
		last = max(last, k-1)
	}
	for i := range cut.Units {
		if pair := cut.Pair(i); pair != nil && h.marks[string(pair)] {
			mark(i, i+2)
		} else if i > last && h.marks[string(cut.Unit(i))] {
			mark(i, i+1)
		}
	}
	return spans
}

// union sorts spans and joins those that overlap or touch.
func union(spans []offset.Span) []offset.Span {
	slices.SortFunc(spans, func(a, b offset.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	all := spans[:0]
	for _, s := range spans {
		if n := len(all); n > 0 && s.Start <= all[n-1].End {
			all[n-1] = all[n-1].Cover(s)
			continue
		}
		all = append(all, s)
	}
	return all
}

// snippet takes the part of a paragraph in which most was found, the first one
// where nothing was.
func (h *hitter) snippet() {
	length := h.options.SnippetLength
	if length <= 0 {
		length = 60
	}
	best, start, most := -1, 0, -1 // the paragraph, where in it, the bytes found there
	for i, m := range h.body {
		at, found := densest(m.spans, 3*length) // a character has three bytes
		if found > most {
			best, start, most = i, at, found
		}
	}
	if best < 0 {
		return
	}
	m := h.body[best]
	from := backTo(m.text, start, length/3) // a third of it may lead up to what was found
	to := forwardTo(m.text, from, length)
	h.hit.Snippet = Snippet{Text: m.text[from:to], Highlights: []offset.Span{}, Before: from > 0, After: to < len(m.text)}
	for _, s := range m.spans {
		if s.Start = max(s.Start, from); s.Start < min(s.End, to) {
			h.hit.Snippet.Highlights = append(h.hit.Snippet.Highlights, offset.Span{Start: s.Start, End: min(s.End, to)}.Shift(-from))
		}
	}
}

// densest returns where a part of the given number of bytes begins that holds
// the most highlighted bytes, and how many these are.
func densest(spans []offset.Span, bytes int) (start, most int) {
	first, sum := 0, 0
	for _, s := range spans {
		sum += s.Len()
		for s.End-spans[first].Start > bytes && spans[first] != s {
			sum -= spans[first].Len()
			first++
		}
		if sum > most {
			start, most = spans[first].Start, sum
		}
	}
	return start, most
}

// backTo returns the beginning of a sentence or a part of it within so many
// characters before start, or a place that far before.
func backTo(text string, start, characters int) int {
	at := start
	for range characters {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if size == 0 || strings.ContainsRune("。；，,;", r) {
			return at
		}
		at -= size
	}
	return at
}

// forwardTo returns the place so many characters behind from, or the end.
func forwardTo(text string, from, characters int) int {
	for i := range text[from:] {
		if characters == 0 {
			return from + i
		}
		characters--
	}
	return len(text)
}
