package plan

import (
	"cmp"
	"iter"
	"slices"
)

// LeafKind tells what part of a plan a leaf is.
type LeafKind int

// The kinds of leaf. The zero LeafKind is invalid.
const (
	LeafInvalid  LeafKind = iota
	LeafTitle             // the title of the plan or of a unit
	LeafLabel             // (一)
	LeafText              // running text
	LeafDuty              // the label of a duty: 责任部门
	LeafName              // a department
	LeafDeadline          // a deadline in a note
	LeafRule              // a rule in a note
	LeafTable             // a table
	LeafMark              // punctuation between leaves, words of a note such as 负责, marks of layout
)

var leafNames = names[LeafKind]{"invalid", "title", "label", "text", "duty", "name", "deadline", "rule", "table", "mark"}

// String returns the kind's name.
func (k LeafKind) String() string { return leafNames.text(k) }

// Leaf is a smallest part of a plan.
type Leaf struct {
	Kind LeafKind
	Span Span
}

// Leaves yields the smallest parts of the plan in the order of the text. They
// do not overlap, but names that share a repaired place do. Together with
// the diagnostics they hold every character of the text that is not blank.
func (p *Plan) Leaves() iter.Seq[Leaf] {
	return func(yield func(Leaf) bool) {
		leaves := p.treeLeaves()
		for _, m := range p.marks {
			leaves = append(leaves, Leaf{LeafMark, m})
		}
		sortLeaves(leaves)
		for _, l := range leaves {
			if !yield(l) {
				return
			}
		}
	}
}

func sortLeaves(leaves []Leaf) {
	slices.SortStableFunc(leaves, func(a, b Leaf) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
}

// leafList collects leaves.
type leafList []Leaf

func (l *leafList) add(k LeafKind, s Span) {
	if !s.Empty() {
		*l = append(*l, Leaf{k, s})
	}
}

// treeLeaves returns the leaves of the tree, without marks, in order.
func (p *Plan) treeLeaves() []Leaf {
	var l leafList
	for _, list := range [][]Paragraph{p.Notice, p.Preamble, p.Closing} {
		l.paragraphs(list)
	}
	for _, s := range p.Sections {
		l.section(s)
	}
	for i := range p.Attachments {
		a := &p.Attachments[i]
		l.add(LeafLabel, a.LabelSpan)
		l.add(LeafTitle, a.TitleSpan)
		l.paragraphs(a.Paragraphs)
	}
	for _, t := range p.Tables {
		l.add(LeafTable, t.Span)
	}
	for _, r := range p.Rules {
		l.add(LeafRule, r.Span)
	}
	sortLeaves(l)
	if !l.covers(p.TitleSpan) {
		l.add(LeafTitle, p.TitleSpan)
		sortLeaves(l)
	}
	return l.once()
}

// once returns the leaves without those that stand for one place: the label of
// several duties, the head of a column, a cell that speaks for several rows.
func (l leafList) once() leafList {
	return slices.Compact(l)
}

// covers reports whether a leaf overlaps s: a title that was taken from a
// notice or a heading is no leaf of its own.
func (l *leafList) covers(s Span) bool {
	i, _ := slices.BinarySearchFunc(*l, s, func(x Leaf, s Span) int { return cmp.Compare(x.Span.End, s.Start+1) })
	return i < len(*l) && (*l)[i].Span.Overlaps(s)
}

func (l *leafList) paragraphs(list []Paragraph) {
	for _, x := range list {
		l.add(LeafText, x.Span)
	}
}

func (l *leafList) section(s *Section) {
	l.unit(&s.Heading, &s.Body)
	for _, i := range s.Items {
		l.unit(&i.Heading, &i.Body)
	}
	for _, sub := range s.Sections {
		l.section(sub)
	}
}

func (l *leafList) unit(h *Heading, b *Body) {
	l.add(LeafLabel, h.LabelSpan)
	l.add(LeafTitle, h.TitleSpan)
	l.paragraphs(b.Paragraphs)
	for _, x := range b.Points {
		l.unit(&x.Heading, &x.Body)
	}
	for _, d := range b.Duties {
		l.add(LeafDuty, d.LabelSpan)
		for _, x := range d.Departments {
			l.add(LeafName, x.Span)
		}
	}
	for _, d := range b.Deadlines {
		if d.InNote {
			l.add(LeafDeadline, d.Span)
		}
	}
}
