package offset

import (
	"fmt"
	"iter"
	"slices"
	"sort"
)

// Edit is one change: the bytes Before of the source text became the bytes
// After of the result. An insertion has an empty Before, a deletion an empty
// After.
type Edit struct {
	Before, After Span
}

// Map relates the bytes of a source text to those of the text that was made
// from it. What lies between two edits is the same in both texts.
//
// A Map is immutable and safe for concurrent use. The nil *Map is the identity
// of any text: what nothing changed needs no map.
type Map struct {
	edits []Edit
}

// New returns the map with the given edits, which must be in order, must not
// overlap, and must be the same distance apart in both texts. It keeps its own
// copy of edits.
func New(edits []Edit) (*Map, error) {
	prev := Edit{}
	for i, e := range edits {
		gap := e.Before.Start - prev.Before.End
		switch {
		case gap < 0 || e.Before.End < e.Before.Start || e.After.End < e.After.Start:
			return nil, fmt.Errorf("offset: edit %d: %v to %v is out of order", i, e.Before, e.After)
		case gap != e.After.Start-prev.After.End:
			return nil, fmt.Errorf("offset: edit %d: %v to %v does not keep the text before it", i, e.Before, e.After)
		}
		prev = e
	}
	return newMap(slices.Clone(edits)), nil
}

// newMap wraps edits, and gives nil for none.
func newMap(edits []Edit) *Map {
	if len(edits) == 0 {
		return nil
	}
	return &Map{edits: edits}
}

// Len returns the number of edits.
func (m *Map) Len() int {
	if m == nil {
		return 0
	}
	return len(m.edits)
}

// Edits yields the edits in the order of the text.
func (m *Map) Edits() iter.Seq[Edit] {
	return func(yield func(Edit) bool) {
		if m == nil {
			return
		}
		for _, e := range m.edits {
			if !yield(e) {
				return
			}
		}
	}
}

// ToBefore returns the part of the source text that became the span s of the
// result. An end of s that lies inside an edit snaps outwards to the edge of
// that edit, so that no rune is split; a deletion that only touches s is left
// out. It takes time logarithmic in the number of edits.
func (m *Map) ToBefore(s Span) Span {
	if m == nil {
		return s
	}
	return convertSpan(m.edits, s, after, before)
}

// ToAfter returns the part of the result that the span s of the source text
// became, by the rules of [Map.ToBefore].
func (m *Map) ToAfter(s Span) Span {
	if m == nil {
		return s
	}
	return convertSpan(m.edits, s, before, after)
}

// Inverse returns the map of the way back: its Before is the After of m.
func (m *Map) Inverse() *Map {
	if m == nil {
		return nil
	}
	edits := make([]Edit, len(m.edits))
	for i, e := range m.edits {
		edits[i] = Edit{Before: e.After, After: e.Before}
	}
	return newMap(edits)
}

// side picks one of an edit's two spans.
type side func(Edit) Span

func before(e Edit) Span { return e.Before }
func after(e Edit) Span  { return e.After }

// convertSpan carries s from one side of the edits to the other.
func convertSpan(edits []Edit, s Span, from, to side) Span {
	start := convertStart(edits, s.Start, from, to)
	end := convertEnd(edits, s.End, from, to)
	if end < start { // an empty span at a deletion, or between touching edits
		return Span{end, start}
	}
	return Span{start, end}
}

// convertStart carries the start of a span: the first edit that ends after pos
// decides.
func convertStart(edits []Edit, pos int, from, to side) int {
	i := sort.Search(len(edits), func(i int) bool { return from(edits[i]).End > pos })
	if i < len(edits) && from(edits[i]).Start <= pos {
		return to(edits[i]).Start
	}
	if i == 0 {
		return pos
	}
	return pos - from(edits[i-1]).End + to(edits[i-1]).End
}

// convertEnd carries the end of a span: the last edit that starts before pos
// decides.
func convertEnd(edits []Edit, pos int, from, to side) int {
	i := sort.Search(len(edits), func(i int) bool { return from(edits[i]).Start >= pos }) - 1
	if i < 0 {
		return pos
	}
	if from(edits[i]).End >= pos {
		return to(edits[i]).End
	}
	return pos - from(edits[i]).End + to(edits[i]).End
}
