package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLists holds how the caller's words and list go together.
func TestLists(t *testing.T) {
	t.Parallel()
	list := []Entry{{"桥头", 5}, {"桥头堡", 3}, {"堡垒", 100}, {"的", 1}}
	for _, test := range []struct {
		name, want string
		lists      Lists
		rules      bool
		reason     string
	}{
		{"embedded", "灵境|元|港|建设", Lists{}, true, "characters without a word"},
		{"own", "灵境元港|建设", Lists{Own: []Entry{{Text: "灵境元港"}}}, true, "a word beside the list"},
		{"base", "桥头|堡垒|建|设", Lists{Base: list}, false, "no other words than the list's"},
		{"base and own", "桥头|堡垒|建设", Lists{Base: list, Own: []Entry{{Text: "建设"}}}, false, "both"},
		{"single", "的|堡垒", Lists{Base: list}, false, "a character counts as 2, whatever its frequency"},
		{"rare", "𮯠𮯡|吗", Lists{Own: []Entry{{Text: "𮯠𮯡"}}}, true, "runes that the alphabet lacks get letters"},
		{"empty base", "桥|头|12", Lists{Base: []Entry{}}, true, "rules alone"},
		{"class", "市|灵境|教委", Lists{Base: []Entry{{"灵境", 9}, {"教委", 9}}}, false, "without rules no name is joined"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c, err := New(test.lists, test.rules)
			require.NoError(t, err)
			require.Equal(t, test.want, strings.Join(cut(c, strings.ReplaceAll(test.want, "|", "")), "|"), test.reason)
		})
	}
}

// TestTooManyWords holds that a list with more than a trie can hold is an error that
// names the list.
func TestTooManyWords(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("compiles a million words")
	}
	var list []Entry
	for r := range rune(1100) {
		for s := range rune(1000) {
			list = append(list, Entry{Text: string([]rune{0x20000 + r, 0x21000 + s}), Frequency: 1})
		}
	}
	_, err := New(Lists{Own: list}, true)
	require.ErrorContains(t, err, "Words: ")
	_, err = New(Lists{Base: list}, true)
	require.ErrorContains(t, err, "List: ")
}

// TestLongSentence holds that a sentence without an end is cut as if it had no
// blocks: 1024 characters and then some fall within a word.
func TestLongSentence(t *testing.T) {
	t.Parallel()
	c := newCutter(t)
	for _, test := range []struct{ words, reason string }{
		{"推进|跨境|电商", "words of the list"},
		{"市商务委|推进", "names"},
		{"第十二|条", "numbers"},
		{"龘|靐", "characters that no list has"},
	} {
		in := strings.ReplaceAll(test.words, "|", "")
		n := 4000 / len([]rune(in))
		require.Equal(t, strings.Repeat(test.words+"|", n), strings.Join(cut(c, strings.Repeat(in, n)), "|")+"|", test.reason)
	}
	blanks := strings.Repeat(" ", 5000)
	require.Equal(t, []string{"甲", blanks, "乙"}, cut(c, "甲"+blanks+"乙"), "a run is one word, however long")
}
