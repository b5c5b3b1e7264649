package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// markHeads marks the lines that are labels of duties or times without a colon,
// over a line that is nothing but a list of bodies or a time:
//
//	责任部门
//	市科委、市教委
//
// Before the first unit they say who made the document, not who acts.
func markHeads(t *runes.Text, lines []line) {
	units := false
	for i := 0; i+1 < len(lines); i++ {
		l, next := &lines[i], &lines[i+1]
		units = units || l.labeled && l.label.Form.Numbered()
		if !units || l.labeled || next.labeled || next.blank || l.kind != plainLine || next.kind != plainLine {
			continue
		}
		if note.Heads(t, l.start, l.end, next.start, next.end) {
			l.kind, l.heads = noteLine, true
		}
	}
}
