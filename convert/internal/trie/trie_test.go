package trie_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// table is what a trie should say, as a map.
type table struct {
	keys    map[string]string
	special string
}

func (x table) open(t testing.TB) *trie.Trie {
	t.Helper()
	var items []trie.Item
	for _, k := range slices.Sorted(maps.Keys(x.keys)) {
		items = append(items, trie.Item{Key: k, KeyLen: len(k), Result: x.keys[k]})
	}
	image, err := trie.Build(items, []rune(x.special))
	require.NoError(t, err)
	again, err := trie.Build(items, []rune(x.special))
	require.NoError(t, err)
	require.Equal(t, image, again, "the same items give the same bytes")
	tr, err := trie.Open(image)
	require.NoError(t, err)
	return tr
}

// match is the longest key at the start of s, and whether a longer one could
// begin there.
func (x table) match(s string) (key string, open bool) {
	for k := range x.keys {
		if strings.HasPrefix(s, k) && len(k) > len(key) {
			key = k
		}
		open = open || len(k) > len(s) && strings.HasPrefix(k, s)
	}
	return key, open
}

func check(t *testing.T, x table, tr *trie.Trie, s string) {
	t.Helper()
	m := tr.Match(s)
	key, open := x.match(s)
	_, size := utf8.DecodeRuneInString(s)
	require.Equal(t, size, m.Size, "%q", s)
	if key == "" {
		require.Zero(t, m.Record, "%q of %q matches %+v", s, x.keys, tr.Entry(m.Record))
	} else {
		require.NotZero(t, m.Record, "%q should match %q", s, key)
		e := tr.Entry(m.Record)
		require.Equal(t, len(key), e.KeyLen, "%q", s)
		require.Equal(t, x.keys[key], e.Result, "%q", s)
	}
	require.Equal(t, open, m.Open, "%q", s)
}

func TestTries(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(9, 9))
	runes := []rune("甲乙丙丁戊a·é𠀀\uffff\x00")
	word := func(n int) string {
		var b strings.Builder
		for range 1 + rng.IntN(n) {
			b.WriteRune(runes[rng.IntN(len(runes))])
		}
		return b.String()
	}
	for range 200 {
		x := table{keys: map[string]string{}, special: "⿰"}
		for range rng.IntN(12) {
			x.keys[word(5)] = strings.Repeat(word(3), rng.IntN(3))
		}
		tr := x.open(t)
		longest := 0
		for k := range x.keys {
			longest = max(longest, len(k))
		}
		require.Equal(t, longest, tr.MaxKey())
		for range 60 {
			s := word(9)
			check(t, x, tr, s)
			checkNext(t, tr, s)
			checkNext(t, tr, s+"\xe7\x94"+s+"\xff⿰"+s)
		}
	}
}

// checkNext holds that Next finds what Match says, place by place.
func checkNext(t *testing.T, tr *trie.Trie, s string) {
	t.Helper()
	for p := 0; p < len(s); {
		q, m := tr.Next(s, p)
		for p < q {
			at := tr.Match(s[p:])
			require.Equal(t, trie.Match{Size: at.Size}, at, "Next left out %d of %q", p, s)
			p += at.Size
		}
		require.Equal(t, p, q)
		if q < len(s) {
			require.Equal(t, tr.Match(s[q:]), m, "%d of %q", q, s)
			p += m.Size
		}
	}
}

func TestTrieEdges(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("甲乙", 400)
	x := table{keys: map[string]string{long: strings.Repeat("丙", 2000), "空": "", "\U0010ffff": "z"}, special: "⿰"}
	tr := x.open(t)
	for _, s := range []string{long, long + "甲", long[:600], "空空", "\U0010ffff", "乙"} {
		check(t, x, tr, s)
	}
	require.True(t, tr.Special('⿰'))
	require.False(t, tr.Special('甲'))
	require.True(t, tr.Starts('空'))
	require.False(t, tr.Starts('乙'), "乙 is in a key, but starts none")
	require.True(t, tr.Match("⿰").Special)
	require.True(t, tr.Match("\xe7\x94").Open, "part of a character")
	require.False(t, tr.Match("\xff").Open)
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, image := range []string{"", "trie", strings.Repeat("\xff", 64), strings.Repeat("\x00", 200)} {
		_, err := trie.Open(image)
		require.True(t, errors.Is(err, trie.ErrImage), "%q", image)
	}
}

func TestBuildRefuses(t *testing.T) {
	t.Parallel()
	big := strings.Repeat("x", 1<<20)
	var items []trie.Item
	for i := range 40 {
		k := string(rune('一' + i))
		items = append(items, trie.Item{Key: k, KeyLen: len(k), Result: big[i:]})
	}
	_, err := trie.Build(items, nil)
	require.ErrorIs(t, err, trie.ErrSize)
}
