package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// maxPlain is the length in runes of the longest note without label and
// brackets.
const maxPlain = 200

// Plain reads the text from i to j as a note without label and brackets: a
// sentence that names bodies, says what they do, and nothing else, as in
// 市科委牵头，市教委配合.
func Plain(t *runes.Text, i, j int) (Note, bool) {
	i, end := t.TrimFunc(i, j, func(r rune) bool { return r == '。' || runes.IsBlank(r) })
	if end-i < 4 || end-i > maxPlain || !maySay(t, i, end) {
		return Note{}, false
	}
	n, ok := parse(t, i, end)
	if !ok || n.Labeled || !n.allNames(t, looksPlain) || !n.anyName(t, looksSure) || !n.hasRole() && !n.hasVerb(t, i, end) {
		return Note{}, false
	}
	n.Range = Range{i, end}
	return n, true
}

// maySay reports whether the sentence from i to j may be a note: it has a
// character of the verbs that give a role, ends in a verb, or in a time.
func maySay(t *runes.Text, i, j int) bool {
	for k := i; k < j; k++ {
		switch t.Folded[k] {
		case '牵', '配', '协', '负', '主', '参':
			return true
		}
	}
	if _, role := trimVerb(t, i, j); role != NoRole {
		return true
	}
	return hasDutyRune(t, i, j) && inTime(t.Folded[j-1])
}

// hasRole reports whether a group of n has a role.
func (n *Note) hasRole() bool {
	for _, g := range n.Groups {
		if g.Role == Lead || g.Role == Support {
			return true
		}
	}
	return false
}

// maxMinistry is the length in runes of the longest name of a ministry.
const maxMinistry = 9

// looksPlain is [looksCertain] for a name in running text, where the words of a
// clause may stand before it: 具体工作由市科委.
func looksPlain(t *runes.Text, s Range) bool {
	if hasClause(t, s) || !looksListed(t, s) {
		return false
	}
	return looksSure(t, s) || runesIn("各省市县区州", t.Folded[s.Start])
}

// hasClause reports whether a word of a clause stands in s.
func hasClause(t *runes.Text, s Range) bool {
	for k := s.Start; k < s.End; k++ {
		if runesIn("由将须的把被是使让", t.Folded[k]) && !t.Has(k, s.End, "使用") { // 使用单位
			return true
		}
	}
	return false
}

// looksSure is [looksBare] or tells a ministry or a part of a company.
func looksSure(t *runes.Text, s Range) bool {
	return looksBare(t, s) || looksListed(t, s) && t.Ends(s.Start, s.End, "部") && s.End-s.Start <= maxMinistry
}

// plainEnd reads the last sentence between i and j as a plain note. It stands
// behind another sentence, and behind the notes so far.
func plainEnd(t *runes.Text, notes []Note, i, j int) (Note, bool) {
	if len(notes) > 0 {
		i = notes[len(notes)-1].End
	}
	k := lastSentence(t, i, j)
	if k == i {
		return Note{}, false
	}
	return Plain(t, k, j)
}

// lastSentence returns where the last sentence between i and j begins, outside of
// brackets.
func lastSentence(t *runes.Text, i, j int) int {
	depth := 0
	for k := j - 2; k >= i && k >= j-maxPlain; k-- {
		switch r := t.Folded[k]; {
		case runes.IsClose(r):
			depth++
		case runes.Close(r) != 0:
			depth--
		case r == '。' && depth == 0:
			return k + 1
		}
	}
	return i
}
