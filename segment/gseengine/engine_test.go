package gseengine_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/segment"
	"github.com/qiaotoubao/fangan/segment/gseengine"
)

// list is a small list for the tests.
var list = []segment.Entry{
	{Text: "商务", Frequency: 500},
	{Text: "委会", Frequency: 18},
	{Text: "会同", Frequency: 300},
	{Text: "上海", Frequency: 9000},
	{Text: "海关", Frequency: 813},
	{Text: "上海海关", Frequency: 5},
	{Text: "跨境", Frequency: 38},
	{Text: "的", Frequency: 318825},
	{Text: "建立", Frequency: 5000},
	{Text: "平台", Frequency: 900},
	{Text: "中华", Frequency: 900},
	{Text: "人民", Frequency: 9000},
	{Text: "共和国", Frequency: 900},
	{Text: "人民共和国", Frequency: 40},
	{Text: "中华人民共和国", Frequency: 400},
	{Text: "A股", Frequency: 3},
	{Text: "rare", Frequency: 1},
}

// cut returns the words that a Segmenter with engine e finds, and checks that
// they are the text.
func cut(t testing.TB, e segment.Engine, text string) []string {
	t.Helper()
	s, err := segment.New(&segment.Options{Engine: e})
	require.NoError(t, err)
	var words []string
	for w := range s.Words(text) {
		require.Equal(t, w.Span.Of(text), w.Text)
		words = append(words, w.Text)
	}
	require.Equal(t, text, strings.Join(words, ""))
	return words
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, in, want string
		options        *gseengine.Options
		reason         string
	}{
		{"empty", "", "", nil, "no word"},
		{"plain", "商务会同上海海关", "商务|会同|上海|海关", nil, "the cheapest way"},
		{"case", "API接入A股Hub", "API|接|入|A股|Hub", nil, "words are the text's, not gse's copies"},
		{"shrinking letter", "\u212A的的", "\u212A|的|的", nil, "the Kelvin sign's lower case is shorter"},
		{"invalid bytes", "的\xff\xfe上海", "的|\xff|\xfe|上海", nil, "bytes stay"},
		{"Traditional", "會同上海海關", "會|同|上海|海|關", nil, "gse does not fold"},
		{"folded", "會同上海海關", "會同|上海|海關", &gseengine.Options{Fold: true}, "spans are the text's"},
		{"folded width", "ＡＢ的\xff", "ＡＢ|的|\xff", &gseengine.Options{Fold: true}, "1 byte for 3"},
		{"folded words", "覆蓋的", "覆蓋|的", &gseengine.Options{Fold: true, Words: []segment.Entry{{Text: "覆盖"}}}, "the list is folded too"},
		{"own words", "跨境平台的", "跨境平台|的", &gseengine.Options{Words: []segment.Entry{{Text: "跨境平台"}}}, "before the list"},
		{"model", "上海欧阳明的", "上海|欧阳明|的", &gseengine.Options{HMM: true}, "gse's guess"},
		{"model and case", "API的K\xff跨境", "API|的|K|\xff|跨境", &gseengine.Options{HMM: true}, "the model sees ideographs only"},
		{"sentences", "上海。海关！\n的", "上海|。|海关|！|\n|的", nil, "cut apart, nothing lost"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			e, err := gseengine.New(list, test.options)
			require.NoError(t, err)
			require.Equal(t, test.want, strings.Join(cut(t, e, test.in), "|"), test.reason)
		})
	}
}

func TestSearch(t *testing.T) {
	t.Parallel()
	e, err := gseengine.New(list, nil)
	require.NoError(t, err)
	s, err := segment.New(&segment.Options{Engine: e})
	require.NoError(t, err)
	var got []string
	for token := range s.Search("中华人民共和国的Hub") {
		got = append(got, fmt.Sprint(token.Position, " ", token.Text))
	}
	require.Equal(t, []string{"0 中华人民共和国", "0 中华", "1 人民", "2 共和国", "3 的", "4 Hub"}, got)
	for token := range s.Search("Hub") {
		require.Equal(t, "Hub", token.Text, "a text of one word has it")
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	_, err := gseengine.New([]segment.Entry{{Text: "的"}, {Text: "\xff", Frequency: 3}}, nil)
	var entry *segment.EntryError
	require.ErrorAs(t, err, &entry)
	require.Equal(t, 1, entry.Index)
	_, err = gseengine.New(nil, &gseengine.Options{Words: []segment.Entry{{}}})
	require.ErrorIs(t, err, segment.ErrWord)
	_, err = gseengine.NewEmbed("klingon", nil)
	require.ErrorContains(t, err, "klingon")
	e, err := gseengine.New(nil, nil)
	require.NoError(t, err, "an empty list cuts characters")
	require.Equal(t, []string{"上", "海"}, cut(t, e, "上海"))
}

// TestConcurrent makes engines while others work, which gse alone does not bear.
func TestConcurrent(t *testing.T) {
	t.Parallel()
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			e, err := gseengine.New(list, &gseengine.Options{HMM: true})
			if err != nil {
				t.Error(err)
				return
			}
			for range e.Words(strings.Repeat("上海龘靐海关的", 50)) {
			}
		})
	}
	all.Wait()
}

func TestEmbed(t *testing.T) {
	if testing.Short() {
		t.Skip("loads 350,000 words")
	}
	t.Parallel()
	e, err := gseengine.NewEmbed("zh_s", &gseengine.Options{Fold: true})
	require.NoError(t, err)
	require.Equal(t, []string{"长江", "经济带", "的", "知识产权"}, cut(t, e, "长江经济带的知识产权"))
	require.Equal(t, []string{"知識產權", "覆蓋面"}, cut(t, e, "知識產權覆蓋面"), "覆 is folded in the list as well")
}

func FuzzWords(f *testing.F) {
	for _, seed := range []string{"", "市商务委会同上海海关", "\xffABC\u212A的", "龘靐的的", "會同 Ａ股\n。", "\x00上\x00海"} {
		f.Add(seed)
	}
	var engines []segment.Engine
	for _, o := range []*gseengine.Options{nil, {Fold: true}, {HMM: true}, {Fold: true, HMM: true}} {
		e, err := gseengine.New(list, o)
		require.NoError(f, err)
		engines = append(engines, e)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, e := range engines {
			cut(t, e, text)
			end := 0
			for span := range e.Words(text) {
				require.Equal(t, end, span.Start, "the engine itself leaves nothing out")
				end = span.End
			}
			require.Equal(t, len(text), end)
		}
	})
}
