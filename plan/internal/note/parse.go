package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// parse reads the inside of a note, from i to j.
func parse(t *runes.Text, i, j int) (Note, bool) {
	return parseUnder(t, heading{Range: Range{i, i}, kind: dutyLabel, role: Unspecified}, i, j)
}

// parseUnder reads the text from i to j; what stands before its first label has
// the label h.
func parseUnder(t *runes.Text, h heading, i, j int) (Note, bool) {
	n := Note{}
	j = n.takeRules(t, i, j)
	heads := headings(t, i, j)
	n.Labeled = len(heads) > 0
	first := j
	if n.Labeled {
		first = heads[0].begin(t)
	}
	if a, b := trimMarks(t, i, first); a < b {
		if r, ok := remarkAt(t, a, b); ok && n.Labeled {
			n.addHeading(t, r, r.next, b)
		} else {
			n.addClauses(t, h, a, b)
		}
	}
	for k, h := range heads {
		end := j
		if k+1 < len(heads) {
			end = heads[k+1].begin(t)
		}
		a, b := trimMarks(t, h.next, end)
		n.addHeading(t, h, a, b)
	}
	return n, len(n.Groups) > 0
}

// addHeading reads what follows the label h.
func (n *Note) addHeading(t *runes.Text, h heading, i, j int) {
	switch {
	case h.kind == whenLabel:
		n.Groups = append(n.Groups, Group{Label: h.Range, When: Range{i, j}})
	case h.kind == otherLabel:
		n.Groups = append(n.Groups, Group{Label: n.takeCalled(t, h), Other: Range{i, j}})
	case i >= j:
		n.Groups = append(n.Groups, Group{Label: h.Range, Role: h.role})
	default:
		n.addClauses(t, h, i, j)
	}
}

// headings returns the labels between i and j that stand outside of brackets,
// at the start or behind a mark that separates groups.
func headings(t *runes.Text, i, j int) []heading {
	var heads []heading
	depth := 0
	open := true // a label may begin here
	name := i    // where the name before k begins
	for k := i; k < j; k++ {
		r := t.Folded[k]
		behindName := !open && k-name < 2*maxName && opensLabel(r) && looksCertain(t, Range{name, k})
		if (open || behindName || r == '【') && depth == 0 && !runes.IsBlank(r) {
			h, ok := headingAt(t, k, j)
			if !ok && (k == i || isClauseMark(t.Folded[k-1])) {
				h, ok = headingIs(t, k, j)
			}
			if !ok && len(heads) > 0 {
				h, ok = memberAt(t, k, j)
			}
			if !ok && len(heads) > 0 && behind(t, k, ';') {
				h, ok = remarkAt(t, k, j)
			}
			if ok {
				heads = append(heads, h)
				k, name = h.next-1, h.next
				continue
			}
		}
		switch {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth = max(0, depth-1)
		}
		if isSeparator(r) {
			name = k + 1
		}
		open = isSeparator(r) || runes.IsBlank(r) && (open || k > i)
	}
	return heads
}

// behind reports whether mark is the last rune before k that is not blank.
func behind(t *runes.Text, k int, mark rune) bool {
	for k > 0 && runes.IsBlank(t.Folded[k-1]) {
		k--
	}
	return k > 0 && t.Folded[k-1] == mark
}

// ruleWords show that a clause speaks of all notes, not of its own.
var ruleWords = []string{"下同", "以下", "排名第一", "排在第一", "排名首位", "为牵头", "不再", "均需", "均须", "均由", "均为", "均涉及", "均包含", "均包括", "不分先后"}

// takeRules cuts the clause that states a rule off the end of the note and
// returns where it begins: the first clause with a rule's word, from its
// separator on, or a bracket of its own at the end of the note.
func (n *Note) takeRules(t *runes.Text, i, j int) int {
	at := j
	for _, w := range ruleWords {
		if k := t.Find(i, at, w); k >= 0 {
			at = k
		}
	}
	if at == j {
		return j
	}
	if at = ruleStart(t, i, clauseStart(t, i, at)); at == i {
		return j
	}
	end := j
	if runes.Close(t.Folded[at-1]) != 0 {
		if end = j - 1; !runes.IsClose(t.Folded[end]) || t.Find(at, end, "简称") >= 0 {
			return j
		}
	}
	a, b := trimMarks(t, at, end)
	n.Rules = append(n.Rules, Range{a, b})
	return at - 1
}

// ruleStart returns where the rule begins whose last clause begins at k: at a
// clause before it, in the same bracket, that says what it leaves out.
func ruleStart(t *runes.Text, i, k int) int {
	for m := k - 1; m > i && m > k-maxExcept; m-- {
		switch r := t.Folded[m]; {
		case runes.IsClose(r), r == '。', r == ';':
			return k
		case runes.Close(r) != 0:
			if t.Has(m+1, k, "除") {
				return m + 1
			}
			return k
		}
	}
	return k
}

// maxExcept is the length in runes of the longest clause that says what a rule
// leaves out: 除标注“分别牵头”外.
const maxExcept = 20

// clauseStart returns where the clause at k begins, and not before i: behind a
// mark, or behind the bracket that it stands in.
func clauseStart(t *runes.Text, i, k int) int {
	depth := 0
	for ; k > i; k-- {
		switch r := t.Folded[k-1]; {
		case runes.IsClose(r):
			depth++
		case runes.Close(r) != 0:
			if depth--; depth < 0 {
				return k
			}
		case depth == 0 && isClauseMark(r):
			return k
		}
	}
	return i
}

// clauseEnd returns where the names of a note end: j, or where a rule begins.
func clauseEnd(t *runes.Text, i, j int) int {
	n := Note{}
	_, j = trimMarks(t, i, n.takeRules(t, i, j))
	return j
}

func isClauseMark(r rune) bool { return r == ',' || r == ';' || r == '。' }

func isSeparator(r rune) bool { return isClauseMark(r) || r == '、' || r == '/' || r == '|' }

func trimMarks(t *runes.Text, i, j int) (int, int) {
	return t.TrimFunc(i, j, func(r rune) bool {
		return isSeparator(r) || r == ':' || r == '*' || r == '★' || r == '☆' || r == '▲'
	})
}
