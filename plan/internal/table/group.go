package table

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// addGroup opens a group with a row of one cell. Labels of smaller forms open
// groups within those of larger ones.
func (r *reader) addGroup(row []Cell, c *Cell, l label.Label, labeled bool) {
	own := r.extend(row)
	level := label.Level{}
	if labeled {
		level = l.Level()
	}
	for len(r.levels) > 0 && (r.levels[len(r.levels)-1].Form >= level.Form || level.Form == label.Invalid) {
		r.levels = r.levels[:len(r.levels)-1]
	}
	out := Row{Range: own, Kind: Group, Depth: len(r.levels)}
	r.levels = append(r.levels, level)
	r.setTitle(&out, c, l, labeled)
	r.out.Rows = append(r.out.Rows, out)
	r.last, r.group = nil, make([]Cell, len(r.groups))
}

// openGroups opens the groups, up to so many, whose cells stand in the row.
func (r *reader) openGroups(row []Cell, own note.Range, most int) {
	for depth, k := range r.groups[:most] {
		c := row[k]
		if c.blank() || r.again(&c, depth) {
			continue
		}
		l, ok := labelOf(r.t, &c)
		out := Row{Range: own, Kind: Group, Depth: len(r.levels) + depth}
		out.End = c.End
		if r.ofGroup == k && !row[r.numbered].blank() {
			if n, numbered := number(r.t, row[r.numbered].Range); numbered {
				l, ok = n, true
			}
		}
		r.setTitle(&out, &c, l, ok)
		r.out.Rows = append(r.out.Rows, out)
		r.group[depth] = c
		for i := depth + 1; i < len(r.group); i++ {
			r.group[i] = Cell{}
		}
		r.last = nil
	}
}

// sums open a row that adds up those over it.
var sums = []string{"合计", "总计", "小计", "共计"}

// addSum reads a row that adds up those over it, which is no task.
func (r *reader) addSum(row []Cell) bool {
	i := slices.IndexFunc(row, func(c Cell) bool { return !c.blank() })
	if i < 0 || !r.silent(row) {
		return false
	}
	solid := runes.Fold(row[i].text(r.t))
	if !slices.Contains(sums, string(solid.Folded)) {
		return false
	}
	r.addText(row)
	return true
}

// addChapter reads a row that groups those that follow, and has a number of its
// own in characters: 一 | 基础设施.
func (r *reader) addChapter(row []Cell) bool {
	if r.numbered < 0 || r.ofGroup >= 0 || !r.silent(row) || row[r.numbered].blank() || row[r.tasks[0]].blank() {
		return false
	}
	n, ok := number(r.t, row[r.numbered].Range)
	if !ok || runes.IsDigit(r.t.Folded[n.Start]) || runes.IsDigit(r.t.Folded[n.End-1]) || r.hanNumbers {
		return false
	}
	if n.Form == label.Arabic {
		n.Form = label.Han
	}
	r.addGroup(row, &row[r.tasks[0]], n, true)
	out := &r.out.Rows[len(r.out.Rows)-1]
	for k := range row {
		if k != r.numbered && k != r.tasks[0] && !row[k].blank() {
			out.Texts = append(out.Texts, r.lines(&row[k])...)
		}
	}
	return true
}
