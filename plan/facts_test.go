package plan_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
)

const units = "一、主要任务\n（一）建设平台。整合系统。（责任单位：市数据局）\n（二）压减材料。（责任单位：市司法局）\n"

const unitRows = "# 一、主要任务\n（一）|建设平台|整合系统。|市数据局\n（二）|压减材料||市司法局\n"

// facts are the forms in which pages say what a document is. No line of a page
// may become a unit.
var facts = []struct{ name, in, title, number, issuer, date, reason string }{
	{
		"table", "| 索 引 号： | 33/2025-1 | 主题分类： | 综合政务 |\n| 发文机关： | 云溪市人民政府 | 成文日期： | 2025年3月21日 |\n" +
			"| 标　　题： | 云溪市人民政府关于印发数字服务行动方案的通知 | | |\n| 发文字号： | 云政发〔2025〕4号 | 发布日期： | 2025年3月29日 |\n为做好服务，制定本方案。\n" + units,
		"数字服务行动方案", "云政发〔2025〕4号", "云溪市人民政府", "2025-03-21", "the day of the document, not of the page; the title is what the notice forwards",
	},
	{
		"blanks behind keys", "云溪市数字服务行动方案\n发布机构 云溪市数据局 文    号 云数发〔2025〕4号\n索 引 号 33/2025-1 发文日期 2025-03-21\n分 类 政务 时 效 有效\n" + units,
		"云溪市数字服务行动方案", "云数发〔2025〕4号", "云溪市数据局", "2025-03-21", "",
	},
	{
		"keys and values in cells", "| 发布日期：2025-03-29 | 文号：云政发（2025）4号 |\n| 发布机构：云溪市数据局 | 有效性：有效 |\n云溪市数字服务行动方案\n" + units,
		"云溪市数字服务行动方案", "云政发（2025）4号", "云溪市数据局", "2025-03-29", "",
	},
	{
		"lines", "首页 > 政务公开 > 政策文件\n云溪市数字服务行动方案\n发布时间：2025-03-29 10:22 来源：市府办 浏览次数：12 字号：[大 中 小]\n打印 关闭 分享\n发布机构：云溪市数据局\n" + units,
		"云溪市数字服务行动方案", "", "云溪市数据局", "2025-03-29", "",
	},
	{
		"a line each", "索引号：\n33/2025-1\n主题分类：\n科技\n发文机关：\n云溪市数据局\n发文字号：\n云数〔2025〕7号\n发文日期：\n2025-03-21\n有效性：\n有效\n云溪市数字服务行动方案\n" + units,
		"云溪市数字服务行动方案", "云数〔2025〕7号", "云溪市数据局", "2025-03-21", "",
	},
	{
		"a line each without colons", "索引号\n33/2025-1\n发文机关\n云溪市数据局\n成文日期\n2025-03-21\n标题\n云溪市数字服务行动方案\n有效性\n有效\n" + units,
		"云溪市数字服务行动方案", "", "云溪市数据局", "2025-03-21", "",
	},
	{
		"Taiwan", "目前位置：首頁 > 施政計畫\n云溪縣數位服務推動計畫\n發布單位：云溪縣政府資訊處\n發布日期：113-05-20\n發文字號：云府資字第1130012345號\n字級：小 中 大 友善列印\n" + units + "隱私權及資訊安全政策\n政府網站資料開放宣告\n",
		"云溪縣數位服務推動計畫", "云府資字第1130012345號", "云溪縣政府資訊處", "2024-05-20", "",
	},
	{
		"law base", "云溪縣政府主管法規共用系統\n法規內容\n法規名稱: 云溪縣數位服務推動計畫\n公發布日: 民國 113 年 05 月 20 日\n發文字號: 云府資字第1130012345號 函\n" + units,
		"云溪縣數位服務推動計畫", "云府資字第1130012345號", "", "2024-05-20", "",
	},
	{
		"encyclopedia", "云溪市護林行動方案\n  • 頒布時間:2021年4月6日\n  • 發布單位:云溪市人民政府\n  • 發文字號:云府發〔2021〕7號\n全文,政策解讀,\n\n全文\n\n" + units,
		"云溪市護林行動方案", "云府發〔2021〕7號", "云溪市人民政府", "2021-04-06", "",
	},
	{
		"encyclopedia with an introduction", "云溪市護林行動方案\n《云溪市護林行動方案》是為護林制定的行動方案。\n基本介紹\n  • 中文名:云溪市護林行動方案\n  • 發布單位:云溪市人民政府\n發布信息,內容全文,\n內容全文\n" + units,
		"云溪市護林行動方案", "", "云溪市人民政府", "", "the introduction is none of the plan's text",
	},
	{
		"site for an issuer", "云溪市护林行动方案\n发文机构：云溪市政府网站\n发文字号：云政发〔2024〕7号\n" + units, "云溪市护林行动方案", "云政发〔2024〕7号", "", "", "",
	},
	{
		"era", "云溪縣數位服務推動計畫\n發文日期：中華民國113年5月20日\n" + units, "云溪縣數位服務推動計畫", "", "", "2024-05-20", "",
	},
	{
		"under the page", "云溪市数字服务行动方案\n" + units + "云溪市人民政府\n2025年3月21日\n【打印】【关闭】\n主办单位：云溪市人民政府办公室\n网站标识码：3300000001 浙ICP备12345678号\n版权所有：云溪市人民政府\n",
		"云溪市数字服务行动方案", "", "云溪市人民政府", "2025-03-21", "a footer names no body",
	},
	{
		"letterhead", "云溪市人民政府办公室文件\n云政办〔2025〕7号\n云溪市人民政府办公室关于印发数字服务行动方案的通知\n云溪市数字服务行动方案\n" + units + "抄送：市委各部门，市数据局。\n云溪市人民政府办公室　2025年3月21日印发\n",
		"云溪市数字服务行动方案", "云政办〔2025〕7号", "云溪市人民政府办公室", "", "",
	},
	{
		"cells without colons", "| 信息索引号 | 33/2025-1 | 生成日期 | 2025-03-29 | 发文日期 | 2025-03-21 |\n| 文件编号 | 政府令187号 | 效力状况 | 有效 | | |\n| 发布机构 | 云溪市人民政府 | 文件下载 | —  — | | |\n云溪市数字服务行动方案\n" + units,
		"云溪市数字服务行动方案", "政府令187号", "云溪市人民政府", "2025-03-21", "",
	},
	{
		"nothing known", "| 文件编号 | —  — | 发布机构 | — |\n| 标题 | / | 发布日期 | 2025-03-21 |\n云溪市数字服务行动方案\n" + units,
		"云溪市数字服务行动方案", "", "", "2025-03-21", "",
	},
	{
		"no marks", "发文字号云政发〔2025〕4号\n成文日期2025-03-21\n云溪市数字服务行动方案\n" + units,
		"云溪市数字服务行动方案", "云政发〔2025〕4号", "", "2025-03-21", "colours set them apart",
	},
	{
		"menus", "首页\n政务公开\n政策文件\n云溪市数字服务行动方案\n发布时间：2025-03-29 来源：市府办\n" + units + "相关阅读\n1. 云溪市关于印发数字服务细则的通知\n2. 云溪市人才行动方案\n主办：云溪市人民政府办公室　承办：云溪市数据局\n",
		"云溪市数字服务行动方案", "", "", "2025-03-29", "menus are no lines of the title, other texts no units",
	},
	{
		"seal", "发布机构：云溪市大数据中心\n发布日期：2025-04-01\n云溪市数字服务行动方案\n" + units + "云溪市人民政府\n2025年3月21日\n",
		"云溪市数字服务行动方案", "", "云溪市人民政府", "2025-03-21", "what the document says wins",
	},
}

