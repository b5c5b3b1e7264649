package segment

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/reference"
)

// TestReferences runs the conformance cases.
func TestReferences(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("FANGAN_CONFORM")
	if dir == "" {
		t.Skip("FANGAN_CONFORM is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, "references.json"))
	require.NoError(t, err)
	type want struct {
		Phrase   string
		Kind     reference.Kind
		Numbers  []int
		Path     []reference.Level
		Document string
	}
	var file struct {
		Cases []struct {
			Text string
			Refs []want
			Why  string
		}
	}
	require.NoError(t, json.Unmarshal(data, &file))
	require.NotEmpty(t, file.Cases)
	for _, c := range file.Cases {
		got := []want{}
		for r := range References(c.Text) {
			require.Equal(t, r.Span.Of(c.Text), r.Text)
			got = append(got, want{r.Text, r.Kind, r.Numbers, r.Path, r.Document})
		}
		require.Equal(t, c.Refs, got, "%s: %s", c.Text, c.Why)
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
