package table_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// cellsOf writes the cells of a row, with / between the lines of one.
func cellsOf(in string, cut table.Cut) string {
	t := runes.Fold(in)
	var cells []string
	for _, c := range table.Cells(t, 0, t.Len(), cut) {
		var lines []string
		for _, l := range c.Lines {
			lines = append(lines, t.Slice(l.Start, l.End))
		}
		s := strings.Join(lines, "/")
		if c.Merged {
			s = "merged"
		}
		cells = append(cells, s)
	}
	return strings.Join(cells, ",")
}

func TestCells(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   string
		cut  table.Cut
		want string
	}{
		{"| 甲 | 乙丙 | |", table.Strokes, "甲,乙丙,"},
		{"甲 | 乙", table.Strokes, "甲,乙"},
		{"| ^^ | 甲<br>乙<br/> |", table.Strokes, "merged,甲/乙"},
		{"\t甲\t\t乙 丙\t", table.Tabs, ",甲,,乙 丙,"},
		{"1\t\"甲\n乙\"\t丙", table.Tabs, "1,甲/乙,丙"},
		{"1  甲 乙　丙", table.Gaps, "1,甲 乙,丙"},
		{"1 甲  乙", table.Blanks, "1,甲,乙"},
		{"1\r\n甲 乙\n\n丙", table.Breaks, "1,甲 乙,丙"},
		{"", table.Strokes, ""},
	} {
		require.Equal(t, tt.want, cellsOf(tt.in, tt.cut), "%q", tt.in)
	}
}

func TestHasHead(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"序号|任务|责任单位", true},
		{"項次|工作項目|主辦機關", true},
		{"编号|措施|負責政策局/部門", true},
		{"领域|牵头部门|完成时限", true},
		{"任务分工表||\n序号|任务|责任单位", true},
		{"序号|任务|分工|\n^^|^^|牵头单位|配合单位", true},
		{"指标|单位|2020年", false},
		{"序号|责任单位|联系人|电话", false},
		{"责任单位|项目数", false},
		{"甲|乙\n序号|任务|责任单位", false},
		{"序号|" + strings.Repeat("任务", 20) + "|责任单位", false},
	} {
		text := runes.Fold(tt.in)
		var rows [][]table.Cell
		at := 0
		for line := range strings.SplitSeq(tt.in, "\n") {
			n := len([]rune(line))
			rows = append(rows, table.Cells(text, at, at+n, table.Strokes))
			at += n + 1
		}
		require.Equal(t, tt.want, table.HasHead(text, rows), fmt.Sprintf("%q", tt.in))
	}
}