func TestFacts(t *testing.T) {
	t.Parallel()
	for _, tt := range facts {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, tt.in)
			require.Equal(t, tt.title, p.Title, tt.reason)
			require.Equal(t, tt.number, p.DocumentNumber, tt.reason)
			require.Equal(t, tt.issuer, p.Issuer, tt.reason)
			require.Equal(t, tt.date, p.Date.String(), tt.reason)
			require.Equal(t, unitRows, rows(p), tt.reason)
		})
	}
}

// TestReadPageFacts holds that the facts outside of a page's main part are read,
// and what else a page has around its text is not.
func TestReadPageFacts(t *testing.T) {
	t.Parallel()
	text := strings.ReplaceAll(units, "整合系统", "整合各部门现有的业务系统，打通数据壁垒，推动高频服务事项全部上线，实现一网通办、一次办成，不断提升群众的获得感和满意度。"+strings.Repeat("健全工作机制，压实工作责任。", 8))
	page := `<!DOCTYPE html><html><head><title>云溪市人民政府</title></head><body><div class="top"><a href="/">首页</a><a href="/zw">政务公开</a></div>
<div>您的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>
<div><table><tr><td><b>索&nbsp;引&nbsp;号：</b></td><td>33/2025-1</td><td>成文日期：</td><td>2025年3月21日</td></tr>
<tr><td>发文机关：</td><td>云溪市人民政府</td><td>发文字号：</td><td>云政发〔2025〕4号</td></tr></table></div>
<div><span>字号：[大 中 小]</span> <a>打印</a></div><h1>云溪市数字服务行动方案</h1><div id="content"><p>` +
		strings.ReplaceAll(text, "\n", "</p><p>") + `</p></div><div>主办单位：云溪市人民政府办公室 备案号：浙ICP备12345678号</div></body></html>`
	p, err := plan.Read(strings.NewReader(page), nil)
	require.NoError(t, err)
	require.Equal(t, "云溪市数字服务行动方案|云政发〔2025〕4号|云溪市人民政府|2025-03-21", strings.Join([]string{p.Title, p.DocumentNumber, p.Issuer, p.Date.String()}, "|"))
	require.Equal(t, []string{"市数据局", "市司法局"}, names(p))
	require.Len(t, p.Notice, 2, "the rows of the table")
	require.Empty(t, p.Closing)
}

// names returns the bodies that a plan names, as first written.
func names(p *plan.Plan) []string {
	var list []string
	for _, r := range p.Departments() {
		list = append(list, r.Name)
	}
	return list
}
