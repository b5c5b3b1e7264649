package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
)

var program = clitest.Program{Name: "detect", Run: run}

func TestDetect(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "計劃.txt")
	require.NoError(t, os.WriteFile(file, []byte("國務院關於發展"), 0o600))
	for _, tt := range []struct {
		name, in string
		args     []string
		want     string
	}{
		{"simplified", "国务院关于发展计划的通知", nil, "-  UTF-8        Hans   Hans 5  Hant 0\n"},
		{"traditional", "我國今后的發展計劃", []string{"-"}, "-  UTF-8        Hant   Hans 0  Hant 4\n"},
		{"gb18030", "\xb9\xfa\xce\xf1\xd4\xba\xb9\xd8\xd3\xda\xb7\xa2\xd5\xb9\xbc\xc6\xbb\xae", nil, "-  GB18030      Hans   Hans 5  Hant 0\n"},
		{"mixed", "國家發展，国家发展", nil, "-  UTF-8        mixed  Hans 2  Hant 2\n"},
		{"neither", "上海市", nil, "-  UTF-8        none   Hans 0  Hant 0\n"},
		{"empty", "", nil, "-  US-ASCII     none   Hans 0  Hant 0\n"},
		{"leftovers", "皇后。\n今后\n發展對于", []string{"-leftovers"}, "-  UTF-8        Hant   Hans 0  Hant 2\n  2:2\t后 → 後\t今后\n  3:4\t于 → 於\t發展對于\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := program.Call(tt.in, tt.args...)
			require.Equal(t, tt.want, out)
			require.Empty(t, errs)
			require.Zero(t, status)
		})
	}
	out, _, _ := program.Call("国", file, "-")
	require.Equal(t, file+"  UTF-8        Hant   Hans 0  Hant 4\n"+
		cli.PadRight("-", cli.Columns(file))+"  UTF-8        none   Hans 1  Hant 0\n", out, "columns line up")
}

func TestJSON(t *testing.T) {
	t.Parallel()
	out, _, status := program.Call("國務院", "-json", "-")
	require.Zero(t, status)
	require.JSONEq(t, `[{"file":"-","charset":"UTF-8","script":"Hant","hans":0,"hant":2}]`, out)
	require.True(t, json.Valid([]byte(out)))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "detect: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: detect"},
		clitest.Wrong{Name: "two outputs", Args: []string{"-json", "-leftovers"}, Status: 2, Says: "exclude each other"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x00\x01\x02\x7fELF\x00\x00\x00\x00\x00\x00"), Status: 1, Says: "detect: "},
	)
}
