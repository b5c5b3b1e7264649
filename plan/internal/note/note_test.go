package note_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// show writes the notes of a text: label, role, names, … for open lists, ~ before
// times, ! before other text; rules in {}.
func show(text string) string {
	t := runes.Fold(text)
	var out []string
	for _, n := range note.Find(t, 0, t.Len()) {
		var b strings.Builder
		for i, g := range n.Groups {
			if i > 0 {
				b.WriteString("; ")
			}
			showGroup(&b, t, g)
		}
		for _, r := range n.Rules {
			fmt.Fprintf(&b, " {%s}", t.Slice(r.Start, r.End))
		}
		out = append(out, b.String())
	}
	return strings.Join(out, " / ")
}

func showGroup(b *strings.Builder, t *runes.Text, g note.Group) {
	if !g.Label.Empty() {
		fmt.Fprintf(b, "%s:", t.Slice(g.Label.Start, g.Label.End))
	}
	b.WriteString(map[note.Role]string{note.Lead: "+", note.Support: "-"}[g.Role])
	var names []string
	for _, n := range g.Names {
		names = append(names, t.Slice(n.Start, n.End))
	}
	b.WriteString(strings.Join(names, "|"))
	switch {
	case g.Open:
		b.WriteString("…")
	case !g.When.Empty():
		b.WriteString("~" + t.Slice(g.When.Start, g.When.End))
	case !g.Other.Empty():
		b.WriteString("!" + t.Slice(g.Other.Start, g.Other.End))
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want, reason string }{
		{"label", "甲。（责任单位：市科委、市教委）", "责任单位:市科委|市教委", ""},
		{"roles", "（牵头单位：市科委；配合单位：市教委，各区政府；完成时限：2023年底前）", "牵头单位:+市科委; 配合单位:-市教委|各区政府; 完成时限:~2023年底前", ""},
		{"verbs", "（市科委牵头，市教委、市财政局配合）", "+市科委; -市教委|市财政局", ""},
		{"two verbs in one clause", "（市科委牵头市教委配合）", "+市科委; -市教委", "offices forget the comma"},
		{"duty by function", "（市科委、市教委按职责分工负责）", "市科委|市教委", ""},
		{"three roles", "（市科委牵头，市教委配合，各区政府按职责分工负责）", "+市科委; -市教委; 各区政府", ""},
		{"together", "（市科委会同市教委等有关部门负责）", "市科委|市教委…", "会同 gives no role"},
		{"bare", "建立机制。（市商务委、青山海关、青港集团）", "市商务委|青山海关|青港集团", ""},
		{"bare with party bodies", "开展学习。（宣传部，各二级党组织）", "宣传部|各二级党组织", ""},
		{"bare with faculties", "推进改革。（教务处、各院系）", "教务处|各院系", ""},
		{"bare with offices of towns", "清查燃气。（城建办、执法中队、各社区）", "城建办|执法中队|各社区", ""},
		{"bare with stations of towns", "清查燃气。（司法所、派出所）", "司法所|派出所", ""},
		{"stations", "（牵头站所：水利站；配合部室：财务部；完成节点：10月底；进度节点：5月）", "牵头站所:+水利站; 配合部室:-财务部; 完成节点:~10月底; 进度节点:~5月", ""},
		{"timetable", "（牽頭部門：運輸局；時間表：2025年）", "牽頭部門:+運輸局; 時間表:~2025年", ""},
		{"members", "（牵头单位：市公安局；成员单位：市国安局、市教委）", "牵头单位:+市公安局; 成员单位:-市国安局|市教委", ""},
		{"members alone", "成立指挥部，成员单位：市公安局、市教委。", "", "who sits in a group has no duty"},
		{"bare in the middle", "设备（市商务委、市科委）由企业购买。", "", "only a list that closes its text is a note"},
		{"explanation", "重点企业（含外资企业、合资企业）。", "", "no names of bodies"},
		{"document number", "依据青政发〔2023〕15号文件。", "", ""},
		{"running text", "各牵头单位要会同责任单位抓好落实。", "", "no label: a colon must follow"},
		{"sentence", "建立机制。责任单位：市科委、各县（市、区）人民政府。", "责任单位:市科委|各县（市、区）人民政府", "a note without brackets"},
		{"time without a label", "（市科委、市教委负责，2025年6月底前完成）", "市科委|市教委; ~2025年6月底前完成", "State Council's form"},
		{"time behind a semicolon", "（市科委牵头，市教委配合；长期坚持）", "+市科委; -市教委; ~长期坚持", ""},
		{"quarter", "（责任单位：市科委，每季度末）", "责任单位:市科委; ~每季度末", ""},
		{"five-year period", "（责任单位：市科委；“十四五”期间）", "责任单位:市科委; ~“十四五”期间", ""},
		{"quotation marks in a name", "（市科委牵头，省“双随机、一公开”联席会议成员单位配合）", "+市科委; -省“双随机、一公开”联席会议成员单位", ""},
		{"rule", "（责任单位：审批处、科技处，排名第一位的为牵头单位，下同）", "责任单位:审批处|科技处 {排名第一位的为牵头单位，下同}", ""},
		{"rule in brackets", "〔责任单位：市科委、各县（市、区）政府（逗号前为牵头单位，下同）〕", "责任单位:市科委|各县（市、区）政府 {逗号前为牵头单位，下同}", ""},
		{"rule with an exception", "〔责任单位：市科委、市教委（除标注“分别牵头”外，列第一位为牵头单位，下同）〕", "责任单位:市科委|市教委 {除标注“分别牵头”外，列第一位为牵头单位，下同}", ""},
		{"rule of what is not said again", "〔责任单位：市科委、市教委按职责分工负责。具体任务均涉及各区政府，不再做分工，下同。〕", "责任单位:市科委|市教委 {具体任务均涉及各区政府，不再做分工，下同}", ""},
		{"rule behind brackets", "（市科委负责。各县（市、区）政府均为责任单位，以下不再列出）", "市科委 {各县（市、区）政府均为责任单位，以下不再列出}", ""},
		{"short name in brackets", "（市科委、市数据中心（以下简称中心）负责）", "市科委|市数据中心（以下简称中心）", "no rule"},
		{"label in brackets", "建立机制。【责任单位】市科委、各区政府【完成时限】2024年6月底前", "责任单位:市科委|各区政府; 完成时限:~2024年6月底前", "the list stands outside"},
		{"label and list in brackets", "【责任单位：市科委、市教委】", "责任单位:市科委|市教委", ""},
		{"name in brackets", "（市科委、市教委【市考试局】负责）", "市科委|市教委【市考试局】", "no label"},
		{"first character", "（区城管局牵头，应急局、即墨区政府配合）", "+区城管局; -应急局|即墨区政府", "应 and 即 begin clauses too"},
		{"place that begins with a joint", "（和平区政府牵头，和平区教育局，和市财政局配合）", "+和平区政府; -和平区教育局|市财政局", ""},
		{"place that begins with 会同", "（会同县政府牵头，市科委、会同县教育局、天等县政府配合）", "+会同县政府; -市科委|会同县教育局|天等县政府", ""},
		{"role in brackets", "（责任单位：市科委（牵头单位）、市教委，财政部和各区政府）", "责任单位:+市科委; 责任单位:市教委|财政部|各区政府", ""},
		{"office and another", "（市科委牵头，市禁毒办和市公安局配责）", "+市科委; -市禁毒办|市公安局", ""},
		{"blanks between parts of a company", "（责任单位：综合管理部 生产技术部 党群工作部）", "责任单位:综合管理部|生产技术部|党群工作部", ""},
		{"what is led", "（市科委牵头抓总，市教委牵头制定，市财政局配合）", "+市科委; +市教委; -市财政局", ""},
		{"blank behind a verb", "（市科委牵头 市教委、市财政局配合）", "+市科委; -市教委|市财政局", ""},
		{"in charge", "（市科委总负责，市教委主抓，市财政局统筹协调）", "市科委; +市教委; 市财政局", ""},
		{"ministries alone", "建立机制。（公安部、交通运输部）", "公安部|交通运输部", ""},
		{"parts of a noun", "建设四大中心（物流中心、会展中心、数据中心）。", "", "no offices"},
		{"offices behind a noun", "完善机制（市科委、市数据中心）。", "市科委|市数据中心", ""},
		{"one office behind a noun", "增加公營房屋供應（房屋局）", "房屋局", "Hong Kong's form"},
		{"which body", "强化主管部门（教育局）。", "", ""},
		{"parts of a country", "分区施策。（东部、中部、西部）", "", "no ministries"},
		{"office alone", "加强宣传。（市禁毒办）", "市禁毒办", ""},
		{"done all over", "推行一窗受理（市内通办）。", "", "no office"},
		{"clause", "（应由市科委、市教委负责）", "", "no names"},
		{"person", "（牵头校领导：刘甲；牵头单位：教务处）", "牵头校领导:!刘甲; 牵头单位:+教务处", ""},
		{"course of time", "（主辦機關：交通局；辦理期程：113年3月至12月）", "主辦機關:+交通局; 辦理期程:~113年3月至12月", ""},
		{"schedule", "（责任单位：市科委；进度安排：全年推进）", "责任单位:市科委; 进度安排:~全年推进", ""},
		{"person in brackets", "（责任单位：市科委（责任人：刘甲）、市教委）", "责任人:!刘甲; 责任单位:市科委|市教委", "no part of the name"},
		{"work is begun", "（住建局牵头，年内开工）", "+住建局; ~年内开工", ""},
		{"work is done", "（住建局负责，2024年6月底前建成投用）", "住建局; ~2024年6月底前建成投用", ""},
		{"words of Taiwan", "（交通局主政，主計處配合）", "+交通局; -主計處", ""},
		{"labels of Taiwan", "（主責局處：交通局；權責單位：工務局）", "主責局處:+交通局; 權責單位:工務局", ""},
		{"time alone", "建立机制。（2024年底前完成）", "~2024年底前完成", ""},
		{"steady time alone", "建立机制。（持续推进）", "~持续推进", ""},
		{"date alone", "建立机制。（2024年6月）", "", "only a date"},
		{"time of a stage", "动员阶段（2024年6月底前）", "", "part of the heading"},
		{"time behind a sentence", "建立机制。完成时限：2024年6月。", "完成时限:~2024年6月", ""},
		{"two sentences", "建立机制。责任部门：市科委。完成时限：2024年6月。", "责任部门:市科委 / 完成时限:~2024年6月", ""},
		{"telephone", "建立机制（运用处，刘甲，63916862），开展培训。", "运用处; !刘甲，63916862", "names the person"},
		{"number", "建立机制（编号，63916862），开展培训。", "", "no body"},
		{"rule alone", "建立机制。（括号中为牵头部门，其他部门配合，下同）", " {括号中为牵头部门，其他部门配合，下同}", ""},
		{"rule of rank alone", "建立机制。（责任单位排第一位的为牵头单位）", " {责任单位排第一位的为牵头单位}", "the label has no colon"},
		{"rule of rank in two clauses", "建立机制。（注：第一个为牵头单位，其余为配合单位）", " {注：第一个为牵头单位，其余为配合单位}", ""},
		{"rule of marks alone", "建立机制。（加*的为牵头单位）", " {加*的为牵头单位}", ""},
		{"no rank", "建立机制。（市第一医院为牵头单位）", "+市第一医院", ""},
		{"nouns for verbs", "（市科委为牵头单位，市教委、市财政局为配合单位）", "+市科委; -市教委|市财政局", ""},
		{"no rule", "企业（含责任公司，下同）。", "", ""},
		{"adverbs", "（省科技厅负责，各市人民政府结合实际落实）", "省科技厅; 各市人民政府", ""},
		{"guidance", "（各市县政府主责，省自然资源厅指导督促）", "+各市县政府; 省自然资源厅", ""},
		{"two labels with 为", "（牵头部门为市科委，配合部门为市教委）", "牵头部门:+市科委; 配合部门:-市教委", ""},
		{"task and its time", "（市科委牵头，2024年6月底前出台方案；各区配合，年底前完成）", "+市科委; ~2024年6月底前出台方案; -各区; ~年底前完成", ""},
		{"label and a blank", "建立机制。责任单位 市科委、市教委", "责任单位:市科委|市教委", ""},
		{"label in a sentence", "落实主体责任单位 责任到人。", "", "no name behind the blank"},
		{"label with 为 behind a sentence", "建立机制。责任单位为市科委、市教委。", "责任单位:市科委|市教委", ""},
		{"bodies and persons", "（责任单位及责任人：市科委  刘甲）", "!刘甲; 责任单位及责任人:市科委", ""},
		{"mark before the label", "建立机制。★责任单位：市科委", "责任单位:市科委", ""},
		{"list mark before the second label", "（牵头单位：市科委、配合单位：市教委）", "牵头单位:+市科委; 配合单位:-市教委", ""},
		{"label of two words", "（牵头单位、责任单位：市科委）", "牵头单位、责任单位:+市科委", ""},
		{"year's work", "（财政部牵头，税务总局配合，3月底前出台相关政策，年内持续推进）", "+财政部; -税务总局; ~3月底前出台相关政策; ~年内持续推进", "State Council's division of work"},
		{"how often", "开展培训（法规处，每季度1次）", "法规处; ~每季度1次", ""},
		{"plain sentence", "建立机制。市科委牵头，市教委、市财政局按职责分工负责。", "+市科委; 市教委|市财政局", "no label, no brackets"},
		{"plain sentence with 由", "建立机制。由市科委牵头，市教委配合。", "+市科委; -市教委", ""},
		{"plain list with a lead", "建立机制。市科委（牵头）、市教委、市农科院", "+市科委; 市教委|市农科院", ""},
		{"sentence with an object", "建立机制。市科委牵头，市教委负责宣传工作。", "", "says more than who"},
		{"heading of a chapter", "检查内容及负责单位：", "", "no label"},
		{"division of work", "建立机制。部门分工：市科委牵头，各地、各部门配合。", "部门分工:+市科委; 部门分工:-各地|各部门", ""},
		{"division of tasks", "建立机制。责任分工：市教委负责校园安全；市科委负责平台。", "", "says more than who"},
		{"who helps", "（牵头责任单位：市科委；协同责任单位：市教委）", "牵头责任单位:+市科委; 协同责任单位:-市教委", ""},
		{"party and office of streets", "（责任单位：市科委，各街道党工委、办事处）", "责任单位:市科委|各街道党工委、办事处", ""},
		{"joined labels", "（牵头及责任单位：市科委）", "牵头及责任单位:+市科委", ""},
		{"sentence with a subject", "建立机制。日常工作由市科委负责。", "", ""},
		{"only sentence", "市科委牵头，市教委配合。", "", "may be a title"},
		{"nested brackets", "〔责任单位：各市、县〔区〕人民政府、市科委〕", "责任单位:各市、县〔区〕人民政府|市科委", ""},
		{"three levels", "（责任单位：各市〔州〕、县〔市、区、特区〕人民政府）", "责任单位:各市〔州〕、县〔市、区、特区〕人民政府", ""},
		{"levels joined by 和", "（责任单位：市财政局和各市、县〔区〕人民政府）", "责任单位:市财政局|各市、县〔区〕人民政府", ""},
		{"counties, cities and districts", "（责任单位：各县、市、区人民政府）", "责任单位:各县、市、区人民政府", "equal levels"},
		{"districts and county cities", "（牵头单位：市科委，配合单位：各区、县级市）", "牵头单位:+市科委; 配合单位:-各区、县级市", ""},
		{"levels of those concerned", "（责任单位：市科委，各有关区、县级市）", "责任单位:市科委|各有关区、县级市", ""},
		{"bodies of two levels", "（责任单位：各市、县教育局）", "责任单位:各市、县教育局", ""},
		{"one character", "（责任单位：市政府各委、办、局，各区政府）", "责任单位:市政府各委、办、局|各区政府", "no name has one character"},
		{"A（B）", "（责任单位：省发展改革委（能源局）、市科委）", "责任单位:省发展改革委（能源局）|市科委", ""},
		{"Taiwan", "主（協）辦機關：國發會、（經濟部）", "主（協）辦機關:+國發會; 主（協）辦機關:-經濟部", ""},
		{"Taiwan, two labels", "（主辦機關：國發會；協辦機關：經濟部、內政部）", "主辦機關:+國發會; 協辦機關:-經濟部|內政部", ""},
		{"open before a separator", "（市科委、市教委等，各区政府负责）", "市科委|市教委|各区政府…", ""},
		{"open with a number", "（市科委等11部门负责）", "市科委…", ""},
		{"cities", "（广州、深圳等市人民政府负责）", "广州|深圳…", ""},
		{"和 in a name", "（责任单位：市发展和改革委员会、市自然资源和规划局）", "责任单位:市发展和改革委员会|市自然资源和规划局", ""},
		{"及 between names", "（责任单位：市科委、市教委及各区政府）", "责任单位:市科委|市教委|各区政府", ""},
		{"subordinate bodies", "（责任单位：市教育局及其所属单位）", "责任单位:市教育局及其所属单位", "one name"},
		{"prefix once", "（省商务厅、发展改革委、科技厅负责）", "省商务厅|发展改革委|科技厅", ""},
		{"persons in a list", "（责任单位及责任人：市科委 王某某、市教委（陈某、黄某）、市财政局郑某）", "!王某某; !陈某、黄某; !郑某; 责任单位及责任人:市科委|市教委|市财政局", ""},
		{"persons in short", "（责任单位（人）：市科委 王某某；配合单位/人：市教委（陈某））", "!王某某; 责任单位（人）:市科委; !陈某; 配合单位/人:-市教委", ""},
		{"officials", "建立机制。（分管副市长陈某牵头，市科委、市教委负责）", "!分管副市长陈某; 市科委|市教委", "persons are no bodies"},
		{"whom to call", "（责任单位：市科委（陈某 13800000000）、市教委（高教处））", "!陈某 13800000000; 责任单位:市科委|市教委（高教处）", ""},
		{"ranks", "建立机制。（责任单位：市科委、市教委，排名不分先后）", "责任单位:市科委|市教委 {排名不分先后}", ""},
		{"ranks of a bare list", "建立机制。（市科委、市政府办公室，排名不分先后）", "市科委|市政府办公室 {排名不分先后}", ""},
		{"persons", "（责任单位：市科委；责任人：王某某）", "责任单位:市科委; 责任人:!王某某", "names of people are no bodies"},
		{"contact", "（联系人：李某，电话：12345）", "", ""},
		{"slash", "（责任单位：市科委/市教委）", "责任单位:市科委|市教委", ""},
		{"blanks", "（责任单位：市科委 市教委 各区政府）", "责任单位:市科委|市教委|各区政府", "a blank between two whole names"},
		{"not closed", "甲。（责任单位：市科委、市教委", "责任单位:市科委|市教委", ""},
		{"empty", "（责任单位：）", "责任单位:", ""},
		{"two notes", "甲。（市科委负责）乙。（责任单位：市教委）", "市科委 / 责任单位:市教委", ""},
		{"by", "（由市科委牵头，市教委配合）", "+市科委; -市教委", ""},
		{"lead as a label", "（牵头：市科委；配合：市教委）", "牵头:+市科委; 配合:-市教委", ""},
		{"responsibility as a word", "（本办法由市科委负责解释）", "", "the clause does not end in the verb"},
		{"lead only, with implementation", "（市科委牵头组织实施）", "+市科委", ""},
		{"joint leads", "（市科委、市教委共同牵头，各区政府配合）", "+市科委|市教委; -各区政府", ""},
		{"according to the division of work", "（市科委、市教委，各区政府根据职责分工落实）", "市科委|市教委|各区政府", ""},
		{"division of work without a verb", "（责任单位：市科委等相关部门按职责分工，各区政府）", "责任单位:市科委…; 责任单位:各区政府", ""},
		{"lead, and by division of work", "（市科委、市教委牵头并按职责分工负责，各区落实）", "+市科委|市教委; 各区", "并 is no name"},
		{"other remarks", "（牵头部门：市科委；目标位置：全省前5；完成时限：年底前）", "牵头部门:+市科委; 目标位置:!全省前5; 完成时限:~年底前", "no body has a colon"},
		{"lead and duty in one label", "（牵头单位/责任单位：市科委）", "牵头单位/责任单位:+市科委", ""},
		{"the label without a noun", "（责任：市科委）", "责任:市科委", ""},
		{"is", "（责任单位为市科委、市教委）", "责任单位:市科委|市教委", "为 for a colon"},
		{"open, and more", "（省科技厅牵头，省财政厅等部门和各市、县人民政府负责）", "+省科技厅; 省财政厅|各市、县人民政府…", ""},
		{"party and government", "（市科委牵头，各区党委、政府配合）", "+市科委; -各区党委、政府", "one body"},
		{"party and government of a level", "（市科委牵头，各县（市、区）委、人民政府配合）", "+市科委; -各县（市、区）委、人民政府", "one body"},
		{"party and another government", "（市科委牵头，市委、市政府配合）", "+市科委; -市委|市政府", "each has its level"},
		{"one character with a bracket", "（责任单位：各委、办、局（公司），市直各部门、单位，青山新区党工委、管委会）", "责任单位:各委、办、局（公司）|市直各部门、单位|青山新区党工委、管委会", "halves that name no body"},
		{"central and local", "（责任单位：市科委，中央、省属驻青企业）", "责任单位:市科委|中央、省属驻青企业", "中央 alone is no body"},
		{"blanks for marks", "（牵头单位：市科委　配合单位：市教委、市财政局　完成时限：2024年12月）", "牵头单位:+市科委; 配合单位:-市教委|市财政局; 完成时限:~2024年12月", ""},
		{"nothing for marks", "（牵头单位：市科委配合单位：市教委、市财政局完成时限：年底前）", "牵头单位:+市科委; 配合单位:-市教委|市财政局; 完成时限:~年底前", "a line break was lost"},
		{"a blank in a label", "（责任 单位：市科委）", "责任 单位:市科委", "setting left it"},
		{"levels", "（省级层面由省商务厅牵头负责，市县层面由各市、县人民政府负责）", "+省商务厅; 各市、县人民政府", ""},
		{"who consults", "（主办单位：市科委；会办单位：市教委；指导单位：省科技厅）", "主办单位:+市科委; 会办单位:-市教委; 指导单位:省科技厅", ""},
		{"numbered names", "（牵头单位：1.市科委；2.市教委）", "牵头单位:+市科委|市教委", ""},
		{"roles in brackets", "（市科委（牵头），市教委、市财政局（配合））", "+市科委; 市教委; -市财政局", ""},
		{"marked names", "（责任单位：★市科委、市教委）", "责任单位:市科委|市教委", ""},
		{"a word in brackets", "加强与各区政府（管委会）。", "", "one general name behind a word is no note"},
		{"one name before the stop", "规范管理（市公安局）。", "市公安局", ""},
		{"definition", "（以下简称市数据局）", "", ""},
		{"an example", "（包括市教育局、市科技局）", "", ""},
	} {
		require.Equal(t, tt.want, show(tt.in), "%s: %s", tt.name, tt.reason)
	}
}

