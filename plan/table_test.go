package plan_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
)

// rows writes the items of a plan, one a line: label, title, text, duties with
// + for lead and - for support, deadlines behind <.
func rows(p *plan.Plan) string {
	var b strings.Builder
	var section func(s *plan.Section, depth int)
	section = func(s *plan.Section, depth int) {
		indent := strings.Repeat(" ", depth)
		if s.Title != "" {
			fmt.Fprintf(&b, "%s# %s%s\n", indent, s.Label, s.Title)
		}
		for _, x := range s.Paragraphs {
			fmt.Fprintf(&b, "%s! %s\n", indent, x.Text)
		}
		for _, i := range s.Items {
			fmt.Fprintf(&b, "%s%s|%s|%s|%s\n", indent, i.Label, i.Title, strings.ReplaceAll(i.Text(), "\n", "/"), answers(&i.Body))
		}
		for _, sub := range s.Sections {
			section(sub, depth+1)
		}
	}
	for _, s := range p.Sections {
		section(s, 0)
	}
	for _, x := range p.Tables {
		fmt.Fprintf(&b, "table %d\n", len(x.Rows))
	}
	for _, d := range p.Diagnostics {
		fmt.Fprintln(&b, d.Code)
	}
	return b.String()
}

// answers writes who answers for a body, and when.
func answers(x *plan.Body) string {
	var parts []string
	for _, d := range x.Duties {
		var names []string
		for _, n := range d.Departments {
			names = append(names, n.Name)
		}
		s := map[plan.Role]string{plan.RoleLead: "+", plan.RoleSupport: "-"}[d.Role] + strings.Join(names, "、")
		if d.Open {
			s += "…"
		}
		parts = append(parts, s)
	}
	for _, d := range x.Deadlines {
		if d.InNote {
			parts = append(parts, "<"+d.Text)
		}
	}
	return strings.Join(parts, " ")
}

