package main

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

const (
	normalization = `"normalization": [{"dict": {"type": "inline", "entries": {"豈": "岂"}}}]`
	phrases       = `{"type": "inline", "entries": {"软件": "軟件", "头发": "頭髮"}}`
	first         = `{"dict": {"type": "group", "dicts": [` + phrases + `, {"type": "inline", "entries": {"头": "頭"}}]}}`
	segmentation  = `"segmentation": {"type": "mmseg", "dict": ` + phrases + `}`
	second        = `{"dict": {"type": "inline", "entries": {"軟件": "軟體"}}}`
)

// sources are configurations of all schemes: with one step, but s2twp with two, and
// t2s without segments and with a rare character.
func sources() fstest.MapFS {
	files := fstest.MapFS{}
	for _, s := range schemes {
		files["config/"+s+".json"] = &fstest.MapFile{Data: []byte("{" + normalization + "," + segmentation + `, "conversion_chain": [` + first + "]}")}
	}
	files["config/s2twp.json"].Data = []byte("{" + normalization + "," + segmentation + `, "conversion_chain": [` + first + "," + second + "]}")
	files["config/t2s.json"].Data = []byte("{" + normalization + `, "conversion_chain": [{"dict": {"type": "group", "dicts": [
		{"type": "text", "file": "Rare.txt", "may_output_tofu": true}, {"type": "inline", "entries": {"頭": "头"}}]}}]}`)
	files["dictionary/Rare.txt"] = &fstest.MapFile{Data: []byte("殢\t𣨼\n")}
	return files
}

func TestCompile(t *testing.T) {
	t.Parallel()
	tables, specs, err := compile(sources())
	require.NoError(t, err)
	require.Len(t, specs, len(schemes))
	byScheme := map[string]spec{}
	for _, s := range specs {
		byScheme[s.scheme] = s
		require.Same(t, specs[0].norm, s.norm, "equal tables are made once")
		require.Equal(t, s.scheme != "t2s", s.fused)
		require.Nil(t, s.seg, "the first step cuts the text, or nothing does")
	}
	s2t, s2twp, t2s := byScheme["s2t"], byScheme["s2twp"], byScheme["t2s"]
	require.Same(t, s2t.chain[0], s2twp.chain[0])
	require.NotSame(t, t2s.chain[0], t2s.common[0], "without rare characters it is another table")
	require.Len(t, tables, 5, "normalization, the first step, the second, t2s with and without rare ones")
	for _, x := range tables {
		require.NotNil(t, x.trie, x.name)
	}

	flags := func(text string) byte {
		m := s2twp.chain[0].trie.Match(text)
		return s2twp.chain[0].trie.Entry(m.Record).Flags
	}
	own := byte(trie.User << s2twp.inert)
	require.Equal(t, trie.Phrase|own, flags("头发")&(trie.Phrase|own), "the second step leaves 頭髮 alone")
	require.Equal(t, byte(trie.Phrase), flags("软件")&(trie.Phrase|own), "but not 軟件")
	require.Equal(t, own, flags("头")&(trie.Phrase|own), "a character is no phrase")
	require.True(t, s2t.chain[0].trie.Special('豈'), "what is normalized is marked")
}

func TestCompileErrors(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(fstest.MapFS){
		"s2t: open": func(f fstest.MapFS) { delete(f, "config/s2t.json") },
		"t2s: config/t2s.json: dictionary/Rare.txt": func(f fstest.MapFS) { f["dictionary/Rare.txt"].Data = []byte("殢") },
		"jp2t: 0 steps of normalization":            func(f fstest.MapFS) { f["config/jp2t.json"].Data = []byte(`{"conversion_chain": []}`) },
		`s2t: normalization has the key "豈有"`: func(f fstest.MapFS) {
			f["config/s2t.json"].Data = []byte(`{"normalization": [{"dict": {"type": "inline", "entries": {"豈有": "岂有"}}}], "conversion_chain": []}`)
		},
	} {
		files := sources()
		change(files)
		_, _, err := compile(files)
		require.ErrorContains(t, err, name)
	}
	files := sources()
	delete(files, "config/s2tw.json")
	_, _, err := compile(files)
	require.ErrorIs(t, err, fs.ErrNotExist)
}
