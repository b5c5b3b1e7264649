package target

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
)

// TestFold holds that the table agrees with the folding of all characters, as far
// as it goes, and that folding twice changes nothing.
func TestFold(t *testing.T) {
	t.Parallel()
	for from, to := range traditional {
		if from != '圓' { // 圆 in most words, 元 as money
			require.Equal(t, convert.FoldRune(from), convert.FoldRune(to), "%c, %c", from, to)
		}
	}
	for r := range rune(0x11000) {
		require.Equal(t, fold(r), fold(fold(r)), "%c", r)
	}
	for in, want := range map[rune]rune{'％': '%', '１': '１', '，': '，', '、': '、', '達': '达', '达': '达', '龘': '龘'} {
		require.Equal(t, string(want), string(fold(in)))
	}
}
