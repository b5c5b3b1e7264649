package words

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// fixed is an engine whose words and parts are set, right or wrong.
type fixed struct {
	words []offset.Span
	parts []offset.Span
}

func (e fixed) Words(string) iter.Seq[offset.Span] { return each(e.words) }
func (e fixed) Parts(string) iter.Seq[offset.Span] { return each(e.parts) }

func each(spans []offset.Span) iter.Seq[offset.Span] {
	return func(yield func(offset.Span) bool) {
		for _, s := range spans {
			if !yield(s) {
				return
			}
		}
	}
}

// TestSpans holds that the spans of any engine are made to be the text.
func TestSpans(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name  string
		words []offset.Span
		want  string
	}{
		{"right", []offset.Span{{Start: 0, End: 2}, {Start: 2, End: 5}}, "ab|cde"},
		{"none", nil, "abcde"},
		{"left out", []offset.Span{{Start: 1, End: 2}, {Start: 3, End: 4}}, "a|b|c|d|e"},
		{"twice", []offset.Span{{Start: 0, End: 3}, {Start: 1, End: 4}, {Start: 0, End: 2}}, "abc|d|e"},
		{"beyond the end", []offset.Span{{Start: 3, End: 99}, {Start: 50, End: 60}}, "abc|de"},
		{"empty", []offset.Span{{Start: 2, End: 2}, {Start: 4, End: 3}}, "abcde"},
	} {
		const text = "abcde"
		var got []string
		for s := range Spans(fixed{words: test.words}, text) {
			got = append(got, s.Of(text))
		}
		require.Equal(t, test.want, strings.Join(got, "|"), test.name)
	}
	for range Spans(fixed{}, "abc") {
		break // and the caller may stop
	}
}

// TestTokens writes each word with its position.
func TestTokens(t *testing.T) {
	t.Parallel()
	c := newCutter(t)
	for _, test := range []struct{ in, want, reason string }{
		{"", "", "no token"},
		{"上海市商务委员会", "0上海市商务委员会 0上海市 0上海 1市 2商务 3委员会 3委员 4会", "a word before its parts"},
		{"甲 乙，丙", "0甲 1乙 3丙", "a gap where a sign stands, none for a blank"},
		{"23,876人", "023,876 1人", "a number has no parts"},
		{"COVID-19", "0COVID-19", "nor has a word of letters"},
		{"放管服", "0放管服", "single characters are no parts"},
	} {
		var got []string
		for position, span := range Tokens(c, test.in) {
			got = append(got, fmt.Sprint(position, span.Of(test.in)))
		}
		require.Equal(t, test.want, strings.Join(got, " "), test.reason)
	}
	e := fixed{words: []offset.Span{{Start: 0, End: 9}}, parts: []offset.Span{{Start: 0, End: 9}}}
	n := 0
	for range Tokens(e, "甲乙丙") {
		n++
	}
	require.Equal(t, 1, n, "a word is no part of itself")
	for range Tokens(c, "上海市商务委员会") {
		break // within the parts of a word
	}
}

func TestWordless(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{"": true, "，。": true, " \n": true, "委": false, "a": false, "½": false, "①": false, "\xff": true} {
		require.Equal(t, want, Wordless(text), "%q", text)
	}
}
