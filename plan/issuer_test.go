package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
)

func TestIssuerOfTitle(t *testing.T) {
	t.Parallel()
	const body = "\n一、任务\n1.甲。（市科委负责）\n"
	for _, tt := range []struct{ name, in, want string }{
		{"notice", "青山市人民政府办公室关于印发青山市护林行动方案的通知\n各区政府：\n现印发给你们。\n青山市护林行动方案", "青山市人民政府办公室"},
		{"plan", "青山市人民政府关于推进护林工作的实施意见", "青山市人民政府"},
		{"several in one line", "青山市林业局 青山市财政局 关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局、青山市财政局"},
		{"several lines", "青山市林业局\n青山市财政局\n关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局、青山市财政局"},
		{"several with a comma", "青山市林业局、青山市财政局关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局、青山市财政局"},
		{"one on two lines", "青山市规划和\n自然资源局关于印发青山市护林行动方案的通知\n现印发给你们。\n青山市规划和\n自然资源局\n2023年5月18日\n青山市护林行动方案", "青山市规划和自然资源局"},
		{"office on a line of its own", "关于印发青山市护林行动方案的通知\n现印发给你们。\n中共青山市委\n办公室\n2023年5月18日\n青山市护林行动方案", "中共青山市委办公室"},
		{"two in a line of the seal", "关于印发青山市护林行动方案的通知\n现印发给你们。\n青山市林业局　青山市财政局\n2023年5月18日\n青山市护林行动方案", "青山市林业局、青山市财政局"},
		{"word of the page", "首 页 信息中心\n【规范性文件】青山市林业局关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局"},
		{"words of the page in quotation marks", "“党政信息公开” 中共青山市委办公室 青山市林业局印发《青山市护林行动方案》的通知\n青山市护林行动方案", "中共青山市委办公室、青山市林业局"},
		{"number in the line", "青林发〔2024〕3号 青山市林业局关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局"},
		{"seal", "青山市林业局关于印发青山市护林行动方案的通知\n现印发给你们。\n青山市林业局办公室\n2023年5月18日\n青山市护林行动方案", "青山市林业局办公室"},
		{"line over a plan", "青山水务集团有限公司\n2025年安全生产工作方案", "青山水务集团有限公司"},
		{"line of the page over a plan", "首 页\n青山市信息中心\n2025年安全生产工作方案", ""},
		{"no body", "青山市关于推进护林工作的实施方案", ""},
		{"no title", "青山市林业局关于印发方案的消息\n青山市护林行动方案", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p, err := plan.Parse(tt.in+body, nil)
			require.NoError(t, err)
			require.Equal(t, tt.want, p.Issuer)
		})
	}
}

func TestUnderTitle(t *testing.T) {
	t.Parallel()
	const body = "为护林，制定本方案。\n一、任务\n1.甲。（市科委负责）\n"
	for _, tt := range []struct{ name, under, issuer, date string }{
		{"day", "（2024年3月5日）\n", "", "2024-03-05"},
		{"month", "2024年3月\n", "", "2024-03"},
		{"issuer and day", "（青山市林业局 二〇二四年三月五日）\n", "青山市林业局", "2024-03-05"},
		{"two lines", "青山市林业局\n（2024年3月5日）\n", "青山市林业局", "2024-03-05"},
		{"meeting", "（2024年3月5日市政府常务会议通过）\n", "", ""},
		{"years", "2024年护林工作安排如下。\n", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p, err := plan.Parse("青山市护林行动方案\n"+tt.under+body, nil)
			require.NoError(t, err)
			require.Equal(t, "青山市护林行动方案", p.Title)
			require.Equal(t, tt.issuer, p.Issuer)
			require.Equal(t, tt.date, p.Date.String())
		})
	}
}

// TestDecrees holds that the lines under a title say who passed the plan, when
// and by which letter, and that the last of them is that of the text.
func TestDecrees(t *testing.T) {
	t.Parallel()
	const body = "壹、依據\n依據辦理。\n貳、分工\n一、建置平臺。（主辦：社會處）\n"
	for _, tt := range []struct{ name, under, issuer, number, date string }{
		{"passed", "行政院113年5月2日院臺衛字第1131012345號函核定\n", "行政院", "院臺衛字第1131012345號", "2024-05-02"},
		{"era", "（中華民國114年3月12日府環綜字第1140012345號函頒）\n", "", "府環綜字第1140012345號", "2025-03-12"},
		{"revised", "行政院112年1月3日院臺衛字第1121000001號函核定\n行政院113年5月2日院臺衛字第1131012345號函修正\n", "行政院", "院臺衛字第1131012345號", "2024-05-02"},
		{"common era", "（2024年5月2日青政发〔2024〕3号公布）\n", "", "青政发〔2024〕3号", "2024-05-02"},
		{"sentence", "依行政院113年5月2日院臺衛字第1131012345號函辦理本計畫。\n", "", "", ""},
		{"no number", "行政院113年5月2日第3號函核定\n", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, "白河縣長照服務精進計畫\n"+tt.under+body)
			require.Equal(t, "白河縣長照服務精進計畫", p.Title)
			require.Equal(t, tt.issuer, p.Issuer)
			require.Equal(t, tt.number, p.DocumentNumber)
			require.Equal(t, tt.date, p.Date.String())
		})
	}
}

// TestCover holds that the issuer and the month on a cover under the title are read,
// and are none of the plan's text.
func TestCover(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市护林规划\n青山市人民政府\n2021 年 9 月\n为护林，制定本规划。\n一、护林\n种树。\n")
	require.Equal(t, "青山市人民政府", p.Issuer)
	require.Equal(t, "2021-09", p.Date.String())
	require.Len(t, p.Preamble, 1)
	p = parse(t, "青山市护林规划\n青山市人民政府\n为护林，制定本规划。\n一、护林\n种树。\n")
	require.Len(t, p.Preamble, 2, "no day under the name")
}
