package plan

import (
	"fmt"
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// parser turns the paragraphs of a text into a plan.
type parser struct {
	t      *runes.Text
	blocks []layout.Block
	plan   *Plan
	settings
	rules      []Rule
	where      string              // the place that the plan speaks for
	ids        map[string][]string // of the lists of names so far
	unnumbered bool                // the text has no numbers, and headings in their stead
	notes      []Span              // of all notes
	noteAt     int
	loose      []*table.Table // tables of duties before the first unit
	annexes    []annexTable
	facts      facts
}

// unit is a numbered or led-in part of the text while the tree is built.
type unit struct {
	label    label.Label
	heading  int // level of a Markdown heading
	block    layout.Block
	title    note.Range
	pieces   []note.Range // paragraphs, without notes
	notes    []note.Note
	parent   *unit
	children []*unit
	end      int // runes, behind everything below it
	tables   []*table.Table
	duties   bool // a note with names stands in it
	below    bool // or in a numbered unit below it
}

// numbered reports whether notes may belong to u itself.
func (u *unit) numbered() bool { return u.label.Form.Numbered() }

// parse reads the whole text.
func (p *parser) parse() {
	p.inferHeadings()
	f := p.findFront()
	body := f.body
	end := p.readClosing(body)
	p.readFront(f)
	p.where = p.place()
	roots := p.tree(p.blocks[body:end])
	p.readTails(roots)
	p.divide(roots)
	spread(roots)
	for _, u := range roots {
		settle(u)
	}
	hoist(roots)
	p.headingTitle(roots)
	p.addLoose()
	p.build(roots)
	p.addAnnexes()
	p.finish()
}

// tree hangs the blocks into units and returns the outermost ones. Blocks
// before the first unit are the preamble.
func (p *parser) tree(blocks []layout.Block) []*unit {
	b := treeBuilder{parser: p, parents: map[label.Level]label.Level{}, last: map[label.Level]int{}}
	for i := 0; i < len(blocks); i++ {
		if end := tableEnd(blocks, i); end > i {
			b.addRun(blocks[i:end])
			i = end - 1
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
		b.addText(block.Start, block.End)
	}
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
	for n < len(b.stack) && b.stack[n].numbered() && smaller(l, b.stack[n].label) {
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

// readUnit reads the text of the unit's own block: title, notes, body.
func (b *treeBuilder) readUnit(u *unit, i, j int) {
	notes := note.Find(b.t, i, j)
	for len(notes) > 0 && notes[0].Start == i && notes[0].End < j { // a note before the title
		owner := b.owner()
		owner.notes, i, notes = append(owner.notes, notes[0]), notes[0].End, notes[1:]
	}
	u.title = b.titleRange(i, j, notes)
	rest := u.title.End
	for rest < j && (b.t.Folded[rest] == '。' || runes.IsBlank(b.t.Folded[rest])) {
		rest++
	}
	b.addPieces(u, rest, j, notes)
}

// titleRange returns the title in the text from i to j: up to the first full
// stop outside of brackets, or up to the first note.
func (b *treeBuilder) titleRange(i, j int, notes []note.Note) note.Range {
	end := j
	if len(notes) > 0 {
		end = notes[0].Start
	}
	depth := 0
	for k := i; k < end; k++ {
		switch r := b.t.Folded[k]; {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth = max(0, depth-1)
		case r == '。' && depth == 0:
			end = k
		}
	}
	start, end := b.t.TrimFunc(i, end, func(r rune) bool { return runes.IsBlank(r) || r == ';' || r == ',' })
	return note.Range{Start: start, End: end}
}

// addText adds a paragraph to the innermost unit, or to the preamble.
func (b *treeBuilder) addText(i, j int) {
	if len(b.stack) == 0 {
		b.plan.Preamble = b.addProse(b.plan.Preamble, i, j)
		return
	}
	if b.isRemark(i, j) && !b.rankRule(i, j).Empty() {
		if rest := b.addProse(nil, i, j); len(rest) == 0 {
			return
		}
		b.rules = b.rules[:len(b.rules)-1]
	}
	notes := note.Find(b.t, i, j)
	if n, ok := note.Plain(b.t, i, j); ok && len(notes) == 0 {
		notes = append(notes, n)
	}
	b.addPieces(b.stack[len(b.stack)-1], i, j, notes)
}

// addNote adds a line that is a note.
func (b *treeBuilder) addNote(block layout.Block) {
	start := block.Start
	if block.Labeled {
		start = block.Label.End
	}
	start, end := b.t.Trim(start, block.End)
	n, ok := note.Line(b.t, start, end)
	if !ok || len(b.stack) == 0 {
		b.addText(block.Start, block.End)
		return
	}
	b.noted = b.owner()
	b.noted.notes = append(b.noted.notes, n)
}

// owner returns the unit that a note at this place belongs to: the innermost
// one that has a number.
func (b *treeBuilder) owner() *unit {
	for _, u := range slices.Backward(b.stack) {
		if u.numbered() {
			return u
		}
	}
	return b.stack[len(b.stack)-1]
}

// addPieces adds the text from i to j to u, and the notes that stand in it to
// the unit they belong to.
func (b *treeBuilder) addPieces(u *unit, i, j int, notes []note.Note) {
	for _, n := range notes {
		b.addPiece(u, i, n.Start)
		owner := b.owner()
		owner.notes = append(owner.notes, n)
		i = max(i, n.End)
	}
	b.addPiece(u, i, j)
}

// addPiece adds the text from i to j without the marks that closed the text or
// the note before it.
func (b *treeBuilder) addPiece(u *unit, i, j int) {
	for i < j && (runes.IsBlank(b.t.Folded[i]) || leadsOff(b.t.Folded[i])) {
		i++
	}
	if i, j = b.t.Trim(i, j); i < j {
		u.pieces = append(u.pieces, note.Range{Start: i, End: j})
	}
}

// leadsOff reports whether r closes what stands before it.
func leadsOff(r rune) bool { return r == '。' || r == ';' || r == ',' || r == '、' }
