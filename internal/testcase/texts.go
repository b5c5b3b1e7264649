package testcase

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Text is a sample text of our own.
type Text struct{ Name, Text string }

// Texts reads the files that match a pattern, of which there must be some.
func Texts(tb testing.TB, pattern string) []Text {
	tb.Helper()
	files, err := filepath.Glob(pattern)
	require.NoError(tb, err)
	require.NotEmpty(tb, files)
	var all []Text
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(tb, err)
		all = append(all, Text{filepath.Base(f), string(data)})
	}
	return all
}
