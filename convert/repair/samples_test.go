package repair_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sample is a sound text of our own.
type sample struct {
	name, text string
	hant       bool
}

// samples reads the texts of package charset, which are in both scripts and of
// several genres.
func samples(t testing.TB) []sample {
	t.Helper()
	files, err := filepath.Glob("../charset/testdata/texts/han*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var list []sample
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		base := filepath.Base(name)
		list = append(list, sample{base, string(data), strings.HasPrefix(base, "hant")})
	}
	return list
}

// some returns every nth sample: a measure that takes long needs no more, and
// fewer still in short tests.
func some(list []sample, n int) []sample {
	if testing.Short() {
		n *= 5
	}
	var kept []sample
	for i := 0; i < len(list); i += n {
		kept = append(kept, list[i])
	}
	return kept
}
