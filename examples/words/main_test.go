package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

// words runs the program and returns its output and exit status.
func words(in io.Reader, args ...string) (out, errs string, status int) {
	var o, e bytes.Buffer
	err := run(args, in, &o, &e)
	status = cli.Status("words", err, &e)
	return o.String(), e.String(), status
}

func TestText(t *testing.T) {
	t.Parallel()
	out, errs, status := words(strings.NewReader("市商务委會同上海海關\n\n  G60走廊"))
	require.Zero(t, status)
	require.Empty(t, errs)
	require.Equal(t, "0-12\t市商务委\n12-18\t會同\n18-30\t上海海關\n\n\n0-2\t  \n2-5\tG60\n5-11\t走廊\n", out)
}

func TestJSON(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, in, want, reason string }{
		{"empty", "", `[]`, "no line"},
		{"empty line", "\n", `[[]]`, "a line without words"},
		{"one line", "5G网络", `[[{"text":"5G","span":[0,2]},{"text":"网络","span":[2,8]}]]`, "no end of line is needed"},
		{"two lines", "网络\r\n5G\n", `[[{"text":"网络","span":[0,6]}],[{"text":"5G","span":[0,2]}]]`, "spans count from the line's start"},
		{"signs", "<&>\u3000", `[[{"text":"<","span":[0,1]},{"text":"&","span":[1,2]},{"text":">","span":[2,3]},{"text":"　","span":[3,6]}]]`, "nothing is lost"},
		{"invalid", "\xb9口岸", `[[{"text":"\ufffd","span":[0,1]},{"text":"口岸","span":[1,7]}]]`, "JSON cannot hold the byte, the span can"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := words(strings.NewReader(test.in), "-json")
			require.Zero(t, status, errs)
			require.JSONEq(t, test.want, out, test.reason)
			again, _, _ := words(iotest.OneByteReader(strings.NewReader(test.in)), "-json", "-")
			require.Equal(t, out, again, "however the input comes")
		})
	}
}

func TestFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(file, []byte("口岸"), 0o600))
	out, _, status := words(strings.NewReader("unread"), file)
	require.Zero(t, status)
	require.Equal(t, "0-6\t口岸\n", out)
}

func TestEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("loads 350,000 words")
	}
	t.Parallel()
	const in = "市商务委\n市商務委\n"
	out, errs, status := words(strings.NewReader(in), "-engine", "gse", "-json")
	require.Zero(t, status, errs)
	var lines [][]struct{ Text string }
	require.NoError(t, json.Unmarshal([]byte(out), &lines))
	require.Len(t, lines, 2)
	require.Len(t, lines[0], 3, "gse makes no names: %s", out)
	require.Len(t, lines[1], 3, "nor in the other script: %s", out)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		in     io.Reader
		args   []string
		status int
		says   string
	}{
		{"no file", nil, []string{filepath.Join(t.TempDir(), "none")}, 1, "none: no such file"},
		{"two files", nil, []string{"-", "-"}, 2, "one file"},
		{"no engine", nil, []string{"-engine", "jieba"}, 2, `no engine "jieba"`},
		{"no flag", nil, []string{"-nonsense"}, 2, "usage: words"},
		{"broken input", iotest.ErrReader(errors.New("broken")), nil, 1, "words: broken"},
		{"broken input as JSON", iotest.ErrReader(errors.New("broken")), []string{"-json"}, 1, "words: broken"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, errs, status := words(test.in, test.args...)
			require.Equal(t, test.status, status)
			require.Contains(t, errs, test.says)
		})
	}
}
