package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
)

// addBodies adds the names of a line or a bullet to the note in the line before
// it: 责任单位： and below it - 市科委.
func (b *treeBuilder) addBodies(block layout.Block) bool {
	if b.noted == nil || block.Kind != layout.Prose || block.Labeled && block.Label.Form.Numbered() {
		return false
	}
	i := block.Start
	if block.Labeled {
		i = block.Label.End
	}
	names, ok := note.Bodies(b.t, i, block.End)
	n := &b.noted.notes[len(b.noted.notes)-1]
	g := &n.Groups[len(n.Groups)-1]
	if !ok || g.Role == note.NoRole || g.Open {
		return false
	}
	g.Names, n.End = append(g.Names, names...), block.End
	return true
}
