package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

const (
	maxCaption   = 10 // runes of the longest caption
	minCaptions  = 2
	captionLevel = 9 // below all headings
)

// findCaptions returns which blocks are captions: short lines without a number over
// items whose numbers run on, 经济领域 … 民生领域 …. Each stands behind a line that is
// a note, or the heading over the items, and all end alike; else they are text.
func (p *parser) findCaptions(blocks []layout.Block) map[int]bool {
	found := map[int]bool{}
	var first layout.Block
	behindNote := false
	for i := 1; i+1 < len(blocks); i++ {
		if !p.overItems(blocks, i) {
			continue
		}
		b := blocks[i]
		if len(found) == 0 {
			first = b
		} else if p.t.Compact(b.End-2, b.End) != p.t.Compact(first.End-2, first.End) {
			return nil
		}
		found[i] = true
		behindNote = behindNote || blocks[i-1].Kind == layout.Note
	}
	if len(found) < minCaptions || !behindNote {
		return nil
	}
	return found
}

// overItems reports whether block i may be a caption.
func (p *parser) overItems(blocks []layout.Block, i int) bool {
	b, before, next := blocks[i], blocks[i-1], blocks[i+1]
	if b.Kind != layout.Prose || b.Labeled || b.Heading > 0 || b.End-b.Start < 3 || b.End-b.Start > maxCaption || !next.Labeled || !next.Label.Form.Numbered() {
		return false
	}
	for k := b.Start; k < b.End; k++ {
		if !runes.IsHan(p.t.Folded[k]) {
			return false
		}
	}
	switch {
	case note.IsBody(p.t, b.Start, b.End): // the list of the note before it goes on
		return false
	case before.Kind == layout.Note:
		return !before.Labeled
	case before.Labeled && before.Label.Form.Numbered():
		return smaller(next.Label, before.Label)
	}
	return false
}

// addCaption opens a unit for the caption in block over the items with labels like l.
func (b *treeBuilder) addCaption(block layout.Block, l label.Label) {
	n := b.level(l)
	if n > 0 && b.stack[n-1].caption() {
		n--
	}
	b.popTo(n)
	block.Heading = captionLevel
	b.push(block)
}

// caption reports whether u is a caption over items.
func (u *unit) caption() bool { return u.heading == captionLevel }
