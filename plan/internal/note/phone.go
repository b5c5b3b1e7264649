package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// minPhone is how many digits the shortest telephone number has.
const minPhone = 7

// isPhone reports whether s is a telephone number: 63916862, 029-63916862.
func isPhone(t *runes.Text, s Range) bool {
	digits := 0
	for k := s.Start; k < s.End; k++ {
		switch r := t.Folded[k]; {
		case runes.IsDigit(r):
			digits++
		case r != '-' && r != '—' && !runes.IsBlank(r):
			return false
		}
	}
	return digits >= minPhone
}

// hasPhone reports whether so many digits stand between i and j as a telephone
// number has.
func hasPhone(t *runes.Text, i, j int) bool {
	digits := 0
	for ; i < j && digits < minPhone; i++ {
		if digits++; !runes.IsDigit(t.Folded[i]) {
			digits = 0
		}
	}
	return digits >= minPhone
}

// takeCalled returns where the text of a label that tells a number begins: at the
// person before it, who is called there, 人事处 甲某 电话：63916862.
func (n *Note) takeCalled(t *runes.Text, h heading) Range {
	last := len(n.Groups) - 1
	if last < 0 || !endsAny(t, h.Range, []string{"电话", "手机", "联系方式"}) {
		return h.Range
	}
	names := n.Groups[last].Names
	if k := len(names) - 1; k > 0 && names[k].End-names[k].Start <= maxPerson && !looksLike(t, names[k]) && looksLike(t, names[k-1]) {
		h.Start, n.Groups[last].Names = names[k].Start, names[:k]
	}
	return h.Range
}

// takePerson makes the telephone number at s, and the person before it, other
// text: 运用处，刘甲，63916862.
func (c *clauses) takePerson(s Range) {
	start := s.Start
	if n := len(c.names); n > 0 && c.names[n-1].End-c.names[n-1].Start <= maxPerson && !looksLike(c.t, c.names[n-1]) {
		start, c.names = c.names[n-1].Start, c.names[:n-1]
	}
	c.flush(NoRole)
	c.note.Groups = append(c.note.Groups, Group{Label: Range{start, start}, Other: Range{start, s.End}})
}
