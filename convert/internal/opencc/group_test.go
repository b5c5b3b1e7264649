package opencc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

func leaf(t *testing.T, m map[string]string) opencc.Group {
	t.Helper()
	l, err := opencc.FromMap(m)
	require.NoError(t, err)
	return opencc.Leaf(l)
}

// TestItems holds which dictionary of a group wins: the first that matches, or in a
// union the longest match.
func TestItems(t *testing.T) {
	t.Parallel()
	short := leaf(t, map[string]string{"甲": "1"})
	long := leaf(t, map[string]string{"甲乙": "2", "甲": "3"})
	first := opencc.First(short, long)
	require.Equal(t, []trie.Item{{Key: "甲", KeyLen: 3, Result: "1"}, {Key: "甲乙", KeyLen: 3, Result: "1"}}, first.Items(),
		"behind 甲乙 too, the first dictionary's 甲 wins")
	union := opencc.Group{Members: []opencc.Group{short, long}, Union: true}
	require.Equal(t, []trie.Item{{Key: "甲", KeyLen: 3, Result: "1"}, {Key: "甲乙", KeyLen: 6, Result: "2"}}, union.Items())
	nested := opencc.First(opencc.First(), union)
	require.Equal(t, union.Items(), nested.Items(), "an empty group matches nothing")
}

// TestFuse holds when one look-up can cut and convert.
func TestFuse(t *testing.T) {
	t.Parallel()
	segments := leaf(t, map[string]string{"甲乙": ""})
	for _, test := range []struct {
		name  string
		chain map[string]string
		fuses bool
	}{
		{"segment and characters", map[string]string{"甲乙": "丙丁", "甲": "戊"}, true},
		{"a segment without an entry", map[string]string{"甲": "戊"}, false},
		{"a phrase that is no segment", map[string]string{"甲乙": "丙丁", "乙丙": "戊"}, false},
		{"a longer phrase", map[string]string{"甲乙": "丙丁", "甲乙丙": "戊"}, false},
	} {
		chain := leaf(t, test.chain)
		items, ok := opencc.Fuse(&segments, &chain)
		require.Equal(t, test.fuses, ok, test.name)
		if ok {
			require.Equal(t, []trie.Item{{Key: "甲", KeyLen: 3, Result: "戊"}, {Key: "甲乙", KeyLen: 6, Result: "丙丁", Flags: trie.Phrase}}, items)
		}
	}
}

func TestChoices(t *testing.T) {
	t.Parallel()
	g := opencc.First(
		opencc.Leaf(&opencc.Lexicon{Entries: []opencc.Entry{
			{Key: "发", Values: []string{"發", "髮"}}, {Key: "里", Values: []string{"裏"}}, {Key: "头发", Values: []string{"頭髮", "頭發"}},
		}}),
		opencc.Leaf(&opencc.Lexicon{Entries: []opencc.Entry{{Key: "发", Values: []string{"彂", "髪"}}, {Key: "里", Values: []string{"裏", "里"}}}}),
	)
	require.Equal(t, []trie.Item{{Key: "发", KeyLen: 3, Result: "發 髮"}, {Key: "里", KeyLen: 3, Result: "裏 里"}}, g.Choices(),
		"characters with several forms, by the first dictionary that has several")
}
