package plan

import (
	"fmt"
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
)

// tree hangs the blocks into units and returns the outermost ones. Blocks
// before the first unit are the preamble.
func (p *parser) tree(blocks []layout.Block) []*unit {
	b := treeBuilder{parser: p, parents: map[label.Level]label.Level{}, last: map[label.Level]int{}}
	captions := p.findCaptions(blocks)
	for i := 0; i < len(blocks); i++ {
		if end := tableEnd(blocks, i); end > i {
			b.addRun(blocks[i:end])
			i = end - 1
			continue
		}
		if captions[i] {
			b.addCaption(blocks[i], blocks[i+1].Label)
			continue
		}
		b.add(blocks[i])
	}
	return b.roots
}

// treeBuilder keeps the units that are open, the outermost first.
type treeBuilder struct {
	*parser
	roots   []*unit
	stack   []*unit
	parents map[label.Level]label.Level // the level over each level, as last seen
	last    map[label.Level]int         // the last number of each level
	noted   *unit                       // has the note that the last block ends in
}

// add takes one block.
func (b *treeBuilder) add(block layout.Block) {
	if b.addBodies(block) {
		return
	}
	b.noted = nil
	switch {
	case block.Kind == layout.Note && !(block.Labeled && block.Label.Form.Numbered()):
		b.addNote(block)
	case block.Labeled && block.Label.Form.Numbered():
		b.popTo(b.level(block.Label))
		b.push(block)
	case block.Heading > 0:
		b.popHeadings(block.Heading)
		b.push(block)
	case block.Labeled:
		b.popLed()
		b.push(block)
	default:
		if !b.addMembers(block) {
			b.addText(block.Start, block.End)
		}
	}
}

// addMembers adds a line 成员单位：… under a note that says who leads.
func (b *treeBuilder) addMembers(block layout.Block) bool {
	if len(b.stack) == 0 {
		return false
	}
	u := b.owner()
	if len(u.notes) == 0 {
		return false
	}
	n, ok := note.Members(b.t, u.notes[len(u.notes)-1], block.Start, block.End)
	if ok {
		u.notes = append(u.notes, n)
	}
	return ok
}

// level returns how many open units stay open over a unit with the label l.
func (b *treeBuilder) level(l label.Label) int {
	for i, u := range slices.Backward(b.stack) {
		if same(u.label, l) {
			return i
		}
	}
	if parent, seen := b.parents[l.Level()]; seen {
		for i, u := range slices.Backward(b.stack) {
			if u.label.Level() == parent {
				return b.above(i+1, l)
			}
		}
		if parent.Form == label.Invalid {
			return b.above(b.headings(), l)
		}
	}
	i := len(b.stack)
	for i > 0 && !b.stack[i-1].numbered() && b.stack[i-1].heading == 0 {
		i--
	}
	if l.Number == 1 {
		return i
	}
	for i > 0 && smaller(b.stack[i-1].label, l) && b.stack[i-1].numbered() {
		i--
	}
	return i
}

// above returns how many units stay open over l where its form was last seen
// with n open units over it: those n, and more where they are of larger forms.
func (b *treeBuilder) above(n int, l label.Label) int {
	for n < len(b.stack) && (b.stack[n].caption() || b.stack[n].numbered() && smaller(l, b.stack[n].label)) {
		n++
	}
	return n
}

// headings returns how many units without a number are open at the outside.
func (b *treeBuilder) headings() int {
	i := 0
	for i < len(b.stack) && b.stack[i].heading > 0 && !b.stack[i].numbered() {
		i++
	}
	return i
}

// same reports whether two labels number units of one level.
func same(a, b label.Label) bool { return a.Level() == b.Level() }

// smaller reports whether labels like a usually number smaller units than
// labels like b.
func smaller(a, b label.Label) bool {
	return a.Form > b.Form || a.Form == b.Form && a.Parts > b.Parts
}

// popTo closes units until n are open.
func (b *treeBuilder) popTo(n int) { b.stack = b.stack[:n] }

// popHeadings closes what does not stand over a heading of the given level.
func (b *treeBuilder) popHeadings(level int) {
	n := 0
	for n < len(b.stack) && b.stack[n].heading > 0 && b.stack[n].heading < level {
		n++
	}
	b.popTo(n)
}

// popLed closes points that a dash or a bullet led in.
func (b *treeBuilder) popLed() {
	n := len(b.stack)
	for n > 0 && !b.stack[n-1].numbered() && b.stack[n-1].heading == 0 {
		n--
	}
	b.popTo(n)
}

// push opens a unit with the block.
func (b *treeBuilder) push(block layout.Block) {
	u := &unit{heading: block.Heading, block: block}
	start := block.Start
	if block.Labeled {
		u.label = block.Label
		start = block.Label.End
	}
	var over label.Level
	if n := len(b.stack); n > 0 {
		u.parent = b.stack[n-1]
		b.checkNumber(u, u.parent.children)
		u.parent.children = append(u.parent.children, u)
		over = u.parent.label.Level()
		if u.parent.caption() && n > 1 {
			over = b.stack[n-2].label.Level()
		}
	} else {
		b.checkNumber(u, b.roots)
		b.roots = append(b.roots, u)
	}
	if u.numbered() {
		b.parents[u.label.Level()] = over
	}
	b.stack = append(b.stack, u)
	b.readUnit(u, start, block.End)
}

// checkNumber reports a number that does not follow the one before it: that of
// the sibling before u, or where u is the first, the last one of its form.
func (b *treeBuilder) checkNumber(u *unit, siblings []*unit) {
	if !u.numbered() {
		return
	}
	last, n := b.last[u.label.Level()], u.label.Number
	b.last[u.label.Level()] = n
	first := true
	for _, s := range slices.Backward(siblings) {
		if same(s.label, u.label) {
			first, last = false, s.label.Number
			break
		}
	}
	span := b.t.Span(u.label.Start, u.label.End)
	switch {
	case n == last+1, first && n == 1:
	case n == last:
		b.report(Warning, NumberRepeated, fmt.Sprintf("number %d stands twice", n), span)
	default:
		b.report(Warning, NumberSkipped, fmt.Sprintf("number %d follows %d", n, last), span)
	}
}
