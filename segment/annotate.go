package segment

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Mark is what is put around a part of a text: Open before it and Close behind it,
// both as they are.
type Mark struct {
	Span        offset.Span // in bytes of the text
	Open, Close string
}

// ErrMark is the cause of an error for a mark whose span does not lie within the
// text, or splits a character.
var ErrMark = errors.New("span is no part of the text")

// MarkError says which mark is wrong.
type MarkError struct {
	Index int // in the list of marks
	Span  offset.Span
	Err   error
}

// Error names the mark and its span.
func (e *MarkError) Error() string {
	return fmt.Sprintf("segment: mark %d, %v: %v", e.Index, e.Span, e.Err)
}

// Unwrap returns what is wrong.
func (e *MarkError) Unwrap() error { return e.Err }

// Annotate puts marks around parts of text: mentions, references, defined terms,
// hits of a search. Marks need no order. What the format asks for is escaped in
// the text, and never in the marks.
//
// The result nests well. Of marks that begin at one place, the longer one is outside,
// and of those with one span the earlier in the list. Where two overlap and neither
// holds the other, the inner one is closed before the outer one ends and opened again
// behind it. An empty span is a place: its mark is opened and closed there.
//
// The map leads from text to the result. Spans that were found in a changed text
// (repaired, converted) mark the original by the ToBefore of that change's map.
//
// The error is a [*MarkError], or that for an unknown format. It takes time linear in text and
// result, but for sorting the marks; n marks that overlap each other in a chain
// give n² openings.
func Annotate(text string, marks []Mark, format Format) (string, *offset.Map, error) {
	escape := format.escaper()
	if escape == nil {
		return "", nil, fmt.Errorf("segment: cannot annotate in format %v", format)
	}
	for i, m := range marks {
		if !within(text, m.Span) {
			return "", nil, &MarkError{i, m.Span, ErrMark}
		}
	}
	a := newAnnotator(text, marks, escape)
	for _, m := range a.marks {
		a.closeUpTo(m.Span.Start)
		a.copy(m.Span.Start)
		a.insert(m.Open)
		if m.Span.Empty() {
			a.insert(m.Close)
		} else {
			a.stack = append(a.stack, m)
		}
	}
	a.closeUpTo(len(text))
	a.copy(len(text))
	return a.out.String(), a.edits.Map(), nil
}

// before orders marks by their starts, longer ones first.
func before(a, b Mark) int {
	if a.Span.Start != b.Span.Start {
		return a.Span.Start - b.Span.Start
	}
	return b.Span.End - a.Span.End
}

// within reports whether a span lies in text and splits no character.
func within(text string, s offset.Span) bool {
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(text) && !splits(text, s.Start) && !splits(text, s.End)
}

// splits reports whether a character of text lies on both sides of i.
func splits(text string, i int) bool {
	for from := i - 1; from >= max(0, i-utf8.UTFMax+1); from-- {
		if utf8.RuneStart(text[from]) {
			_, size := utf8.DecodeRuneInString(text[from:])
			return from+size > i
		}
	}
	return false
}

// annotator writes a text with marks.
type annotator struct {
	text   string
	marks  []Mark // in the order in which they open
	ends   []int  // of those that are not empty and not closed yet, in order
	escape escaper
	pos    int // how much of text is written
	out    strings.Builder
	edits  offset.Builder
	stack  []Mark // that are open, the innermost last
}

func newAnnotator(text string, marks []Mark, escape escaper) *annotator {
	a := &annotator{text: text, marks: slices.Clone(marks), escape: escape}
	slices.SortStableFunc(a.marks, before)
	for _, m := range marks {
		if !m.Span.Empty() {
			a.ends = append(a.ends, m.Span.End)
		}
	}
	slices.Sort(a.ends)
	return a
}

func (a *annotator) insert(s string) {
	if s != "" {
		a.out.WriteString(s)
		a.edits.Replace(0, len(s))
	}
}

// copy writes the text up to end.
func (a *annotator) copy(end int) {
	for a.pos < end {
		kept, size, instead := a.escape(a.text, a.pos, end)
		a.out.WriteString(a.text[a.pos : a.pos+kept])
		a.edits.Keep(kept)
		if size > 0 {
			a.out.WriteString(instead)
			a.edits.Replace(size, len(instead))
		}
		a.pos += kept + size
	}
}

// closeUpTo closes the marks that end at or before end, each at its place. All of
// these are open: those to come begin at end or behind it.
func (a *annotator) closeUpTo(end int) {
	for len(a.ends) > 0 && a.ends[0] <= end {
		pos, n := a.ends[0], 1
		for n < len(a.ends) && a.ends[n] == pos {
			n++
		}
		a.ends = a.ends[n:]
		a.copy(pos)
		a.closeAt(pos, n)
	}
}

// closeAt closes the n marks that end at pos. Those that lie in them and go on are
// closed before and opened behind.
func (a *annotator) closeAt(pos, n int) {
	low := len(a.stack)
	for n > 0 {
		low--
		a.insert(a.stack[low].Close)
		if a.stack[low].Span.End == pos {
			n--
		}
	}
	kept := a.stack[:low]
	for _, m := range a.stack[low:] {
		if m.Span.End > pos {
			a.insert(m.Open)
			kept = append(kept, m)
		}
	}
	a.stack = kept
}
