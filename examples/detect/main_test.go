package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

// detect runs the program and returns its output and exit status.
func detect(t *testing.T, in string, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	err := run(args, strings.NewReader(in), &o, &e)
	status = cli.Status("detect", err, &e)
	return o.String(), e.String(), status
}

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
			out, errs, status := detect(t, tt.in, tt.args...)
			require.Equal(t, tt.want, out)
			require.Empty(t, errs)
			require.Zero(t, status)
		})
	}
	out, _, _ := detect(t, "国", file, "-")
	require.Equal(t, file+"  UTF-8        Hant   Hans 0  Hant 4\n"+
		cli.PadRight("-", cli.Columns(file))+"  UTF-8        none   Hans 1  Hant 0\n", out, "columns line up")
}

func TestJSON(t *testing.T) {
	t.Parallel()
	out, _, status := detect(t, "國務院", "-json", "-")
	require.Zero(t, status)
	require.JSONEq(t, `[{"file":"-","charset":"UTF-8","script":"Hant","hans":0,"hant":2}]`, out)
	require.True(t, json.Valid([]byte(out)))
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		in     string
		args   []string
		status int
		says   string
	}{
		{"missing file", "", []string{"missing.txt"}, 1, "detect: missing.txt: no such file or directory\n"},
		{"unknown flag", "", []string{"-x"}, 2, "usage: detect"},
		{"two outputs", "", []string{"-json", "-leftovers"}, 2, "exclude each other"},
		{"no text", "\x00\x01\x02\x7fELF\x00\x00\x00\x00\x00\x00", nil, 1, "detect: "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := detect(t, tt.in, tt.args...)
			require.Empty(t, out)
			require.Contains(t, errs, tt.says)
			require.Equal(t, tt.status, status)
		})
	}
}
