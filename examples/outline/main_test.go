package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
	"github.com/qiaotoubao/fangan/seeds"
)

var program = clitest.Program{Name: "outline", Run: run}

func TestEmbeddedPlan(t *testing.T) {
	t.Parallel()
	got := program.Output(t, "")
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
	fromFile := program.Output(t, "", "-json", file)
	require.Equal(t, fromFile, program.Output(t, text, "-json", "-"))

	var embedded, read map[string]any
	require.NoError(t, json.Unmarshal([]byte(program.Output(t, "", "-json")), &embedded))
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
	require.NoError(t, json.Unmarshal([]byte(program.Output(t, "一、甲", "-json", file, "-")), &plans))
	require.Len(t, plans, 2)
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "outline: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "no text", In: strings.NewReader("\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e\x00\x01\x00\x00\x00"), Args: []string{"-"}, Status: 1, Says: "outline: "},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-nonsense"}, Status: 2, Says: "usage: outline"},
	)
}
