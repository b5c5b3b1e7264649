package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
)

// The levels of headings that a text without numbers and marks of headings gets.
const (
	chapterLevel = 1
	itemLevel    = 2
)

// maxHeadline is the length in runes of the longest line that is a heading for
// its shortness alone.
const maxHeadline = 20

// inferHeadings finds the headings of a text that numbers nothing, but says who
// answers for what: short lines are headings, and so are paragraphs with notes.
// Where the text has marks of headings, those are.
func (p *parser) inferHeadings() {
	headings, notes := 0, 0
	for _, b := range p.blocks {
		switch {
		case b.Labeled:
			return
		case b.Heading > 0:
			headings++
		case p.noted(b):
			notes++
		}
	}
	if notes == 0 {
		return
	}
	p.unnumbered = true
	if headings > 1 {
		return
	}
	for i := 1; i < len(p.blocks); i++ {
		switch b := &p.blocks[i]; {
		case b.Kind == layout.Prose && p.noted(*b):
			b.Heading = itemLevel
		case p.isHeadline(i):
			b.Heading = p.headlineLevel(i)
		}
	}
}

// noted reports whether a note stands in b, or is b.
func (p *parser) noted(b layout.Block) bool {
	return b.Kind == layout.Note || b.Kind == layout.Prose && len(note.Find(p.t, b.Start, b.End)) > 0
}

// isHeadline reports whether block i is a short line without marks over further
// text.
func (p *parser) isHeadline(i int) bool {
	b := p.blocks[i]
	if b.Kind != layout.Prose || b.End-b.Start > maxHeadline || i+1 == len(p.blocks) || p.isSeal(b) && p.isName(b) {
		return false
	}
	next := p.blocks[i+1]
	return p.titleLine(b.Start, b.End) && p.t.Find(b.Start, b.End, ",") < 0 && (next.Kind == layout.Prose || next.Kind == layout.Note)
}

// headlineLevel tells whether the headline in block i is that of an item, which
// has its note on a line of its own, or of a chapter.
func (p *parser) headlineLevel(i int) int {
	for k := i + 1; k < len(p.blocks) && !p.isHeadline(k); k++ {
		switch b := p.blocks[k]; {
		case b.Kind == layout.Note:
			return itemLevel
		case p.noted(b):
			return chapterLevel
		}
	}
	return chapterLevel
}
