package layout

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// minLost is how many question marks at the start of a line are lost blanks.
const minLost = 3

// stripLost takes off the question marks that programs wrote in place of the blanks
// before a line's text, where their character set has no such blank.
func stripLost(t *runes.Text, l *line, drop []bool) {
	i, marks := l.start, 0
	for ; i < l.end && (t.Folded[i] == '?' || runes.IsBlank(t.Folded[i])); i++ {
		if t.Folded[i] == '?' {
			marks++
		}
	}
	if marks < minLost || i == l.end {
		return
	}
	dropRange(drop, l.start, i)
	l.indent += i - l.start
	l.start = i
}

// isLost reports whether the line is question marks alone: an empty line whose
// blanks were lost.
func isLost(t *runes.Text, l *line) bool {
	for i := l.start; i < l.end; i++ {
		if t.Folded[i] != '?' && !runes.IsBlank(t.Folded[i]) {
			return false
		}
	}
	return true
}
