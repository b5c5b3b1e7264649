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

// Members reads the line from i to j as the list of those who take part in what
// the note n before it says another leads.
func Members(t *runes.Text, n Note, i, j int) (Note, bool) {
	h, ok := memberAt(t, i, j)
	if a, _ := t.Trim(n.End, i); !ok || a < i || !n.leads() {
		return Note{}, false
	}
	m, ok := parseUnder(t, h, h.next, j)
	m.Range, m.Labeled = Range{i, j}, true
	return m, ok && m.Names(t)
}

// leads reports whether n says who leads.
func (n *Note) leads() bool {
	for _, g := range n.Groups {
		if g.Role == Lead {
			return true
		}
	}
	return false
}
