package department

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/testcase"
)

// Each name of testdata/names.txt with its id, level and likeness, and whether
// the matcher finds it whole in a sentence and in a list.
func TestNamesGolden(t *testing.T) {
	t.Parallel()
	names, err := os.ReadFile("testdata/names.txt")
	require.NoError(t, err)
	empty, err := NewRegistry(nil)
	require.NoError(t, err)
	m, err := NewMatcher(empty, nil)
	require.NoError(t, err)
	var b strings.Builder
	b.WriteString("# name, id, level, likeness, found in a sentence, found in a list\n")
	for name := range strings.Lines(string(names)) {
		name = strings.TrimSpace(name)
		if name == "" || name[0] == '#' {
			continue
		}
		id := Canonical(name, Scope{})
		require.Equal(t, id, empty.ID(name, Scope{}))
		require.Equal(t, id, Canonical(id, Scope{}), "an id is its own id")
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%s\n", name, id, LevelOf(name), LooksLike(name),
			foundAs(t, m, "请", name, "研究提出意见"), foundAs(t, m, "（责任单位：", name, "、市商务委）"))
	}
	testcase.Golden(t, "testdata/names.golden", b.String())
}

// foundAs tells how a name in a text is found: yes, no, or which part of it.
func foundAs(t *testing.T, m *Matcher, before, name, after string) string {
	t.Helper()
	for _, x := range mentions(t, m, before+name+after) {
		switch {
		case x.Span.Start == len(before) && x.Span.End == len(before)+len(name):
			return "yes"
		case x.Span.Start < len(before)+len(name):
			return x.Text
		}
	}
	return "no"
}