// tables are tables of duties, and tables that are none, as Markdown.
var tables = []struct{ name, in, want, reason string }{
	{
		"plain", "| 序号 | 重点任务 | 牵头单位 | 责任单位 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 建设平台。整合系统。 | 市数据局 | 市司法局、市公安局等 | 2025年6月底前 |\n| 2 | 压减材料 | 市司法局 | / | 持续推进 |\n",
		"1|建设平台|整合系统。|+市数据局 市司法局、市公安局… <2025年6月底前\n2|压减材料||+市司法局 <持续推进\n", "",
	},
	{
		"Traditional", "| 項次 | 工作項目 | 主辦機關 | 協辦機關 | 完成期限 |\n|---|---|---|---|---|\n| 1 | 建置單一窗口 | 資訊處 | 民政處 | 113年12月 |\n",
		"1|建置單一窗口||+資訊處 -民政處 <113年12月\n", "",
	},
	{
		"no numbers", "| 任务 | 具体举措 | 责任部门 |\n|---|---|---|\n| 建设平台 | 整合系统 | 市数据局 |\n| 压减材料 | 清理证明 | 市司法局 |\n",
		"|建设平台|整合系统|市数据局\n|压减材料|清理证明|市司法局\n", "",
	},
	{
		"labels in titles", "| 任务 | 责任部门 |\n|---|---|\n| （一）建设平台。整合系统。 | 市数据局 |\n| （二）压减材料。 | 市司法局 |\n",
		"（一）|建设平台|整合系统。|市数据局\n（二）|压减材料||市司法局\n", "",
	},
	{
		"rows that group", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 一、优化环境 | | |\n| （一）政务环境 | | |\n| 1 | 建设平台 | 市数据局 |\n| （二）市场环境 | | |\n| 2 | 规范收费 | 市发展改革委 |\n| 二、扩大开放 | | |\n| 3 | 举办展会 | 市商务局 |\n",
		"# 一、优化环境\n # （一）政务环境\n 1|建设平台||市数据局\n # （二）市场环境\n 2|规范收费||市发展改革委\n# 二、扩大开放\n3|举办展会||市商务局\n", "",
	},
	{
		"column that groups", "| 类别 | 序号 | 任务 | 责任单位 |\n|---|---|---|---|\n| 优化环境 | 1 | 建设平台 | 市数据局 |\n| ^^ | 2 | 规范收费 | 市发展改革委 |\n| 扩大开放 | 3 | 举办展会 | 市商务局 |\n",
		"# 优化环境\n1|建设平台||市数据局\n2|规范收费||市发展改革委\n# 扩大开放\n3|举办展会||市商务局\n", "",
	},
	{
		"tasks of several steps", "| 序号 | 工作任务 | 具体举措 | 责任单位 | 完成时限 |\n|---|---|---|---|---|\n| 1 | 建设平台 | 整合系统 | 市数据局 | 6月底前 |\n| ^^ | ^^ | 归集数据 | ^^ | 9月底前 |\n| 2 | 压减材料 | 清理证明 | 市司法局 | 年底前 |\n",
		"# 1建设平台\n|整合系统||市数据局 <6月底前\n|归集数据||市数据局 <9月底前\n# 2压减材料\n|清理证明||市司法局 <年底前\n", "the number is that of the task, the bodies answer for both steps",
	},
	{
		"tasks over steps", "| 序号 | 工作任务 | 具体举措 | 责任单位 | 责任人 |\n|---|---|---|---|---|\n| 1 | 建设平台 | 整合系统 | 市数据局 | 陈某 |\n| ^^ | ^^ | 归集数据 | ^^ | 黄某 |\n| 2 | 压减材料 | | 市司法局 | 郑某 |\n| 3 | 规范收费 | 清理收费 | 市财政局 | |\n| ^^ | ^^ | 公布清单 | ^^ | |\n",
		"2|压减材料|郑某|市司法局\n # 1建设平台\n |整合系统|陈某|市数据局\n |归集数据|黄某|市数据局\n # 3规范收费\n |清理收费||市财政局\n |公布清单||市财政局\n", "one without steps is an item beside the groups; its cell reaches over their column",
	},
	{
		"empty for merged", "| 序号 | 工作任务 | 具体举措 | 责任单位 |\n|---|---|---|---|\n| 1 | 建设平台 | 整合系统 | 市数据局 |\n| | | 归集数据 | |\n| 2 | 压减材料 | 清理证明 | 市司法局 |\n",
		"# 1建设平台\n|整合系统||市数据局\n|归集数据||市数据局\n# 2压减材料\n|清理证明||市司法局\n", "programs leave the merged cells empty",
	},
	{
		"left out for merged", "| 序号 | 工作任务 | 具体举措 | 责任单位 |\n|---|---|---|---|\n| 1 | 建设平台 | 整合系统 | 市数据局 |\n| 归集数据 | 市大数据中心 |\n| 2 | 压减材料 | 清理证明 | 市司法局 |\n",
		"# 1建设平台\n|整合系统||市数据局\n|归集数据||市大数据中心\n# 2压减材料\n|清理证明||市司法局\n", "or leave them out",
	},
	{
		"bodies in several rows", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |\n| ^^ | ^^ | 市财政局 |\n| 2 | 压减材料 | 市司法局 |\n",
		"1|建设平台||市数据局 市财政局\n2|压减材料||市司法局\n", "a row without a task goes on the one before it",
	},
	{
		"bodies over groups", "| 领域 | 任务 | 责任单位 |\n|---|---|---|\n| 政务 | 建设平台 | 市数据局 |\n| 市场 | 规范收费 | ^^ |\n",
		"|建设平台|政务|市数据局\n|规范收费|市场|市数据局\n", "no group may hold half a cell",
	},
	{
		"two levels of heads", "| 序号 | 任务 | 责任单位 | | 完成时限 |\n|---|---|---|---|---|\n| ^^ | ^^ | 牵头单位 | 配合单位 | ^^ |\n| 1 | 建设平台 | 市数据局 | 市司法局 | 年底前 |\n",
		"1|建设平台||+市数据局 -市司法局 <年底前\n", "",
	},
	{
		"heads again", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |\n| 序号 | 任务 | 责任单位 |\n| 2 | 压减材料 | 市司法局 |\n",
		"1|建设平台||市数据局\n2|压减材料||市司法局\n", "as on each page",
	},
	{
		"lines in cells", "| 序号 | 任务<br>名称 | 责任<br>单位 |\n|---|---|---|\n| 1 | 建设平台。<br/>整合系统。 | 市数据局<br>市司法局 |\n",
		"1|建设平台|整合系统。|市数据局、市司法局\n", "",
	},
	{
		"first leads", "| 序号 | 任务 | 责任单位（排名第一的为牵头单位） |\n|---|---|---|\n| 1 | 建设平台 | 市数据局、市司法局 |\n",
		"1|建设平台||+市数据局 市司法局\n", "the head states a rule",
	},
	{
		"remarks", "| 青山市任务分工表 | | |\n|---|---|---|\n| 序号 | 任务 | 责任单位 |\n| 1 | 建设平台 | 市数据局 |\n| 注：每季度报送进展。 | | |\n",
		"! 青山市任务分工表\n! 注：每季度报送进展。\n1|建设平台||市数据局\n", "",
	},
	{
		"chapters and sums", "| 序号 | 项目名称 | 投资 | 责任单位 |\n|---|---|---|---|\n| 一 | 基础设施 | 30 | |\n| 1 | 建设道路 | 30 | 市交通运输局 |\n| 二 | 民生 | 10 | |\n| 1 | 建设学校 | 10 | 市教育局 |\n| 合计 | | 40 | |\n",
		"# 一基础设施\n! 30\n1|建设道路|30|市交通运输局\n# 二民生\n! 10\n! 合计\n! 40\n1|建设学校|10|市教育局\n", "numbers in characters over others group; a sum is no task",
	},
	{
		"numbers in characters", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 一 | 建设道路 | 市交通运输局 |\n| 二 | 建设学校 | |\n", "一|建设道路||市交通运输局\n二|建设学校||\n", "where no others are, they count tasks; nothing shows that the body answers for both",
	},
	{
		"cut by a page", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台，推动 | 市数据局 |\n| | 系统整合。 | |\n| 2 | 压减材料 | 市司法局 |\n",
		"1|建设平台，推动|系统整合。|市数据局\n2|压减材料||市司法局\n", "",
	},
	{
		"cut by text", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |\n| 2 | 压减材料 | 市司法局 |\n\n续表\n\n| 3 | 规范收费 | 市财政局 |\n| 4 | 改造道路 | 市住建局 |\n\n另附\n\n| 9 | 企业 | 市统计局 |\n",
		"1|建设平台||市数据局\n2|压减材料||市司法局\n3|规范收费||市财政局\n4|改造道路||市住建局\ntable 1\n", "its numbers go on, without a head; those of the last one do not",
	},
	{
		"names with words of heads", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 推进各项改革 | 市市场监管局 |\n| 2 | 落实事项清单 | 区城市管理执行局 |\n",
		"1|推进各项改革||市市场监管局\n2|落实事项清单||区城市管理执行局\n", "a body that supervises is no label of bodies that do",
	},
	{
		"two tables", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |\n| 2 | 压减材料 | 市司法局 |\n| 项目 | 牵头单位 | 完成时限 |\n| 改造道路 | 市住建局 | 年底前 |\n",
		"1|建设平台||市数据局\n2|压减材料||市司法局\n|改造道路||+市住建局 <年底前\n", "nothing stands between them",
	},
	{"behind another", "| 指标 | 2025年 |\n| 企业数 | 100 |\n| 序号 | 任务 | 责任单位 |\n| 1 | 建设平台 | 市数据局 |\n", "1|建设平台||市数据局\ntable 2\n", ""},
	{"further columns", "| 序号 | 任务 | 责任单位 | 联系人 | 备注 |\n|---|---|---|---|---|\n| 1 | 建设平台 | 市数据局 | 张三 | 民生实事 |\n", "1|建设平台|张三/民生实事|市数据局\n", ""},
	{
		"persons beside bodies", "| 序号 | 任务 | 责任单位及责任人 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 陈某 |\n| 2 | 压减材料 | 市司法局（黄某、郑某） |\n| 3 | 规范收费 | 市财政局吴某、市审计局局长周某某 |\n" +
			"| 4 | 改造道路 | 市住建局：徐 某 |\n| 5 | 建设学校 | 孙某 市教育局 |\n| 6 | 建设医院 | 分管副市长、市卫生健康委<br>胡某 |\n| 7 | 建设公园 | 区委书记朱某、市公安局交警支队 |\n",
		"1|建设平台|陈某|市数据局\n2|压减材料|黄某、郑某|市司法局\n3|规范收费|吴某/局长周某某|市财政局、市审计局\n4|改造道路|徐 某|市住建局\n5|建设学校|孙某|市教育局\n" +
			"6|建设医院|分管副市长/胡某|市卫生健康委\n7|建设公园|区委书记朱某|市公安局交警支队\n", "the head says that both stand in the cells",
	},
	{
		"persons in brackets", "| 任务 | 责任单位（责任人） | 分管领导及责任单位 |\n|---|---|---|\n| 建设平台 | 市数据局（陈某），市司法局（黄某） | 副市长郑某 市审计局 |\n| 压减材料 | 市财政局（预算处吴某） | 市教育局（办公室） |\n",
		"|建设平台|陈某/黄某/副市长郑某|市数据局、市司法局 市审计局\n|压减材料|预算处吴某|市财政局 市教育局（办公室）\n", "an office in brackets is part of the name",
	},
	{
		"persons in short", "| 任务 | 责任单位（人） | 配合单位及人员 |\n|---|---|---|\n| 建设平台 | 市数据局（陈某） | 市审计局 郑某 |\n", "|建设平台|陈某/郑某|市数据局 -市审计局\n", "",
	},
	{"persons where none are said", "| 任务 | 责任单位 |\n|---|---|\n| 建设平台 | 市商务局、市财政局（国库处） |\n", "|建设平台||市商务局、市财政局（国库处）\n", "other heads speak of bodies alone"},
	{"statistics", "| 指标 | 单位 | 2020年 |\n|---|---|---|\n| 企业数 | 家 | 100 |\n", "table 2\n", "no duties"},
	{"contacts", "| 序号 | 责任单位 | 联系人 | 联系电话 |\n|---|---|---|---|\n| 1 | 市数据局 | 张三 | 123 |\n", "table 2\n", "no tasks"},
	{"form", "| 序号 | 任务 | 责任单位 | 进展情况 |\n|---|---|---|---|\n| 1 | | | |\n| 2 | | | |\n", "table 3\n", "nothing was filled in"},
	{"no names", "| 项目 | 责任单位 |\n|---|---|\n| 桥梁 | 12 |\n| 道路 | 34 |\n", "table 3\n", "no bodies"},
	{"amounts", "| 牵头单位 | 项目数 | 投资额 |\n|---|---|---|\n| 市商务局 | 12 | 34 |\n", "table 2\n", "counts are no tasks"},
}

