package plan_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
)

func TestBridgehead(t *testing.T) {
	t.Parallel()
	p := plan.Bridgehead()
	require.Same(t, p, plan.Bridgehead())
	require.Len(t, p.Sections, 8)
	counts := []int{0, 15, 10, 6, 6, 10, 7, 6}
	number := 0
	for i, s := range p.Sections {
		require.Equal(t, i+1, s.Number)
		require.Len(t, s.Items, counts[i], s.Title)
		for _, item := range s.Items {
			number++
			require.Equal(t, number, item.Number)
			require.Len(t, item.Duties, 1, item.Title)
		}
		if i > 0 {
			require.Len(t, s.Paragraphs, 1, "each section opens with a paragraph")
		}
	}
	require.Equal(t, 60, number)
	var points []string
	for _, x := range p.Sections[0].Points {
		points = append(points, x.Label+x.Title)
	}
	require.Equal(t, []string{"——功能定位", "——主要路徑", "——基本原則"}, points)
	require.Len(t, p.Preamble, 1)
	require.Equal(t, plan.ScriptHant, p.Script)
	require.Equal(t, "2017-10", p.Date.String())
}

func TestBridgeheadNotes(t *testing.T) {
	t.Parallel()
	labels := map[string][]int{}
	var open []int
	mentions := 0
	for i := range plan.Bridgehead().Items() {
		d := i.Duties[0]
		labels[d.Label] = append(labels[d.Label], i.Number)
		require.Equal(t, plan.RoleUnspecified, d.Role)
		mentions += len(d.Departments)
		if d.Open {
			open = append(open, i.Number)
		}
	}
	require.Len(t, labels["責任部門"], 57)
	require.Equal(t, []int{13, 53, 54}, labels["責任單位"])
	require.Equal(t, []int{15, 57, 58}, open)
	require.Equal(t, 190, mentions)
}

// TestBridgeheadIsTheSeed holds that the embedded plan is the one that the file
// gives, but for what the text lacks.
func TestBridgeheadIsTheSeed(t *testing.T) {
	t.Parallel()
	read, err := plan.Read(strings.NewReader(seeds.Bridgehead().Text), nil)
	require.NoError(t, err)
	require.Empty(t, read.Title+read.Issuer+read.Date.String())
	require.Equal(t, read.Sections, plan.Bridgehead().Sections)
	require.Equal(t, read.Diagnostics, plan.Bridgehead().Diagnostics)
}

func TestBridgeheadNames(t *testing.T) {
	t.Parallel()
	text := seeds.Bridgehead().Text
	names, bodies := map[string]bool{}, map[string]bool{}
	written := map[int][]string{}
	for i := range plan.Bridgehead().Items() {
		for d := range i.AllDuties() {
			for _, x := range d.Departments {
				names[x.Name], bodies[x.ID] = true, true
				require.Equal(t, x.Written, x.Span.Of(text))
				require.True(t, d.Span.Contains(x.Span))
				require.NotContains(t, x.Name, "?")
				if x.Name != x.Written {
					written[i.Number] = append(written[i.Number], x.Name+" "+x.Written)
				}
			}
		}
	}
	require.Len(t, names, 65)
	require.Len(t, bodies, 64)
	whole := []string{"人民銀行上海總部 人民銀行上??偛?"}
	require.Equal(t, map[int][]string{
		16: whole, 17: whole, 18: whole, 19: whole, 23: whole,
		24: {"人民銀行上海總部 人民銀行上??偛俊⑸虾cy", "上海銀監局 ??偛俊⑸虾cy監局"},
		25: {"人民銀行上海總部 人民銀行上??偛俊⑹薪鹑谵k", "市金融辦 ??偛俊⑹薪鹑谵k"},
	}, written, "names that share a repaired place carry the whole of it")
}

func TestBridgeheadRepairsAreReported(t *testing.T) {
	t.Parallel()
	text := seeds.Bridgehead().Text
	var repaired []string
	for _, d := range plan.Bridgehead().Diagnostics {
		require.NotEqual(t, plan.DamagedText, d.Code, d)
		require.NotEqual(t, plan.Unplaced, d.Code, d)
		if d.Code == plan.Repaired {
			repaired = append(repaired, d.Span.Of(text))
		}
	}
	require.Equal(t, []string{
		"??缇撤召Q", "??偛?", "??偛?", "??偛?", "??偛?", "??偛?", "??偛俊⑸虾cy", "??偛俊⑹薪鹑谵k", "??萍拣^",
	}, repaired)
	require.Contains(t, plan.Bridgehead().Item(7).Text(), "制定上海跨境服務貿易負面清單")
	require.Contains(t, plan.Bridgehead().Item(37).Text(), "上海科技館")
}

