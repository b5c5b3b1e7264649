package gseengine_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/seeds"
	"github.com/qiaotoubao/fangan/segment"
	"github.com/qiaotoubao/fangan/segment/gseengine"
)

// gseList returns gse's own Simplified list, less what a list of package segment
// cannot have.
func gseList(t *testing.T) []segment.Entry {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		t.Skip("no go command")
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "data/dict/zh/s_1.txt"))
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	all, err := segment.ReadList(file)
	require.NoError(t, err)
	return slices.DeleteFunc(all, func(e segment.Entry) bool { return e.Frequency < 2 })
}

// dashes matches what package segment keeps together and gse does not.
var dashes = strings.NewReplacer("—|—", "——", "…|…", "……")

// TestOracle holds that the words of package segment, with its rules off, are
// gse's words with the same list, in either script, but for repeated dashes.
func TestOracle(t *testing.T) {
	if testing.Short() {
		t.Skip("loads 350,000 words")
	}
	t.Parallel()
	list := gseList(t)
	theirs, err := gseengine.New(list, &gseengine.Options{Fold: true})
	require.NoError(t, err)
	ours, err := segment.New(&segment.Options{List: list, Plain: true})
	require.NoError(t, err)
	hant, err := convert.New(convert.S2TW, nil)
	require.NoError(t, err)
	gold, err := os.ReadFile("../testdata/gold.tsv")
	require.NoError(t, err)
	texts := strings.Split(seeds.Bridgehead().Text+string(gold)+hant.String(string(gold)), "\n")
	words := 0
	for _, text := range texts {
		var got []string
		for w := range ours.Words(text) {
			got = append(got, w.Text)
		}
		want := cut(t, theirs, text)
		words += len(want)
		require.Equal(t, dashes.Replace(strings.Join(want, "|")), strings.Join(got, "|"))
	}
	require.Greater(t, words, 5000)
}
