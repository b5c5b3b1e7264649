package table

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// kind tells what a column holds.
type kind int

const (
	otherColumn  kind = iota // 备注, 责任人, amounts
	numberColumn             // 序号
	groupColumn              // 类别, 领域: what groups the rows
	taskColumn               // 重点任务, 具体举措
	dutyColumn
	whenColumn
)

// column is a column with its head.
type column struct {
	kind
	note.Column
	head Cell
}

// answers reports whether the column says who answers for a task, or when.
func (c *column) answers() bool { return c.kind == dutyColumn || c.kind == whenColumn }

// The words of heads, folded.
var (
	numberHeads = []string{"序号", "项次", "编号", "序", "号", "项", "次序", "NO", "NO.", "no", "no.", "No", "No."}
	groupWords  = []string{"类别", "领域", "分类", "类型", "板块", "方面", "面向", "构面", "大项", "章节", "部分"}
	taskWords   = []string{
		"任务", "工作", "事项", "举措", "措施", "内容", "项目", "目标", "要点", "指标", "政策", "条款", "改革", "行动", "工程", "清单", "问题", "名称", "要求", "做法", "路径", "抓手",
		"计划", "计画", "方案", "策略", "成果", "标准", "环节", "阶段", "对策", "重点", "建议", "意见", "具体",
	}
	otherWords = []string{
		"数", "额", "率", "量", "资金", "经费", "预算", "投资", "单位", "情况", "进展", "备注", "说明", "状态", "进度", "联系", "电话", "领导", "人员", "责任人", "负责人", "依据", "来源", "结果", "编码",
		"地址", "地点", "性别", "年龄", "职务", "职称", "姓名", "学历", "签名", "签字", "盖章", "得分", "分值", "比例", "比重", "属性", "年",
	}
)

// maxHead is the length in runes of the longest head of a column.
const maxHead = 24

// readColumn reads the head of a column.
func readColumn(t *runes.Text, c Cell) column {
	col := column{head: c}
	if c.blank() || c.End-c.Start > maxHead {
		return col
	}
	text := c.text(t)
	solid := runes.Fold(text)
	for _, w := range numberHeads {
		if w == text || string(solid.Folded) == w {
			col.kind = numberColumn
			return col
		}
	}
	col.Column = note.ReadColumn(t, c.Range)
	task := hasAny(solid, taskWords)
	switch {
	case col.Kind == note.DutyColumn:
		col.kind = dutyColumn
	case col.Kind == note.WhenColumn && !task || col.Kind == note.WhenColumn && solid.Find(0, solid.Len(), "完成") >= 0:
		col.kind = whenColumn
	case col.Kind == note.OtherColumn, endsAny(solid, otherWords):
	case endsAny(solid, groupWords):
		col.kind = groupColumn
	case task:
		col.kind = taskColumn
	}
	return col
}

func hasAny(t *runes.Text, words []string) bool {
	for _, w := range words {
		if t.Find(0, t.Len(), w) >= 0 {
			return true
		}
	}
	return false
}

func endsAny(t *runes.Text, words []string) bool {
	for _, w := range words {
		if t.Ends(0, t.Len(), w) {
			return true
		}
	}
	return false
}

// head is the head of a table of duties.
type head struct {
	columns []column
	from    int // rows
	to      int
}

// maxBefore is how many rows, such as the table's title, may stand over its head.
const maxBefore = 2

// findHead looks for the head of a table of duties in its first rows.
func findHead(t *runes.Text, rows [][]Cell) (head, bool) {
	for i := 0; i < len(rows) && i <= maxBefore; i++ {
		if columns, ok := readHead(t, rows[i]); ok {
			h := head{columns, i, i + 1}
			h.addSecond(t, rows)
			return h, true
		}
		if i+1 < len(rows) {
			if columns, ok := readHead(t, over(rows[i], rows[i+1])); ok && second(t, rows[i], rows[i+1]) {
				return head{columns, i, i + 2}, true
			}
		}
		if cells, _ := count(rows[i]); cells > 1 {
			break
		}
	}
	return head{}, false
}

