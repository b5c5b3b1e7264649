package note

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// ColumnKind tells what a column of a table of duties holds.
type ColumnKind int

// The kinds of column. The zero ColumnKind is none of a table of duties.
const (
	NoColumn    ColumnKind = iota
	DutyColumn             // 牵头单位, 責任機關
	WhenColumn             // 完成时限
	OtherColumn            // 责任人, 联系电话
)

// Column is a column whose head is a label: 牵头单位. What its cells hold is
// read as behind that label in a note.
type Column struct {
	Kind ColumnKind
	Rule Range // of the head, what its bracket says of all cells: 排名第一的为牵头单位
	head heading
}

// The words of the heads of columns, beside those of labels; alone they say too
// little to open a note. Those of a duty come with a noun.
var (
	columnWords = []string{"权责", "办理", "主政", "涉及", "承接", "主导"}
	columnTimes = []string{"时间", "时间表", "日期", "期程", "年限"}
)

// ReadColumn reads the head at r, which may have blanks between its characters.
func ReadColumn(t *runes.Text, r Range) Column {
	c, ok := readColumn(t, r)
	if bare := bareName(t, r); !ok && bare != r {
		if c, ok = readColumn(t, bare); ok && c.Kind == DutyColumn {
			a, b := t.Trim(bare.End, r.End)
			c.Rule = Range{a + 1, b - 1}
			c.head.people = c.head.people || namesPeople(t, c.Rule)
		}
	}
	return c
}

// lineBreaks takes out the tags between the lines of a head.
var lineBreaks = strings.NewReplacer("<br>", "", "<br/>", "", "</br>", "")

func readColumn(t *runes.Text, r Range) (Column, bool) {
	solid := runes.Fold(lineBreaks.Replace(t.Compact(r.Start, r.End)))
	all := Range{0, solid.Len()}
	c := Column{head: heading{Range: r}}
	kind, role, mixed := classify(solid, all)
	if kind == dutyLabel && looksCertain(solid, all) && endsAny(solid, all, []string{"局"}) && runesIn("省市县区州旗", solid.Folded[0]) { // 市市场监管局
		kind = noLabel
	}
	if kind == noLabel && hasAny(solid, all, columnWords) && endsAny(solid, all, nouns) {
		kind, role = dutyLabel, Unspecified
	}
	if kind == noLabel && endsAny(solid, all, columnTimes) {
		kind = whenLabel
	}
	if kind == whenLabel && hasAny(solid, all, []string{"单位", "部门", "机关"}) { // 责任单位及完成时限
		kind, role = dutyLabel, Unspecified
	}
	c.head.kind, c.head.role, c.head.mixed = kind, role, mixed
	c.head.people = kind == dutyLabel && namesPeople(solid, all)
	switch kind {
	case dutyLabel:
		c.Kind = DutyColumn
	case whenLabel:
		c.Kind = WhenColumn
	case otherLabel:
		c.Kind = OtherColumn
	case noLabel:
	}
	return c, c.Kind != NoColumn
}

// Label returns the head of the column, without what a bracket behind it says.
func (c *Column) Label() Range { return c.head.Range }

// nothing is what cells without bodies or times hold.
var nothing = []string{"无", "无需", "暂无", "略"}

// Read reads a cell of the column, from i to j, as a note. It reports false where
// the cell says that there is nothing: 无, /, ——.
func (c *Column) Read(t *runes.Text, i, j int) (Note, bool) {
	word := false
	for k := i; k < j && !word; k++ {
		word = !runes.IsPunct(t.Folded[k]) && !runes.IsBlank(t.Folded[k])
	}
	if !word || isWord(t, Range{i, j}, nothing) {
		return Note{}, false
	}
	if c.Kind == WhenColumn {
		return Note{Range: Range{i, j}, Groups: []Group{{Label: c.head.Range, When: Range{i, j}}}}, true
	}
	n, ok := parseUnder(t, c.head, i, j)
	n.Range = Range{i, j}
	return n, ok
}

// Names reports whether the note names bodies, or says that there are some, and
// most of its names read as such.
func (n *Note) Names(t *runes.Text) bool {
	for _, g := range n.Groups {
		if len(g.Names) > 0 || g.Open {
			return n.mostNames(t)
		}
	}
	return false
}

// IsTime reports whether the text from i to j is a time and nothing else, as the
// cells of a column of times are.
func IsTime(t *runes.Text, i, j int) bool { return i < j && isWhen(t, Range{i, j}) }
