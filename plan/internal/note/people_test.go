package note

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestPostEnds(t *testing.T) {
	t.Parallel()
	for _, p := range posts {
		last, _ := utf8.DecodeLastRuneInString(p)
		require.Contains(t, postEnds, string(last), p)
	}
}
