package convert

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/qiaotoubao/fangan/convert/offset"
)

func TestFoldRune(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, from string
		want       rune
	}{
		{"two Traditional characters of one Simplified", "后後", '后'},
		{"hair and sending", "发發髮", '发'},
		{"Taiwan, Hong Kong and mainland forms", "里裡裏", '里'},
		{"four Traditional characters", "台臺檯颱枱", '台'},
		{"Hong Kong's form of a Traditional character", "众眾衆", '众'},
		{"OpenCC's own standard form", "为為爲", '为'},
		{"Taiwan writes 著 for 着", "着著", '着'},
		{"dry, do and trunk", "干乾幹榦", '干'},
		{"OpenCC simplifies 瞭 in phrases only", "了瞭", '了'},
		{"as above, 藉口", "借藉", '借'},
		{"as above, 答覆", "复復複覆", '复'},
		{"Taiwan's 么", "么麼麽幺", '么'},
		{"noodles and faces", "面麵麪", '面'},
		{"beyond the basic plane", "暐𬀩", '𬀩'},
		{"Traditional beyond the basic plane", "𣨼殢", '𣨼'},
		{"compatibility ideograph of a character with a Simplified form", "\uF900豈岂", '岂'},
		{"compatibility ideograph beyond the basic plane", "\uFA6C𤋮", '𤋮'},
		{"Kangxi radical", "⽅方", '方'},
		{"radical supplement", "⻳龜龟", '龟'},
		{"full width letters", "AaＡａ", 'a'},
		{"other letters", "Éé", 'é'},
		{"forms of one letter", "Kk\u212A", 'k'},
		{"final sigma", "Σσς", 'σ'},
		{"spaces", " \u00A0\u3000\u2003", ' '},
		{"commas", ",，﹐︐", ','},
		{"full stop of digits", ".．﹒", '.'},
		{"Chinese stop", "。｡︒", '。'},
		{"Chinese enumeration comma", "、､﹑︑", '、'},
		{"parentheses", "(（﹙︵", '('},
		{"square brackets", "[［", '['},
		{"colon", ":：﹕︓", ':'},
		{"opening quotes", "“「﹁｢〝", '“'},
		{"closing quotes", "”」﹂｣〞", '”'},
		{"single quotes", "‘『﹃", '‘'},
		{"dashes", "—―─﹘︱", '—'},
		{"hyphens and number ranges", "-－–‐−﹣", '-'},
		{"tildes", "~～〜", '~'},
		{"middle dots", "·•‧・･", '·'},
		{"zero in dates", "〇○", '〇'},
		{"percent", "%％﹪", '%'},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, r := range tt.from {
				require.Equal(t, string(tt.want), string(FoldRune(r)), "fold of %q", r)
			}
		})
	}
}

func TestFoldRuneKeepsApart(t *testing.T) {
	t.Parallel()
	for _, pair := range []string{
		"坐座", "象像", "沈沉", "呆待", "具俱", "炼链", "借惜", "。.", "、,", "〔[", "【[", "《<", "①1", "㈠一", "Ⅳⅳ", "ıi",
		"ー—", "一—", "零〇", "\"“", "'‘", "…·", "\t ", "\n ",
	} {
		r := []rune(pair)
		require.NotEqual(t, FoldRune(r[0]), FoldRune(r[1]), pair)
	}
	for _, r := range []rune{-1, utf8.RuneError, 0xD800, 0xDFFF, unicode.MaxRune + 1, 1 << 30, 0, '\t', '\n', '①', '㈠', '⑴', '⒈', '㎡', '…'} {
		require.Equal(t, r, FoldRune(r), "%#x stays", r)
	}
}

// Every rune: folding is idempotent, gives a rune that can be encoded, and
// agrees with Unicode on compatibility ideographs.
func TestFoldRuneAll(t *testing.T) {
	t.Parallel()
	changed := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		to := FoldRune(r)
		if to != r {
			changed++
		}
		if FoldRune(to) != to || utf8.ValidRune(to) != utf8.ValidRune(r) {
			t.Errorf("%q folds to %q, which folds to %q", r, to, FoldRune(to))
		}
		if unicode.Is(unicode.Han, r) {
			if whole := []rune(norm.NFC.String(string(r))); FoldRune(whole[0]) != to {
				t.Errorf("%q folds to %q, its canonical form %q to %q", r, to, whole, FoldRune(whole[0]))
			}
		}
	}
	require.Greater(t, changed, 7000, "the table is full")
}

// foldDictionary calls f with each conversion of one of OpenCC's dictionaries.
func foldDictionary(t *testing.T, name string, f func(from, to string)) {
	t.Helper()
	dir := os.Getenv("FANGAN_CONFORM")
	if dir == "" {
		t.Skip("FANGAN_CONFORM is not set")
	}
	file, err := os.Open(filepath.Join(dir, "opencc-dictionary", name+".txt"))
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	entries := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		from, values, ok := strings.Cut(lines.Text(), "\t")
		if ok && !strings.HasPrefix(from, "#") {
			to, _, _ := strings.Cut(values, " ")
			f(from, to)
			entries++
		}
	}
	require.NotZero(t, entries)
}