// TestReadColumn reads heads of columns and cells under them: d is a column of
// duties, w one of times, o another, - none.
func TestReadColumn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ head, cell, want, reason string }{
		{"牵头单位", "市科委、市教委等", "d 牵头单位:+市科委|市教委…", ""},
		{"牵 头 单 位", "市科委", "d 牵 头 单 位:+市科委", "heads are often set wide"},
		{"協辦機關", "民政處、\n各鄉鎮公所", "d 協辦機關:-民政處|各鄉鎮公所", "Traditional"},
		{"責任單位", "市發改委牽頭，市財政局配合", "d 責任單位:+市發改委; 責任單位:-市財政局", "verbs say more than the head"},
		{"责任单位", "牵头单位：市科委 配合单位：市教委", "d 牵头单位:+市科委; 配合单位:-市教委", "so do labels"},
		{"责任单位（排名第一的为牵头单位）", "市科委", "d 责任单位:市科委 {排名第一的为牵头单位}", ""},
		{"主（協）辦機關", "環境部（經濟部）", "d 主（協）辦機關:+環境部; 主（協）辦機關:-經濟部", "two roles in one column"},
		{"权责单位", "/", "d ", "a stroke says nothing"},
		{"配合部门", "无", "d ", ""},
		{"完成时限", "2025年底前", "w 完成时限:~2025年底前", ""},
		{"辦理期程", "—", "w ", ""},
		{"责任单位及完成时限", "市科委，2025年底前", "d 责任单位及完成时限:市科委; ~2025年底前", ""},
		{"责任人", "张三", "o 责任人:张三", ""},
		{"重点任务", "", "- ", ""},
		{"单位", "", "- ", "a unit of measure may be meant"},
	} {
		text := runes.Fold(tt.head + "|" + tt.cell)
		at := len([]rune(tt.head))
		c := note.ReadColumn(text, note.Range{Start: 0, End: at})
		var b strings.Builder
		b.WriteString([]string{"-", "d", "w", "o"}[c.Kind] + " ")
		if c.Kind != note.NoColumn {
			n, _ := c.Read(text, at+1, text.Len())
			for i, g := range n.Groups {
				if i > 0 {
					b.WriteString("; ")
				}
				showGroup(&b, text, g)
			}
		}
		if !c.Rule.Empty() {
			fmt.Fprintf(&b, " {%s}", text.Slice(c.Rule.Start, c.Rule.End))
		}
		require.Equal(t, tt.want, b.String(), "%s: %s", tt.head, tt.reason)
	}
}

