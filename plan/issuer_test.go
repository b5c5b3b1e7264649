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
		{"several in one line", "青山市林业局 青山市财政局 关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局青山市财政局"},
		{"several lines", "青山市林业局\n青山市财政局\n关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局青山市财政局"},
		{"word of the page", "首 页 信息中心\n【规范性文件】青山市林业局关于印发青山市护林行动方案的通知\n青山市护林行动方案", "青山市林业局"},
		{"seal", "青山市林业局关于印发青山市护林行动方案的通知\n现印发给你们。\n青山市林业局办公室\n2023年5月18日\n青山市护林行动方案", "青山市林业局办公室"},
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
