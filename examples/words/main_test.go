package main

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
)

var program = clitest.Program{Name: "words", Run: run}

func TestText(t *testing.T) {
	t.Parallel()
	out, errs, status := program.Call("市商务委會同上海海關\n\n  G60走廊")
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
			out, errs, status := program.Call(test.in, "-json")
			require.Zero(t, status, errs)
			require.JSONEq(t, test.want, out, test.reason)
			again, _, _ := program.CallFrom(iotest.OneByteReader(strings.NewReader(test.in)), "-json", "-")
			require.Equal(t, out, again, "however the input comes")
		})
	}
}

func TestFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(file, []byte("口岸"), 0o600))
	out, _, status := program.Call("unread", file)
	require.Zero(t, status)
	require.Equal(t, "0-6\t口岸\n", out)
}

func TestEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("loads 350,000 words")
	}
	t.Parallel()
	const in = "市商务委\n市商務委\n"
	out, errs, status := program.Call(in, "-engine", "gse", "-json")
	require.Zero(t, status, errs)
	var lines [][]struct{ Text string }
	require.NoError(t, json.Unmarshal([]byte(out), &lines))
	require.Len(t, lines, 2)
	require.Len(t, lines[0], 3, "gse makes no names: %s", out)
	require.Len(t, lines[1], 3, "nor in the other script: %s", out)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "words: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "two files", Args: []string{"-", "-"}, Status: 2, Says: "one file"},
		clitest.Wrong{Name: "no engine", Args: []string{"-engine", "jieba"}, Status: 2, Says: `no engine "jieba"`},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-nonsense"}, Status: 2, Says: "usage: words"},
		clitest.Wrong{Name: "broken input", In: iotest.ErrReader(errors.New("broken")), Status: 1, Says: "words: broken"},
		clitest.Wrong{Name: "broken input as JSON", In: iotest.ErrReader(errors.New("broken")), Args: []string{"-json"}, Status: 1, Says: "words: broken"},
	)
}