// TestTableLabels holds that a head which lines cut is the label of its duties in
// one piece.
func TestTableLabels(t *testing.T) {
	t.Parallel()
	p := parse(t, "| 序号 | 任务 | 责任<br>分工 | |\n|---|---|---|---|\n| ^^ | ^^ | 牵头<br>单位 | 配合<br/>单位 |\n| 1 | 建设平台 | 市数据局 | 市司法局 |\n")
	item := p.Item(1)
	require.Equal(t, "牵头单位", item.Duties[0].Label)
	require.Equal(t, "配合单位", item.Duties[1].Label)
}

func TestTables(t *testing.T) {
	t.Parallel()
	for _, tt := range tables {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, tt.in)
			require.Equal(t, tt.want, rows(p), tt.reason)
		})
	}
}

// TestTablePlaces holds where the items of a table belong: to the section that it
// stands in, to its annex, or to the plan that is nothing else.
func TestTablePlaces(t *testing.T) {
	t.Parallel()
	const table = "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |\n"
	const units = "青山市数字服务行动方案\n一、主要任务\n（一）建设平台。整合系统。（责任单位：市数据局）\n（二）压减材料。（责任单位：市司法局）\n"
	for _, tt := range []struct{ name, in, title, want, reason string }{
		{
			"annex", units + "附件\n任务分工表\n" + table, "青山市数字服务行动方案",
			"# 一、主要任务\n（一）|建设平台|整合系统。|市数据局\n（二）|压减材料||市司法局\n# 任务分工表\n1|建设平台||市数据局\n", "both are kept",
		},
		{
			"annex without a label", units + "\n青山市数字服务重点任务分工表\n" + table, "青山市数字服务行动方案",
			"# 一、主要任务\n（一）|建设平台|整合系统。|市数据局\n（二）|压减材料||市司法局\n# 青山市数字服务重点任务分工表\n1|建设平台||市数据局\n", "",
		},
		{
			"section", "青山市数字服务行动方案\n一、总体要求\n坚持创新。\n二、重点任务\n任务见下表。\n" + table + "三、保障措施\n加强领导。\n", "青山市数字服务行动方案",
			"# 一、总体要求\n! 坚持创新。\n# 二、重点任务\n! 任务见下表。\n1|建设平台||市数据局\n# 三、保障措施\n! 加强领导。\n", "",
		},
		{"alone", "青山市重点任务分工表\n" + table, "青山市重点任务分工表", "1|建设平台||市数据局\n", ""},
		{
			"behind a notice", "青山市人民政府办公室关于印发任务分工的通知\n各区人民政府：\n现印发给你们。\n青山市人民政府办公室\n2025年3月1日\n附件1\n2025年重点任务分工表\n" + table +
				"附件2\n联系人清单\n| 单位 | 联系人 |\n|---|---|\n| 市数据局 | 张三 |\n", "2025年重点任务分工表", "1|建设平台||市数据局\ntable 2\n", "the title is the last one before the table",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, tt.in)
			require.Equal(t, tt.title, p.Title)
			require.Equal(t, tt.want, rows(p), tt.reason)
		})
	}
}