func TestBridgeheadTermsTargetsAndDates(t *testing.T) {
	t.Parallel()
	p := plan.Bridgehead()
	require.Len(t, p.Terms, 2)
	require.Equal(t, "上海自貿試驗區", p.Terms[0].Term)
	require.Equal(t, "中國(上海)自由貿易試驗區", p.Terms[0].Meaning)
	require.Equal(t, "沿線國家(地區)", p.Terms[1].Term)
	require.Greater(t, len(p.Terms[0].Uses), 10)
	text := seeds.Bridgehead().Text
	for _, term := range p.Terms {
		require.Equal(t, term.Term, term.Span.Of(text))
		for _, use := range term.Uses {
			require.Equal(t, term.Term, use.Of(text))
		}
	}
	targets := map[int][]string{}
	deadlines := map[int][]string{}
	for i := range p.Items() {
		for _, x := range i.Targets {
			targets[i.Number] = append(targets[i.Number], x.Text+" "+x.Op.String())
			require.Equal(t, x.Text, x.Span.Of(text))
		}
		for _, x := range i.Deadlines {
			deadlines[i.Number] = append(deadlines[i.Number], x.Text)
		}
	}
	require.Contains(t, targets[42], "超過5000人次 >")
	require.Contains(t, targets[42], "1000人次以上 >=")
	require.Contains(t, targets[37], "400人次以上 >=")
	require.Contains(t, targets[34], "達到20家左右 ~")
	require.Contains(t, deadlines[34], "5年內")
}

// TestBothScripts holds that the Simplified original with full-width marks, of
// items in our own spelling, gives the same model as the seed's form.
func TestBothScripts(t *testing.T) {
	t.Parallel()
	hans := "二、贸易投资便利化专项行动\n（三）争取进一步放宽境外投资备案权限。（责任部门：市发展改革委、市商务委、上海自贸试验区管委会）\n" +
		"（十五）为国内外企业总部、功能性行业协会、国际机构（组织）落户上海发展，提供更为便利的服务和配套解决方案。（责任部门：市商务委、市经济信息化委、市国资委、市工商联等）\n"
	hant := "二、貿易投資便利化專項行動\n(三)爭取進一步放寬境外投資備案權限。(責任部門:市發展改革委、市商務委、上海自貿試驗區管委會)\n" +
		"(十五)為國內外企業總部、功能性行業協會、國際機構(組織)落戶上海發展,提供更為便利的服務和配套解決方案。(責任部門:市商務委、市經濟信息化委、市國資委、市工商聯等)\n"
	shape := func(text string) (out []string) {
		for n := range plan.Preorder(parse(t, text)) {
			switch n := n.(type) {
			case *plan.Item:
				out = append(out, "item", string(rune('0'+n.Number)))
			case *plan.Duty:
				out = append(out, n.Role.String(), map[bool]string{true: "open", false: ""}[n.Open])
			case *plan.Department:
				out = append(out, n.ID)
			}
		}
		return out
	}
	require.Equal(t, shape(hans), shape(hant))
	require.Contains(t, shape(hans), "市发展改革委")
}

func TestLookups(t *testing.T) {
	t.Parallel()
	p := plan.Bridgehead()
	require.Equal(t, "建設“一帶一路”國際仲裁中心", p.Item(12).Title)
	require.Nil(t, p.Item(61))
	numbers := func(name string) (out []int) {
		for i := range p.ItemsOf(name) {
			out = append(out, i.Number)
		}
		return out
	}
	require.Equal(t, numbers("市商务委"), numbers("市商務委"))
	require.Equal(t, numbers("市商务委"), numbers("上海市商务委员会"))
	require.Contains(t, numbers("市商务委"), 10)
	require.Contains(t, numbers("市教委"), 7, "item 7 calls it 市教育局")
	require.Empty(t, numbers("国家发展改革委"))

	list := p.Departments()
	require.Equal(t, "市发展改革委", list[0].ID)
	require.Equal(t, numbers("市发展改革委"), func() (out []int) {
		for _, i := range list[0].Items {
			out = append(out, i.Number)
		}
		return out
	}())
}

func TestWalk(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	for n := range plan.Preorder(parse(t, layouts["plain"])) {
		seen[strings.TrimPrefix(typeName(n), "*plan.")]++
	}
	require.Equal(t, map[string]int{"Plan": 1, "Section": 3, "Item": 3, "Duty": 3, "Department": 4}, seen)
	first := slices.Collect(plan.Preorder(plan.Bridgehead()))
	require.Equal(t, first, slices.Collect(plan.Preorder(plan.Bridgehead())), "ranging twice gives the same")
	for range plan.Preorder(plan.Bridgehead()) {
		break
	}
}

func typeName(n plan.Node) string {
	switch n.(type) {
	case *plan.Plan:
		return "Plan"
	case *plan.Section:
		return "Section"
	case *plan.Item:
		return "Item"
	case *plan.Point:
		return "Point"
	case *plan.Duty:
		return "Duty"
	case *plan.Department:
		return "Department"
	}
	return "?"
}

func TestLayouts(t *testing.T) {
	t.Parallel()
	for name, text := range layouts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			golden(t, name, summary(parse(t, text)))
		})
	}
}

