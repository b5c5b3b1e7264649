package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// cardsAt marks the lines of the cards that line i opens, and returns where they
// end, or i where there are none. Keys and values stand apart by a tab; by a colon
// where two cards at least follow each other, since a single one is text with
// notes.
func (f *finder) cardsAt(i int) int {
	if l := &f.lines[i]; l.kind != plainLine || l.labeled {
		return i
	}
	switch cut := f.keyCut(i); cut {
	case table.Tabs:
		return f.readCards(i, cut, 1)
	case table.Colons:
		return f.readCards(i, cut, 2)
	default:
		return i
	}
}

// maxKey is the length in runes of the longest key before a colon.
const maxKey = 8

// keyCut returns what stands first in the line, a tab or a colon behind a short
// key.
func (f *finder) keyCut(i int) table.Cut {
	l := &f.lines[i]
	for k := l.start; k < l.end && k <= l.start+maxKey; k++ {
		switch f.t.Folded[k] {
		case '\t':
			return table.Tabs
		case ':':
			if k+1 < l.end {
				return table.Colons
			}
		}
	}
	return table.Strokes
}

// readCards reads the cards from line i on, of which there must be some.
func (f *finder) readCards(i int, cut table.Cut, least int) int {
	var starts []int
	end, cards := i, 0
	for end < len(f.lines) {
		if row, ok := f.keyRow(end, cut); !ok || !table.OpensCard(f.t, row) {
			break
		}
		rows, at := f.keyRows(end, cut)
		n := table.Card(f.t, rows)
		if n == 0 {
			break
		}
		starts = append(starts, at[:n]...)
		end = at[n]
		cards++
	}
	if cards < least {
		return i
	}
	for k, start := range starts {
		next := end
		if k+1 < len(starts) {
			next = starts[k+1]
		}
		f.row(start, cut)
		for m := start + 1; m < next; m++ {
			if f.lines[m].kind != markLine {
				f.more(m, cut)
			}
		}
	}
	return end
}

// keyRows reads the lines from i on that hold a key and its value, up to the
// longest card, and where each begins and the last one ends.
func (f *finder) keyRows(i int, cut table.Cut) (rows [][]table.Cell, at []int) {
	k := i
	for k < len(f.lines) && len(rows) <= table.MaxCard {
		l := &f.lines[k]
		if l.kind != plainLine && l.kind != noteLine && l.kind != markLine || l.labeled && l.label.Form.Numbered() {
			break
		}
		if l.kind == markLine {
			k++
			continue
		}
		row, ok := f.keyRow(k, cut)
		if !ok {
			break
		}
		rows, at = append(rows, row), append(at, k)
		if k++; cut == table.Colons {
			end := f.valueEnd(k, table.Answers(f.t, row[0]))
			rows[len(rows)-1], k = table.Cells(f.t, l.start, f.lines[end-1].end, cut), end
		}
	}
	return rows, append(at, k)
}

// valueEnd returns where the value ends that goes on in line k: text that breaks off
// up to the next key, lists of bodies while they break off behind a mark.
func (f *finder) valueEnd(k int, list bool) int {
	for n, most := k, k+maxCellLines; n < len(f.lines) && n < most; n++ {
		l := &f.lines[n]
		if _, key := f.keyRow(n, table.Colons); key {
			return n
		}
		if l.kind != plainLine || l.blank || l.labeled && l.label.Form.Numbered() || !f.breaksOff(&f.lines[n-1], list) {
			break
		}
		if list {
			k = n + 1
		}
	}
	return k
}

// minBroken is the length in runes of the shortest line that shows by its length
// that its text goes on.
const minBroken = 24

// breaksOff reports whether the value goes on behind line l: it ends in a mark
// within a sentence, or is text of the width of a page.
func (f *finder) breaksOff(l *line, list bool) bool {
	last := f.t.Folded[l.end-1]
	return stays(last) || !list && (pauses(last) || l.len() >= minBroken && !closes(f.t, l.end-1))
}

// keyRow reads line k as a key, or two, with their values.
func (f *finder) keyRow(k int, cut table.Cut) ([]table.Cell, bool) {
	if cut == table.Colons && f.keyCut(k) != cut {
		return nil, false
	}
	row := f.cells(k, cut)
	if cut == table.Tabs {
		return row, len(row) == 2 || len(row) == 4
	}
	return row, len(row) == 2 && table.IsKey(f.t, row[0]) && runes.IsHan(f.t.Folded[row[0].Start])
}
