package grams_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/segment/internal/grams"
)

func TestCut(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text   string
		units, pairs string
	}{
		{"either script", "國家发展", "国 家 发 展", "国家 家发 发展"},
		{"signs part", "市、港。", "市 港", ""},
		{"quotation marks and brackets do not", "“一带”建(設)", "一 带 建 设", "一带 带建 建设"},
		{"nor do line breaks", "口\n岸", "口 岸", "口岸"},
		{"letters and digits", "Ｇ60走廊", "g60 走 廊", "g60走 走廊"},
		{"words of letters", "API  Hub", "api hub", "api hub"},
		{"numbers", "23,876人，13.5%", "23876 人 13.5", "23876人"},
		{"a list of numbers", "1, 2,", "1 2", ""},
		{"marks", "e\u0301t", "e\u0301t", ""},
		{"no UTF-8", "口\xff岸", "口 岸", ""},
		{"kana", "のり", "の り", "のり"},
		{"nothing", "。", "", ""},
	} {
		var cut grams.Text
		cut.Cut(tt.text)
		var units, pairs []string
		for i := range cut.Units {
			units = append(units, string(cut.Unit(i)))
			if p := cut.Pair(i); p != nil {
				pairs = append(pairs, string(p))
			}
		}
		require.Equal(t, tt.units, strings.Join(units, " "), tt.name)
		require.Equal(t, tt.pairs, strings.Join(pairs, " "), tt.name)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	var text, phrase grams.Text
	text.Cut("推动“一带一路”建設，路建")
	for want, s := range map[int]string{2: "一帶一路建设", 0: "推", 8: "路建", -1: "路推", 5: "路", 7: "设、路"} {
		phrase.Cut(s)
		from := 0
		if s == "路建" {
			from = 6
		}
		require.Equal(t, want, text.Find(&phrase, from), s)
	}
	phrase.Cut("")
	require.Equal(t, -1, text.Find(&phrase, 0))
	require.Equal(t, "一带一路”建", text.Span(2, 7).Of("推动“一带一路”建設，路建"))
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"", "市", "a-1,2.3", "\xff口", "e\u0301", "“一带一路”", "1.", ",1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var cut, folded grams.Text
		cut.Cut(text)
		end := 0
		for i, u := range cut.Units {
			require.True(t, u.Span.Start >= end && u.Span.End > u.Span.Start && u.Span.End <= len(text), "in order, apart")
			require.NotEmpty(t, cut.Unit(i))
			end = u.Span.End
		}
		if !utf8.ValidString(text) {
			return
		}
		same, _ := convert.Fold(text)
		folded.Cut(same)
		require.Equal(t, string(cut.Folded()), string(folded.Folded()), "a text and its folding have the same units")
	})
}

// TestFoldedRunes holds the same for each rune that folds, beside others.
func TestFoldedRunes(t *testing.T) {
	t.Parallel()
	for r := range rune(unicode.MaxRune) {
		if convert.FoldRune(r) == r {
			continue
		}
		for _, frame := range []string{"X一带", "aXb", "1X2", "市X"} {
			var cut, folded grams.Text
			cut.Cut(strings.ReplaceAll(frame, "X", string(r)))
			folded.Cut(strings.ReplaceAll(frame, "X", string(convert.FoldRune(r))))
			require.Equal(t, string(folded.Folded()), string(cut.Folded()), "%U in %s", r, frame)
		}
	}
}
