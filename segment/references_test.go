package segment

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/reference"
)

// TestReferences holds that the grammar is that of package reference.
func TestReferences(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "依据《甲条例》第三条第（二）、（四）项和附件2，见（五）", "按照第\n十二條"} {
		require.Equal(t, slices.Collect(reference.Find(text)), slices.Collect(References(text)))
	}
}

// A line break inside a citation, as PDF files have it, loses nothing.
func TestReferenceOverLineBreak(t *testing.T) {
	t.Parallel()
	for _, br := range []string{"\n", "\r\n", "\n　"} {
		phrase := "第三部分第" + br + "（二）项"
		text := "见" + phrase + "。"
		all := slices.Collect(References(text))
		require.Len(t, all, 1)
		require.Equal(t, phrase, all[0].Span.Of(text))
		require.Equal(t, []reference.Level{{Kind: reference.Section, Number: 3}, {Kind: reference.Item, Number: 2}}, all[0].Path)
		require.Equal(t, []int{2}, all[0].Numbers)
	}
}
