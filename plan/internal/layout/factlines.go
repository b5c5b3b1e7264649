package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// maxFacts is how many lines of a text may be those over a document.
const maxFacts = 80

// joinFacts makes lines that hold the value of the key in the line before them a
// part of that line: 索引号 and under it 000014349/2025-00012.
func joinFacts(t *runes.Text, lines []line) {
	for i := 0; i+1 < len(lines) && i < maxFacts; i++ {
		l, next := &lines[i], &lines[i+1]
		if l.labeled && l.label.Form.Numbered() {
			return
		}
		key, end := keyAt(t, contentStart(t, l), l.end)
		if l.kind != plainLine && l.kind != metaLine || l.heading > 0 || key.fact == NoFact || end < l.end-1 {
			continue
		}
		if next.kind == metaLine || next.kind == tableLine || next.heading > 0 || !isValue(t, lines, i+1, key.fact) {
			continue
		}
		l.kind, next.kind, next.blank, next.labeled = metaLine, rowLine, false, false
		i++
	}
}

// maxWord is the length in runes of the longest value that may be the last one
// of the keys: 现行有效, 主动公开.
const maxWord = 6

// isValue reports whether line i may be the value of a key of the fact, which
// stands over it.
func isValue(t *runes.Text, lines []line, i int, f Fact) bool {
	l := &lines[i]
	switch f {
	case NumberFact:
		return IsNumber(t, l.start, l.end)
	case DateFact:
		return runes.IsDigit(t.Folded[l.start]) && l.len() <= 24 && t.Find(l.start, l.end, "。") < 0
	case IssuerFact:
		return l.len() <= 40 && note.IsList(t, l.start, l.end)
	case TitleFact:
		return l.len() <= 90
	default:
		return betweenKeys(t, lines, i) || i > 1 && l.len() <= maxWord && !l.labeled && (lines[i-2].kind == rowLine || lines[i-2].kind == metaLine)
	}
}

// betweenKeys reports whether line i is short and a key stands under it.
func betweenKeys(t *runes.Text, lines []line, i int) bool {
	if i+1 == len(lines) || lines[i].len() > 40 {
		return false
	}
	key, end := keyAt(t, lines[i+1].start, lines[i+1].end)
	return key.fact != NoFact && (end == lines[i+1].end || lines[i+1].kind == metaLine)
}