func TestFrontMatter(t *testing.T) {
	t.Parallel()
	p := parse(t, layouts["markdown"])
	require.Equal(t, "云溪市人才行动方案", p.Title)
	require.Equal(t, "云溪市人民政府办公室", p.Issuer)
	require.Equal(t, "云府办发〔2025〕11号", p.DocumentNumber)
	require.Equal(t, "2025-05-20", p.Date.String())
	require.Equal(t, []string{"各区人民政府", "市政府各部门"}, p.Addressees)
	require.Len(t, p.Preamble, 1)
}

func TestRules(t *testing.T) {
	t.Parallel()
	p := parse(t, layouts["articles"])
	require.Len(t, p.Rules, 1)
	require.Equal(t, plan.RuleFirstLead, p.Rules[0].Kind)
	require.Equal(t, plan.RoleLead, p.Item(2).Duties[0].Role, "a rule holds from there on")
	require.Len(t, p.Item(1).Duties, 2)
	p = parse(t, "一、甲。（责任单位：市科委、市教委，列第一位的为牵头单位，下同）\n二、乙。（市科委牵头，各区、市教委按职责分工负责）\n三、丙。（市科委、市教委）\n")
	require.Len(t, p.Item(2).Duties, 2, "a note that says who leads needs no rule")
	require.Equal(t, plan.RoleUnspecified, p.Item(2).Duties[1].Role)
	require.Equal(t, plan.RoleLead, p.Item(3).Duties[0].Role)
}

// TestRankRules holds that a sentence of the notice, the preamble or a remark may
// say which body of each list leads.
func TestRankRules(t *testing.T) {
	t.Parallel()
	const items = "一、建设平台。（市科委、市教委）\n二、开展培训。（市教委、市科委）\n三、落实经费。（市财政局）\n"
	for name, text := range map[string]string{
		"notice": "青山市人民政府关于印发青山市任务分工的通知\n各区：\n现印发给你们。\n一、请抓好落实。\n二、分工中，列第一位的单位为牵头单位。各单位要及时报告。\n" +
			"青山市人民政府\n2024年3月5日\n青山市任务分工\n" + items,
		"preamble": "青山市任务分工\n为抓好落实，制定本分工。责任单位中排在首位的为牵头单位。\n" + items,
		"remark":   "青山市任务分工\n" + items + "注：责任单位中排名第一的为牵头单位。\n",
		"bracket":  "青山市任务分工\n" + items + "（责任单位排第一位的为牵头单位）\n",
		"behind":   "青山市任务分工\n" + strings.Replace(items, "（市科委、市教委）", "（责任单位：市科委、市教委）（排在首位的为牵头单位）", 1),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, text)
			require.Len(t, p.Rules, 1)
			require.Equal(t, "青山市任务分工", p.Title)
			for i := range p.Items() {
				require.Equal(t, plan.RoleLead, i.Duties[0].Role)
			}
			require.Len(t, p.Item(1).Duties, 2)
			require.Empty(t, p.Diagnostics)
		})
	}
	p := parse(t, "青山市任务分工\n各单位要第一时间制定方案，牵头单位要抓好落实。\n"+items)
	require.Empty(t, p.Rules)
}

// TestRankRuleOverSeal holds that a rule over the seal is no issuer.
func TestRankRuleOverSeal(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市任务分工\n一、建设平台。（责任单位：市科委、市教委）\n（责任单位排名第一的为牵头单位）\n青山市科学技术委员会\n2024年3月5日\n")
	require.Equal(t, "青山市科学技术委员会", p.Issuer)
	require.Len(t, p.Rules, 1)
	require.Len(t, p.Item(1).Duties, 2)
}

// TestMemberLines holds that a line of members under one of who leads names who
// supports, and that it names nobody elsewhere.
func TestMemberLines(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市任务分工\n一、建设平台\n牵头单位：市科委\n成员单位：市教委、市财政局\n二、开展培训\n成立专班。\n成员单位：市教委、市财政局\n")
	require.Len(t, p.Item(1).Duties, 2)
	require.Equal(t, plan.RoleSupport, p.Item(1).Duties[1].Role)
	require.Len(t, p.Item(1).Duties[1].Departments, 2)
	require.Empty(t, p.Item(2).Duties)
}

// TestMarkRules holds that marked names lead where a rule says so, and only there.
func TestMarkRules(t *testing.T) {
	t.Parallel()
	const items = "一、建设平台。（责任单位：市科委*、市教委）\n二、开展培训。（责任单位：市教委、*市科委）\n三、落实经费。（责任单位：市财政局、市教委）\n"
	for _, text := range []string{
		"青山市任务分工\n注：标*的为牵头单位。\n" + items,
		"青山市任务分工\n" + items + "注：加“*”的单位为牵头单位。\n",
	} {
		p := parse(t, text)
		require.Len(t, p.Rules, 1)
		for _, n := range []int{1, 2} {
			require.Equal(t, plan.RoleLead, p.Item(n).Duties[0].Role)
			require.Len(t, p.Item(n).Duties[0].Departments, 1)
			require.Equal(t, "市科委", p.Item(n).Duties[0].Departments[0].Name)
		}
		require.Equal(t, plan.RoleUnspecified, p.Item(3).Duties[0].Role)
	}
	require.Len(t, parse(t, "青山市任务分工\n"+items).Item(1).Duties, 1)
}