func TestPlain(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		want     bool
	}{
		{"verbs", "市科委牵头，市教委配合。", true},
		{"no verb", "市科委、市教委。", false},
		{"task", "加强与市科委、市教委配合。", false},
		{"task with one noun", "强化部门配合。", false},
		{"motto", "党委领导、政府负责、社会协同。", false},
		{"object", "市科委负责日常工作。", false},
		{"label", "责任单位：市科委。", false},
		{"person", "县长任组长，县教育局牵头负责。", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := runes.Fold(tt.in)
			_, ok := note.Plain(text, 0, text.Len())
			require.Equal(t, tt.want, ok)
		})
	}
}

// TestAssigned has clauses in the middle of a text that say who does it and who
// helps, and what looks like them.
func TestAssigned(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want string }{
		{"sentence", "建设体育馆。由市体育局承办，市财政局协办。选址在城东。", "市体育局; -市财政局"},
		{"first clause", "由市教育局负责，市人社局、各区政府配合，新建学校三所。", "市教育局; -市人社局|各区政府"},
		{"later clause", "修编规划，由市水利局牵头、市住建局配合，年内印发。", "+市水利局; -市住建局"},
		{"three roles", "由市水利局牵头，市住建局负责，各区参与，年内印发。", "+市水利局; 市住建局; -各区"},
		{"bracket behind it", "由市水利局牵头，市住建局配合，印发规划。（责任单位：市政府办）", "+市水利局; -市住建局 / 责任单位:市政府办"},
		{"what it is", "建设平台。此项工作由市水利局牵头，市住建局配合，年内建成。", "+市水利局; -市住建局"},
		{"nobody helps", "由市水利局牵头，组织检查。结果由市政府通报。", ""},
		{"objects", "由市水利局牵头组织检查，市住建局配合做好验收。", ""},
		{"no bodies", "由政府引导，企业参与，共同建设。", ""},
		{"no verb of who leads", "由市水利局、市住建局配合，印发规划。", ""},
	} {
		require.Equal(t, tt.want, show(tt.in), tt.name)
	}
}

