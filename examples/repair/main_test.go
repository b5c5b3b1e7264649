package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
	"github.com/qiaotoubao/fangan/seeds"
)

var program = clitest.Program{Name: "repair", Run: run}

func TestJSON(t *testing.T) {
	t.Parallel()
	text := seeds.Bridgehead().Text
	out := program.Output(t, text, "-json")
	var r report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Len(t, r.Edits, 9)
	require.Empty(t, r.Unsure)
	for _, e := range r.Edits {
		require.Equal(t, e.From, e.Before.Of(text))
		require.Equal(t, len(e.To), e.After.Len())
	}
	require.Contains(t, out, `"kind": "replaced"`)
	require.Contains(t, out, "A3BF→3F in GB18030 makes")
}

// TestSpansAreOfTheFile holds that places count bytes of the file, not of the
// text that it holds.
func TestSpansAreOfTheFile(t *testing.T) {
	t.Parallel()
	file := "\xef\xbb\xbf沪府发?2017?6号"
	out := program.Output(t, file, "-json", "-")
	var r report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Len(t, r.Edits, 2)
	require.Equal(t, "?", r.Edits[0].Before.Of(file))
	require.Equal(t, 12, r.Edits[0].Before.Start)

	require.JSONEq(t, `{"edits":[]}`, program.Output(t, "甲乙", "-json"))
}

func TestText(t *testing.T) {
	t.Parallel()
	out, errs, status := program.Call("沪府发?2017?6号，亳(bó)州")
	require.Zero(t, status)
	require.Equal(t, "沪府发〔2017〕6号，亳(bó)州", out)
	require.Contains(t, errs, "2 repaired, 1 left alone\n")
	require.Contains(t, errs, `[9,10)	"?" → "〔"	brackets, 0.95: the year of a document's number`)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: repair"},
		clitest.Wrong{Name: "two files", Args: []string{"a", "b"}, Status: 2, Says: "one"},
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "repair: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x89PNG\r\n\x1a\n"), Status: 1, Says: "repair: "},
	)
}
