package fold

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestKey(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ in, want, reason string }{
		{"", "", "nothing"},
		{"市财政局", "市财政局", "it is its own key"},
		{"市財政局", "市财政局", "the other script"},
		{"市 财政\n局　", "市财政局", "a line break in the name, a wide blank behind it"},
		{"市\u200B财政局\uFEFF", "市财政局", "signs without width"},
		{"ＡＰＥＣ", "apec", "width and case"},
	} {
		require.Equal(t, test.want, Key(test.in), test.reason)
	}
	require.Equal(t, "市財政局", Unblank(" 市財 政局"), "the script stays")
}
