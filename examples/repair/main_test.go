package main

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/seeds"
)

func TestJSON(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	text := seeds.Bridgehead().Text
	require.NoError(t, run([]string{"-json"}, strings.NewReader(text), &out, io.Discard))
	var r report
	require.NoError(t, json.Unmarshal(out.Bytes(), &r))
	require.Len(t, r.Edits, 9)
	require.Empty(t, r.Unsure)
	for _, e := range r.Edits {
		require.Equal(t, e.From, e.Before.Of(text))
		require.Equal(t, len(e.To), e.After.Len())
	}
	require.Contains(t, out.String(), `"kind": "replaced"`)
	require.Contains(t, out.String(), "A3BF→3F in GB18030 makes")
}

// TestSpansAreOfTheFile holds that places count bytes of the file, not of the
// text that it holds.
func TestSpansAreOfTheFile(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	file := "\xef\xbb\xbf沪府发?2017?6号"
	require.NoError(t, run([]string{"-json", "-"}, strings.NewReader(file), &out, io.Discard))
	var r report
	require.NoError(t, json.Unmarshal(out.Bytes(), &r))
	require.Len(t, r.Edits, 2)
	require.Equal(t, "?", r.Edits[0].Before.Of(file))
	require.Equal(t, 12, r.Edits[0].Before.Start)

	out.Reset()
	require.NoError(t, run([]string{"-json"}, strings.NewReader("甲乙"), &out, io.Discard))
	require.JSONEq(t, `{"edits":[]}`, out.String())
}

func TestText(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	require.NoError(t, run(nil, strings.NewReader("沪府发?2017?6号，亳(bó)州"), &out, &errs))
	require.Equal(t, "沪府发〔2017〕6号，亳(bó)州", out.String())
	require.Contains(t, errs.String(), "2 repaired, 1 left alone\n")
	require.Contains(t, errs.String(), `[9,10)	"?" → "〔"	brackets, 0.95: the year of a document's number`)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	status := func(in string, args ...string) int {
		return cli.Status("repair", run(args, strings.NewReader(in), io.Discard, io.Discard), io.Discard)
	}
	require.Equal(t, 2, status("", "-x"))
	require.Equal(t, 2, status("", "a", "b"))
	require.Equal(t, 1, status("", "missing.txt"))
	require.Equal(t, 1, status("\x89PNG\r\n\x1a\n"))
}
