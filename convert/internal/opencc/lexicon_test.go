package opencc_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
)

func lexicon(t *testing.T, text string) *opencc.Lexicon {
	t.Helper()
	l, err := opencc.Parse(strings.NewReader(text))
	require.NoError(t, err)
	return l
}

func TestReverse(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		want     []opencc.Entry
		reason   string
	}{
		{"one to one", "甲\t乙\n", []opencc.Entry{{Key: "乙", Values: []string{"甲"}}}, ""},
		{"two keys", "甲\t乙\n丙\t乙\n", []opencc.Entry{{Key: "乙", Values: []string{"甲", "丙"}}}, "the order of the file"},
		{"two values", "甲\t乙 丙\n", []opencc.Entry{{Key: "乙", Values: []string{"甲"}}, {Key: "丙", Values: []string{"甲"}}}, "every value leads back"},
		{"preference", "# @reverse-prefer: 乙 丙\n甲\t乙\n丙\t乙\n", []opencc.Entry{{Key: "乙", Values: []string{"丙", "甲"}}}, "the file says which comes first"},
		{"idle preference", "# @reverse-prefer: 丁 丙\n# @reverse-prefer:\n甲\t乙\n", []opencc.Entry{{Key: "乙", Values: []string{"甲"}}}, "for a key that is not there"},
	} {
		require.Equal(t, tt.want, lexicon(t, tt.in).Reverse().Entries, "%s: %s", tt.name, tt.reason)
	}
}

func TestRareOnly(t *testing.T) {
	t.Parallel()
	l := lexicon(t, "甲\t乙\n# @tofu-risk: few fonts\n丙\t丙 丁\n# @tofu-risk: few fonts\n戊\t己\n庚\t辛\n")
	require.Equal(t, []opencc.Entry{{Key: "丙", Values: []string{"丁"}}, {Key: "戊", Values: []string{"己"}}}, l.RareOnly().Entries)
}

func TestSequence(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   string
		n    int
		open bool
	}{
		{"⿰虫风", 9, false},
		{"⿰虫风虫", 9, false},
		{"⿲一二三", 12, false},
		{"⿾虫虫", 6, false},
		{"⿱⿰木木虫", 15, false},
		{"⿰虫", 0, true},
		{"⿰", 0, true},
		{"⿰\xff虫", 0, false},
		{"⿰\xe8\x99", 0, true},
		{"虫", 0, false},
		{strings.Repeat("⿰", 17) + strings.Repeat("虫", 18), 0, false}, // too deep
		{strings.Repeat("⿾", 15) + "虫", 48, false},
		{"", 0, false},
	} {
		n, open := opencc.Sequence(tt.in)
		require.Equal(t, tt.n, n, "%q", tt.in)
		require.Equal(t, tt.open, open, "%q", tt.in)
	}
	require.Len(t, opencc.Operators(), 16)
}

func TestDerive(t *testing.T) {
	t.Parallel()
	l := opencc.Loader{Dictionaries: []string{"."}, FS: fstest.MapFS{
		"TSCharacters.txt": {Data: []byte("軟\t软\n體\t体\n# @tofu-risk: x\n蟲\t虫\n")},
		"TSPhrases.txt":    {Data: []byte("軟軟體\t硬\n")},
		"HKPhrases.txt":    {Data: []byte("軟體軟\t軟\n軟體\t軟\n")},
		"TWPhrases.txt":    {Data: []byte("軟體軟\t體\n蟲軟體\t蟲\n")},
	}}
	lex, err := l.Lexicon("STPhrases_GeneratedFromRegionalPhrases")
	require.NoError(t, err)
	require.Equal(t, []opencc.Entry{{Key: "软体软", Values: []string{"軟體軟"}}, {Key: "虫软体", Values: []string{"蟲軟體"}}}, lex.Entries, "keys of three characters and more, each once")
	lex, err = l.Lexicon("TSCharactersExt")
	require.NoError(t, err)
	require.Len(t, lex.Entries, 1)
	lex, err = l.Lexicon("TSCharactersRev")
	require.NoError(t, err)
	require.Len(t, lex.Entries, 3)
	for _, name := range []string{"No", "NoRev", "NoExt"} {
		_, err = l.Lexicon(name)
		require.Error(t, err, name)
	}
}