// The law that folding is made for: converting a character does not change its
// folding, whatever the direction.
func TestFoldCharactersOfOpenCC(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"STCharacters", "TSCharacters", "TWVariants", "HKVariants", "CJK_Compatibility_Ideographs"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			foldDictionary(t, name, func(from, to string) {
				a, _ := Fold(from)
				b, _ := Fold(to)
				require.Equal(t, a, b, "%s converts to %s", from, to)
			})
		})
	}
}

// Phrases whose conversion exchanges characters that are both at home in
// Simplified text. Folding keeps these apart; the number of phrases is OpenCC's.
func TestFoldPhrasesOfOpenCC(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		want map[string]int // pairs that stay apart, with their phrases
	}{
		{"STPhrases", map[string]int{"链鍊": 12, "坐座": 5, "戚鏚": 3, "里哩": 3, "仇讎": 2, "象像": 2, "具俱": 2, "呆待": 1, "吣唚": 1}},
		{"TSPhrases", map[string]int{"沈沉": 85, "鍊链": 21, "坏坯": 17, "哩里": 2, "畫划": 2, "俱具": 1}},
		{"TWVariantsPhrases", map[string]int{}},
		{"HKVariantsPhrases", map[string]int{}},
		{"TWVariantsRevPhrases", map[string]int{}},
		{"HKVariantsRevPhrases", map[string]int{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			apart := map[string]int{}
			foldDictionary(t, tt.name, func(from, to string) {
				a, b := []rune(from), []rune(to)
				require.Len(t, b, len(a), from)
				for i := range a {
					if FoldRune(a[i]) != FoldRune(b[i]) {
						apart[string(a[i])+string(b[i])]++
					}
				}
			})
			require.Equal(t, tt.want, apart)
		})
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want, reason string }{
		{"traditional", "發展改革委、商務部（牽頭）", "发展改革委、商务部(牵头)", "script and width in one go"},
		{"unchanged", "发展改革委、商务部(牵头)", "发展改革委、商务部(牵头)", "folded already"},
		{"case", "G60 API Hub", "g60 api hub", "letters"},
		{"shorter", "（１２）", "(12)", "three bytes become one"},
		{"longer", "暐", "𬀩", "three bytes become four"},
		{"broken", "計\xFF劃\xE8\xA8", "计\xFF划\xE8\xA8", "bytes that are no UTF-8 stay"},
		{"replacement character", "計\uFFFD劃", "计\uFFFD划", "as it is in the source"},
		{"empty", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, m := Fold(tt.in)
			require.Equal(t, tt.want, got, tt.reason)
			requireFoldLaws(t, tt.in, got, m)
		})
	}
}

// requireFoldLaws checks what must hold for any text.
func requireFoldLaws(t *testing.T, in, got string, m *offset.Map) {
	t.Helper()
	again, none := Fold(got)
	require.Equal(t, got, again, "idempotent")
	require.Nil(t, none)
	require.Equal(t, in == got, m == nil, "a map where something changed")
	require.Equal(t, utf8.RuneCountInString(in), utf8.RuneCountInString(got), "rune to rune")
	require.Equal(t, got, string(AppendFold(nil, in)), "both forms agree")
	var back strings.Builder // what the map keeps, and the edits' source
	kept := 0
	for e := range m.Edits() {
		back.WriteString(got[kept:e.After.Start])
		back.WriteString(e.Before.Of(in))
		from, _ := utf8.DecodeRuneInString(e.Before.Of(in))
		require.Equal(t, string(FoldRune(from)), e.After.Of(got))
		require.Equal(t, e.Before, m.ToBefore(e.After))
		require.Equal(t, e.After, m.ToAfter(e.Before))
		kept = e.After.End
	}
	back.WriteString(got[kept:])
	require.Equal(t, in, back.String(), "the map leads back")
}

func TestFoldAllocations(t *testing.T) {
	folded, same := strings.Repeat("上海市发展改革委,2017年", 50), ""
	require.Zero(t, testing.AllocsPerRun(10, func() { same, _ = Fold(folded) }), "nothing changes")
	require.Equal(t, folded, same)
	traditional, buffer := strings.Repeat("上海市發展改革委，2017年", 50), make([]byte, 0, 4096)
	require.Zero(t, testing.AllocsPerRun(10, func() { buffer = AppendFold(buffer[:0], traditional) }), "a reused buffer")
	require.Equal(t, folded, string(buffer))
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "後台", "（Ａ）\xFF、。", "\uF900\u3000K暐", "ＬＩＦＥ「裡」"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, m := Fold(s)
		requireFoldLaws(t, s, got, m)
	})
}

func BenchmarkFold(b *testing.B) {
	for name, s := range map[string]string{
		"folded":      strings.Repeat("把服务国家“一带一路”建设作为上海继续当好改革开放排头兵的新载体,", 300),
		"traditional": strings.Repeat("把服務國家「一帶一路」建設作為上海繼續當好改革開放排頭兵的新載體，", 300),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Fold(s)
			}
		})
		b.Run(name+"/append", func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			buffer := make([]byte, 0, 2*len(s))
			for b.Loop() {
				buffer = AppendFold(buffer[:0], s)
			}
		})
	}
}
