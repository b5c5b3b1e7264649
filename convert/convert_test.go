package convert_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/internal/testcase"
)

// ownCase is a line of testdata/cases.tsv.
type ownCase struct {
	scheme           convert.Scheme
	in, want, reason string
}

func ownCases(t testing.TB) []ownCase {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.tsv")
	require.NoError(t, err)
	var cases []ownCase
	for line := range strings.Lines(string(data)) {
		if line[0] == '#' {
			continue
		}
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		require.Len(t, f, 4, line)
		s, err := convert.ParseScheme(f[0])
		require.NoError(t, err)
		cases = append(cases, ownCase{s, f[1], f[2], f[3]})
	}
	return cases
}

// TestCases takes each case through every way of converting.
func TestCases(t *testing.T) {
	t.Parallel()
	seen := map[convert.Scheme]int{}
	for _, tt := range ownCases(t) {
		seen[tt.scheme]++
		c := mustNew(t, tt.scheme, nil)
		require.Equal(t, tt.want, c.String(tt.in), "%v: %s", tt.scheme, tt.reason)
		require.Equal(t, tt.want, string(c.Append(nil, []byte(tt.in))), tt.reason)
		require.Equal(t, "»"+tt.want, string(c.Append([]byte("»"), []byte(tt.in))), tt.reason)
		got, m := c.Map(tt.in)
		require.Equal(t, tt.want, got, tt.reason)
		checkMap(t, c, tt.in, got, m)
		require.Equal(t, tt.want, pump(t, c.Transformer(), tt.in, nil, 64), tt.reason)
	}
	for s := range convert.Schemes() {
		require.GreaterOrEqual(t, seen[s], 3, "cases of %v", s)
	}
}

// checkMap holds what is true of any map of a conversion from in to out.
func checkMap(t *testing.T, c *convert.Converter, in, out string, m *offset.Map) {
	t.Helper()
	if m == nil {
		require.Equal(t, in, out, "a nil map says that nothing changed")
		return
	}
	require.NotEqual(t, in, out)
	before, after := 0, 0
	for e := range m.Edits() {
		require.Equal(t, in[before:e.Before.Start], out[after:e.After.Start], "between edits nothing changes")
		require.True(t, onBorder(in, e.Before) && onBorder(out, e.After), "%q → %q: %v splits a character", in, out, e)
		// More where an empty edit touches it.
		require.True(t, m.ToAfter(e.Before).Contains(e.After) && m.ToBefore(e.After).Contains(e.Before), "%q → %q: %v", in, out, e)
		before, after = e.Before.End, e.After.End
	}
	require.Equal(t, in[before:], out[after:])
	require.Equal(t, out, c.String(in))
}

// onBorder reports whether s starts and ends between characters; bytes that are
// no text are characters of their own.
func onBorder(text string, s offset.Span) bool {
	return atRune(text, s.Start) && atRune(text, s.End)
}

func atRune(text string, pos int) bool {
	for start := max(0, pos-3); start < pos; start++ {
		if r, size := utf8.DecodeRuneInString(text[start:]); r != utf8.RuneError && start+size > pos {
			return false
		}
	}
	return true
}

func TestMapLaws(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(4, 4))
	for s := range convert.Schemes() {
		c := mustNew(t, s, nil)
		for range 100 {
			in := mixture(rng, 20)
			got, m := c.Map(in)
			checkMap(t, c, in, got, m)
		}
	}
}

func TestMapFindsCharacters(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name       string
		scheme     convert.Scheme
		in         string
		part, want string
		reason     string
	}{
		{"one to one within a phrase", convert.S2T, "理发师的头发", "发师", "髮師", "each character is an edit of its own"},
		{"a phrase that grows", convert.S2TWP, "内存和信息", "内存", "記憶體", "the phrase is one edit"},
		{"within a phrase that grows", convert.S2TWP, "内存和信息", "存", "記憶體", "a place in an edit stands for all of it"},
		{"behind it", convert.S2TWP, "内存和信息", "信息", "資訊", "deltas add up"},
		{"two steps", convert.TW2SP, "記憶體裡的資訊", "資訊", "信息", "maps of the steps compose"},
		{"compatibility ideograph", convert.T2S, "豈有此理", "\uf900有", "岂有", "the fold of 豈 is a step too"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			in := strings.Replace(tt.in, "豈", "\uf900", 1)
			got, m := mustNew(t, tt.scheme, nil).Map(in)
			i := strings.Index(in, tt.part)
			require.GreaterOrEqual(t, i, 0)
			require.Equal(t, tt.want, m.ToAfter(offset.Span{Start: i, End: i + len(tt.part)}).Of(got), tt.reason)
		})
	}
}

