package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// memberAt reads the label of those who take part in what another leads, at i and
// before j: 成员单位：. Elsewhere it lists who sits in a group, and asks nothing.
func memberAt(t *runes.Text, i, j int) (heading, bool) {
	colon := colonAfter(t, i, j)
	if colon < 0 {
		return heading{}, false
	}
	h := heading{Range: Range{i, colon}, next: colon + 1, kind: dutyLabel, role: Support}
	return h, isWord(t, h.Range, []string{"成员单位", "成员部门", "组成单位"})
}
