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

// markSpaced makes lines of keys of those over the first unit that set keys and
// values apart by blanks alone: 文 号 青林发〔2023〕1号 有效性 有效.
func markSpaced(t *runes.Text, lines []line) {
	for i := 0; i < len(lines) && i < maxFacts; i++ {
		l := &lines[i]
		if l.labeled && l.label.Form.Numbered() {
			return
		}
		if l.kind != plainLine && l.kind != numberLine || l.heading > 0 || l.len() > maxFooterLine || !isSpaced(t, l.start, l.end) {
			continue
		}
		if holdsFacts(t, Pairs(t, l.start, l.end), i > 0 && lines[i-1].kind == metaLine) {
			l.kind, l.labeled = metaLine, false
		}
	}
}

// holdsFacts reports whether the pairs of a line are a document's facts: one of
// them is a number or a day, or under such a line several are pairs or one is
// an issuer.
func holdsFacts(t *runes.Text, pairs []Pair, under bool) bool {
	for _, x := range pairs {
		if touches(t, x.Fact, x.Value.Start, x.Value.End) || under && (len(pairs) > 1 || x.Fact == IssuerFact && note.IsList(t, x.Value.Start, x.Value.End)) {
			return true
		}
	}
	return false
}

// isSpaced reports whether the text from i to j begins with a key and a blank.
func isSpaced(t *runes.Text, i, j int) bool {
	key, _ := spacedKeyAt(t, i, j)
	return key.fact != NoFact
}

// spacedKeyAt reads a key at i with a blank behind it, and returns where it ends.
func spacedKeyAt(t *runes.Text, i, j int) (factKey, int) {
	if i < j && runesIn(keyRunes, t.Folded[i]) {
		for _, key := range factKeys {
			if end, ok := hasSpaced(t, i, j, key.word); ok && end < j && runes.IsBlank(t.Folded[end]) {
				return key, end
			}
		}
	}
	return factKey{}, i
}