func TestCommaRules(t *testing.T) {
	t.Parallel()
	roles := func(rule string) (out []string) {
		p := parse(t, "一、甲。（责任单位：市科委，市教委（"+rule+"））\n二、乙。（责任单位：市科委、市教委）\n三、丙。（责任单位：市教委、市科委，市财政局）\n")
		require.Equal(t, rule, p.Rules[0].Text)
		for i := range p.Items() {
			var list []string
			for _, d := range i.Duties {
				list = append(list, d.Role.String())
			}
			out = append(out, strings.Join(list, " "))
		}
		return out
	}
	require.Equal(t, []string{"lead unspecified", "lead", "lead unspecified"}, roles("逗号前为牵头单位，下同"))
	require.Equal(t, []string{"lead unspecified", "unspecified", "lead unspecified"}, roles("逗号前为牵头单位，未明确牵头单位的按职责分工负责，下同"))
}

// TestCollected holds that the number which a collection gives a document opens
// no unit.
func TestCollected(t *testing.T) {
	t.Parallel()
	const body = "为做好试点，制定本方案。\n一、主要任务\n（一）建设平台。（责任单位：市科委）\n（二）开展培训。（责任单位：市教委）\n二、保障措施\n（一）落实经费。（责任单位：市财政局）\n"
	p := parse(t, "3. 青山市司法局关于印发青山市试点\n工作方案的通知（2024 年3 月5 日）\n青司发〔2024〕12 号\n各区司法局，机关各处室：\n现将方案印发给你们，请认真贯彻执行。\n青山市司法局\n2024 年3 月5 日\n青山市试点工作方案\n"+body)
	require.Equal(t, "青山市试点工作方案", p.Title)
	require.Equal(t, "青山市司法局", p.Issuer)
	require.Len(t, p.Sections, 2)
	require.Len(t, p.Sections[0].Items, 2)
	p = parse(t, "3. 青山市司法局关于开展试点的\n实施意见（2024 年3 月5 日）\n"+body)
	require.Len(t, p.Sections, 2)
	require.Equal(t, "青山市司法局关于开展试点的实施意见", p.Title)
	require.Empty(t, p.Diagnostics)
	p = parse(t, "4. 青山市2024年试点工作方案（2024\n年3 月5 日）\n"+body)
	require.Equal(t, "青山市2024年试点工作方案", p.Title)
	require.Len(t, p.Sections, 2)
	p = parse(t, "5. 青山市司法局关于做好试点工作的\n通知（2024 年3 月5 日）\n青司发〔2024〕12 号\n各区司法局：\n"+body)
	require.Equal(t, "青山市司法局关于做好试点工作的通知", p.Title)
	require.Equal(t, "青司发〔2024〕12号", p.DocumentNumber)
}

// TestNoticeTitle holds which title a notice gives where no plan's own stands
// below it.
func TestNoticeTitle(t *testing.T) {
	t.Parallel()
	const body = "各科室：\n现通知如下。\n一、建设平台。（责任单位：市科委）\n二、开展培训。（责任单位：市教委）\n三、落实经费。（责任单位：市财政局）\n"
	for _, tt := range []struct{ notice, want string }{
		{"关于印发《青山市试点方案》的通知", "青山市试点方案"},
		{"关于印发青山市试点方案的通知", "青山市试点方案"},
		{"青山市试点方案的通知", "青山市试点方案"},
		{"青山市护林行动方案\n青山市政府网\n青山市林业局护林行动方案", "青山市林业局护林行动方案"},
		{"首页 > 政务公开 > 公告\n青山市护林行动方案", "青山市护林行动方案"},
		{"青政办〔2016〕26号《关于印发〈青山市试点方案〉的通知》\n《关于印发〈青山市试点方案〉的通知》", "青山市试点方案"},
		{"青山市护林计划草案（2023年）\n青山市林业局", "青山市护林计划草案（2023年）"},
		{"为青山添绿——青山市护林行动方案", "为青山添绿——青山市护林行动方案"},
		{"发文标题: 青山市护林行动方案\n发文文号: 青政发〔2024〕3号", "青山市护林行动方案"},
		{"青政办〔2024〕3号\n经市政府同意，现将《青山市护林行动方案》（以下简称《方案》）印发给你们，请落实。", "青山市护林行动方案"},
		{"青政办〔2024〕3号\n经市政府同意，现将《护林条例》有关要求印发给你们，请落实。", ""},
		{"青山縣一百年度施政目標與重點", "青山縣一百年度施政目標與重點"},
		{"关于落实《政府工作报告》重点任务的通知", "关于落实《政府工作报告》重点任务的通知"},
		{"关于做好《条例》实施工作的通知", "关于做好《条例》实施工作的通知"},
	} {
		t.Run(tt.notice, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, parse(t, tt.notice+"\n"+body).Title)
		})
	}
}

