package trie_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// step converts one entry, or one character that has none, by Match.
func step(tr *trie.Trie, out []byte, s string) ([]byte, int) {
	m := tr.Match(s)
	if m.Record == 0 {
		return append(out, s[:m.Size]...), m.Size
	}
	e := tr.Entry(m.Record)
	return append(out, e.Result...), e.KeyLen
}

// slow converts s step by step.
func slow(tr *trie.Trie, s string) string {
	var out []byte
	for p := 0; p < len(s); {
		n := 0
		out, n = step(tr, out, s[p:])
		p += n
	}
	return string(out)
}

// fast converts s by Replace, and by one step wherever that stops.
func fast(tr *trie.Trie, s string, room int) string {
	out := make([]byte, 0, room)
	for p := 0; p < len(s); {
		n := 0
		out, n = tr.Replace(out, s[p:])
		if p += n; p == len(s) {
			break
		}
		out, n = step(tr, out, s[p:])
		p += n
	}
	return string(out)
}

// words makes random words of the given runes.
func words(rng *rand.Rand, runes string) func(n int) string {
	all := []rune(runes)
	return func(n int) string {
		var b strings.Builder
		for range 1 + rng.IntN(n) {
			b.WriteRune(all[rng.IntN(len(all))])
		}
		return b.String()
	}
}

// TestReplace holds that Replace converts as Match says, whatever room there is.
func TestReplace(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 3))
	word := words(rng, "甲乙丙丁戊一龥a ·é𠀀\uffff")
	for range 300 {
		x := table{keys: map[string]string{}, special: "⿰"}
		for range rng.IntN(14) {
			x.keys[word(4)] = strings.Repeat(word(2), rng.IntN(3))
		}
		x.keys["甲乙"] = strings.Repeat("丙", 20) // longer than what is copied at once
		tr := x.open(t)
		for range 30 {
			s := word(20) + "甲乙" + word(20) + []string{"", "⿰甲乙", "\xff", "\xe7\x94"}[rng.IntN(4)] + word(9)
			want := slow(tr, s)
			for _, room := range []int{0, 50, 10_000} {
				require.Equal(t, want, fast(tr, s, room), "%q with %q, room for %d", s, x.keys, room)
			}
		}
	}
}

// inert is the flag of entries whose result the second trie leaves alone.
const inert = trie.User

// both converts s in the plainest way: what entries with the flag Phrase make is
// converted by next on its own, and so is all that lies between two of them.
func both(first, next *trie.Trie, s string) string {
	var out strings.Builder
	var between []byte
	for p := 0; p < len(s); {
		m := first.Match(s[p:])
		if m.Record != 0 && first.Entry(m.Record).Flags&trie.Phrase != 0 {
			out.WriteString(slow(next, string(between)))
			between = between[:0]
			out.WriteString(slow(next, first.Entry(m.Record).Result))
			p += first.Entry(m.Record).KeyLen
			continue
		}
		n := 0
		between, n = step(first, between, s[p:])
		p += n
	}
	return out.String() + slow(next, string(between))
}

// TestReplaceBoth holds that what ReplaceBoth converts is what two passes make of
// it, and that it stops only where the rest can be converted by itself.
func TestReplaceBoth(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	word := words(rng, "甲乙丙丁戊己庚辛a ")
	converted := 0
	for range 300 {
		second := table{keys: map[string]string{}}
		for range rng.IntN(4) {
			second.keys[word(2)] = word(2)
		}
		next := second.open(t)
		keys := map[string]string{}
		for range rng.IntN(10) {
			keys[word(3)] = word(3)
		}
		var items []trie.Item
		for _, k := range slices.Sorted(maps.Keys(keys)) {
			it := trie.Item{Key: k, KeyLen: len(k), Result: keys[k]}
			if utf8.RuneCountInString(k) > 1 {
				it.Flags = trie.Phrase
				if slow(next, it.Result) == it.Result {
					it.Flags |= inert
				}
			}
			items = append(items, it)
		}
		image, err := trie.Build(items, []rune("⿰"))
		require.NoError(t, err)
		first, err := trie.Open(image)
		require.NoError(t, err)
		for range 30 {
			s := word(30) + []string{"", "⿰", "\xff"}[rng.IntN(3)] + word(9)
			out, n := first.ReplaceBoth(next, inert, make([]byte, 0, 500), s)
			require.Equal(t, both(first, next, s), string(out)+both(first, next, s[n:]), "%q with %q, %q", s, keys, second.keys)
			converted += n
		}
	}
	require.Greater(t, converted, 50_000, "a good part of it is simple")
}
