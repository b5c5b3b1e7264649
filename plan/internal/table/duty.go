package table

import "github.com/qiaotoubao/fangan/plan/internal/note"

// within reports whether empty cells show that the row lies within cells over
// it: it has no number, or does not say to which group it belongs.
func (r *reader) within(row []Cell) bool {
	return r.numbered >= 0 && row[r.numbered].blank() || len(r.groups) > 0 && row[r.groups[0]].blank()
}

// silent reports whether no cell of duties or times of the row has text: the one
// over it may reach down, where the table does not say so.
func (r *reader) silent(row []Cell) bool {
	for k := range r.columns {
		if r.columns[k].answers() && !row[k].blank() {
			return false
		}
	}
	return true
}

// addDuty reads the cell c of the column k of duties or times.
func (r *reader) addDuty(out *Row, c *Cell, k int) {
	col := &r.columns[k]
	n := note.Note{Range: c.Range}
	for _, line := range c.Lines {
		if x, ok := col.Read(r.t, line.Start, line.End); ok {
			n.Groups = join(n.Groups, x.Groups)
			n.Rules = append(n.Rules, x.Rules...)
		}
	}
	if r.last == nil {
		r.last = map[int][]note.Note{}
	}
	if len(n.Groups) == 0 && len(n.Rules) == 0 {
		r.last[k] = nil
		r.mark(c.Range)
		return
	}
	if col.kind == dutyColumn {
		r.cells++
		if n.Names(r.t) {
			r.named++
		}
	}
	for _, g := range n.Groups {
		if g.When.Empty() && g.Other.Empty() && g.Label == col.Label() {
			r.useLabel(g.Label)
		}
	}
	r.last[k] = []note.Note{n}
	out.Duties = append(out.Duties, n)
}

func (r *reader) useLabel(l note.Range) {
	if r.labels == nil {
		r.labels = map[note.Range]bool{}
	}
	r.labels[l] = true
}

// join adds the groups of a further line of a cell. A list that goes on in it is
// one.
func join(groups, more []note.Group) []note.Group {
	if len(groups) == 0 || len(more) == 0 {
		return append(groups, more...)
	}
	last, next := &groups[len(groups)-1], more[0]
	if last.Label != next.Label || last.Role != next.Role || len(last.Names) == 0 || len(next.Names) == 0 {
		return append(groups, more...)
	}
	last.Names = append(last.Names, next.Names...)
	last.Open = last.Open || next.Open
	return append(groups, more[1:]...)
}
