package layout

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// shape is what the lines of a text show of how it was set.
type shape struct {
	wrapped bool                // paragraphs are broken into lines of a page's width
	width   int                 // columns of a full line
	indents bool                // the first lines of paragraphs, and they alone, are indented
	alone   map[label.Form]bool // headings of the form stand on lines of their own
}

// measure looks at all lines.
func measure(t *runes.Text, lines []line) shape {
	s := shape{width: fullWidth(lines)}
	s.wrapped = s.isWrapped(t, lines)
	s.indents = s.isIndented(t, lines)
	if s.wrapped {
		s.alone = s.aloneForms(t, lines)
	}
	return s
}

// fullWidth returns the length that one line in twenty exceeds.
func fullWidth(lines []line) int {
	lengths := make([]int, 0, len(lines))
	for i := range lines {
		if lines[i].kind == plainLine {
			lengths = append(lengths, lines[i].columns)
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	return lengths[len(lengths)*19/20]
}

// maxWidth is the longest line, in columns, that still looks like a line of a
// page: A4 in size 3 holds 56, in small sizes and on landscape pages up to
// about 160.
const maxWidth = 180

// minWidth is the width in columns of the narrowest page.
const minWidth = 36

// minFull is the least number of columns of a line that alone shows that its
// text is wrapped.
const minFull = 48

// isWrapped reports whether lines break off: they are of about full length, end
// in no mark that closes a sentence, and the next line begins nothing of its
// own. At least a fifth of the lines must; or one that has marks inside and is
// as long as the longest, since few lines of a wide page are full; or two that
// end in a comma.
func (s *shape) isWrapped(t *runes.Text, lines []line) bool {
	if s.width < minWidth || s.width > maxWidth {
		return false
	}
	longest := 0
	for i := range lines {
		if lines[i].kind == plainLine {
			longest = max(longest, lines[i].columns)
		}
	}
	broken, paused, total, full := 0, 0, 0, false
	for i := range lines {
		l := &lines[i]
		if l.kind != plainLine || l.heading > 0 {
			continue
		}
		total++
		if i+1 == len(lines) || closes(t, l.end-1) || !carriesOn(&lines[i+1]) {
			continue
		}
		switch {
		case stays(t.Folded[l.end-1]):
			paused++
		case l.columns >= s.width*6/10 && (!l.labeled || hasMark(t, l.start, l.end)): // no heading
			broken++
		}
		full = full || l.columns >= max(longest-8, minFull) && longest <= maxWidth && hasMark(t, l.start, l.end)
	}
	return broken+paused >= 2 && (broken+paused)*5 >= total || full || paused >= 2
}

// carriesOn reports whether nothing shows that a line begins a paragraph.
func carriesOn(l *line) bool {
	return l.kind == plainLine && !l.blank && l.heading == 0 && (!l.labeled || l.label.Loose)
}

// closes reports whether the rune at i may end a paragraph.
func closes(t *runes.Text, i int) bool {
	return runes.EndsSentence(t.Folded[i]) || runes.IsClose(t.Folded[i])
}

// isIndented reports whether indents mark paragraphs: some lines have one and
// some do not, and a line behind a full one that breaks off has none.
func (s *shape) isIndented(t *runes.Text, lines []line) bool {
	indented, after, afterIndented := 0, 0, 0
	for i := range lines {
		l := &lines[i]
		if l.indent > 0 {
			indented++
		}
		if i > 0 && carriesOn(l) && !closes(t, lines[i-1].end-1) && (!s.short(&lines[i-1]) || stays(t.Folded[lines[i-1].end-1])) {
			after++
			if l.indent > 0 {
				afterIndented++
			}
		}
	}
	return indented >= 2 && indented < len(lines)*9/10 && after > 0 && afterIndented*5 < after
}

// aloneForms finds the forms of label whose headings mostly stand alone on a
// line: short, and without a mark inside.
func (s *shape) aloneForms(t *runes.Text, lines []line) map[label.Form]bool {
	votes := map[label.Form]int{}
	for i := range lines {
		l := &lines[i]
		if !l.labeled || !l.label.Form.Numbered() {
			continue
		}
		start, at := l.label.End, i
		if start >= l.end { // the label stands on a line of its own
			if i+1 == len(lines) || !carriesOn(&lines[i+1]) {
				continue
			}
			l = &lines[i+1]
			start, at = l.start, i+1
		}
		if !hasMark(t, start, l.end) && (s.short(l) || s.noted(t, start, l)) || s.breaksOff(t, lines, at) || overUnits(t, lines, at) {
			votes[lines[i].label.Form]++
		} else {
			votes[lines[i].label.Form]--
		}
	}
	alone := map[label.Form]bool{}
	for form, n := range votes {
		alone[form] = n > 0
	}
	return alone
}

// overUnits reports whether line i is a heading right over the first of its parts.
func overUnits(t *runes.Text, lines []line, i int) bool {
	if i+1 == len(lines) || !runes.IsHan(t.Folded[lines[i].end-1]) {
		return false
	}
	next := &lines[i+1]
	return next.labeled && !next.label.Loose && next.label.Number == 1 && next.label.Form > lines[i].label.Form
}

// breaksOff reports whether line i is a heading with commas inside: short,
// without a stop, and not cut before a quotation mark or a bracket, where the
// setting of pages leaves short lines.
func (s *shape) breaksOff(t *runes.Text, lines []line, i int) bool {
	l := &lines[i]
	if i+1 == len(lines) || !s.short(l) || !carriesOn(&lines[i+1]) || !runes.IsHan(t.Folded[lines[i+1].start]) {
		return false
	}
	for k := l.start; k < l.end; k++ {
		if r := t.Folded[k]; r == '。' || r == ';' {
			return false
		}
	}
	return runes.IsHan(t.Folded[l.end-1])
}

// short reports whether l is clearly shorter than a full line.
func (s *shape) short(l *line) bool { return l.columns < s.width*17/20 }

// hasMark reports whether a stop or a comma stands between i and j, outside of
// brackets.
func hasMark(t *runes.Text, i, j int) bool {
	depth := 0
	for ; i < j; i++ {
		switch r := t.Folded[i]; {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth--
		case depth <= 0 && (r == '。' || r == ',' || r == ';'):
			return true
		}
	}
	return false
}

// noted reports whether l is a heading with a note behind it: what stands before
// a bracket is clearly shorter than a full line, and the bracket closes the
// line, or is still open at its end.
func (s *shape) noted(t *runes.Text, start int, l *line) bool {
	pairs, open := t.Pairs(start, l.end)
	at := -1
	switch {
	case len(open) > 0 && note.Opens(t, open[0], l.end):
		at = open[0]
	case len(pairs) > 0 && pairs[len(pairs)-1].Close == l.end-1:
		at = pairs[len(pairs)-1].Open
	}
	return at > start && columns(t, l.start, at) < s.width*17/20
}
