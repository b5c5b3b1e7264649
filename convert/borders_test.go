package convert_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// cutter is a Borders made of a function.
type cutter func(dst []int, text string) []int

func (c cutter) Cut(dst []int, text string) []int { return c(dst, text) }

// none sets no border, before sets one before each of a character.
func none(dst []int, _ string) []int { return dst }

func before(r rune) cutter {
	return func(dst []int, text string) []int {
		for i, c := range text {
			if c == r {
				dst = append(dst, i)
			}
		}
		return dst
	}
}

// borderTexts has what conversions treat in ways of their own.
var borderTexts = []string{
	"", "发", "被发明", "电话是十九世纪被发明的。", "用U盘和信息技术，2017年", "⿰虫风是一个字", "豈有此理，契約", "乾隆年间\xFF头发\xE5\x8F",
	strings.Repeat("头发和发展，", 200), strings.Repeat("皇后头发展示了如何", 300), "\u2FF0\u2FF0发", "甲\uF900發展\uF900",
}

func TestBordersThatSetNone(t *testing.T) {
	t.Parallel()
	for scheme := range convert.Schemes() {
		plain := mustNew(t, scheme, nil)
		bordered := mustNew(t, scheme, &convert.Options{Borders: cutter(none)})
		for _, text := range borderTexts {
			require.Equal(t, plain.String(text), bordered.String(text), "%v %.60q", scheme, text)
		}
	}
}

func TestBorders(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		scheme convert.Scheme
		cut    cutter
		in     string
		want   string
		reason string
	}{
		{"none", convert.S2T, none, "被发明", "被髮明", "OpenCC's longest match"},
		{"split", convert.S2T, before('发'), "被发明", "被發明", "the phrase 被发 is cut"},
		{"phrase behind a border", convert.S2T, before('头'), "一头发展", "一頭髮展", "phrases between two borders hold"},
		{"later step", convert.S2TWP, before('量'), "改变量子", "改變量子", "變量 is cut too"},
		{"no segments", convert.T2TW, before('茶'), "純喫茶", "純吃茶", "a scheme without segmentation"},
		{"at the start", convert.S2T, before('被'), "被发明", "被髮明", "a border where the text begins changes nothing"},
		{"out of bounds", convert.S2T, func(dst []int, text string) []int {
			return append(dst, -1, 1, len(text), len(text)+1)
		}, "被发明", "被髮明", "what is no border inside is left out"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := mustNew(t, tt.scheme, &convert.Options{Borders: tt.cut})
			require.Equal(t, tt.want, c.String(tt.in), tt.reason)
			got, m := c.Map(tt.in)
			require.Equal(t, tt.want, got)
			require.Equal(t, offset.Span{Start: 0, End: len(tt.in)}, m.ToBefore(offset.Span{Start: 0, End: len(got)}))
		})
	}
}

// What Borders is shown is a sequence of ideographs and one character behind.
func TestBordersStretches(t *testing.T) {
	t.Parallel()
	var shown []string
	c := mustNew(t, convert.S2T, &convert.Options{Borders: cutter(func(dst []int, text string) []int {
		shown = append(shown, text)
		return dst
	})})
	long := strings.Repeat("发", 300)
	c.String("被发明，a发\n" + long)
	require.Equal(t, []string{"被发明，", "a", "发\n", long[:768], long[768:]}, shown)
}

func FuzzBorders(f *testing.F) {
	for _, text := range borderTexts {
		f.Add(text, "发展")
	}
	plain := mustNew(f, convert.S2TWP, nil)
	f.Fuzz(func(t *testing.T, text, at string) {
		r, _ := utf8.DecodeRuneInString(at)
		c := mustNew(t, convert.S2TWP, &convert.Options{Borders: before(r)})
		if !strings.ContainsRune(text, r) || r == utf8.RuneError {
			require.Equal(t, plain.String(text), c.String(text))
		}
		got, _ := c.Map(text)
		require.Equal(t, c.String(text), got)
	})
}
