package opencc_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
)

// files is a file system with one configuration.
func files(config string) fstest.MapFS {
	return fstest.MapFS{
		"c.json":      {Data: []byte(config)},
		"a/Words.txt": {Data: []byte("甲乙\t丙丁\n")},
		"b/Words.txt": {Data: []byte("甲乙\t戊己\n")},
		"b/Rare.txt":  {Data: []byte("庚\t辛\n")},
		"b/Bad.txt":   {Data: []byte("甲\t乙\n\n丙\n")},
	}
}

func load(config string, noRare bool) (*opencc.Config, error) {
	l := opencc.Loader{FS: files(config), Dictionaries: []string{"a", "b"}, NoRare: noRare}
	return l.Load("c.json")
}

// TestLoadJSON holds what a configuration may have beyond JSON.
func TestLoadJSON(t *testing.T) {
	t.Parallel()
	for name, config := range map[string]string{
		"plain":             `{"name": "N", "conversion_chain": []}`,
		"comments":          "// first\n{\"name\": \"N\", /* and\n another */ \"conversion_chain\": []}",
		"comment at end":    `{"name": "N", "conversion_chain": []} // without a line break`,
		"commas":            `{"name": "N", "conversion_chain": [],}`,
		"comma and comment": "{\"name\": \"N\", \"conversion_chain\": [], // last\n}",
	} {
		cfg, err := load(config, false)
		require.NoError(t, err, name)
		require.Equal(t, "N", cfg.Name, name)
	}
	cfg, err := load(`{"name": "a // b, } \" /* c", "conversion_chain": []}`, false)
	require.NoError(t, err)
	require.Equal(t, `a // b, } " /* c`, cfg.Name, "strings stay")
	for name, config := range map[string]string{
		"two commas":        `{"name": "N", "conversion_chain": [,,]}`,
		"open comment":      `{"name": "N", /* "conversion_chain": []}`,
		"open string":       `{"name": "N`,
		"open escape":       `{"name": "\`,
		"two chains' types": `{"conversion_chain": {}}`,
	} {
		_, err := load(config, false)
		require.ErrorContains(t, err, "c.json: ", name)
	}
}

// TestLoadDictionaries holds where dictionaries are looked for, and which fall away.
func TestLoadDictionaries(t *testing.T) {
	t.Parallel()
	const config = `{"conversion_chain": [
		{"dict": {"type": "ocd2", "file": "Words.ocd2"}},
		{"dict": {"type": "text", "file": "Rare.txt", "may_output_tofu": true}},
		{"dict": {"type": "group", "dicts": [{"type": "ocd", "file": "Rare.ocd", "may_output_tofu": true}]}},
		{"dict": {"type": "group", "match_policy": "short_circuit", "dicts": [
			{"type": "ocd2", "file": "Words.ocd2"}, {"type": "ocd2", "file": "Rare.ocd2", "may_output_tofu": true}]}}
	]}`
	all, err := load(config, false)
	require.NoError(t, err)
	require.Len(t, all.Chain, 4)
	require.Equal(t, []opencc.Entry{{Key: "甲乙", Values: []string{"丙丁"}}}, all.Chain[0].Lexicon.Entries, "the first folder counts")
	require.Same(t, all.Chain[0].Lexicon, all.Chain[3].Members[0].Lexicon, "a file is read once")

	common, err := load(config, true)
	require.NoError(t, err)
	require.Len(t, common.Chain, 2, "steps of rare characters alone fall away")
	require.Len(t, common.Chain[1].Members, 1)
}

func TestLoadErrors(t *testing.T) {
	t.Parallel()
	_, err := load(`{"conversion_chain": [{"dict": {"type": "ocd2", "file": "Bad.ocd2"}}]}`, false)
	require.EqualError(t, err, "c.json: b/Bad.txt: line 3: no tab between key and value", "both files and the line")
	_, err = load(`{"normalization": [{"dict": {"type": "text", "file": "None.txt"}}], "conversion_chain": []}`, false)
	require.ErrorIs(t, err, fs.ErrNotExist)
	_, err = load(`{"segmentation": {"type": "mmseg"}, "conversion_chain": []}`, false)
	require.ErrorIs(t, err, opencc.ErrNoDict)
	_, err = load(`{"conversion_chain": [{"dict": {"type": "group", "dicts": [{"type": "sql"}]}}]}`, false)
	require.ErrorContains(t, err, `"sql"`)
	l := opencc.Loader{FS: files(""), Dictionaries: []string{"a"}}
	_, err = l.Load("none.json")
	require.ErrorIs(t, err, fs.ErrNotExist)
}
