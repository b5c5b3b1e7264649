package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/lexicon"
)

// TestImageIsCurrent holds that the image is what the lists compile to, byte for
// byte, and within its bounds.
func TestImageIsCurrent(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the lists")
	}
	t.Chdir("..")
	file := filepath.Join(t.TempDir(), "words.bin")
	require.NoError(t, run(file, defaultLimit))
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	got, err := os.ReadFile("words.bin")
	require.NoError(t, err)
	require.True(t, string(want) == string(got), "run go generate ./segment/internal/words")
	require.Less(t, len(got), 3_500_000)
}

func TestChoose(t *testing.T) {
	t.Parallel()
	source := []word{
		{text: "知识", frequency: 5000, speech: "n"},
		{text: "产权", frequency: 2000, speech: "n"},
		{text: "知识产权", frequency: 900, speech: "n"},
		{text: "符合", frequency: 50_000, speech: "v"},
		{text: "规定", frequency: 50_000, speech: "n"},
		{text: "符合规定", frequency: 4, speech: "l"},
		{text: "五年", frequency: 90, speech: "m"},
		{text: "一些", frequency: 90, speech: "m"},
		{text: "各区", frequency: 90, speech: "r"},
		{text: "放在", frequency: 90, speech: "v"},
		{text: "存在", frequency: 90, speech: "v"},
		{text: "其余", frequency: 60_000_000, speech: "r"},
	}
	var kept []string
	for _, w := range choose(source) {
		kept = append(kept, w.text)
	}
	require.Equal(t, []string{"知识", "产权", "知识产权", "符合", "规定", "一些", "存在", "其余"}, kept,
		"without phrases, counted words, 各 and 在 with another word")
}

func TestClassOf(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text, speech string
		want         lexicon.Class
	}{
		{"浙江", "ns", lexicon.Place},
		{"财政局", "n", lexicon.Body},
		{"格局", "n", lexicon.Other + lexicon.Noun},
		{"财政部", "nt", lexicon.Body},
		{"内部", "n", lexicon.Noun},
		{"推进", "v", lexicon.Other},
		{"堡", "ng", lexicon.Single},
		{"的", "uj", lexicon.Other},
		{"华为", "nz", lexicon.Proper},
		{"理工大学", "nt", lexicon.Institution},
		{"保险公司", "nt", lexicon.Company},
		{"跨国公司", "n", lexicon.Noun},
		{"浙江省人民政府", "nt", lexicon.Seat},
		{"文明办", "nr", lexicon.Body},
		{"怎么办", "l", lexicon.Noun},
		{"大学", "n", lexicon.Noun},
	} {
		require.Equal(t, test.want, classOf(test.text, test.speech), test.text)
	}
}

func TestMerge(t *testing.T) {
	t.Parallel()
	own := []word{{text: "營商", class: lexicon.Noun}, {text: "小微", frequency: 300}}
	source := []word{
		{text: "小微", frequency: 900}, {text: "少见", frequency: 5}, {text: "见", frequency: 9000}, {text: "發展", frequency: 7}, {text: "发展", frequency: 70},
	}
	require.Equal(t, []word{
		{text: "营商", frequency: unlisted, class: lexicon.Noun},
		{text: "小微", frequency: 900},
		{text: "见", frequency: 2},
		{text: "发展", frequency: 70},
	}, merge(own, source, 6), "folded, ours first, the rare left out")
}

func TestReadOwn(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "list.txt")
	write := func(text string) { require.NoError(t, os.WriteFile(file, []byte(text), 0o600)) }
	write("# comment\n[place] 400\n长三角 东北 # more\n[year] 年\n")
	words, err := readOwn(file)
	require.NoError(t, err)
	require.Equal(t, []word{{"长三角", 400, "", lexicon.Place}, {"东北", 400, "", lexicon.Place}, {"年", 400, "", lexicon.Year}}, words)
	write("[planet] 火星")
	_, err = readOwn(file)
	require.ErrorContains(t, err, "[planet]")
	_, err = readOwn(file + "x")
	require.ErrorIs(t, err, os.ErrNotExist)
}