// HasHead reports whether the first of the rows are the head of a table of
// duties.
func HasHead(t *runes.Text, rows [][]Cell) bool {
	_, ok := findHead(t, rows)
	return ok
}

// Split returns where tables begin in the rows, behind the first one: at a head
// that is not the one before it. Tables may follow each other without a line
// between them.
func Split(t *runes.Text, rows [][]Cell) []int {
	var starts []int
	var last []Cell
	filled := false // a row of several cells stands over this one
	for i, row := range rows {
		if IsHead(t, row) {
			if filled && !sameRow(t, row, last) {
				starts = append(starts, i)
			}
			last = row
		}
		cells, _ := count(row)
		filled = filled || cells > 1
	}
	return starts
}

// sameRow reports whether two rows have the same text in all cells.
func sameRow(t *runes.Text, a, b []Cell) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].text(t) != b[i].text(t) {
			return false
		}
	}
	return true
}

// addSecond adds the second row of a head of two levels.
func (h *head) addSecond(t *runes.Text, rows [][]Cell) {
	if h.to == len(rows) || !second(t, rows[h.from], rows[h.to]) {
		return
	}
	if columns, ok := readHead(t, over(rows[h.from], rows[h.to])); ok {
		h.columns = columns
		h.to++
	}
}

// second reports whether the row below is the second level of a head: it has
// heads of duties or times under an empty cell or one that reaches over it, and
// nothing else.
func second(t *runes.Text, above, below []Cell) bool {
	found := 0
	for i := range below {
		c := &below[i]
		if c.blank() {
			continue
		}
		if k := readColumn(t, *c).kind; k != dutyColumn && k != whenColumn && k != otherColumn || c.End-c.Start > maxHead {
			return false
		} else if k != otherColumn {
			found++
		}
	}
	cells, _ := count(below)
	return found > 0 && cells < max(len(above), len(below))
}

// over puts a row under another one: each column has the lower head that there
// is.
func over(above, below []Cell) []Cell {
	row := make([]Cell, max(len(above), len(below)))
	copy(row, above)
	for i := range below {
		if !below[i].blank() {
			row[i] = below[i]
		}
	}
	return row
}

// IsHead reports whether the row is the head of a table of duties.
func IsHead(t *runes.Text, row []Cell) bool {
	_, ok := readHead(t, row)
	return ok
}

// Opens tells by its first cell whether a row may be the head of a table: it is
// that of the numbers.
func Opens(t *runes.Text, c Cell) bool { return readColumn(t, c).kind == numberColumn }

// IsNumber reports whether the cell is a number such as 1 or （一）.
func IsNumber(t *runes.Text, c Cell) bool {
	_, ok := number(t, c.Range)
	return ok
}

// Number returns the number that the cell holds and nothing else, or 0.
func Number(t *runes.Text, c Cell) int {
	l, _ := number(t, c.Range)
	return l.Number
}

// readHead reads the row as the head of a table of duties: it has a column of
// duties and one that may hold tasks, and its cells are short.
func readHead(t *runes.Text, row []Cell) ([]column, bool) {
	columns := make([]column, len(row))
	seen := map[kind]int{}
	for i, c := range row {
		if c.End-c.Start > maxHead {
			return nil, false
		}
		columns[i] = readColumn(t, c)
		seen[columns[i].kind]++
	}
	return columns, seen[dutyColumn] > 0 && seen[taskColumn]+seen[groupColumn] > 0
}

// count returns how many cells of a row hold text and how many are merged.
func count(row []Cell) (cells, mergedCells int) {
	for i := range row {
		switch {
		case row[i].Merged:
			mergedCells++
		case !row[i].Empty():
			cells++
		}
	}
	return cells, mergedCells
}