// TestListTitle holds that a heading between the bullets of a text without units is
// not its title, and that none of the bullets is lost.
func TestListTitle(t *testing.T) {
	t.Parallel()
	p := parse(t, "二〇二四年施政方針\n為推動護林，訂定重點。\n建立護林平台\n- 推動資料互通。\n- 增加巡山人手。\n健全護林制度\n- 檢討巡山規定。\n")
	require.Equal(t, "二〇二四年施政方針", p.Title)
	require.Len(t, p.Sections, 3)
}

// TestTitleMarks holds that the mark behind a title is none of it.
func TestTitleMarks(t *testing.T) {
	t.Parallel()
	p := parse(t, "一、護林：\n（一）巡山：\n1、增加人手。\n")
	require.Equal(t, "護林", p.Sections[0].Title)
	require.Equal(t, "巡山", p.Sections[0].Items[0].Title)
}

// TestFieldsDoNotDivide holds that the fields of items are no items, though notes
// stand between them.
func TestFieldsDoNotDivide(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山县实事分解表\n1.修建公路\n责任领导：张三\n责任单位：县交通局\n责 任 人：李四\n完成时限：2025年11月底前\n"+
		"2.建设食堂\n责任领导：王五\n责任单位：县民政局\n责 任 人：赵六\n完成时限：2025年10月底前\n3.改造小区\n责任领导：孙七\n责任单位：县住建局\n责 任 人：周八\n完成时限：2025年12月底前\n")
	for n, name := range []string{"县交通局", "县民政局", "县住建局"} {
		item := p.Item(n + 1)
		require.Equal(t, name, item.Duties[0].Departments[0].Name)
		require.Len(t, item.Deadlines, 1)
		require.Empty(t, item.Points)
	}
}

// TestDivided holds that paragraphs with notes of their own right under chapters
// are items.
func TestDivided(t *testing.T) {
	t.Parallel()
	const first, second = "一、推动升级\n坚持工业立市。\n突出工业。实施项目。（市经信委牵头，市财政局配合）\n提升服务业。（市商务局负责）\n",
		"二、扩大开放\n优化口岸。\n责任单位：市商务局\n完成时限：2024年6月\n加强招商。\n引进企业。\n责任单位：市投促局\n三、加强领导\n各单位要重视。\n"
	p := parse(t, first+second)
	var got []string
	for _, s := range p.Sections {
		for _, it := range s.Items {
			got = append(got, it.Title+":"+it.Duties[0].Departments[0].Name)
		}
	}
	require.Equal(t, []string{"突出工业:市经信委", "提升服务业:市商务局", "优化口岸:市商务局", "加强招商:市投促局"}, got)
	require.Equal(t, "坚持工业立市。", p.Sections[0].Paragraphs[0].Text)

	require.Len(t, parse(t, first).Sections[0].Items[0].Duties, 3, "one chapter shows no rule")
}

// TestTails holds that clauses such as 由…负责落实 are notes where units mostly end
// in them and there are no others.
func TestTails(t *testing.T) {
	t.Parallel()
	const text = "青山市分工意见\n一、关于“建设平台”的问题，由市科委会同市教委等部门研究提出意见。\n二、关于“开展培训”的问题，由市教委负责落实。\n三、落实经费。按季拨付，由市财政局牵头。\n"
	p := parse(t, text)
	require.Len(t, slices.Collect(p.ItemsOf("市教委")), 2)
	require.Equal(t, "关于“建设平台”的问题", p.Item(1).Title)
	require.True(t, p.Item(1).Duties[0].Open)
	require.Equal(t, plan.RoleLead, p.Item(3).Duties[0].Role)
	p = parse(t, text+"四、加强宣传。（责任单位：市委宣传部）\n")
	require.Empty(t, slices.Collect(p.ItemsOf("市教委")), "where there are notes, it is text")
	p = parse(t, "各单位：\n现将检查事项通知如下。\n一、检查内容及负责单位：\n1.校舍安全，由后勤处负责；\n2.消防安全，由保卫处负责、后勤处配合；\n3.食品安全，由后勤处牵头。\n")
	require.Equal(t, "检查内容及负责单位", p.Sections[0].Title, "no label of a note")
	require.Len(t, slices.Collect(p.ItemsOf("后勤处")), 3)
	p = parse(t, "安全检查安排\n一、由后勤处牵头，学工处配合，检查校舍。\n二、消防安全，由保卫处负责。\n三、食品安全，由后勤处负责。\n")
	require.Equal(t, "检查校舍", p.Item(1).Title)
	require.Equal(t, plan.RoleSupport, p.Item(1).Duties[1].Role)
	require.Len(t, slices.Collect(p.ItemsOf("后勤处")), 2, "a clause beside such ends makes them no text")
}

