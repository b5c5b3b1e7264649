package segment

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/stretchr/testify/require"
)

// seeds are texts that the fuzz targets begin with.
var seeds = []string{
	"", "市商务委会同上海海关", "國家發展改革委", "2018年底前，5000人次；23.4%", "\xff口岸\xb9", "ＡＢＣ　第１２条",
	"https://a.cn/?x=1)", "👩‍💻\u0301", "一一一一年", "上海上海上海分行分行", "a\r\n\nb", "百分之", "第", "3,4,5,678",
}

func FuzzWords(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	s := newSegmenter(f, nil)
	plain := newSegmenter(f, &Options{Plain: true})
	f.Fuzz(func(t *testing.T, text string) {
		cut(t, plain, text)
		words := cut(t, s, text)
		folded, _ := convert.Fold(text)
		if strings.ContainsRune(text, utf8.RuneError) || !utf8.ValidString(text) {
			return
		}
		if strings.Contains(folded, "://") {
			return // the width of a sign decides whether it is part of an address
		}
		require.Equal(t, lengths(words), lengths(cut(t, s, folded)), "both scripts and widths have the same words")
	})
}

// TestFoldedRunes holds the same for each rune that folds, beside others that
// words are made of.
func TestFoldedRunes(t *testing.T) {
	s := newSegmenter(t, nil)
	for r := range rune(unicode.MaxRune) {
		if convert.FoldRune(r) == r {
			continue
		}
		for _, frame := range []string{"XX", "aXa", "1X2", "1X%", "200X年", "第X条", "上X海", "上海X", "X区", "a.X", "👩X\u0301"} {
			text := strings.ReplaceAll(frame, "X", string(r))
			folded, _ := convert.Fold(text)
			require.Equal(t, lengths(cut(t, s, folded)), lengths(cut(t, s, text)), "%+q", text)
		}
	}
}

// lengths returns how many runes each word has.
func lengths(words []string) []int {
	n := make([]int, len(words))
	for i, w := range words {
		n[i] = utf8.RuneCountInString(w)
	}
	return n
}

func FuzzSearch(f *testing.F) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	s := newSegmenter(f, nil)
	f.Fuzz(func(t *testing.T, text string) {
		var words []offset.Span
		for w := range s.Words(text) {
			words = append(words, w.Span)
		}
		position := 0
		for token := range s.Search(text) {
			require.Equal(t, token.Span.Of(text), token.Text)
			require.GreaterOrEqual(t, token.Position, position, "positions never go back")
			position = token.Position
			for !words[0].Contains(token.Span) {
				words = words[1:]
			}
		}
	})
}

// TestLinear holds that time grows with the text and no faster, whatever the
// text is.
func TestLinear(t *testing.T) {
	testcase.Timed(t)
	s := newSegmenter(t, nil)
	for _, test := range []struct{ name, unit string }{
		{"unknown", "龘靐齉"},
		{"numerals", "一"},
		{"digits", "1"},
		{"letters", "a-"},
		{"blanks", " "},
		{"names", "上海"},
		{"bodies", "财政局"},
		{"branches", "上海分行"},
		{"marks", "\u0301"},
		{"invalid", "\xff"},
		{"address", "http://"},
		{"fractions", "一分之"},
		{"percent", "1%-"},
		{"dashes", "—"},
		{"stops", "。"},
		{"commas", "1,234"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			testcase.Linear(t, test.unit, 1<<18/len(test.unit), func(text string) {
				for range s.Words(text) {
				}
			})
			require.Less(t, time.Since(start), 7*time.Second, "7 MB in all")
		})
	}
}