// flat are tables as text: copied with tabs, taken from PDF, Markdown without
// edges.
var flat = []struct{ name, in, want, reason string }{
	{
		"tabs", "序号\t任务\t牵头单位\t配合单位\t完成时限\n1\t建设平台\t市数据局\t\t年底前\n2\t压减材料\t市司法局\t市数据局\t持续\n",
		"1|建设平台||+市数据局 <年底前\n2|压减材料||+市司法局 -市数据局 <持续\n", "an empty cell has its place",
	},
	{
		"lines in cells", "序号\t任务\t责任单位\n1\t建设平台。\n整合系统。\t市数据局、\n市司法局\n2\t压减材料\t市司法局\n\n一、保障措施\n",
		"1|建设平台|整合系统。|市数据局、市司法局\n2|压减材料||市司法局\n# 一、保障措施\n", "a row goes on until it has all its cells",
	},
	{
		"levels of groups with tabs", "序号\t任务\t责任单位\n一、政务\n（一）平台\n1\t\"建设平台。\n整合系统。\"\t市数据局\n（二）材料\n2\t压减材料\t市司法局\n",
		"# 一、政务\n # （一）平台\n 1|建设平台|整合系统。|市数据局\n # （二）材料\n 2|压减材料||市司法局\n", "spreadsheets quote cells of several lines",
	},
	{
		"quoted lines", "序号\t任务\t责任单位\n1\t建设平台\t\"市数据局\n市司法局\n市财政局\"\n2\t\"压减材料。\n\n清理证明。\"\t市司法局\n3\t改造24\"屏幕\t市商务局\n4\t改造32\"屏幕\t市商务局\n", "1|建设平台||市数据局、市司法局、市财政局\n2|压减材料|清理证明。|市司法局\n3|改造24\"屏幕||市商务局\n4|改造32\"屏幕||市商务局\n", "the last cell may have several lines; an inch is no quotation",
	},
	{
		"names cut by lines", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市发展改<br>革委、市财<br>政局<br>各区<br>市司法局 |\n| 2 | 压减<br>市级材料 | 属地<br>公安局 |\n", "1|建设平台||市发展改革委、市财政局、各区、市司法局\n2|压减|市级材料|属地、公安局\n", "narrow columns break names",
	},
	{
		"text behind tabs", "序号\t任务\t责任单位\t完成时限\n1\t建设平台\t市数据局\n各单位要抓好落实。\n一、保障措施\n", "1|建设平台||市数据局\n# 一、保障措施\n", "a row may lack its last cells",
	},
	{
		"groups with tabs", "类别\t任务\t责任单位\n政务\t建设平台\t市数据局\n\t压减材料\t市司法局\n市场\t规范收费\t市发展改革委\n",
		"# 政务\n|建设平台||市数据局\n|压减材料||市司法局\n# 市场\n|规范收费||市发展改革委\n", "",
	},
	{
		"gaps", "序号    任务        责任单位      完成时限\n一、优化环境\n1       建设平台    市数据局      年底前\n2       压减材料    市司法局      持续\n\f序号    任务        责任单位      完成时限\n3       举办展会    市商务局      6月底前\n",
		"# 一、优化环境\n1|建设平台||市数据局 <年底前\n2|压减材料||市司法局 <持续\n3|举办展会||市商务局 <6月底前\n", "pages repeat the head",
	},
	{
		"blanks", "序号 任务 牵头单位 配合单位 完成时限\n1 建设平台 市数据局 市司法局 2025年6月底\n2 压减材料 市司法局 2025年9月底\n",
		"1|建设平台||+市数据局 -市司法局 <2025年6月底\n2|压减材料||+市司法局 <2025年9月底\n", "the cell that is missing is the one that the others leave",
	},
	{
		"blanks in tasks", "序号 任务 责任单位 完成时限\n1 建设平台 整合系统 市数据局 年底前\n2 压减材料 市司法局 持续\n", "1|建设平台 整合系统||市数据局 <年底前\n2|压减材料||市司法局 <持续\n", "the other cells show which blank cuts no cell",
	},
	{
		"broken rows", "一、任务分工\n序号 任务 责任单位\n1 建设统一政务服 市数据\n务平台 局和各区\n",
		"# 一、任务分工\n! 序号 任务 责任单位\n1|建设统一政务服 市数据|务平台 局和各区|\n", "no cell can be told: nothing is invented",
	},
	{
		"a cell a line", "序号\n任务\n牵头单位\n配合单位\n完成时限\n1\n建设全市统一的政务服务平\n台，整合各部门系统\n市数据局\n市司法局、市公\n安局，各区人民政府\n2025年6月底前\n2\n压减材料\n市司法局\n持续推进\n各单位要抓好落实。\n",
		"1|建设全市统一的政务服务平台，整合各部门系统||+市数据局 -市司法局、市公安局、各区人民政府 <2025年6月底前\n2|压减材料||+市司法局 <持续推进\n", "",
	},
	{
		"a cell a line on pages", "序号\n任务\n责任单位\n一、政务\n1\n建设平台\n市数据局\n— 1 —\n序号\n任务\n责任单位\n2\n压减材料\n市司法局、\n市数据局\n二、市场\n1\n规范收费\n市发展改革委\n",
		"# 一、政务\n1|建设平台||市数据局\n2|压减材料||市司法局、市数据局\n# 二、市场\n1|规范收费||市发展改革委\n", "",
	},
	{"two columns", "任务\t责任单位\n建设平台\t市数据局\n压减材料\t市司法局\n", "|建设平台||市数据局\n|压减材料||市司法局\n", ""},
	{
		"drawn", "┌────┬────────┬────────┐\n│序号│任务    │责任单位│\n├────┼────────┼────────┤\n│ 1  │建设平台│市数据局│\n│ 2  │压减材料│市司法局│\n└────┴────────┴────────┘\n",
		"1|建设平台||市数据局\n2|压减材料||市司法局\n", "",
	},
	{"grid", "+----+------+--------+\n| 序号 | 任务 | 责任单位 |\n+====+======+========+\n| 1 | 建设平台 | 市数据局 |\n+----+------+--------+\n| 2 | 压减材料 | 市司法局 |\n+----+------+--------+\n", "1|建设平台||市数据局\n2|压减材料||市司法局\n", ""},
	{"no edges", "序号 | 任务 | 责任单位\n--- | --- | ---\n1 | 建设平台 | 市数据局\n", "1|建设平台||市数据局\n", ""},
	{"prose", "一、任务\n各单位 按照 责任单位 要求抓好任务 落实\n", "# 一、任务\n! 各单位 按照 责任单位 要求抓好任务 落实\n", "no table follows"},
}

