package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
)

// TestEraDeadlines holds that notes name years of the Republic, and durations
// and numbers are none.
func TestEraDeadlines(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ when, from, by string }{
		{"113年12月", "", "2024-12-31"},
		{"民國113年12月31日", "", "2024-12-31"},
		{"113/07/01~116/12/31", "2024-07-01", "2027-12-31"},
		{"113年至116年", "2024-01-01", "2027-12-31"},
		{"2024年12月", "", "2024-12-31"},
		{"3年内", "", ""},
		{"100年内", "", ""},
		{"持續辦理", "", ""},
	} {
		p := parse(t, "| 項次 | 工作項目 | 主辦機關 | 完成期限 |\n|---|---|---|---|\n| 1 | 建置平臺 | 資訊處 | "+tt.when+" |\n")
		require.Len(t, p.Item(1).Deadlines, 1, tt.when)
		d := p.Item(1).Deadlines[0]
		require.Equal(t, tt.when, d.Text)
		require.Equal(t, tt.from+"|"+tt.by, d.From.String()+"|"+d.By.String(), tt.when)
	}
	p := parse(t, "一、任务\n（一）建设平台。（责任单位：市数据局；完成时限：113年12月）\n")
	require.Equal(t, plan.Date{Year: 2024, Month: 12, Day: 31}.String(), p.Item(1).Deadlines[0].By.String())
}