// TestLabelInside has labels that stand behind a comma in a sentence, and words
// that are none there.
func TestLabelInside(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want string }{
		{"推动上市，责任单位：市金融办、市科委。", "责任单位:市金融办|市科委"},
		{"推动上市，牵头单位：市金融办；配合单位：市科委。", "牵头单位:+市金融办; 配合单位:-市科委"},
		{"完成投资，责任单位为市金融办。年底评估。", "责任单位:市金融办"},
		{"明确分工，责任单位为第一责任人。", ""},
		{"明确分工，责任单位：按清单执行。", ""},
		{"（试点单位：东区、西区；指导单位：市科委）", "试点单位:!东区、西区; 指导单位:市科委"},
		{"（市科委牵头；各区落实属地责任）", "+市科委; 各区"},
	} {
		require.Equal(t, tt.want, show(tt.in), tt.in)
	}
}

// TestPeople has persons beside bodies, who are none.
func TestPeople(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want string }{
		{"改造小区。（城建科，张三丰，63916862）", "城建科; !张三丰，63916862"},
		{"开展培训。（人事处 张三丰 电话：63916862）", "人事处; 张三丰 电话:!63916862"},
		{"建设车站。（市教育局，电话：63916862）", "市教育局; 电话:!63916862"},
		{"（牵头单位：市水利局，张某；配合单位：各区）", "!张某; 牵头单位:+市水利局; 配合单位:-各区"},
		{"（责任单位：市水利局，张副局长）", "!张副局长; 责任单位:市水利局"},
		{"（分管副市长牵头，市水利局、市财政局配合）", "!分管副市长; -市水利局|市财政局"},
		{"（咨询热线63916862）", ""},
		{"（市长热线63916862）", ""},
	} {
		require.Equal(t, tt.want, show(tt.in), tt.in)
	}
}

