package repair_test

import (
	"strings"
	"testing"

	"github.com/qiaotoubao/fangan/internal/testcase"
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
	var list []sample
	for _, x := range testcase.Texts(t, "../charset/testdata/texts/han*.txt") {
		list = append(list, sample{x.Name, x.Text, strings.HasPrefix(x.Name, "hant")})
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
