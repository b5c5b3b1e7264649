package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// sentence is a sentence with the words that it should have.
type sentence struct {
	text  string
	words []string
}

// readGold reads sentences and their words, a line each, with a tab between.
func readGold(t *testing.T, file string) []sentence {
	t.Helper()
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	var all []sentence
	for line := range strings.Lines(string(text)) {
		whole, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		require.True(t, ok, line)
		s := sentence{whole, strings.Fields(words)}
		require.Equal(t, whole, strings.Join(s.words, ""), "a gold sentence is its words")
		all = append(all, s)
	}
	return all
}

// spans returns where the words of a sentence are in a text that begins with it.
func spans(words []string) map[offset.Span]bool {
	all := map[offset.Span]bool{}
	end := 0
	for _, w := range words {
		all[offset.Span{Start: end, End: end + len(w)}] = true
		end += len(w)
	}
	return all
}

// score returns the F1 of word spans over all sentences, each rewritten by
// rewrite, which must not change how many words they have.
func score(t *testing.T, s *Segmenter, gold []sentence, rewrite func(string) string) float64 {
	t.Helper()
	right, found, wanted := 0, 0, 0
	for _, g := range gold {
		text := rewrite(g.text)
		want := make([]string, len(g.words))
		rest := []rune(text)
		for i, w := range g.words {
			n := len([]rune(w))
			want[i], rest = string(rest[:n]), rest[n:]
		}
		got := cut(t, s, text)
		wantSpans := spans(want)
		for span := range spans(got) {
			if wantSpans[span] {
				right++
			}
		}
		found += len(got)
		wanted += len(want)
		if a, b := strings.Join(got, " "), strings.Join(want, " "); a != b {
			t.Logf("got  %s\nwant %s", a, b)
		}
	}
	return 2 * float64(right) / float64(found+wanted)
}

// TestGold holds the share of right words on sentences of plans, in Simplified
// script and in the Traditional forms of the mainland, Taiwan and Hong Kong. The
// sentences in testdata are our own; those of elsewhere.tsv were written before
// anything was measured on them, with names of bodies all over China.
func TestGold(t *testing.T) {
	t.Parallel()
	files := []string{"testdata/gold.tsv", "testdata/elsewhere.tsv"}
	if dir := os.Getenv("FANGAN_CONFORM"); dir != "" {
		files = append(files, filepath.Join(dir, "segment-gold.tsv"))
	}
	s := newSegmenter(t, nil)
	for _, file := range files {
		gold := readGold(t, file)
		hans := score(t, s, gold, func(text string) string { return text })
		t.Logf("%s: F1 %.4f", file, hans)
		require.GreaterOrEqual(t, hans, 0.96, file)
		for _, scheme := range []convert.Scheme{convert.S2T, convert.S2TW, convert.S2HK} {
			c, err := convert.New(scheme, nil)
			require.NoError(t, err)
			hant := score(t, s, gold, c.String)
			t.Logf("%s in %s: F1 %.4f", file, scheme, hant)
			require.InDelta(t, hans, hant, 0.005, "%s in %s", file, scheme)
		}
	}
}
