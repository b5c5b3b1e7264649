package segment

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
)

func TestSearch(t *testing.T) {
	t.Parallel()
	s := newSegmenter(t, nil)
	for _, test := range []struct{ name, in, want, reason string }{
		{"empty", "", "", "no token"},
		{"one word", "Hub", "0 Hub", "a text of one word has it"},
		{"one sign", "，", "", "signs are no words"},
		{"name", "市商务委推进", "0 市商务委, 0 市, 1 商务, 2 委, 3 推进", "the name, then its words"},
		{"Traditional", "市商務委推進", "0 市商務委, 0 市, 1 商務, 2 委, 3 推進", "the same in either script"},
		{"whole word", "口岸办", "0 口岸办, 0 口岸, 1 办", "one part of two characters is enough"},
		{"no parts", "放管服", "0 放管服", "single characters are no parts"},
		{"nested", "上海市商务委员会", "0 上海市商务委员会, 0 上海市, 0 上海, 1 市, 2 商务, 3 委员会, 3 委员, 4 会", "down to the smallest"},
		{"date", "2018年底", "0 2018年, 0 2018, 1 年, 2 底", "the number is a word as well"},
		{"number", "23,876人", "0 23,876, 1 人", "one word"},
		{"letters", "COVID-19", "0 COVID-19", "one word"},
		{"signs and blanks", "甲 乙，丙", "0 甲, 1 乙, 3 丙", "a gap where a sign stands, none for a blank"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for token := range s.Search(test.in) {
				require.Equal(t, token.Span.Of(test.in), token.Text)
				got = append(got, fmt.Sprint(token.Position, " ", token.Text))
			}
			require.Equal(t, test.want, strings.Join(got, ", "), test.reason)
		})
	}
}

// careless is an engine that leaves bytes out, names some twice, and goes on
// behind the text's end.
type careless struct{}

func (careless) Words(string) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) {
		for _, s := range []offset.Span{{Start: 1, End: 2}, {Start: 0, End: 3}, {Start: 5, End: 5}, {Start: 4, End: 99}} {
			if !yield(s) {
				return
			}
		}
	}
}

func (careless) Parts(word string) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) { yield(offset.Span{End: len(word)}) }
}

func TestEngineMended(t *testing.T) {
	t.Parallel()
	s := newSegmenter(t, &Options{Engine: careless{}})
	require.Equal(t, []string{"a", "b", "c", "d", "efg"}, cut(t, s, "abcdefg"))
	require.Equal(t, []string{"a"}, cut(t, s, "a"))
	n := 0
	for range s.Search("abcdefg") {
		n++
	}
	require.Equal(t, 5, n)
}
