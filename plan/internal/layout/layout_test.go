package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

var kinds = map[layout.Kind]string{
	layout.Meta: "meta ", layout.Table: "table ", layout.Date: "date ", layout.Attachment: "attachment ",
	layout.Remark: "remark ", layout.Number: "number ", layout.Note: "note ",
}

// show writes the blocks of a text, with kind, level of heading and label.
func show(text string) []string {
	page := layout.Read(runes.Fold(text))
	var out []string
	for _, b := range page.Blocks {
		s := kinds[b.Kind] + strings.Repeat("#", b.Heading)
		start := b.Start
		if b.Labeled {
			s += "<" + page.Text.Slice(b.Label.Start, b.Label.End) + ">"
			start = b.Label.End
		}
		start, _ = page.Text.Trim(start, b.End)
		out = append(out, s+page.Text.Slice(start, b.End))
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	const long = "加强统筹协调，整合现有资源，推动各项任务落实到位，定期开展督促检查"
	for _, tt := range []struct {
		name, in string
		want     []string
		reason   string
	}{
		{"empty", "", nil, ""},
		{"a paragraph a line", "一、甲\n乙。\n丙。\n", []string{"<一、>甲", "乙。", "丙。"}, ""},
		{"line breaks of all kinds", "一、甲\r\n二、乙\r三、丙\u2028四、丁", []string{"<一、>甲", "<二、>乙", "<三、>丙", "<四、>丁"}, ""},
		{
			"wrapped", "一、总体要求\n" + long + "，形\n成工作合力。" + long + "，形\n成长效机制。\n二、保障措施\n",
			[]string{"<一、>总体要求", long + "，形成工作合力。" + long + "，形成长效机制。", "<二、>保障措施"},
			"",
		},
		{
			"inside a label of a note", long + "。（责任单\n位：市科委，市教委）\n一、甲\n" + long + "\n，抓好。",
			[]string{long + "。（责任单位：市科委，市教委）", "<一、>甲", long + "，抓好。"},
			"brackets hold lines together",
		},
		{
			"heading over its first part", "一、总体要求\n" + long + "，形\n成工作合力。\n二、优化环境，激发活力\n（一）建设环境\n" + long + "，形\n成长效机制。\n",
			[]string{"<一、>总体要求", long + "，形成工作合力。", "<二、>优化环境，激发活力", "<（一）>建设环境", long + "，形成长效机制。"},
			"a comma in it does not hide that it stands alone",
		},
		{"siblings in a line", "（一）加强领导。（二）强化督导。（三）报送信息。\n", []string{"<（一）>加强领导。", "<（二）>强化督导。", "<（三）>报送信息。"}, ""},
		{"parts in a line", "（一）加强领导。1.成立专班。2.明确分工。\n", []string{"<（一）>加强领导。1.成立专班。2.明确分工。"}, "of another form"},
		{"reference in a line", "（一）加强领导，按第（二）项执行。（三）另行通知。\n", []string{"<（一）>加强领导，按第（二）项执行。（三）另行通知。"}, "does not go on the numbering"},
		{"amount in a line", "1.完成投资。2.5亿元到位。\n", []string{"<1.>完成投资。2.5亿元到位。"}, "no label"},
		{"commas hold lines together", "一、甲\n加强统筹，\n整合资源。\n", []string{"<一、>甲", "加强统筹，整合资源。"}, "in any layout"},
		{"page number", "一、甲\n" + long + "，\n— 3 —\n抓好。\n" + long + "，\n抓紧。", []string{"<一、>甲", long + "，抓好。", long + "，抓紧。"}, ""},
		{"page break", "一、甲\n" + long + "和\n\f检查。\n", []string{"<一、>甲", long + "和检查。"}, "a form feed ends no paragraph"},
		{"bare page number", "一、甲\n" + long + "和\n3\n\f检查。\n", []string{"<一、>甲", long + "和检查。"}, "beside a form feed"},
		{"page heads", "# Page 8:\n一、甲\n" + long + "和\n\n# Page 9:\n检查。\n", []string{"<一、>甲", long + "和检查。"}, "programs that read PDF write them"},
		{"a heading that is no page head", "# Page layout\n一、甲\n", []string{"#Page layout", "<一、>甲"}, ""},
		{"a number that is text", "一、甲\n3\n二、乙\n", []string{"<一、>甲", "3", "<二、>乙"}, "no page break near"},
		{"blanks in dates", "一、甲\n" + long + "，到2023 年12 月底\n前完成。" + long + "，形成\n机制。\n", []string{"<一、>甲", long + "，到2023年12月底前完成。" + long + "，形成机制。"}, "setting left them"},
		{"words keep their blank", long + "，推广open\nsource软件，" + long + "，形成\n机制。", []string{long + "，推广open\nsource软件，" + long + "，形成机制。"}, ""},
		{"Markdown", "# 题目\n\n**一、甲**\n\n> 乙\n\n---\n\n- 丙\n", []string{"#题目", "<一、>甲", "乙", "<->丙"}, ""},
		{"bold inside", "一、**甲**乙\n", []string{"<一、>甲乙"}, ""},
		{"ruler", "甲\n***\n———\n乙\n", []string{"甲", "乙"}, ""},
		{"table", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", []string{"table | 甲 | 乙 |", "table |---|---|", "table | 丙 | 丁 |"}, ""},
		{"meta", "**发布日期**: 2024-01-02\n来源：某网\n", []string{"meta 发布日期: 2024-01-02", "meta 来源：某网"}, ""},
		{"link", "[下载](a.pdf)\n", []string{"meta [下载](a.pdf)"}, ""},
		{"date", "2024年3月18日\n二〇二四年三月十八日\n2024年3月18日起施行\n", []string{"date 2024年3月18日", "date 二〇二四年三月十八日", "2024年3月18日起施行"}, ""},
		{"document number", "某某通知\n青政发〔2024〕12 号\n各区：\n", []string{"某某通知", "number 青政发〔2024〕12 号", "各区："}, ""},
		{"document number in brackets", "某某意见\n（青政[2001]85号）\n各区：\n", []string{"某某意见", "number （青政[2001]85号）", "各区："}, ""},
		{"number of what a sentence names", "根据《意见》\n（青政[2001]85号）\n要求，" + long + "，形\n成机制。\n一、甲\n" + long + "，形\n成合力。", []string{"根据《意见》（青政[2001]85号）要求，" + long + "，形成机制。", "<一、>甲", long + "，形成合力。"}, ""},
		{"lost blanks", "通知\n??\n????? ?青山市林业局\n?\n方案\n?\n甲??乙。\n", []string{"通知", "青山市林业局", "方案", "甲??乙。"}, "question marks stand for them"},
		{"attachment", "附件1\n附件：\n附件所列\n", []string{"attachment 附件1", "attachment 附件：", "附件所列"}, ""},
		{"number under the word", "附件\n2\n分工表\n附件\n3年规划\n", []string{"attachment 附件2", "分工表", "attachment 附件", "3年规划"}, ""},
		{"remark", "（此件公开发布）\n", []string{"remark （此件公开发布）"}, ""},
		{"note lines", "一、甲。\n责任单位：市科委\n完成时限：年底前\n", []string{"<一、>甲。", "note 责任单位：市科委", "note 完成时限：年底前"}, ""},
		{"note behind its colon", "一、甲，乙。\n责任单位：\n市科委、\n市教委\n", []string{"<一、>甲，乙。", "note 责任单位：市科委、市教委"}, ""},
		{
			"text behind a note line", "一、甲\n" + long + "，形\n成机制。\n责任单位：市科委、市教委，各县（市、区）\n人民政府\n各级要抓好落实，" + long + "，形\n成合力。\n",
			[]string{"<一、>甲", long + "，形成机制。", "note 责任单位：市科委、市教委，各县（市、区）人民政府", "各级要抓好落实，" + long + "，形成合力。"},
			"a short line that ends in a name ends the note",
		},
		{
			"verb at the end of a note line", "一、甲\n" + long + "，形\n成机制。\n责任科室：法规科牵头，各科室配合\n二是" + long + "，形\n成合力。\n",
			[]string{"<一、>甲", long + "，形成机制。", "note 责任科室：法规科牵头，各科室配合", "二是" + long + "，形成合力。"},
			"",
		},
		{
			"headings with commas", "一、坚持便民，打造高效环境\n" + long + "，形\n成机制。\n二、坚持公平，打造有序市场\n" + long + "，形\n成合力。\n",
			[]string{"<一、>坚持便民，打造高效环境", long + "，形成机制。", "<二、>坚持公平，打造有序市场", long + "，形成合力。"},
			"short lines that break off without reason",
		},
		{"the number of a collection", "3. 青山市司法局关于印发工作方案的通知\n青司发〔2024〕12 号\n各区：\n", []string{"<3.>青山市司法局关于印发工作方案的通知", "number 青司发〔2024〕12 号", "各区："}, "it opens no unit"},
		{
			"teaser that breaks off in a bracket", "云溪市开展试点的通知 各区(市)政府(园区…\n云溪市开展试点的通知\n各区(市)政府:\n一、甲\n乙。\n",
			[]string{"云溪市开展试点的通知 各区(市)政府(园区…", "云溪市开展试点的通知", "各区(市)政府:", "<一、>甲", "乙。"},
			"a bracket that nothing closes holds no lines",
		},
		{
			"title that breaks off", "云溪市关于贯彻《省政府关于\n依据《条例》\n（试行）。\n",
			[]string{"云溪市关于贯彻《省政府关于", "依据《条例》", "（试行）。"},
			"nor does such a title mark",
		},
		{
			"bracket of another kind", "依据《意见》(云政〔20193号)要求,加强统筹协调,整合现有资源。\n推进工作。\n(一)乙。\n二、丙\n",
			[]string{"依据《意见》(云政〔20193号)要求,加强统筹协调,整合现有资源。", "推进工作。", "<(一)>乙。", "<二、>丙"},
			"the outer one stays open",
		},
		{"loose label out of order", "一、甲\n3 乙丙\n", []string{"<一、>甲", "3 乙丙"}, "3 does not follow"},
		{"number that starts a line", "1.甲，建设中心\n" + long + "共\n12.5亿元，新增\n3.5亿元。\n", []string{"<1.>甲，建设中心" + long + "共12.5亿元，新增3.5亿元。"}, "amounts"},
	} {
		require.Equal(t, tt.want, show(tt.in), "%s: %s", tt.name, tt.reason)
	}
}

// TestMarks holds that what layout drops is told, and nothing else is.
func TestMarks(t *testing.T) {
	t.Parallel()
	in := "# 题目\n一、**甲**\n— 3 —\n---\n乙"
	page := layout.Read(runes.Fold(in))
	var marks []string
	for _, m := range page.Marks {
		marks = append(marks, strings.TrimSpace(m.Of(in)))
	}
	require.Equal(t, []string{"#", "**", "— 3 —", "---"}, marks, "those within a block are in its span")
	require.False(t, page.Wrapped)
	for _, b := range page.Blocks {
		require.Less(t, b.Start, b.End, fmt.Sprint(b))
	}
}

// TestItemsInOneLine holds that a text without line breaks is broken before its
// items, also where it has no chapters, and a paragraph of a text is not.
func TestItemsInOneLine(t *testing.T) {
	t.Parallel()
	work := strings.Repeat("加强统筹协调，整合现有资源，推动任务落实。", 6)
	line := "为护林，提出以下意见。1." + work + "2." + work + "3." + work
	require.Equal(t, []string{"为护林，提出以下意见。", "<1.>" + work, "<2.>" + work, "<3.>" + work}, show(line))
	require.Equal(t, []string{"<一、>" + strings.Repeat(work, 2), "<二、>" + line}, show("一、"+strings.Repeat(work, 2)+"\n二、"+line))
}

// TestContents holds that a table of contents opens no units, and the headings
// of the text do.
func TestContents(t *testing.T) {
	t.Parallel()
	body := "一、总体要求\n（一）指导思想。坚持统筹。\n二、主要任务\n种树护林。\n"
	want := []string{"<一、>总体要求", "<（一）>指导思想。坚持统筹。", "<二、>主要任务", "种树护林。"}
	for _, tt := range []struct {
		name, contents string
	}{
		{"of bare headings", "目 录\n一、总体要求\n（一）指导思想\n二、主要任务\n"},
		{"with pages", "目录\n一、总体要求 1\n二、主要任务  12\n"},
		{"with dots", "目錄\n一、总体要求…………1\n二、主要任务........ - 2 -\n"},
		{"with dots and no caption", "一、总体要求…………1\n二、主要任务…………2\n"},
		{"with a heading that the text has not", "目录\n一、总体要求\n前期准备\n二、主要任务\n"},
	} {
		got := show(tt.contents + body)
		n := strings.Count(tt.contents, "\n")
		require.Equal(t, want, got[n:], tt.name)
		for _, l := range got[:n] {
			require.Contains(t, l, "meta ", tt.name)
		}
	}
	require.Equal(t, append([]string{"目录"}, want...), show("目录\n"+body), "the text itself")
	require.Equal(t, []string{"目录", "<一、>护林……", "<二、>种树"}, show("目录\n一、护林……\n二、种树\n"), "an ellipsis")
	twice := body + "附件\n" + body
	require.Equal(t, append(append(want, "attachment 附件"), want...), show("目录\n一、总体要求\n二、主要任务\n" + twice)[3:], "headings that an attachment has too")
}