// TestTopics holds that the colon of a topic closes a title, and another does not.
func TestTopics(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市安全检查方案\n一、检查时间：10月10日至15日\n二、重点任务\n（一）总体要求：以防为主，查改并重。全面覆盖。\n（二）查隐患：校舍、食堂、宿舍。\n")
	require.Equal(t, "检查时间", p.Sections[0].Title)
	require.Equal(t, "10月10日至15日", p.Sections[0].Paragraphs[0].Text)
	require.Equal(t, "总体要求", p.Sections[1].Items[0].Title)
	require.Equal(t, "以防为主，查改并重。全面覆盖。", p.Sections[1].Items[0].Paragraphs[0].Text)
	require.Equal(t, "查隐患：校舍、食堂、宿舍", p.Sections[1].Items[1].Title)
}

// TestFlat holds that a text whose line breaks were lost is read as it was written:
// where blanks took their place, and where nothing did.
func TestFlat(t *testing.T) {
	t.Parallel()
	const text = "青振发〔2021〕3号 关于印发《青山市提升便民服务站实施方案》的通知 各乡镇、市直各部门： 《青山市提升便民服务站实施方案》已经市委、市政府审定通过，现印发给你们，请结合本地区、本单位实际，认真抓好贯彻落实。 青山市人民政府办公室 2021年9月3日 " +
		"青山市提升便民服务站实施方案 为全面落实省、市关于便民服务的部署安排，结合工作实际，特制定本方案。 一、总体要求 坚持稳中求进，抓牢抓实便民服务，帮助群众就近办事。到2022年底，建成便民服务站50个。 " +
		"二、重点任务 （一）新建站点。每个乡镇建设一个以上。（责任单位：市政务服务局、市财政局） （二）规范管理。实施动态调整，按季公布名单。（责任单位：市政务服务局，各乡镇） 三、保障措施 （一）加强领导。各乡镇要高度重视。 （二）严格督查。按季通报情况。"
	p := parse(t, text)
	require.Equal(t, "青山市提升便民服务站实施方案", p.Title)
	require.Equal(t, "青山市人民政府办公室", p.Issuer)
	require.Equal(t, "2021-09-03", p.Date.String())
	for _, text := range []string{text, strings.ReplaceAll(text, " ", "")} {
		p := parse(t, text)
		require.Len(t, p.Sections, 3)
		require.Equal(t, "重点任务", p.Sections[1].Title)
		require.Len(t, p.Sections[1].Items, 2)
		require.Len(t, slices.Collect(p.ItemsOf("市政务服务局")), 2)
		require.Len(t, p.Sections[2].Items, 2)
	}
	p = parse(t, "青山市方案\n一、任务\n（一）建设。主要有：1.甲；2.乙；3.丙。"+strings.Repeat("完善制度。", 60)+"\n")
	require.Empty(t, p.Sections[0].Items[0].Points, "a list in a paragraph stays in it")
}

// TestStringOrder holds that the outline has items and the headings that group
// others in the order of the text.
func TestStringOrder(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市试点方案\n一、任务\n（一）重点工作\n1.建设平台。（责任单位：市科委）\n2.招聘人才。（责任单位：市人才局）\n（二）开展培训。（责任单位：市教委）\n")
	require.Len(t, p.Sections[0].Items, 1)
	require.Len(t, p.Sections[0].Sections, 1)
	require.Equal(t, "青山市试点方案\n一、任务\n  （一）重点工作\n    1. 建设平台\n      责任单位：市科委\n    2. 招聘人才\n      责任单位：市人才局\n  （二）开展培训\n    责任单位：市教委\n", p.String())
}

// TestItemsOfPlace holds that a name without a place is looked up as the plan
// reads it: 市教委 is one body with 市教育局 in Shanghai, and not elsewhere.
func TestItemsOfPlace(t *testing.T) {
	t.Parallel()
	const text = "试点方案\n一、建设平台。（责任单位：市教育局、上海市教育委员会）\n二、开展培训。（责任单位：市教委）\n三、加强交流。（责任单位：上海市人民政府外事办公室）\n"
	for _, tt := range []struct {
		place, name string
		want        []int
	}{
		{"青山市", "市教育局", []int{1}},
		{"青山市", "市教委", []int{1, 2}}, // the id of Shanghai's too
		{"青山市", "上海市教育委员会", []int{1, 2}},
		{"青山市", "市政府外办", []int{3}}, // by its id
		{"上海市", "市教育局", []int{1, 2}},
		{"# 青山市", "市教育局", []int{1}},
	} {
		t.Run(tt.place+" "+tt.name, func(t *testing.T) {
			t.Parallel()
			var got []int
			p := parse(t, tt.place+text)
			for i := range p.ItemsOf(tt.name) {
				got = append(got, i.Number)
			}
			require.Equal(t, tt.want, got)
		})
	}
}

