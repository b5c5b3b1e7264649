package lexicon

import (
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// upper folds the letters a to z to A to Z.
func upper(r rune) rune {
	if 'a' <= r && r <= 'z' {
		return r - 'a' + 'A'
	}
	return r
}

// find returns the words of l that text begins with.
func find(l *Lexicon, text string) map[string]Match {
	runes := []rune(text)
	letters := make([]uint16, len(runes))
	for i, r := range runes {
		letters[i] = l.Alphabet.Letter(r)
	}
	words := map[string]Match{}
	for _, m := range l.Trie.Match(letters, nil) {
		words[string(runes[:m.Len])] = m
	}
	return words
}

func TestImage(t *testing.T) {
	t.Parallel()
	entries := []Entry{
		{"上海", 10, Place}, {"上海市", 20, Place}, {"上", 30, Single}, {"𪚥", 40, Other}, {"A股", 0, Noun}, {"上海", 99, Other},
	}
	image, err := Build(entries, 12.5, upper)
	require.NoError(t, err)
	l, err := Open(string(image))
	require.NoError(t, err)
	require.InEpsilon(t, 12.5, l.All, 1e-9)
	require.Equal(t, map[string]Match{"上": {1, 30, Single}, "上海": {2, 10, Place}, "上海市": {3, 20, Place}},
		find(l, "上海市政府"), "of two entries with one text the first counts")
	require.Equal(t, map[string]Match{"a股": {2, 1, Noun}}, find(l, "a股"), "found folded, at the least cost")
	require.Equal(t, map[string]Match{"𪚥": {1, 40, Other}}, find(l, "𪚥𪚥"))
	require.Empty(t, find(l, "海上"))
	require.Empty(t, find(l, ""))
	require.NotZero(t, l.Alphabet.Letter('q'), "what folds has a letter even if no word has it")
	require.Zero(t, l.Alphabet.Letter(-1))
	require.Zero(t, l.Alphabet.Letter(0x110000))
}

// TestOpenErrors holds that what is no image is refused: cut short, with more
// behind it, with counts that do not add up.
func TestOpenErrors(t *testing.T) {
	t.Parallel()
	image, err := Build([]Entry{{"上海", 10, Place}}, 1, upper)
	require.NoError(t, err)
	bad := []string{"", "FGW1", string(image[1:]), string(image[:len(image)-1]), string(image) + "\x00"}
	for at := 0; at < 16; at += 4 {
		broken := append([]byte(nil), image...)
		binary.LittleEndian.PutUint32(broken[at:], 1<<31-1)
		bad = append(bad, string(broken))
	}
	for i, s := range bad {
		_, err := Open(s)
		require.ErrorIs(t, err, ErrImage, i)
	}
}

func TestEmptyTrie(t *testing.T) {
	t.Parallel()
	require.Empty(t, Trie{}.Match([]uint16{1, 2}, nil))
	_, ok := Trie{}.Next(Trie{}.Root(), 1)
	require.False(t, ok)
	built, err := BuildTrie(nil, func(rune) uint16 { return 1 })
	require.NoError(t, err)
	require.Empty(t, built.Match([]uint16{1, 2}, nil))
}

// TestTrie compares a trie of many words to a map.
func TestTrie(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	want := map[string]Entry{}
	var entries []Entry
	for range 20_000 {
		var text strings.Builder
		for range 1 + random.IntN(4) {
			text.WriteRune('一' + rune(random.ExpFloat64()*40))
		}
		e := Entry{text.String(), uint16(1 + random.IntN(60_000)), Class(random.IntN(int(Number)))}
		if _, ok := want[e.Text]; !ok {
			want[e.Text] = e
		}
		entries = append(entries, e)
	}
	letter := func(r rune) uint16 { return uint16(r - '一' + 1) }
	trie, err := BuildTrie(entries, letter)
	require.NoError(t, err)
	for text, e := range want {
		node := trie.Root()
		for _, r := range text {
			next, ok := trie.Next(node, letter(r))
			require.True(t, ok, text)
			node = next
		}
		require.Equal(t, uint32(e.Cost), node.Cost(), text)
		require.Equal(t, e.Class, node.Class(), text)
	}
	for range 20_000 {
		runes := []rune{'一' + rune(random.IntN(300)), '一' + rune(random.IntN(300)), '一' + rune(random.IntN(300))}
		letters := []uint16{letter(runes[0]), letter(runes[1]), letter(runes[2])}
		found := trie.Match(letters, nil)
		for n := range 3 {
			e, ok := want[string(runes[:n+1])]
			if ok {
				require.NotEmpty(t, found, string(runes))
				require.Equal(t, Match{int32(n + 1), e.Cost, e.Class}, found[0])
				found = found[1:]
			}
		}
		require.Empty(t, found, string(runes))
	}
}

func TestTooBig(t *testing.T) {
	t.Parallel()
	var entries []Entry
	for r := rune(0x20000); r < 0x20000+MaxLetter+1; r++ {
		entries = append(entries, Entry{string(r), 1, Other})
	}
	_, err := Build(entries, 1, upper)
	require.ErrorIs(t, err, ErrTooBig)
	b := builder{}
	b.grow(maxSlots)
	for i := range b.used {
		b.used[i] = ^uint64(0)
	}
	err = b.placeChildren(family{words: []word{{letters: []uint16{1}, cost: 1}}})
	require.ErrorIs(t, err, ErrTooBig)
}

func TestCost(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		all, frequency float64
		want           uint16
		reason         string
	}{
		{1024, 1, 10 * CostUnit, "ten bits"},
		{8, 8, 1, "never nothing"},
		{8, 0, 1, "0 means always"},
		{1 << 40, 1, 65535, "32 bits at most"},
	} {
		require.Equal(t, test.want, Cost(test.all, test.frequency), test.reason)
	}
}
