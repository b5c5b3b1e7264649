package convert_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
)

// leftovers lists what is found as "后後" pairs and checks the spans.
func leftovers(t testing.TB, text string, borders convert.Borders) []string {
	t.Helper()
	var found []string
	last := 0
	for l := range convert.Leftovers(text, borders) {
		require.Equal(t, l.Text, l.Span.Of(text))
		require.GreaterOrEqual(t, l.Span.Start, last, "in order")
		require.NotEqual(t, l.Text, l.Want)
		require.Equal(t, 1, utf8.RuneCountInString(l.Text))
		require.Equal(t, 1, utf8.RuneCountInString(l.Want))
		last = l.Span.End
		found = append(found, l.Text+l.Want)
	}
	return found
}

func TestLeftovers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		want     []string
		reason   string
	}{
		{"afterwards", "我國今后的規劃", []string{"后後"}, ""},
		{"queens", "皇后和王后在天后宮，后羿射日", nil, "后 is the word here"},
		{"both", "今后皇后", []string{"后後"}, ""},
		{"to", "對于全面開放，有利于推動", []string{"于於", "于於"}, ""},
		{"name", "于右任先生", nil, "a surname"},
		{"clouds", "云計算，人云亦云，雲南", []string{"云雲"}, "to say, and to cloud"},
		{"platform", "平台和台灣的電視台", nil, "a form of Hong Kong that Taiwan uses too"},
		{"typhoon", "台風過后", []string{"台颱", "后後"}, ""},
		{"make", "制度、裝備制造", []string{"制製"}, ""},
		{"li", "公里、鄰里和里約", nil, ""},
		{"inside", "城市里的人", []string{"里裏"}, ""},
		{"dry and do", "乾隆年間的干部干擾干燥的天氣", []string{"干幹", "干乾"}, ""},
		{"valley", "山谷里的谷物", []string{"里裏", "谷穀"}, ""},
		{"ugly", "小丑不丑", []string{"丑醜"}, ""},
		{"free spellings", "公布十周年的家具和雇主", nil, "佈, 週, 傢 and 僱 are right too"},
		{"taiwan", "裡面著名的峰會為群眾", nil, "Taiwan's forms"},
		{"hong kong", "裏面説明的峯會為羣眾", nil, "Hong Kong's forms"},
		{"simplified only", "中国的發展", []string{"国國"}, "never Traditional"},
		{"lines", "今后\n皇后\r\n今后", []string{"后後", "后後"}, "spans count from the start of the text"},
		{"broken", "\xFF今后\xE5\x90", []string{"后後"}, "spans count bytes"},
		{"compatibility ideograph", "\uF900今后", []string{"后後"}, "normalization keeps the count of runes"},
		{"empty", "", nil, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, leftovers(t, tt.in, contextual.New()), tt.reason)
		})
	}
}

func TestLeftoversWithoutBorders(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"了瞭"}, leftovers(t, "展示了如何", nil), "what OpenCC's longest match is misled to")
	require.Empty(t, leftovers(t, "展示了如何", contextual.New()))
}

func TestLeftoversStop(t *testing.T) {
	t.Parallel()
	seq := convert.Leftovers("今后今后\n今后", nil)
	for range 2 { // ranging again starts again
		n := 0
		for range seq {
			if n++; n == 2 {
				break
			}
		}
		require.Equal(t, 2, n)
	}
}

// What OpenCC makes of Simplified text has no leftovers, in any region's forms.
func TestLeftoversOfConversions(t *testing.T) {
	t.Parallel()
	text := "今后台风过后，皇后在干燥的山谷里制造面粉。公里、制度、云计算、人云亦云、对于于右任、头发发展、周末一周、松树轻松、复习答复。"
	for _, scheme := range []convert.Scheme{convert.S2T, convert.S2TW, convert.S2HK} {
		traditional := mustNew(t, scheme, nil).String(text)
		require.Empty(t, leftovers(t, traditional, contextual.New()), "%v: %s", scheme, traditional)
	}
}

// A line must not cost more for those around it.
func TestLeftoversLongText(t *testing.T) {
	t.Parallel()
	require.Len(t, leftovers(t, strings.Repeat("我國今后的規劃，", 1000)+"\n"+strings.Repeat("今后\n", 1000), nil), 2000)
}

func FuzzLeftovers(f *testing.F) {
	for _, s := range []string{"今后皇后", "\xFF台風\n\uF900里", "⿰虫风今后", "𠗣国"} {
		f.Add(s)
	}
	b := contextual.New()
	f.Fuzz(func(t *testing.T, s string) {
		for l := range convert.Leftovers(s, b) {
			require.Equal(t, l.Text, l.Span.Of(s))
			require.Equal(t, convert.FoldRune([]rune(l.Text)[0]), convert.FoldRune([]rune(l.Want)[0]), "two forms of one character")
		}
	})
}

func BenchmarkLeftovers(b *testing.B) {
	text := strings.Repeat("把服務國家「一帶一路」建設作為上海今后當好改革開放排頭兵的新載體，對于裝備制造。\n", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for range convert.Leftovers(text, nil) {
			continue
		}
	}
}