// TestFoot holds that the foot of a web page is no part of the plan.
func TestFoot(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市试点方案\n（共3项）\n一、建设平台。（责任单位：市科委）\n二、开展培训。（责任单位：市教委）\n三、规范网站地图管理。（责任单位：市财政局）\n\n分享到：\n【打印本页】 【关闭窗口】\n上一篇：关于表彰的决定\n主办：青山市人民政府办公室 网站标识码：1234560001\n")
	require.Equal(t, "青山市试点方案", p.Title)
	require.Len(t, p.Item(3).Duties, 1)
	require.Empty(t, p.Item(3).Paragraphs)
	require.Len(t, p.Closing, 4)
}

// TestMetaLine holds that one line of a web page may hold several facts.
func TestMetaLine(t *testing.T) {
	t.Parallel()
	p := parse(t, "发文机关： 青山市人民政府办公室 成文日期： 2023年1月15日\n发文字号： 青政办〔2023〕3号 | 发布日期： 2023-01-17 |\n青山市试点方案\n（市科委牵头）\n为做好试点，制定本方案。\n一、建设平台。（责任单位：市科委）\n二、开展培训。（责任单位：市教委）\n三、落实经费。（责任单位：市财政局）\n")
	require.Equal(t, "青山市人民政府办公室", p.Issuer)
	require.Equal(t, "2023-01-15", p.Date.String())
	require.Equal(t, "青政办〔2023〕3号", p.DocumentNumber)
	require.Equal(t, "青山市试点方案", p.Title, "a note is no part of it")
}

// TestAttachmentList holds that a list of attachments names them where they do
// not follow, and closes the text where they do.
func TestAttachmentList(t *testing.T) {
	t.Parallel()
	const text = "青山市试点方案\n一、建设平台。（责任单位：市科委）\n二、开展培训。（责任单位：市教委）\n三、落实经费。（责任单位：市财政局）\n附件：1.任务分工表\n2.企业名单\n青山市人民政府\n2024年3月5日\n"
	p := parse(t, text)
	require.Len(t, p.Attachments, 2)
	require.Equal(t, "附件：1.", p.Attachments[0].Label)
	require.Equal(t, "任务分工表", p.Attachments[0].Title)
	require.Equal(t, "企业名单", p.Attachments[1].Title)
	require.Len(t, p.Closing, 2)
	require.Equal(t, "青山市人民政府", p.Issuer)
	p = parse(t, strings.Replace(strings.Replace(text, "1.任", "1.2023年任", 1), "2.企", "2.2023年企", 1))
	require.Len(t, p.Attachments, 2)
	require.Equal(t, "2023年企业名单", p.Attachments[1].Title)
	p = parse(t, text+"附件1\n任务分工表\n附件2\n企业名单\n1.青山机械有限公司\n")
	require.Len(t, p.Attachments, 2)
	require.Equal(t, "附件2", p.Attachments[1].Label)
	require.Len(t, p.Attachments[1].Paragraphs, 1)
	require.Len(t, p.Closing, 4)
	require.Equal(t, "2024-03-05", p.Date.String())
}

// TestSeals holds that each line of a seal is one, however many they are, and
// that a note over the title of a further plan stays one.
func TestSeals(t *testing.T) {
	t.Parallel()
	const item = "各县区要结合实际抓好落实，统筹推进各项试点工作，不断提升群众获得感和满意\n度，确保年底前完成。（青山市财政局牵头，各县区按职责分工负责）\n"
	p := parse(t, "青山市推进试点工作若干措施\n一、建设平台。"+item+"二、开展培训。"+item+
		"青山市发展和改革委员会\n青山市财政局\n财政部\n2024年3月5日\n")
	require.Equal(t, "青山市发展和改革委员会、青山市财政局、财政部", p.Issuer)
	require.Len(t, p.Closing, 4)
	p = parse(t, "青山市推进试点工作若干措施\n一、建设平台。"+item+"二、开展培训。"+item+"青山市推进消费工作若干措施\n为促进消费，结合我市实际，制定本措施。\n一、发放补贴。"+item)
	require.Len(t, p.Sections[0].Items, 2)
	require.Len(t, p.Sections[0].Items[1].Duties, 2)
	require.Len(t, p.Attachments, 1)
	require.Equal(t, "青山市推进消费工作若干措施", p.Attachments[0].Title)
}

func TestDeadlinesOfNotes(t *testing.T) {
	t.Parallel()
	p := parse(t, layouts["wrapped"])
	d := p.Item(1).Deadlines
	require.Equal(t, "2026年12月底前", d[len(d)-1].Text)
	require.Equal(t, "2026-12-31", d[len(d)-1].By.String())
	require.True(t, d[len(d)-1].InNote)
}

