package segment

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/segment/internal/words"
)

func TestOptions(t *testing.T) {
	t.Parallel()
	list := []Entry{{"桥头", 5}, {"桥头堡", 3}, {"堡垒", 100}, {"𪚥𪚥", 4}, {"Wi-Fi网", 2}, {"的", 1}}
	for _, test := range []struct {
		name, in, want string
		options        *Options
		reason         string
	}{
		{"own word", "灵境元港建设", "灵境元港|建设", &Options{Words: []Entry{{Text: "灵境元港"}}}, "wins over characters"},
		{"own word in Traditional", "靈境元港", "靈境元港", &Options{Words: []Entry{{Text: "灵境元港"}}}, "looked up folded"},
		{"own word was Traditional", "灵境元港", "灵境元港", &Options{Words: []Entry{{Text: "靈境元港"}}}, "listed in either script"},
		{"own word of no name", "市灵境元港局", "市|灵境元港|局", &Options{Words: []Entry{{Text: "灵境元港"}}}, "no rule makes it longer"},
		{"rare runes", "见𮯠𮯡吗", "见|𮯠𮯡|吗", &Options{Words: []Entry{{Text: "𮯠𮯡"}}}, "runes that no list has"},
		{"over a sign", "“三区三线”划定", "“三区三线”|划定", &Options{Words: []Entry{{Text: "“三区三线”"}}}, "any sign but a sentence's end"},
		{"inside letters", "G60", "G60", &Options{Words: []Entry{{Text: "G6"}}}, "no word cuts a run of letters"},
		{"list", "桥头堡垒的𪚥𪚥", "桥头|堡垒|的|𪚥𪚥", &Options{List: list}, "the list's words and no others"},
		{"list with letters", "WI-FI网好", "WI-FI网|好", &Options{List: list}, "case folds"},
		{"empty list", "桥头12", "桥|头|12", &Options{List: []Entry{}}, "only rules are left"},
		{"plain", "市商务局2018年", "市|商务局|2018|年", &Options{Plain: true, Words: []Entry{{Text: "商务局"}}}, "no rules"},
		{"frequency", "商务局部署", "商务|局部|署", &Options{Plain: true, List: []Entry{{"商务", 9}, {"局部", 90}, {"部署", 2}}}, "局部 is much more frequent"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, test.want, strings.Join(cut(t, newSegmenter(t, test.options), test.in), "|"), test.reason)
		})
	}
}

func TestOptionErrors(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		options *Options
		want    error
	}{
		{"empty word", &Options{Words: []Entry{{}}}, ErrWord},
		{"long word", &Options{Words: []Entry{{Text: strings.Repeat("长", MaxWord+1)}}}, ErrWord},
		{"invalid word", &Options{List: []Entry{{Text: "\xff", Frequency: 2}}}, ErrWord},
		{"no frequency", &Options{List: []Entry{{Text: "字"}}}, ErrFrequency},
		{"negative", &Options{Words: []Entry{{Text: "字", Frequency: -1}}}, ErrFrequency},
		{"not a number", &Options{Words: []Entry{{Text: "字", Frequency: math.NaN()}}}, ErrFrequency},
		{"engine and list", &Options{Engine: careless{}, List: []Entry{}}, ErrOptions},
		{"engine and plain", &Options{Engine: careless{}, Plain: true}, ErrOptions},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			s, err := New(test.options)
			require.Nil(t, s)
			require.ErrorIs(t, err, test.want)
		})
	}
	_, err := New(&Options{Words: []Entry{{Text: strings.Repeat("长", words.MaxWord)}}})
	require.NoError(t, err, "MaxWord is the engine's limit")
	require.Equal(t, words.MaxWord, MaxWord)
	_, err = New(&Options{Words: []Entry{{Text: "字"}, {}}})
	require.EqualError(t, err, "segment: Words 1: not 1 to 64 characters of UTF-8")
}

func TestReadList(t *testing.T) {
	t.Parallel()
	list, err := ReadList(strings.NewReader("知识产权 716 n\n\n营商\t3\r\n桥头堡\n"))
	require.NoError(t, err)
	require.Equal(t, []Entry{{"知识产权", 716}, {"营商", 3}, {"桥头堡", 0}}, list)
	for in, want := range map[string]string{
		"好 3\n坏 x\n":                      "segment: line 2: not a positive frequency",
		"\xff 3":                          "segment: line 1: not 1 to 64 characters of UTF-8",
		"好 -3":                            "segment: line 1: not a positive frequency",
		strings.Repeat("长", 1<<16) + " 1": "segment: list: bufio.Scanner: token too long",
	} {
		_, err := ReadList(strings.NewReader(in))
		require.EqualError(t, err, want)
	}
	var entry *EntryError
	_, err = ReadList(strings.NewReader("坏 x"))
	require.True(t, errors.As(err, &entry) && entry.Index == 1)
}
