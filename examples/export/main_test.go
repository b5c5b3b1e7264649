package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

// export runs the program and returns its output and exit status.
func runExport(t *testing.T, in string, args ...string) (out, errs string, status int) {
	t.Helper()
	var o, e bytes.Buffer
	err := run(args, strings.NewReader(in), &o, &e)
	status = cli.Status("export", err, &e)
	return o.String(), e.String(), status
}

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
			out, errs, status := runExport(t, "", "-format", tt.format)
			require.Empty(t, errs)
			require.Zero(t, status)
			require.True(t, strings.HasPrefix(out, tt.begins), out[:min(len(out), 80)])
			require.Contains(t, out, tt.holds)
		})
	}
	out, _, _ := runExport(t, "", "-format", "schema")
	require.True(t, json.Valid([]byte(out)))
	out, _, _ = runExport(t, "", "-format", "akn")
	require.NoError(t, xml.Unmarshal([]byte(out), new(struct{})))
	byDefault, _, _ := runExport(t, "")
	out, _, _ = runExport(t, "", "-format", "csv")
	require.Equal(t, out, byDefault)
}

func TestSeveralFiles(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "方案.txt")
	require.NoError(t, os.WriteFile(file, []byte("一、任务\n（一）甲。2026年底前完成。（责任单位：市科委）\n"), 0o600))
	in := "一、任务\n（一）乙。（责任单位：市教委）\n"

	out, _, status := runExport(t, in, "-bom", file, "-")
	require.Zero(t, status)
	require.True(t, strings.HasPrefix(out, "\ufeffplan,"))
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 3, "one head and two rows")

	out, _, _ = runExport(t, in, "-format", "ics", file, "-")
	require.Equal(t, 2, strings.Count(out, "BEGIN:VCALENDAR\r\n"))
	out, _, _ = runExport(t, in, "-format", "markdown", file, "-")
	require.Contains(t, out, "> 责任单位：市科委\n\n## 一、任务\n")
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		args   []string
		status int
		says   string
	}{
		{"unknown format", []string{"-format", "pdf"}, 2, "export: no format \"pdf\": want csv, markdown, schema, dot, mermaid, ics, akn\n"},
		{"unknown flag", []string{"-x"}, 2, "usage: export"},
		{"mark elsewhere", []string{"-format", "dot", "-bom"}, 2, "-bom is for csv"},
		{"two documents", []string{"-format", "akn", "a", "b"}, 2, "takes one FILE"},
		{"missing file", []string{"missing.txt"}, 1, "export: missing.txt: no such file or directory\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := runExport(t, "", tt.args...)
			require.Empty(t, out)
			require.Contains(t, errs, tt.says)
			require.Equal(t, tt.status, status)
		})
	}
}
