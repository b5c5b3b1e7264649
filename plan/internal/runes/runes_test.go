package runes_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

func TestFold(t *testing.T) {
	t.Parallel()
	x := runes.Fold("責（１）\xff。")
	require.Equal(t, "责(1)\ufffd。", string(x.Folded))
	require.Equal(t, "（１", x.Slice(1, 3))
	require.Equal(t, "\xff", x.Slice(4, 5), "a bad byte is a rune of its own")
	require.Equal(t, x.Source, x.Slice(0, x.Len()))
	require.Equal(t, len(x.Source), x.Span(x.Len(), x.Len()).Start, "an empty range at the end")
	require.True(t, x.Span(2, 2).Empty())
}

func TestFilter(t *testing.T) {
	t.Parallel()
	x := runes.Fold("责任\n单位")
	require.Same(t, x, x.Filter(make([]bool, x.Len())))
	y := x.Filter([]bool{false, false, true, false, false})
	require.Equal(t, "责任单位", string(y.Folded))
	require.Equal(t, "责任单位", y.Slice(0, 4))
	require.True(t, y.Whole(0, 2))
	require.False(t, y.Whole(0, 3))
	s, m := y.Clean(1, 3)
	require.Equal(t, "任单", s)
	span := y.Span(1, 3)
	require.Equal(t, "任\n单", span.Of(x.Source))
	require.Equal(t, "单", m.ToBefore(runes.Fold(s).Span(1, 2)).Of(span.Of(x.Source)), "the map leads back")
	_, m = y.Clean(0, 2)
	require.Nil(t, m)
	require.Equal(t, "12", runes.Fold("1 \u30002").Compact(0, 4))
}

func TestFind(t *testing.T) {
	t.Parallel()
	x := runes.Fold("　责任单位： ")
	require.Equal(t, 1, x.Find(0, x.Len(), "责任"))
	require.Equal(t, -1, x.Find(2, x.Len(), "责任"))
	require.False(t, x.Has(1, 2, "责任"), "the end bounds the match")
	require.True(t, x.Ends(0, 5, "单位"))
	require.False(t, x.Ends(4, 5, "单位"))
	i, j := x.Trim(0, x.Len())
	require.Equal(t, "责任单位：", x.Slice(i, j))
	i, j = x.TrimFunc(0, x.Len(), func(r rune) bool { return r == ':' || r == '责' })
	require.Equal(t, "任单位", x.Slice(i, j))
}

func TestPairs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in     string
		pairs  []string
		open   []int
		reason string
	}{
		{"甲（乙）丙", []string{"（乙）"}, nil, ""},
		{"（甲〔乙〕）（丙）", []string{"（甲〔乙〕）", "（丙）"}, nil, "outermost only"},
		{"（甲〕", []string{"（甲〕"}, nil, "mixed kinds close each other"},
		{"（甲（乙）", []string{"（乙）"}, []int{0}, "an open one hides nothing"},
		{"）甲（乙", nil, []int{2}, ""},
		{"", nil, nil, ""},
	} {
		x := runes.Fold(tt.in)
		pairs, open := x.Pairs(0, x.Len())
		var got []string
		for _, p := range pairs {
			got = append(got, x.Slice(p.Open, p.Close+1))
		}
		require.Equal(t, tt.pairs, got, "%s: %s", tt.in, tt.reason)
		require.ElementsMatch(t, tt.open, open, "%s: %s", tt.in, tt.reason)
	}
}

func TestClasses(t *testing.T) {
	t.Parallel()
	for _, r := range " \t\u3000\ufeff\u200b\u00a0\x00\u2028" {
		require.True(t, runes.IsBlank(r), "%U", r)
	}
	for _, r := range "a一（。9" {
		require.False(t, runes.IsBlank(r), "%U", r)
	}
	for _, r := range "\n\r\f\v\u0085\u2028\u2029" {
		require.True(t, runes.IsBreak(r), "%U", r)
	}
	require.False(t, runes.IsBreak(' '))
	for _, r := range "一〇㐀𠀀" {
		require.True(t, runes.IsHan(r), "%U", r)
	}
	require.False(t, runes.IsHan('、'))
	require.True(t, runes.IsWord('a') && runes.IsWord('Z') && runes.IsWord('0') && !runes.IsWord('一'))
	require.True(t, runes.EndsSentence('。') && runes.EndsSentence(':') && !runes.EndsSentence(','))
	for _, open := range "([〔【{" {
		require.True(t, runes.IsClose(runes.Close(open)), "%c", open)
	}
	require.Zero(t, runes.Close('《'), "quotation marks are no brackets")
	require.True(t, runes.IsPunct('。') && runes.IsPunct('+') && !runes.IsPunct('一'))
}
