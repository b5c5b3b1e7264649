package segment

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	sources "github.com/qiaotoubao/fangan/seeds"
)

// library returns an index of the embedded plan ("seed") and of the miniature
// plans in testdata, and the source of each.
func library(t testing.TB, o *IndexOptions) (*Index, map[string]string) {
	t.Helper()
	x, err := NewIndex(o)
	require.NoError(t, err)
	texts := map[string]string{"seed": sources.Bridgehead().Text}
	require.NoError(t, x.Add(Document{"seed", plan.Bridgehead(), texts["seed"]}))
	files, err := filepath.Glob("testdata/plans/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		texts[id] = string(data)
		require.NoError(t, x.Add(Document{id, parsed(t, texts[id]), texts[id]}))
	}
	return x, texts
}

func parsed(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, err := plan.Parse(text, nil)
	require.NoError(t, err)
	return p
}

// judged is a query with the items that should come first; one is enough.
type judged struct {
	query string
	plan  string
	items []int
}

// judgements are those of testdata/queries.tsv.
var judgements = readJudgements()

func readJudgements() []judged {
	data, err := os.ReadFile("testdata/queries.tsv")
	if err != nil {
		panic(err)
	}
	var list []judged
	for line := range strings.Lines(string(data)) {
		cols := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cols) != 3 {
			continue
		}
		j := judged{query: cols[0], plan: cols[1]}
		for n := range strings.SplitSeq(cols[2], ", ") {
			item, err := strconv.Atoi(n)
			if err != nil {
				panic(err)
			}
			j.items = append(j.items, item)
		}
		list = append(list, j)
	}
	return list
}

// TestQuality holds that what a query asks for comes first.
func TestQuality(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	require.GreaterOrEqual(t, len(judgements), 40)
	require.GreaterOrEqual(t, reciprocal(t, x, judgements), 0.9)
}

// reciprocal returns the mean reciprocal rank of the first item that was wanted.
func reciprocal(t *testing.T, x *Index, list []judged) float64 {
	sum := 0.0
	for _, j := range list {
		hits := x.Search(j.query, nil).Hits
		rank := slices.IndexFunc(hits, func(h Hit) bool { return h.Plan == j.plan && slices.Contains(j.items, h.Item) })
		if rank != 0 {
			t.Logf("%s: rank %d of %d", j.query, rank+1, len(hits))
		}
		if rank >= 0 {
			sum += 1 / float64(rank+1)
		}
	}
	t.Logf("mean reciprocal rank %.3f of %d queries", sum/float64(len(list)), len(list))
	return sum / float64(len(list))
}

// TestCorpus searches each item of the plans in the folder FANGAN_CORPUS by its
// own title, and holds that it comes first, or another of the same title does.
func TestCorpus(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("FANGAN_CORPUS")
	if dir == "" {
		t.Skip("FANGAN_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	x, err := NewIndex(nil)
	require.NoError(t, err)
	texts := map[string]string{}
	var titles []string
	sum, n := 0.0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := plan.Read(strings.NewReader(string(data)), nil)
		require.NoError(t, err)
		texts[file] = string(data)
		require.NoError(t, x.Add(Document{file, p, texts[file]}))
		for i := range p.Items() {
			if i.Title != "" {
				titles = append(titles, i.Title)
			}
		}
	}
	for _, title := range titles {
		hits := x.Search(title, nil).Hits
		n++
		if k := slices.IndexFunc(hits, func(h Hit) bool { return h.Title == title }); k >= 0 {
			sum += 1 / float64(k+1)
		}
		for _, h := range hits {
			inside(t, h, texts[h.Plan])
		}
	}
	t.Logf("%d plans, %d titles: mean reciprocal rank %.3f", len(files), n, sum/float64(n))
	require.GreaterOrEqual(t, sum/float64(n), 0.9)
}

// inside checks the spans of a hit.
func inside(t testing.TB, h Hit, source string) {
	t.Helper()
	end := 0
	for _, s := range h.Highlights {
		require.True(t, s.Start >= end && s.End > s.Start && s.End <= len(source), "%v of %d", h.Highlights, len(source))
		end = s.End
	}
	for _, s := range h.TitleHighlights {
		require.NotEmpty(t, s.Of(h.Title))
	}
	for _, s := range h.Snippet.Highlights {
		require.NotEmpty(t, s.Of(h.Snippet.Text))
	}
}
