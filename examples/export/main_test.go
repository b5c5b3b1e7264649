package main

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
)

var program = clitest.Program{Name: "export", Run: run}

func TestFormatsOfTheEmbeddedPlan(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ format, begins, holds string }{
		{"csv", "plan,section,", "市商務委"},
		{"markdown", "# 上海服务国家“一带一路”建设发挥桥头堡作用行动方案\n", "> 責任部門："},
		{"schema", "{\n  \"$schema\"", `"$defs"`},
		{"dot", "digraph {\n", "i60 -> "},
		{"mermaid", "flowchart LR\n", "i60 --> "},
		{"ics", "BEGIN:VCALENDAR\r\n", "DTSTAMP:20171001T000000Z"},
		{"akn", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso ", `<paragraph eId="sec_8__para_60">`},
	} {
		t.Run(tt.format, func(t *testing.T) {
			t.Parallel()
			out, errs, status := program.Call("", "-format", tt.format)
			require.Empty(t, errs)
			require.Zero(t, status)
			require.True(t, strings.HasPrefix(out, tt.begins), out[:min(len(out), 80)])
			require.Contains(t, out, tt.holds)
		})
	}
	out, _, _ := program.Call("", "-format", "schema")
	require.True(t, json.Valid([]byte(out)))
	out, _, _ = program.Call("", "-format", "akn")
	require.NoError(t, xml.Unmarshal([]byte(out), new(struct{})))
	byDefault, _, _ := program.Call("")
	out, _, _ = program.Call("", "-format", "csv")
	require.Equal(t, out, byDefault)
}

func TestSeveralFiles(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "方案.txt")
	require.NoError(t, os.WriteFile(file, []byte("一、任务\n（一）甲。2026年底前完成。（责任单位：市科委）\n"), 0o600))
	in := "一、任务\n（一）乙。（责任单位：市教委）\n"

	out, _, status := program.Call(in, "-bom", file, "-")
	require.Zero(t, status)
	require.True(t, strings.HasPrefix(out, "\ufeffplan,"))
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 3, "one head and two rows")

	out, _, _ = program.Call(in, "-format", "ics", file, "-")
	require.Equal(t, 2, strings.Count(out, "BEGIN:VCALENDAR\r\n"))
	out, _, _ = program.Call(in, "-format", "markdown", file, "-")
	require.Contains(t, out, "> 责任单位：市科委\n\n## 一、任务\n")
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "unknown format", Args: []string{"-format", "pdf"}, Status: 2, Says: "export: no format \"pdf\": want csv, markdown, schema, dot, mermaid, ics, akn\n"},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: export"},
		clitest.Wrong{Name: "mark elsewhere", Args: []string{"-format", "dot", "-bom"}, Status: 2, Says: "-bom is for csv"},
		clitest.Wrong{Name: "two documents", Args: []string{"-format", "akn", "a", "b"}, Status: 2, Says: "takes one FILE"},
		clitest.Wrong{Name: "missing file", Args: []string{"missing.txt"}, Status: 1, Says: "export: missing.txt: no such file or directory\n"},
	)
}
