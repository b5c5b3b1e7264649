package plan

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

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

// readUnit reads the text of the unit's own block: title, notes, body.
func (b *treeBuilder) readUnit(u *unit, i, j int) {
	notes := note.Find(b.t, i, j)
	for len(notes) > 0 && notes[0].Start == i && notes[0].End < j { // a note before the title
		owner := b.owner()
		owner.notes, i, notes = append(owner.notes, notes[0]), notes[0].End, notes[1:]
	}
	u.title = b.titleRange(i, j, notes)
	rest := u.title.End
	for rest < j && (b.t.Folded[rest] == '。' || b.t.Folded[rest] == ':' || runes.IsBlank(b.t.Folded[rest])) {
		rest++
	}
	b.addPieces(u, rest, j, notes)
}

// topics end the titles that a colon closes: 总体要求：以…, 检查时间：10月10日.
var topics = []string{"要求", "思想", "原则", "目标", "思路", "目的", "时间", "范围", "对象", "主题"}

// maxTopic is the length in runes of the longest title that a colon closes.
const maxTopic = 8

// isTopic reports whether the text from i to j names what a colon tells behind it.
func (b *treeBuilder) isTopic(i, j int) bool {
	i, j = b.t.Trim(i, j)
	if j-i > maxTopic {
		return false
	}
	for k := i; k < j; k++ {
		if !runes.IsHan(b.t.Folded[k]) {
			return false
		}
	}
	return slices.ContainsFunc(topics, func(w string) bool { return b.t.Ends(i, j, w) })
}

// titleRange returns the title in the text from i to j: up to the first full
// stop outside of brackets, the colon of a topic, or the first note.
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
		case depth == 0 && (r == '。' || r == ':' && b.isTopic(i, k)):
			end = k
		}
	}
	start, end := b.t.TrimFunc(i, end, func(r rune) bool { return runes.IsBlank(r) || r == ';' || r == ',' || r == ':' })
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