func TestBytesThatAreNoText(t *testing.T) {
	t.Parallel()
	for s := range convert.Schemes() {
		c := mustNew(t, s, nil)
		for b := range 256 {
			for _, in := range []string{string([]byte{byte(b)}), "你" + string([]byte{byte(b)}) + "好"} {
				require.Equal(t, in, c.String(in), "%v %q", s, in)
			}
		}
		for _, in := range []string{"\x00\x00", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\xe4\xbd", "\xf0\xa0\x80", "⿰\xff", "\xfe\xff⿰⿱"} {
			require.Equal(t, in, c.String(in), "%v %q", s, in)
		}
	}
	c := mustNew(t, convert.S2TWP, nil)
	require.Equal(t, "資訊\x00軟體\xff\xe5發\x80", c.String("信息\x00软件\xff\xe5发\x80"))
	require.Equal(t, "信\x00息", c.String("信\x00息"), "a NUL ends a phrase")
}

func TestAllocations(t *testing.T) {
	if testcase.Race {
		t.Skip("pools drop values at random under the race detector")
	}
	same := strings.Repeat("你好，世界。abc\n", 5000)
	changes := strings.Repeat("头发发展，信息和软件。", 500)
	for _, s := range []convert.Scheme{convert.S2T, convert.S2TWP, convert.T2S, convert.T2TW} {
		c := mustNew(t, s, nil)
		buf := c.Append(nil, []byte(changes))
		in := []byte(changes)
		c.String(same)
		require.Zero(t, testing.AllocsPerRun(20, func() { buf = c.Append(buf[:0], in) }), "Append, %v", s)
		require.Zero(t, testing.AllocsPerRun(20, func() {
			if c.String(same) != same {
				panic("changed")
			}
		}), "String of what stays, %v", s)
	}
	c := mustNew(t, convert.S2TWP, nil)
	require.LessOrEqual(t, testing.AllocsPerRun(20, func() { c.String(changes) }), 1.0, "String allocates its result alone")
}

// TestLinear converts texts that leave decisions open as long as can be.
func TestLinear(t *testing.T) {
	testcase.Timed(t)
	front := dictionary(t, map[string]string{"a": "b", "级": "級"})
	for _, opts := range []*convert.Options{nil, {Dictionaries: []*convert.Dictionary{front}}} {
		c := mustNew(t, convert.S2TWP, opts)
		for _, unit := range []string{"头", "人工智", "⿰", "⿰⿱", "\xe5", "低级", "a"} {
			testcase.Linear(t, unit, 20000, func(text string) { c.Append(nil, []byte(text)) })
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	c := mustNew(t, convert.S2TWP, nil)
	text := mixture(rand.New(rand.NewPCG(5, 5)), 2000)
	want := c.String(text)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				if c.String(text) != want || string(c.Append(nil, []byte(text))) != want {
					t.Error("goroutines disturb each other")
				}
			}
		})
	}
	wg.Wait()
}

func TestNoRare(t *testing.T) {
	t.Parallel()
	require.Equal(t, "𣨼雨尤云", mustNew(t, convert.T2S, nil).String("殢雨尤雲"))
	require.Equal(t, "殢雨尤云", mustNew(t, convert.T2S, &convert.Options{NoRare: true}).String("殢雨尤雲"))
}

func TestSchemeText(t *testing.T) {
	t.Parallel()
	all := slices.Collect(convert.Schemes())
	require.Len(t, all, 16)
	for _, s := range all {
		require.True(t, s.Valid())
		data, err := json.Marshal(s)
		require.NoError(t, err)
		require.Equal(t, `"`+s.String()+`"`, string(data))
		var back convert.Scheme
		require.NoError(t, json.Unmarshal(data, &back))
		require.Equal(t, s, back)
		require.Equal(t, strings.ToLower(s.String()), s.String())
	}
	require.Equal(t, "invalid", convert.Invalid.String())
	_, err := convert.Invalid.MarshalText()
	require.EqualError(t, err, "convert: scheme 0 is not valid")
	_, err = convert.ParseScheme("S2T")
	require.EqualError(t, err, `convert: unknown scheme "S2T"`)
	_, err = convert.ParseScheme("invalid")
	require.Error(t, err)
	_, err = convert.New(convert.Invalid, nil)
	require.EqualError(t, err, "convert: scheme 0 is not valid")
	_, err = convert.New(convert.JP2T+1, nil)
	require.Error(t, err)
}

