package engine_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/engine"
	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
	"github.com/qiaotoubao/fangan/convert/offset"
)

func leaf(t *testing.T, m map[string]string) opencc.Group {
	t.Helper()
	l, err := opencc.FromMap(m)
	require.NoError(t, err)
	return opencc.Leaf(l)
}

// toys makes random configurations over few characters, so that random texts meet
// every edge of them.
type toys struct {
	*rand.Rand
	t *testing.T
}

func (r toys) word(n int) string {
	runes := []rune("甲乙丙丁a·⿰豈")
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteRune(runes[r.IntN(len(runes))])
	}
	return b.String()
}

func (r toys) group() opencc.Group {
	m := map[string]string{}
	for range 1 + r.IntN(6) {
		m[r.word(4)] = strings.Repeat(r.word(3), r.IntN(3))
	}
	return leaf(r.t, m)
}

func (r toys) pipeline() *engine.Pipeline {
	cfg := &opencc.Config{Normalization: []opencc.Group{leaf(r.t, map[string]string{"豈": "甲"})}, Chain: []opencc.Group{r.group()}}
	if r.IntN(2) == 0 {
		cfg.Chain = append(cfg.Chain, r.group())
	}
	if r.IntN(2) == 0 {
		segments := r.group()
		cfg.Segmentation = &segments
	}
	p, err := engine.Compile(cfg)
	require.NoError(r.t, err)
	if r.IntN(3) == 0 {
		p.Front, err = p.Pack(r.group())
		require.NoError(r.t, err)
	}
	return p
}

// TestPieces holds that a text comes out the same however it is fed, with its places
// noted and without, and that the map says what became of it.
func TestPieces(t *testing.T) {
	t.Parallel()
	r := toys{rand.New(rand.NewPCG(6, 6)), t}
	for range 60 {
		p := r.pipeline()
		for range 20 {
			text := r.word(30) + []string{"", "\xff", "\xe7\x94"}[r.IntN(3)] + r.word(30)
			want := fed(p, text, len(text)+1)
			for _, size := range []int{1, 2, 5, 17} {
				require.Equal(t, want, fed(p, text, size), "%q in pieces of %d", text, size)
			}
			noted := engine.NewRun(p)
			noted.Note()
			require.Equal(t, len(text), noted.Feed(text, true))
			require.Equal(t, want, string(noted.Out), "%q", text)
			require.Equal(t, want, rebuilt(t, noted.Map(), text, want), "%q", text)
		}
	}
}

// rebuilt makes the result of the source: what lies between edits is the source's,
// the rest the result's.
func rebuilt(t *testing.T, m *offset.Map, source, result string) string {
	t.Helper()
	var b strings.Builder
	pos := 0
	for e := range m.Edits() {
		b.WriteString(source[pos:e.Before.Start])
		require.Equal(t, e.After.Start, b.Len())
		b.WriteString(e.After.Of(result))
		pos = e.Before.End
	}
	return b.String() + source[pos:]
}

// TestEditsOfPhrases holds how small the edits of a phrase are.
func TestEditsOfPhrases(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, key, value string
		want             []string
	}{
		{"character by character", "头发里", "頭髮里", []string{"头>頭", "发>髮"}},
		{"another length", "软件包", "軟體程式包", []string{"软件>軟體程式"}},
		{"longer at the end", "因特", "因特網", []string{">網"}},
		{"shorter at the start", "大数据", "数据", []string{"大>"}},
		{"nothing", "甲", "", []string{"甲>"}},
		{"the same", "甲乙", "甲乙", nil},
	} {
		p, err := engine.Compile(&opencc.Config{Chain: []opencc.Group{leaf(t, map[string]string{test.key: test.value})}})
		require.NoError(t, err)
		r := engine.NewRun(p)
		r.Note()
		source := "在" + test.key + "中"
		r.Feed(source, true)
		result := string(r.Out)
		require.Equal(t, "在"+test.value+"中", result)
		var got []string
		for e := range r.Map().Edits() {
			got = append(got, e.Before.Of(source)+">"+e.After.Of(result))
		}
		require.Equal(t, test.want, got, test.name)
	}
}

// TestCompileErrors holds that each part of a configuration may be too large.
func TestCompileErrors(t *testing.T) {
	t.Parallel()
	entries := map[string]string{}
	for i := range 40 {
		entries[string(rune('一'+i))] = strings.Repeat("x", 1<<20-i)
	}
	large, small := leaf(t, entries), leaf(t, map[string]string{"甲": "乙"})
	for _, cfg := range []*opencc.Config{
		{Normalization: []opencc.Group{large}, Chain: []opencc.Group{small}},
		{Chain: []opencc.Group{large}},
		{Chain: []opencc.Group{small, large}},
		{Segmentation: &large, Chain: []opencc.Group{small}},
	} {
		_, err := engine.Compile(cfg)
		require.ErrorIs(t, err, trie.ErrSize)
	}
	p, err := engine.Compile(&opencc.Config{})
	require.NoError(t, err, "a chain without steps")
	require.Equal(t, "甲\xff", fed(p, "甲\xff", 1))
	_, err = p.Pack(large)
	require.ErrorIs(t, err, trie.ErrSize)
}
