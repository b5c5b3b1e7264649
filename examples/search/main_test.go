package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
	"github.com/qiaotoubao/fangan/seeds"
)

var program = clitest.Program{Name: "search", Run: run}

func hits(t *testing.T, in string, args ...string) []hit {
	t.Helper()
	var found struct{ Hits []hit }
	require.NoError(t, json.Unmarshal([]byte(program.Output(t, in, append([]string{"-json"}, args...)...)), &found))
	require.NotNil(t, found.Hits)
	return found.Hits
}

func TestJSON(t *testing.T) {
	t.Parallel()
	text := seeds.Bridgehead().Text
	for _, tt := range []struct {
		query string
		item  int
		shown string
	}{
		{"跨境电子商务", 6, "跨境電子商務"},
		{"葡", 13, "葡"},
		{"第十二项", 12, "(十二)"},
		{"“第五十二条”", 52, "(五十二)"},
		{"市体育局", 47, "市體育局"},
	} {
		found := hits(t, "", tt.query)
		require.NotEmpty(t, found, tt.query)
		require.Equal(t, tt.item, found[0].Item, tt.query)
		var shown []string
		for _, s := range found[0].Highlights {
			shown = append(shown, s.Of(text))
		}
		require.Contains(t, shown, tt.shown)
	}
	require.Len(t, hits(t, "", "市发改委"), 13)
	require.Equal(t, 2, hits(t, "", "自由贸易港")[0].Section)
	require.Empty(t, hits(t, "", "龘"))
	require.Equal(t, "{\n  \"hits\": []\n}\n", program.Output(t, "", "-json", "龘"))
}

func TestFiles(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.txt")
	text := "一、总体\n（一）建设港口。改造泊位。\n（责任单位：市交通委）\n"
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	found := hits(t, text, "港", file, "-")
	require.Len(t, found, 2)
	require.Equal(t, file, found[0].Plan)
	require.Equal(t, "-", found[1].Plan)
	require.Equal(t, []offset.Span{{Start: 28, End: 31}}, found[0].Highlights)
}

func TestListing(t *testing.T) {
	t.Parallel()
	got := program.Output(t, "", "跨境電商")
	require.True(t, strings.HasPrefix(got, "(六)推動“一帶一路”跨境電子商務發展\n  上海服务"), got)
	require.Contains(t, got, "\n1 item: ")
	require.NotContains(t, got, "\x1b", "no colour where the output is no terminal")
	for line := range strings.Lines(program.Output(t, "", "上海")) {
		if !strings.Contains(line, "·") {
			require.LessOrEqual(t, cli.Columns(line), columns+2, line)
		}
	}
	require.Equal(t, "0 items\n", program.Output(t, "", "龘"))
}

func TestColour(t *testing.T) {
	t.Parallel()
	var pen cli.Pen
	require.Equal(t, "市港", colour(pen, "市港口", offset.Span{End: 6}, []offset.Span{{Start: 3, End: 9}}))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "no query", Status: 2, Says: "search: "},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-nonsense"}, Status: 2, Says: "usage: search"},
		clitest.Wrong{Name: "missing file", Args: []string{"港", "missing.txt"}, Status: 1, Says: "search: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00"), Args: []string{"港", "-"}, Status: 1, Says: "search: "},
	)
}