func TestFlatTables(t *testing.T) {
	t.Parallel()
	for _, tt := range flat {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, rows(parse(t, tt.in)), tt.reason)
			crlf := strings.ReplaceAll(tt.in, "\n", "\r\n")
			require.Equal(t, tt.want, rows(parse(t, crlf)), "with CR LF")
		})
	}
}

// TestTableRule holds that what a head says of its cells holds for them alone.
func TestTableRule(t *testing.T) {
	t.Parallel()
	p := parse(t, "一、任务\n| 序号 | 任务 | 责任单位（排名第一的为牵头单位） |\n|---|---|---|\n| 1 | 建设平台 | 市数据局、市司法局 |\n二、保障\n（一）落实经费。（责任单位：市财政局、市审计局）\n")
	require.Equal(t, "# 一、任务\n1|建设平台||+市数据局 市司法局\n# 二、保障\n（一）|落实经费||市财政局、市审计局\n", rows(p))
	require.Len(t, p.Rules, 1)
	require.Equal(t, plan.RuleFirstLead, p.Rules[0].Kind)
}

// cards are tables of a task each, whose rows are keys and values.
var cards = []struct{ name, in, want, reason string }{
	{
		"Markdown", "| 任务名称 | 建设平台 |\n|---|---|\n| 工作内容 | 整合系统。 |\n| 责任单位 | 市数据局、市司法局 |\n| 完成时限 | 年底前 |\n\n| 任务名称 | 压减材料 |\n|---|---|\n| 工作内容 | 清理证明。 |\n| 责任单位 | 市司法局 |\n| 完成时限 | 持续推进 |\n",
		"|建设平台|整合系统。|市数据局、市司法局 <年底前\n|压减材料|清理证明。|市司法局 <持续推进\n", "",
	},
	{
		"two keys a row", "| 序号 | 1 | 任务名称 | 建设平台 |\n|---|---|---|---|\n| 工作内容 | 整合系统。<br>归集数据。 | | |\n| 牵头单位： | 市数据局 | 配合单位： | 市财政局 |\n| 完成时限 | 年底前 | 备注 | 民生实事 |\n" +
			"| 序号 | 2 | 任务名称 | 压减材料 |\n| 牵头单位： | 市司法局 | 配合单位： | |\n",
		"1|建设平台|整合系统。/归集数据。/民生实事|+市数据局 -市财政局 <年底前\n2|压减材料||+市司法局\n", "",
	},
	{
		"headings for titles", "| 任务1：建设平台 | |\n|---|---|\n| 工作目标 | 整合系统。 |\n| 责任单位 | 市数据局 |\n| 任务2：压减材料 | |\n| 工作目标 | 清理证明。 |\n| 责任单位 | 市司法局 |\n",
		"任务1：|建设平台|整合系统。|市数据局\n任务2：|压减材料|清理证明。|市司法局\n", "the only cell of its row is what the task is called",
	},
	{
		"headings over cards", "| 一、政务 | |\n|---|---|\n| 任务名称 | 建设平台 |\n| 责任单位 | 市数据局 |\n| 备注 | |\n| 任务名称 | 压减材料 |\n| 责任单位 | 市司法局 |\n| 二、市场 | |\n| 任务名称 | 规范收费 |\n| 责任单位 | 市财政局 |\n",
		"# 一、政务\n|建设平台||市数据局\n|压减材料||市司法局\n# 二、市场\n|规范收费||市财政局\n", "",
	},
	{
		"behind a table", "| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市数据局 |\n| 任务名称 | 压减材料 |\n| 责任单位 | 市司法局 |\n", "1|建设平台||市数据局\n|压减材料||市司法局\n", "",
	},
	{"tabs", "任务名称\t建设平台\n责任单位\t市数据局\n完成时限\t年底前\n\n任务名称\t压减材料\n责任单位\t市司法局\n各单位要抓好落实。\n一、保障措施\n", "|建设平台||市数据局 <年底前\n|压减材料||市司法局\n# 一、保障措施\n", "a blank line may stand between cards"},
	{
		"colons", "一、任务清单\n任务名称：建设平台\n工作内容：整合系统，\n归集数据。\n责任单位：市数据局、\n市司法局\n责任人：陈某\n任务名称：压减材料\n责任单位：市司法局\n完成时限：年底前\n各单位要抓好落实。\n二、保障措施\n",
		"# 一、任务清单\n! 各单位要抓好落实。\n|建设平台|工作内容：整合系统，/归集数据。/责任人：陈某|市数据局、市司法局\n|压减材料||市司法局 <年底前\n# 二、保障措施\n", "",
	},
	{
		"headings between fields", "一、任务清单\n建设平台\n重点任务：整合系统。\n责任单位：市数据局\n备注：无\n压减材料\n重点任务：清理证明。\n责任单位：市司法局\n备注：无\n",
		"一、|任务清单|建设平台/重点任务：整合系统。/备注：无/压减材料/重点任务：清理证明。/备注：无|市数据局 市司法局\n", "the cards do not follow each other: no value may swallow a heading",
	},
	{"one with colons", "一、建设平台\n任务名称：建设平台\n责任单位：市数据局\n二、压减材料\n任务名称：压减材料\n责任单位：市司法局\n", "一、|建设平台|任务名称：建设平台|市数据局\n二、|压减材料|任务名称：压减材料|市司法局\n", "the numbers make the items"},
	{"no bodies", "| 项目名称 | 道路 |\n|---|---|\n| 投资 | 30 |\n| 责任单位 | 12 |\n", "table 3\n", ""},
	{"no task", "| 单位 | 市数据局 |\n|---|---|\n| 责任单位 | 市数据局 |\n", "table 2\n", "nothing says what is to be done"},
	{"head of a table", "| 任务 | 举措 | 责任单位 | 配合单位 |\n|---|---|---|---|\n| 建设平台 | 整合系统 | 市数据局 | 市司法局 |\n", "|建设平台|整合系统|市数据局 -市司法局\n", "its cells are no values"},
}

func TestCards(t *testing.T) {
	t.Parallel()
	for _, tt := range cards {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, rows(parse(t, tt.in)), tt.reason)
			crlf := strings.ReplaceAll(tt.in, "\n", "\r\n")
			require.Equal(t, tt.want, rows(parse(t, crlf)), "with CR LF")
		})
	}
}