func TestTail(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want string }{
		{"with", "关于加强保护的问题，由国土资源部会同农业部等部门负责落实", "国土资源部|农业部"},
		{"action", "关于加强保护的问题，由发展改革委会同中央农办、财政部等部门研究提出落实意见。", "发展改革委|中央农办|财政部"},
		{"lead", "建立机制，由市科委牵头落实。", "市科委"},
		{"two roles", "安全检查，由保卫处负责、后勤处配合;", "保卫处|后勤处"},
		{"last sentence", "由市科委负责落实。建立机制。", ""},
		{"object", "由市科委负责日常工作，市教委提供资料。", ""},
		{"no body", "由单一窗口向全科窗口转变。", ""},
		{"inside a word", "不得以理由推诿负责。", ""},
		{"no comma", "周边秩序整治由保卫处负责。", "保卫处"},
		{"no comma, inside a clause", "所需经费均由财政局负责。", ""},
		{"who uses it", "实验楼，由后勤处牵头、使用部门配合；", "后勤处|使用部门"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := runes.Fold(tt.in)
			n, ok := note.Tail(text, 0, text.Len())
			var names []string
			for _, g := range n.Groups {
				for _, r := range g.Names {
					names = append(names, text.Slice(r.Start, r.End))
				}
			}
			require.Equal(t, tt.want != "", ok)
			require.Equal(t, tt.want, strings.Join(names, "|"))
		})
	}
}
