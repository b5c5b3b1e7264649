package plan_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestYears has times that lean on the year of the plan, by its title and its day.
func TestYears(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, title, date, text, want string }{
		{"this year, by the day", "青山市行动方案", "2022年3月1日", "今年底前建成平台", "2022-12-31"},
		{"year of account, by the day", "青山市行动方案", "2022年3月1日", "本年度内建成平台", "2022-12-31"},
		{"no day and no year", "青山市行动方案", "", "今年底前建成平台", ""},
		{"this year, by the title", "青山市2023年工作要点", "2022年12月30日", "今年内建成平台", "2023-12-31"},
		{"month", "青山市2023年工作要点", "", "6月底前建成平台", "2023-06-30"},
		{"end of the year", "青山市2023年工作要点", "", "年底前建成平台", "2023-12-31"},
		{"month that is over", "青山市2023年工作要点", "2023年5月1日", "3月底前建成平台", ""},
		{"month in a plan of several years", "青山市行动方案（2022—2024年）", "2022年3月1日", "6月底前建成平台", ""},
		{"end of the year in a plan of several years", "青山市行动方案（2022—2024年）", "2022年3月1日", "年底前建成平台", ""},
		{"month without a year in the title", "青山市行动方案", "2022年3月1日", "6月底前建成平台", ""},
		{"month of another year", "青山市2023年工作要点", "", "2024年开工，年底前建成平台", "2024-12-31 "},
		{"month of the next year", "青山市2023年工作要点", "", "争取明年开工，6月底前建成平台", ""},
		{"year to be reached", "2030年前达峰行动方案", "2022年3月1日", "今年底前建成平台，6月底前开工", "2022-12-31 "},
		{"recurring", "青山市2023年工作要点", "", "每年6月底前报送", ""},
	} {
		text := tt.title + "\n"
		if tt.date != "" {
			text = "青山市人民政府\n" + tt.date + "\n" + text
		}
		p := parse(t, text+"一、重点任务\n（一）抓建设。"+tt.text+"。\n（二）抓管理。完善制度。\n（三）抓服务。优化流程。\n")
		var got []string
		for _, d := range p.Item(1).Deadlines {
			got = append(got, d.By.String())
		}
		require.Equal(t, tt.want, strings.Join(got, " "), tt.name)
	}
}

// TestLookBack holds that a time before the plan is no deadline of its text, unless
// most are: then the day is another one's.
func TestLookBack(t *testing.T) {
	t.Parallel()
	const head = "青山市人民政府\n2022年3月1日\n青山市行动方案\n"
	const items = "一、重点任务\n（一）抓基础。到“十三五”期末，覆盖一半乡镇。\n（二）抓建设。2023年底前建成平台。\n（三）抓管理。2024年底前完善制度。\n"
	p := parse(t, head+items)
	require.Empty(t, p.Item(1).Deadlines)
	require.Equal(t, "2023-12-31", p.Item(2).Deadlines[0].By.String())
	p = parse(t, items)
	require.Len(t, p.Item(1).Deadlines, 1)
	p = parse(t, "青山市人民政府\n2026年3月1日\n青山市行动方案\n"+items)
	require.Len(t, p.Item(2).Deadlines, 1)
}
