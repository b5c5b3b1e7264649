package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// joinNames drops the breaks within labels, and within names in the columns of
// duties: cells that were set in a narrow column keep the breaks of its lines,
// 市发展改/革委.
func joinNames(t *runes.Text, lines []line, drop []bool) {
	var duty []bool // by column
	for i := 0; i < len(lines); i++ {
		if lines[i].kind != tableLine {
			duty = nil
			continue
		}
		end := i + 1
		for end < len(lines) && lines[end].kind == rowLine {
			end++
		}
		row := table.Cells(t, lines[i].start, lines[end-1].end, lines[i].cut)
		if table.IsHead(t, row) {
			duty = dutyColumns(t, row)
		}
		for k := range row {
			switch {
			case len(row[k].Lines) < 2:
			case isLabel(t, row[k]):
				for n, l := range row[k].Lines[1:] {
					dropRange(drop, row[k].Lines[n].End, l.Start)
				}
			case k < len(duty) && duty[k]:
				joinLines(t, row[k].Lines, drop)
			}
		}
		i = end - 1
	}
}

// maxLabelCell is the length in runes of the longest cell that may be a label, with
// the tags between its lines.
const maxLabelCell = 24

// isLabel reports whether a cell of several lines is the label of a duty or a
// time: 责任/单位.
func isLabel(t *runes.Text, c table.Cell) bool {
	if c.End-c.Start > maxLabelCell {
		return false
	}
	x := note.ReadColumn(t, c.Range)
	return x.Kind != note.NoColumn
}

// dutyColumns tells which columns of the head are of duties.
func dutyColumns(t *runes.Text, head []table.Cell) []bool {
	duty := make([]bool, len(head))
	for i := range head {
		c := note.ReadColumn(t, head[i].Range)
		duty[i] = c.Kind == note.DutyColumn
	}
	return duty
}

// joinLines drops the breaks between the lines of a cell that cut names.
func joinLines(t *runes.Text, lines []note.Range, drop []bool) {
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		left, right := note.Split(t, a.Start, a.End), note.Split(t, b.Start, b.End)
		if len(left) == 0 || len(right) == 0 {
			continue
		}
		l, r := left[len(left)-1], right[0]
		if l.End == a.End && r.Start == b.Start && isCut(t, l, r) {
			dropRange(drop, a.End, b.Start)
		}
	}
}

// isCut reports whether l and r are the halves of a name: l opens with a level of
// administration and is no name, r does not, and both are one together.
func isCut(t *runes.Text, l, r note.Range) bool {
	const levels = "省市县区州旗镇乡"
	if !runesIn(levels, t.Folded[l.Start]) || runesIn(levels, t.Folded[r.Start]) || note.IsBody(t, l.Start, l.End) {
		return false
	}
	whole := runes.Fold(t.Slice(l.Start, l.End) + t.Slice(r.Start, r.End))
	return note.IsName(whole, 0, whole.Len())
}
