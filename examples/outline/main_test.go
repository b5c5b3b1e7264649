package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/seeds"
)

func outline(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	require.NoError(t, run(args, strings.NewReader(in), &out, io.Discard))
	return out.String()
}

func TestEmbeddedPlan(t *testing.T) {
	t.Parallel()
	got := outline(t, "")
	require.True(t, strings.HasPrefix(got, "上海服务国家“一带一路”建设发挥桥头堡作用行动方案\n"))
	require.Equal(t, 60, strings.Count(got, "責任部門：")+strings.Count(got, "責任單位："))
	require.NotContains(t, got, "\x1b", "no colour where the output is no terminal")
}

// TestFileAndStandardInput holds that both give what the embedded plan is, but
// for what the text lacks.
func TestFileAndStandardInput(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "seed.txt")
	text := seeds.Bridgehead().Text
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	fromFile := outline(t, "", "-json", file)
	require.Equal(t, fromFile, outline(t, text, "-json", "-"))

	var embedded, read map[string]any
	require.NoError(t, json.Unmarshal([]byte(outline(t, "", "-json")), &embedded))
	require.NoError(t, json.Unmarshal([]byte(fromFile), &read))
	for _, key := range []string{"title", "issuer", "date"} {
		require.Contains(t, embedded, key)
		require.NotContains(t, read, key)
		delete(embedded, key)
	}
	require.Equal(t, embedded, read)
}

func TestSeveralFilesAreAnArray(t *testing.T) {
	t.Parallel()
	var plans []any
	file := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(file, []byte("一、总体要求"), 0o600))
	require.NoError(t, json.Unmarshal([]byte(outline(t, "一、甲", "-json", file, "-")), &plans))
	require.Len(t, plans, 2)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	status := func(in string, args ...string) (int, string) {
		var errs bytes.Buffer
		err := run(args, strings.NewReader(in), io.Discard, &errs)
		errs.Reset()
		return cli.Status("outline", err, &errs), errs.String()
	}
	code, said := status("", filepath.Join(t.TempDir(), "none"))
	require.Equal(t, 1, code)
	require.Equal(t, 1, strings.Count(said, "\n"), said)
	code, said = status("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00\x01\x00\x00\x00", "-")
	require.Equal(t, 1, code, said)
	code, _ = status("", "-nonsense")
	require.Equal(t, 2, code)
}