func TestSchemeFor(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		from, to string
		want     convert.Scheme
		reason   string
	}{
		{"zh-Hans", "zh-Hant", convert.S2T, ""},
		{"zh-CN", "zh-TW", convert.S2TW, "the script follows from the region"},
		{"zh", "zh-HK", convert.S2HK, "zh is Simplified"},
		{"zh-SG", "zh-MO", convert.S2HK, "Macau writes as Hong Kong"},
		{"zh-TW", "zh-CN", convert.TW2S, ""},
		{"zh-HK", "zh-Hans", convert.HK2S, ""},
		{"zh-Hant", "zh-Hans", convert.T2S, ""},
		{"zh-Hant", "zh-TW", convert.T2TW, ""},
		{"zh-TW", "zh-Hant", convert.TW2T, ""},
		{"zh-Hant", "zh-HK", convert.T2HK, ""},
		{"zh-HK", "zh-Hant", convert.HK2T, ""},
		{"zh-Hant", "ja", convert.T2JP, ""},
		{"ja-JP", "zh-Hant", convert.JP2T, ""},
		{"zh-Hans", "zh-Hans", convert.Invalid, "nothing to convert"},
		{"zh-Hans", "en", convert.Invalid, "no language of ours"},
		{"fr", "zh-Hant", convert.Invalid, "no language of ours"},
		{"zh-Hans", "ja", convert.Invalid, "OpenCC has no such configuration"},
	} {
		got, err := convert.SchemeFor(language.MustParse(tt.from), language.MustParse(tt.to))
		require.Equal(t, tt.want, got, "%s to %s: %s", tt.from, tt.to, tt.reason)
		require.Equal(t, tt.want == convert.Invalid, err != nil)
	}
}

func TestAlternatives(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		scheme convert.Scheme
		in     string
		want   []string // character, choice, forms
	}{
		{"forms of 后", convert.S2T, "皇后以后", []string{"后 后 [後 后]", "后 後 [後 后]"}},
		{"forms of 干", convert.S2T, "干部", []string{"干 幹 [幹 乾 干 榦]"}},
		{"none", convert.S2T, "你好", nil},
		{"bytes that are no text", convert.S2T, "\xff后", []string{"后 後 [後 后]"}},
		{"nothing", convert.S2T, "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for a := range mustNew(t, tt.scheme, nil).Alternatives(tt.in) {
				require.Equal(t, a.Text, a.Span.Of(tt.in))
				got = append(got, fmt.Sprintf("%s %s %v", a.Text, a.Chose, a.Forms))
			}
			require.Equal(t, tt.want, got)
		})
	}
	for a := range mustNew(t, convert.S2T, nil).Alternatives("发发发") {
		require.Zero(t, a.Span.Start, "stops where the caller does")
		break
	}
	require.Equal(t, []string{"裏", "里", "哩"}, mustNew(t, convert.S2T, nil).Forms('里'))
	require.Equal(t, []string{"你"}, mustNew(t, convert.S2T, nil).Forms('你'))
}

// TestSchemesPage holds that the tables of docs/schemes.md say what is so.
func TestSchemesPage(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../docs/schemes.md")
	require.NoError(t, err)
	var schemes []convert.Scheme
	rows, seen := 0, map[convert.Scheme]bool{}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "| ") {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case cells[1] == "":
			schemes = nil
			for _, name := range cells[2 : len(cells)-2] {
				s, err := convert.ParseScheme(name)
				require.NoError(t, err)
				schemes = append(schemes, s)
			}
		case strings.HasPrefix(cells[1], "-"):
		default:
			rows++
			for i, s := range schemes {
				seen[s] = true
				require.Equal(t, cells[i+2], mustNew(t, s, nil).String(cells[1]), "%v in the row of %s", s, cells[1])
			}
		}
	}
	require.Greater(t, rows, 20)
	require.Len(t, seen, 16)
}
