package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNews holds that the lines of a press report over a text tell what the plan is
// called and who issued it, and are none of its preamble.
func TestNews(t *testing.T) {
	t.Parallel()
	const body = "为护林，制定本方案。\n一、任务\n1.甲。（市科委负责）\n"
	for _, tt := range []struct{ name, over, title, issuer string }{
		{"two lines", "近日，中共青山市委办公室、青山市人民政府办公室印发了《青山市护林行动方案》，并发出通知。\n《青山市护林行动方案》全文如下。\n", "青山市护林行动方案", "中共青山市委办公室、青山市人民政府办公室"},
		{"one line", "日前，青山市林业局印发《青山市护林行动方案》，全文如下：\n", "青山市护林行动方案", "青山市林业局"},
		{"place", "日前，青山印发《青山市护林行动方案》。全文如下：\n", "青山市护林行动方案", ""},
		{"title below", "青山市林业局近日印发《青山市护林行动方案》。全文如下：\n青山市护林行动方案\n", "青山市护林行动方案", "青山市林业局"},
		{"another text", "近日，青山市林业局印发《护林条例》。\n", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, tt.over+body)
			require.Equal(t, tt.title, p.Title)
			require.Equal(t, tt.issuer, p.Issuer)
			if tt.title != "" {
				require.Len(t, p.Preamble, 1)
			}
		})
	}
}

// TestNoticeWithoutPlanTitle holds that the sentence that issues a plan belongs to
// the notice, also where the plan has no title of its own.
func TestNoticeWithoutPlanTitle(t *testing.T) {
	t.Parallel()
	p := parse(t, "青山市林业局关于印发青山市护林行动方案的通知\n各区政府：\n经市政府同意，现将《青山市护林行动方案》印发给你们。\n为护林，制定本方案。\n一、任务\n1.甲。（市科委负责）\n")
	require.Equal(t, "青山市护林行动方案", p.Title)
	require.Len(t, p.Preamble, 1)
	require.Equal(t, "为护林，制定本方案。", p.Preamble[0].Text)
}

// TestTitleAlone holds that captions of a page and lines without words are no part
// of the title below them, nor the day in brackets behind it.
func TestTitleAlone(t *testing.T) {
	t.Parallel()
	const body = "\n为护林，制定本方案。\n一、任务\n1.甲。（市科委负责）\n"
	for _, tt := range []struct{ name, in, date string }{
		{"caption", "意见\n\n青山市护林实施意见", ""},
		{"digits", "青山市人民政府\n2019913\n青山市护林实施意见", ""},
		{"day", "青山市护林实施意见（2019年9月13日）", "2019-09-13"},
		{"years", "青山市护林实施意见（2019—2021年）", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, tt.in+body)
			want := "青山市护林实施意见"
			if tt.name == "years" {
				want += "（2019—2021年）"
			}
			require.Equal(t, want, p.Title)
			require.Equal(t, tt.date, p.Date.String())
		})
	}
}

// TestAddresseesOfPage holds that a line of the page over the notice names none.
func TestAddresseesOfPage(t *testing.T) {
	t.Parallel()
	const rest = "各区政府：\n现将方案印发给你们。\n青山市护林方案\n一、任务\n1.甲。（市科委负责）\n"
	p := parse(t, "客户服务中心：\n青山市林业局关于印发青山市护林方案的通知\n"+rest)
	require.Equal(t, []string{"各区政府"}, p.Addressees)
	p = parse(t, "青山市林业局转发护林通知的通知\n各局：\n省林业厅关于印发护林方案的通知\n"+rest)
	require.Equal(t, []string{"各局"}, p.Addressees, "those of the outer notice")
}

// TestNumberOverTitle holds that the number of a document may stand before a title in
// its line.
func TestNumberOverTitle(t *testing.T) {
	t.Parallel()
	const body = "\n为护林，制定本方案。\n一、任务\n1.甲。（市科委负责）\n"
	for _, tt := range []struct{ name, in, number string }{
		{"blank", "青林发〔2024〕3号 青山市护林方案", "青林发〔2024〕3号"},
		{"title marks", "青林发〔2024〕3号《青山市林业局关于印发青山市护林方案的通知》\n各区：\n现印发。\n青山市护林方案", "青林发〔2024〕3号"},
		{"paper", "青山市林业局文件 青林发〔2024〕3号 青山市林业局关于印发青山市护林方案的通知\n青山市护林方案", "青林发〔2024〕3号"},
		{"another document's", "贯彻落实青林发〔2024〕3号文件。\n青山市护林方案", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := parse(t, tt.in+body)
			require.Equal(t, "青山市护林方案", p.Title)
			require.Equal(t, tt.number, p.DocumentNumber)
		})
	}
}