func TestDiagnostics(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		code     plan.Code
		at       string
	}{
		{"a number left out", "一、甲\n二、乙\n四、丙\n", plan.NumberSkipped, "四、"},
		{"a number twice", "一、甲\n二、乙\n二、丙\n", plan.NumberRepeated, "二、"},
		{"an open note", "一、甲。（责任单位：市科委\n二、乙。（责任单位：市教委）\n", plan.UnclosedBracket, "（"},
		{"an empty note", "一、甲。（责任单位：）\n二、乙。（责任单位：市教委）\n", plan.EmptyNote, "（责任单位：）"},
		{"a name twice", "一、甲。（责任单位：市科委、市教委、市科委）\n", plan.RepeatedName, "市科委"},
		{"damage", "一、甲。（责任单位：市科委、上??委）\n", plan.DamagedText, "上??委"},
		{"lost characters", "一、甲\ufffd\ufffd乙\n", plan.DamagedText, "\ufffd\ufffd"},
	}
	for _, tt := range tests {
		p := parse(t, tt.in)
		i := slices.IndexFunc(p.Diagnostics, func(d plan.Diagnostic) bool { return d.Code == tt.code })
		require.GreaterOrEqual(t, i, 0, "%s: %v", tt.name, p.Diagnostics)
		require.Equal(t, tt.at, p.Diagnostics[i].Span.Of(tt.in), tt.name)
		require.Equal(t, plan.Warning, p.Diagnostics[i].Severity)
	}
	require.NoError(t, parse(t, "一、甲").Diagnostics.Err())
	bad := plan.Diagnostics{{Severity: plan.Error, Code: plan.BadBytes, Message: "x"}}
	require.EqualError(t, bad.Err(), "plan: x [0,0)")
	require.True(t, bad.Has(plan.Warning))
}

// TestByteOrderMark holds that a mark at the start of a file is in no label.
func TestByteOrderMark(t *testing.T) {
	t.Parallel()
	p, err := plan.Read(strings.NewReader("\xef\xbb\xbf一、总体要求\n"), nil)
	require.NoError(t, err)
	require.Equal(t, "一、", p.Sections[0].Label)
	require.Equal(t, 3, p.Sections[0].Span.Start)
}

func TestEnums(t *testing.T) {
	t.Parallel()
	check := func(v interface {
		String() string
		MarshalText() ([]byte, error)
	}, back func([]byte) (string, error),
	) {
		text, err := v.MarshalText()
		require.NoError(t, err)
		require.Equal(t, v.String(), string(text))
		got, err := back(text)
		require.NoError(t, err)
		require.Equal(t, v.String(), got)
		_, err = back([]byte("nonsense"))
		require.Error(t, err)
	}
	for r := plan.RoleUnspecified; r <= plan.RoleSupport; r++ {
		check(r, func(b []byte) (string, error) { var x plan.Role; err := x.UnmarshalText(b); return x.String(), err })
	}
	for c := plan.NumberSkipped; c <= plan.SeveralPlans; c++ {
		check(c, func(b []byte) (string, error) { var x plan.Code; err := x.UnmarshalText(b); return x.String(), err })
	}
	for s := plan.Info; s <= plan.Error; s++ {
		check(s, func(b []byte) (string, error) { var x plan.Severity; err := x.UnmarshalText(b); return x.String(), err })
	}
	for s := plan.ScriptNone; s <= plan.ScriptMixed; s++ {
		check(s, func(b []byte) (string, error) { var x plan.Script; err := x.UnmarshalText(b); return x.String(), err })
	}
	for k := plan.RuleOther; k <= plan.RuleAddAll; k++ {
		check(k, func(b []byte) (string, error) { var x plan.RuleKind; err := x.UnmarshalText(b); return x.String(), err })
	}
	require.Equal(t, "invalid", plan.Role(0).String())
	require.Equal(t, "invalid", plan.Code(99).String())
	require.Equal(t, "mark", plan.LeafMark.String())
}

func TestDate(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "2017", "2017-10", "2017-10-05"} {
		var d plan.Date
		require.NoError(t, d.UnmarshalText([]byte(s)))
		require.Equal(t, s, d.String())
	}
	var d plan.Date
	require.Error(t, d.UnmarshalText([]byte("2017-13")))
}

// TestTermOfPlan holds that a last paragraph on when the plan holds is the plan's and
// no part of its last item, but the text of a heading of its own.
func TestTermOfPlan(t *testing.T) {
	t.Parallel()
	const text = "青山市护林措施\n一、任务\n（一）巡护。加强巡护。（责任单位：市林业局）\n（二）补种。补种林木。（责任单位：市林业局）\n"
	for _, tt := range []struct {
		name, in string
		closing  int
	}{
		{"term", "本措施自印发之日起施行，有效期至2026年12月31日。\n", 1},
		{"those over it", "以上措施自2024年7月1日起实施。\n青山市林业局\n2024年6月3日\n", 3},
		{"of something else", "市林业局自7月1日起实施巡护。\n", 0},
		{"heading", "二、附则\n本措施自印发之日起施行。\n", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, text+tt.in)
			require.Len(t, p.Closing, tt.closing)
			if tt.closing > 0 {
				require.Equal(t, "补种林木。", p.Item(2).Text())
				require.Empty(t, p.Item(2).Deadlines)
			}
		})
	}
}
