package columns_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/internal/columns"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

const page = `青山市任务分工表

序号    任务                  责任单位        完成时限
1       建设统一服务平台，    市数据局、市    2025年6
        整合各类系统。        司法局          月底前
2       压减材料。            市司法局        持续推进
各单位要抓好落实，确保完成任务，并在每个季度末报送工作进展情况。
`

func TestJoin(t *testing.T) {
	t.Parallel()
	text, edits := columns.Join(page)
	require.Equal(t, "青山市任务分工表\n\n| 序号 | 任务 | 责任单位 | 完成时限 |\n| 1 | 建设统一服务平台，整合各类系统。 | 市数据局、市司法局 | 2025年6月底前 |\n"+
		"| 2 | 压减材料。 | 市司法局 | 持续推进 |\n各单位要抓好落实，确保完成任务，并在每个季度末报送工作进展情况。\n", text)
	place := func(s string) string {
		at := strings.LastIndex(text, s)
		return edits.ToBefore(offset.Span{Start: at, End: at + len(s)}).Of(page)
	}
	require.Equal(t, "压减材料。", place("压减材料。"), "a row in one line keeps its places")
	require.Equal(t, "各单位", place("各单位"))
	broken := place("市数据局、市司法局")
	require.True(t, strings.HasPrefix(broken, "1 ") && strings.HasSuffix(broken, "月底前"), "all in a broken row has the place of the row: %q", broken)
}

// TestJoinForms holds which lines are joined to rows, behind the title.
func TestJoinForms(t *testing.T) {
	t.Parallel()
	const head = "序号    任务                  责任单位\n"
	const joined = "| 序号 | 任务 | 责任单位 |\n"
	for _, tt := range []struct{ name, in, want, reason string }{
		{
			"in the middle", head + "        建设统一服务平台，\n1       整合各类系统，归集    市数据局\n        数据。\n        压减材料，清理各项\n2                             市司法局\n        证明。\n",
			joined + "| 1 | 建设统一服务平台，整合各类系统，归集数据。 | 市数据局 |\n| 2 | 压减材料，清理各项证明。 | 市司法局 |\n", "numbers stand in the middle of their rows, and between two lines",
		},
		{
			"headings and pages", head + "一、政务\n1       建设统一服务平台，    市数据局\n        整合系统。\n— 1 —\n\f" + head + "2       压减材料，清理各项    市司法局\n        证明。\n二、市场\n1       开放市场。            市商务局\n三、保障措施\n加强领导。\n",
			joined + "| 一、政务 | | |\n| 1 | 建设统一服务平台，整合系统。 | 市数据局 |\n— 1 —\n\f" + joined + "| 2 | 压减材料，清理各项证明。 | 市司法局 |\n| 二、市场 | | |\n| 1 | 开放市场。 | 市商务局 |\n三、保障措施\n加强领导。\n", "the last heading stands over other text",
		},
		{
			"wide characters in one column", "序号    任务              责任单位\n1       建设统一服务平台，    市数据局\n        整合系统。            市司法局\n2       压减材料              市财政局\n",
			"| 序号 | 任务 | 责任单位 |\n| 1 | 建设统一服务平台，整合系统。 | 市数据局<br>市司法局 |\n| 2 | 压减材料 | 市财政局 |\n", "programs count characters; a body a line",
		},
		{
			"lists in cells", head + "1       1.整合系统。          市数据局\n        2.归集各类数据。\n2       压减材料和清理证明    市司法局\n", joined + "| 1 | 1.整合系统。<br>2.归集各类数据。 | 市数据局 |\n| 2 | 压减材料和清理证明 | 市司法局 |\n", "",
		},
		{"nothing wraps", head + "1       建设平台              市数据局\n2       压减材料              市司法局\n", "", "such tables are read as they are"},
		{"no places", head + "1  建设统一政务服务平台，推动 市数据局\n系统整合。 市司法局\n", "", "no blanks run down between the columns"},
		{"lines of two rows", head + "1       建设平台              市数据局\n        整合系统              市司法局\n2       压减材料              市财政局\n", "", "nothing shows that the second line goes on the first one"},
		{"row in doubt", head + "1       建设统一服务平台，    市数据局\n        整合系统，归集数据    市司法局\n        压减材料，清理各项    市财政局\n2       证明，推进改革。      市审计局\n", "", "the third line may belong to either row"},
		{"numbers out of order", head + "1       建设统一服务平台，    市数据局\n        整合系统。\n7       压减材料              市司法局\n", "", ""},
		{"other table", "序号    指标                  单位\n1       企业总数，指在本市    家\n        登记的。\n", "", "no duties"},
		{"gaps in cells", head + "1       建设统一服务平台，    市数据局\n        整合    系统。\n", "", "a column may lack its head"},
		{"strokes", head + "1       建设统一服务平台，    市数|据局\n        整合系统。\n", "", "a stroke would part cells"},
	} {
		text, edits := columns.Join("青山市任务分工表\n" + tt.in)
		want := tt.want
		if want == "" {
			require.Nil(t, edits, "%s: %s", tt.name, tt.reason)
			want = tt.in
		}
		require.Equal(t, "青山市任务分工表\n"+want, text, "%s: %s", tt.name, tt.reason)
		again, edits := columns.Join(text)
		require.Equal(t, text, again, "%s: twice", tt.name)
		require.Nil(t, edits)
	}
}

// FuzzJoin holds that no character is lost, none is added but strokes and breaks,
// and that the map spans the text.
func FuzzJoin(f *testing.F) {
	f.Add(page)
	f.Add("序号  任务  责任单位\n1  建设，  市数\n   平台。  据局\n")
	solid := func(s string) string {
		list := slices.DeleteFunc([]rune(strings.ReplaceAll(s, "<br>", "")), func(r rune) bool { return r == '|' || runes.IsBlank(r) })
		slices.Sort(list)
		return string(list)
	}
	f.Fuzz(func(t *testing.T, in string) {
		text, edits := columns.Join(in)
		if edits == nil {
			require.Equal(t, in, text)
			return
		}
		require.Equal(t, solid(in), solid(text))
		require.Equal(t, offset.Span{End: len(in)}, edits.ToBefore(offset.Span{End: len(text)}))
	})
}
