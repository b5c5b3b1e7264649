package department

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFormsFile(t *testing.T) {
	t.Parallel()
	classes := map[string]bool{"S": true, "W": true, "P": true, "G": true, "N": true, "C": true}
	for line := range strings.Lines(formsFile) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		require.Len(t, c, 4, line)
		require.True(t, classes[c[0]], line)
		require.Equal(t, foldName(c[1]), c[1], "canonical spellings are folded ones")
		if c[0] == "S" {
			var total strings.Builder
			for _, e := range endingsOf(c[3]) {
				total.WriteString(e.short)
			}
			require.True(t, c[3] == "" || total.String() == c[3], "endings of %s", line)
		}
	}
}

// A spelling that stands for two bodies would make the id depend on the order
// of the table.
func TestFormsAreUnambiguous(t *testing.T) {
	t.Parallel()
	owner := map[string]string{}
	for line := range strings.Lines(formsFile) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		table := map[string]form{}
		addForms(table, strings.Split(line, "\t"))
		for spelling, f := range table {
			if first, ok := owner[spelling]; ok {
				require.Equal(t, first, f.canonical, "%s in %s", spelling, line)
			}
			owner[spelling] = f.canonical
		}
	}
	require.Greater(t, len(owner), 1000)
}

func TestCanonicalFormsAreForms(t *testing.T) {
	t.Parallel()
	for spelling, f := range forms() {
		got, ok := forms()[f.canonical]
		require.True(t, ok, "%s of %s", f.canonical, spelling)
		require.Equal(t, f.canonical, got.canonical)
	}
}
