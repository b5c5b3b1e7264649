package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// maxSeal is how many lines a seal has at most.
const maxSeal = 40

// markSeals finds the names of issuers in the lines over a date.
func markSeals(t *runes.Text, lines []line) {
	for i := range lines {
		if lines[i].kind != dateLine {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-maxSeal; k-- {
			l := &lines[k]
			if l.kind != plainLine || l.labeled || l.heading > 0 || !note.IsBody(t, l.start, l.end) {
				break
			}
			l.kind = sealLine
		}
	}
}

// titles are the words that the titles of plans end in, and few lines that a
// page's width broke.
var titles = []string{"方案", "意见", "措施", "计划", "规划", "要点", "办法", "规定", "细则", "清单", "举措", "纲要"}

// titleEnds reports whether the text from i to j ends as the title of a plan.
func titleEnds(t *runes.Text, i, j int) bool {
	for _, w := range titles {
		if t.Ends(i, j, w) {
			return j-i > 8
		}
	}
	return false
}
