package offset

// Then returns the composition of m and next: m leads from text A to text B,
// next from B to C, and the result from A to C. Edits of the two that overlap
// in B become one edit; all others stay as they are, so that looking up a span
// in the composition gives what the two look-ups give one after the other, or,
// inside edits that overlap, the whole of what they cover.
//
// It takes time linear in the number of edits.
func (m *Map) Then(next *Map) *Map {
	switch {
	case m.Len() == 0:
		return next
	case next.Len() == 0:
		return m
	}
	c := composer{first: m.edits, second: next.edits}
	edits := make([]Edit, 0, len(m.edits)+len(next.edits))
	for c.more() {
		edits = append(edits, c.next())
	}
	return newMap(edits)
}

// composer merges two lists of edits that meet in the middle text. The deltas
// are the distance from a place in the middle text to its place in the source
// and in the result, behind all edits that were taken.
type composer struct {
	first, second []Edit
	toBefore      int
	toAfter       int
}

func (c *composer) more() bool { return len(c.first)+len(c.second) > 0 }

// next takes the leftmost edit together with all that overlap it.
func (c *composer) next() Edit {
	middle := c.take(c.leftmostIsFirst())
	toBefore, toAfter := middle.toBefore, middle.toAfter
	for {
		switch {
		case len(c.first) > 0 && touches(middle.span, c.first[0].After):
			middle.span = middle.span.Cover(c.take(true).span)
		case len(c.second) > 0 && touches(middle.span, c.second[0].Before):
			middle.span = middle.span.Cover(c.take(false).span)
		default:
			return Edit{
				Before: Span{middle.span.Start + toBefore, middle.span.End + c.toBefore},
				After:  Span{middle.span.Start + toAfter, middle.span.End + c.toAfter},
			}
		}
	}
}

// taken is an edit's span in the middle text with the deltas before it.
type taken struct {
	span              Span
	toBefore, toAfter int
}

// take removes the head of one list and moves that list's delta behind it.
func (c *composer) take(first bool) taken {
	t := taken{toBefore: c.toBefore, toAfter: c.toAfter}
	if first {
		e := c.first[0]
		c.first = c.first[1:]
		c.toBefore = e.Before.End - e.After.End
		t.span = e.After
		return t
	}
	e := c.second[0]
	c.second = c.second[1:]
	c.toAfter = e.After.End - e.Before.End
	t.span = e.Before
	return t
}

// leftmostIsFirst tells which list has the edit that comes next in the middle
// text. At one place an empty span comes before one that has bytes.
func (c *composer) leftmostIsFirst() bool {
	switch {
	case len(c.first) == 0:
		return false
	case len(c.second) == 0:
		return true
	}
	a, b := c.first[0].After, c.second[0].Before
	if a.Start != b.Start {
		return a.Start < b.Start
	}
	return a.End <= b.End
}

// touches reports whether two spans of the middle text cannot be kept apart:
// they share a byte, one is a place inside the other, or both are one place.
func touches(a, b Span) bool {
	if a.Empty() && b.Empty() {
		return a == b
	}
	return max(a.Start, b.Start) < min(a.End, b.End) ||
		a.Empty() && b.Start < a.Start && a.Start < b.End ||
		b.Empty() && a.Start < b.Start && b.Start < a.End
}
