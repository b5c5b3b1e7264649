package repair_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/seeds"
)

// TestSeed holds that the nine damaged places of the embedded plan come out
// right, each with a proof, and that nothing else changes.
func TestSeed(t *testing.T) {
	t.Parallel()
	text := seeds.Bridgehead().Text
	res := repair.Fix(text, nil)
	type change struct{ from, to string }
	var got []change
	for _, e := range res.Edits {
		got = append(got, change{e.From, e.To})
		require.Equal(t, repair.Replaced, e.Kind)
		require.Greater(t, e.Confidence, repair.DefaultLimit)
		require.Contains(t, e.Evidence, "A3BF→3F in GB18030 makes ")
	}
	whole := change{"??偛?", "海總部"}
	require.Equal(t, []change{
		{"??缇撤召Q", "海跨境服務貿"},
		whole, whole, whole, whole, whole,
		{"??偛俊⑸虾cy", "海總部、上海銀"},
		{"??偛俊⑹薪鹑谵k", "海總部、市金融辦"},
		{"??萍拣^", "海科技館"},
	}, got)
	require.Empty(t, res.Unsure)
	checkResult(t, text, &res)
}

// checkResult holds what is true of any result: edits in order, spans that
// slice to what they name, and a map that says the same.
func checkResult(t *testing.T, text string, res *repair.Result) {
	t.Helper()
	before, after := offset.Span{}, offset.Span{}
	var rebuilt strings.Builder
	for _, e := range res.Edits {
		require.GreaterOrEqual(t, e.Before.Start, before.End)
		require.Equal(t, e.From, e.Before.Of(text))
		require.Equal(t, e.To, e.After.Of(res.Text))
		rebuilt.WriteString(text[before.End:e.Before.Start] + e.To)
		before, after = e.Before, e.After
	}
	require.Equal(t, res.Text, rebuilt.String()+text[before.End:], "edits make the text")
	require.LessOrEqual(t, after.End, len(res.Text))
	for e := range res.Map.Edits() {
		require.Equal(t, e.Before, res.Map.ToBefore(e.After))
	}
	for _, e := range res.Unsure {
		require.Equal(t, e.From, e.Before.Of(text))
	}
}

func TestSoundTextIsReturnedAsItIs(t *testing.T) {
	text := "推進貿易便利化，是否可行？加快建設國際貿易「單一窗口」。真的嗎?是的!第12項(責任部門:市商務委)。\n推进贸易便利化，是否可行？"
	repair.Fix("甲", nil) // the tables
	require.Zero(t, testing.AllocsPerRun(20, func() {
		res := repair.Fix(text, nil)
		if res.Text != text || res.Map != nil {
			panic("changed")
		}
	}))
}
