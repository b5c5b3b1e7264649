package convert_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
)

func dictionary(t testing.TB, m map[string]string) *convert.Dictionary {
	t.Helper()
	d, err := convert.NewDictionary(m)
	require.NoError(t, err)
	return d
}

func TestDictionaries(t *testing.T) {
	t.Parallel()
	names := map[string]string{"头发": "毛髮", "发": "砲", "后里": "后里", "信息": "", "B超": "超聲"}
	for _, tt := range []struct {
		name    string
		scheme  convert.Scheme
		maps    []map[string]string
		instead bool
		in      string
		want    string
		reason  string
	}{
		{"in front", convert.S2T, []map[string]string{names}, false, "头发里", "毛髮裏", "its own result, then the scheme's"},
		{"a key ends a segment", convert.S2T, []map[string]string{{"后里": "后里"}}, false, "皇后里", "皇后裏", "the scheme's phrase 皇后 starts before it"},
		{"a key at a segment's start", convert.S2T, []map[string]string{{"后里": "后里"}}, false, "台中后里", "臺中后里", "a place's name stays"},
		{"result is final", convert.S2TWP, []map[string]string{{"网": "信息"}}, false, "网", "信息", "no later step changes it"},
		{"empty value", convert.S2TWP, []map[string]string{names}, false, "软件信息里", "軟體裡", "takes the key away"},
		{"Latin in a key", convert.S2TWP, []map[string]string{names}, false, "做B超。", "做超聲。", ""},
		{"the first wins", convert.S2T, []map[string]string{{"发": "甲"}, {"发": "乙", "发展": "丙"}}, false, "发展", "甲展", "the first that matches, though the second has a longer key"},
		{"the second", convert.S2T, []map[string]string{{"发": "甲"}, {"里": "乙"}}, false, "里发", "乙甲", ""},
		{"none", convert.S2T, nil, false, "头发", "頭髮", ""},
		{"instead", convert.S2T, []map[string]string{names}, true, "头发里发", "毛髮里砲", "nothing of the scheme"},
		{"instead folds", convert.S2T, []map[string]string{{"豈": "何"}}, true, "\uf900里", "何里", "compatibility ideographs still fold first"},
		{"instead by nothing", convert.S2TWP, nil, true, "软件\uf900", "软件豈", "nothing but the fold"},
		{"sequence stays whole", convert.S2T, []map[string]string{{"虫": "蛇"}}, false, "⿰虫风虫", "⿰虫风蛇", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			opts := &convert.Options{Instead: tt.instead}
			for _, m := range tt.maps {
				opts.Dictionaries = append(opts.Dictionaries, dictionary(t, m))
			}
			c := mustNew(t, tt.scheme, opts)
			require.Equal(t, tt.want, c.String(tt.in), tt.reason)
			got, m := c.Map(tt.in)
			require.Equal(t, tt.want, got)
			checkMap(t, c, tt.in, got, m)
			for cut := range len(tt.in) + 1 {
				require.Equal(t, tt.want, pump(t, c.Transformer(), tt.in, []int{cut}, 64), "cut at %d", cut)
			}
		})
	}
}

// TestFrontInStreams cuts mixtures anywhere, with dictionaries whose keys overlap
// those of the schemes.
func TestFrontInStreams(t *testing.T) {
	t.Parallel()
	d := dictionary(t, map[string]string{"发展": "發展中", "展": "展", "里": "", "软": "軟", "人工": "人", "工智能软": "工", "⿰": "二", "\uf900": "豈", "·": "・", "皇后头发里面公里": "x"})
	for s := range convert.Schemes() {
		c := mustNew(t, s, &convert.Options{Dictionaries: []*convert.Dictionary{d}})
		rng := rand.New(rand.NewPCG(6, uint64(s)))
		for range 40 {
			text := mixture(rng, 12)
			want := c.String(text)
			for cut := range len(text) + 1 {
				require.Equal(t, want, pump(t, c.Transformer(), text, []int{cut}, 256), "%v %q cut at %d", s, text, cut)
			}
			got, m := c.Map(text)
			require.Equal(t, want, got)
			checkMap(t, c, text, got, m)
		}
	}
}

func TestDictionaryErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		line     int
		says     string
	}{
		{"no tab", "发\t發\n\n# 里\n里 裏\n", 4, "no tab between key and value"},
		{"no key", "\t發", 1, "empty key"},
		{"bytes that are no text", "发\t發\r\n里\t\xff\r\n", 2, "not UTF-8"},
		{"twice", "发\t發\n里\t裏\n发\t髮\n", 3, `duplicate key "发", first in line 1`},
		{"too long", "发\t發\n里\t" + strings.Repeat("裏", 1<<20), 2, "token too long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := convert.ReadDictionary(strings.NewReader(tt.in))
			line, ok := errors.AsType[*convert.DictionaryError](err)
			require.True(t, ok, "%v", err)
			require.Equal(t, tt.line, line.Line)
			require.ErrorContains(t, err, fmt.Sprintf("convert: dictionary: line %d: ", tt.line))
			require.ErrorContains(t, err, tt.says)
			require.Error(t, errors.Unwrap(err))
		})
	}
	broken := errors.New("broken")
	_, err := convert.ReadDictionary(iotest.ErrReader(broken))
	require.ErrorIs(t, err, broken)
	_, err = convert.NewDictionary(map[string]string{"": "x"})
	require.EqualError(t, err, "convert: dictionary: empty key")
	_, err = convert.NewDictionary(map[string]string{"\xff": "x"})
	require.Error(t, err)
	_, err = convert.New(convert.S2T, &convert.Options{Dictionaries: []*convert.Dictionary{nil}})
	require.EqualError(t, err, "convert: dictionary 0 is nil")
}

func TestReadDictionaryFormat(t *testing.T) {
	t.Parallel()
	d, err := convert.ReadDictionary(strings.NewReader("\ufeff# a comment\r\n\r\n发\t發 髮\r\n空\t\r\n里\t裏"))
	require.NoError(t, err)
	c := mustNew(t, convert.S2T, &convert.Options{Dictionaries: []*convert.Dictionary{d}, Instead: true})
	require.Equal(t, "發裏。", c.String("发空里。"), "the first value, and none")
	require.Equal(t, strings.Repeat("發裏。", 30), c.String(strings.Repeat("发空里。", 30)), "in a long text as well")
	d, err = convert.NewDictionary(map[string]string{"空": "\xff"})
	require.NoError(t, err)
	c = mustNew(t, convert.S2T, &convert.Options{Dictionaries: []*convert.Dictionary{d}, Instead: true})
	require.Equal(t, strings.Repeat("里\xff", 30), c.String(strings.Repeat("里空", 30)), "bytes of a value stay")
	var zero convert.Dictionary
	require.Equal(t, "头发", mustNew(t, convert.S2T, &convert.Options{Dictionaries: []*convert.Dictionary{&zero}, Instead: true}).String("头发"))
}

// ownConfig is a configuration with everything that OpenCC's format knows.
var ownConfig = fstest.MapFS{
	"config/own.json": {Data: []byte(`{
		"name": "Own", // a comment
		"normalization": [{"dict": {"type": "inline", "entries": {"乙": "甲"}}}],
		"segmentation": {"type": "mmseg", "dict": {"type": "ocd2", "file": "Phrases.ocd2"}},
		"conversion_chain": [
			{"dict": {"type": "group", "dicts": [
				{"type": "ocd2", "file": "Phrases.ocd2"},
				{"type": "text", "file": "Characters.txt"},
				{"type": "ocd2", "file": "Rare.ocd2", "may_output_tofu": true},
			]}},
			{"dict": {"type": "group", "match_policy": "union", "dicts": [
				{"type": "inline", "entries": {"丙": "一"}}, {"type": "inline", "entries": {"丙丁": "二"}}]}}, /* and another */
		],
	}`)},
	"dictionary/Phrases.txt": {Data: []byte("甲甲\t子\n丙丁\t丑\n")},
	"config/Characters.txt":  {Data: []byte("甲\t寅\n戊\t丙\n")},
	"dictionary/Rare.txt":    {Data: []byte("丁\t卯\n")},
}

func TestNewFromConfig(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want, reason string }{
		{"phrase", "甲甲甲", "子寅", ""},
		{"normalized first", "乙甲", "子", "乙 becomes 甲 before the text is cut"},
		{"second step", "戊", "一", "戊 to 丙 to 一"},
		{"union", "戊丙", "一一", ""},
		{"rare", "丁", "卯", ""},
		{"segment", "戊丙丁", "一丑", "the phrase 丙丁 is a segment"},
	} {
		c, err := convert.NewFromConfig(ownConfig, "config/own.json", nil)
		require.NoError(t, err)
		require.Equal(t, tt.want, c.String(tt.in), "%s: %s", tt.name, tt.reason)
	}
	d := dictionary(t, map[string]string{"甲": "己"})
	c, err := convert.NewFromConfig(ownConfig, "config/own.json", &convert.Options{NoRare: true, Dictionaries: []*convert.Dictionary{d}, Instead: true})
	require.NoError(t, err)
	require.Equal(t, "己己丁一", c.String("甲甲丁戊"), "NoRare and Dictionaries hold, Instead does not")
}

func TestNewFromConfigErrors(t *testing.T) {
	t.Parallel()
	with := func(config string) fstest.MapFS {
		return fstest.MapFS{"c.json": {Data: []byte(config)}, "Bad.txt": {Data: []byte("甲\t乙\n丙\n")}}
	}
	for _, tt := range []struct{ name, config, says string }{
		{"no JSON", `{`, "c.json: unexpected end of JSON input"},
		{"no chain", `{}`, "no conversion_chain"},
		{"no dictionary", `{"conversion_chain": [{}]}`, "no dict"},
		{"missing", `{"conversion_chain": [{"dict": {"type": "ocd2", "file": "No.ocd2"}}]}`, "No.txt: file does not exist"},
		{"bad line", `{"conversion_chain": [{"dict": {"type": "text", "file": "Bad.txt"}}]}`, "Bad.txt: line 2: no tab"},
		{"bad type", `{"conversion_chain": [{"dict": {"type": "sql"}}]}`, `dictionary type "sql" is not known`},
		{"bad policy", `{"conversion_chain": [{"dict": {"type": "group", "match_policy": "all"}}]}`, `match_policy "all" is not known`},
		{"bad segmentation", `{"segmentation": {"type": "jieba"}, "conversion_chain": []}`, `segmentation type "jieba" is not known`},
		{"empty key", `{"conversion_chain": [{"dict": {"type": "inline", "entries": {"": "x"}}}]}`, "empty key"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := convert.NewFromConfig(with(tt.config), "c.json", nil)
			require.ErrorContains(t, err, tt.says)
			require.True(t, strings.HasPrefix(err.Error(), "convert: "), err)
		})
	}
	_, err := convert.NewFromConfig(with(""), "none.json", nil)
	require.ErrorIs(t, err, fs.ErrNotExist)
	_, err = convert.NewFromConfig(with(`{"conversion_chain": []}`), "c.json", &convert.Options{Dictionaries: []*convert.Dictionary{nil}})
	require.EqualError(t, err, "convert: dictionary 0 is nil")
	large := fstest.MapFS{"c.json": {Data: []byte(`{"conversion_chain": [{"dict": {"type": "text", "file": "Large.txt"}}]}`)}}
	var lines strings.Builder
	for i := range 40 {
		lines.WriteString(string(rune('一'+i)) + "\t" + strings.Repeat("x", 1<<19+i) + "\n")
	}
	large["Large.txt"] = &fstest.MapFile{Data: []byte(lines.String())}
	_, err = convert.NewFromConfig(large, "c.json", nil)
	require.EqualError(t, err, "convert: c.json: trie: dictionary too large")
	c, err := convert.NewFromConfig(with(`{"conversion_chain": []}`), "c.json", nil)
	require.NoError(t, err)
	require.Equal(t, "头发", c.String("头发"), "an empty chain changes nothing")
}

// A toy is a small configuration over few characters, so that random texts meet
// every edge of it.
type toy struct {
	Segmentation []map[string]string   // a group
	Chain        [][]map[string]string // groups
}

const toyRunes = "甲乙丙丁a·⿰"

func newToy(rng *rand.Rand) toy {
	word := func(n int) string {
		var b strings.Builder
		for range 1 + rng.IntN(n) {
			r := []rune(toyRunes)
			b.WriteRune(r[rng.IntN(len(r)-1)])
		}
		return b.String()
	}
	group := func() []map[string]string {
		var g []map[string]string
		for range 1 + rng.IntN(2) {
			m := map[string]string{}
			for range 1 + rng.IntN(5) {
				m[word(4)] = word(3)
			}
			g = append(g, m)
		}
		return g
	}
	t := toy{Chain: [][]map[string]string{group()}}
	if rng.IntN(2) == 0 {
		t.Chain = append(t.Chain, group())
	}
	switch rng.IntN(3) {
	case 0:
		t.Segmentation = group()
	case 1:
		t.Segmentation = t.Chain[0][:1] // as OpenCC's own configurations have it
	}
	return t
}

// files returns t as a configuration.
func (t toy) files() fstest.MapFS {
	dict := func(g []map[string]string) map[string]any {
		var members []any
		for _, m := range g {
			members = append(members, map[string]any{"type": "inline", "entries": m})
		}
		return map[string]any{"dict": map[string]any{"type": "group", "dicts": members}}
	}
	config := map[string]any{}
	var chain []any
	for _, g := range t.Chain {
		chain = append(chain, dict(g))
	}
	config["conversion_chain"] = chain
	if t.Segmentation != nil {
		segmentation := dict(t.Segmentation)
		segmentation["type"] = "mmseg"
		config["segmentation"] = segmentation
	}
	data, _ := json.Marshal(config)
	return fstest.MapFS{"toy.json": {Data: data}}
}

// convert is OpenCC's rules in the plainest words.
func (t toy) convert(text string) string {
	var out strings.Builder
	for _, segment := range t.segments(text) {
		for _, g := range t.Chain {
			segment = replaceAll(g, segment)
		}
		out.WriteString(segment)
	}
	return out.String()
}

// segments cuts text: what matches is a segment, and so is what lies between.
func (t toy) segments(text string) []string {
	if t.Segmentation == nil {
		return []string{text}
	}
	var list []string
	open := false
	for text != "" {
		n, found := len(matched(t.Segmentation, text)), true
		if n == 0 {
			n, found = step(text), false
		}
		if !found && open {
			list[len(list)-1] += text[:n]
		} else {
			list = append(list, text[:n])
		}
		open = !found
		text = text[n:]
	}
	return list
}

func replaceAll(g []map[string]string, text string) string {
	var out strings.Builder
	for text != "" {
		key := matched(g, text)
		if key == "" {
			n := step(text)
			out.WriteString(text[:n])
			text = text[n:]
			continue
		}
		for _, m := range g {
			if v, ok := m[key]; ok {
				out.WriteString(v)
				break
			}
		}
		text = text[len(key):]
	}
	return out.String()
}

// matched returns the longest key at the start of text in the first dictionary
// that has one.
func matched(g []map[string]string, text string) string {
	for _, m := range g {
		longest := ""
		for key := range m {
			if strings.HasPrefix(text, key) && len(key) > len(longest) {
				longest = key
			}
		}
		if longest != "" {
			return longest
		}
	}
	return ""
}

// step returns the length of what is passed over where nothing matches: a
// character, or a description sequence of ⿰ and two parts.
func step(text string) int {
	if n := sequence(text); n > 0 {
		return n
	}
	_, n := utf8.DecodeRuneInString(text)
	return n
}

// sequence returns the length of a description sequence, of which every part is
// a character or a sequence; 0 where there is none or not all of it.
func sequence(text string) int {
	if !strings.HasPrefix(text, "⿰") {
		return 0
	}
	pos := len("⿰")
	for range 2 {
		_, n := utf8.DecodeRuneInString(text[pos:])
		if strings.HasPrefix(text[pos:], "⿰") {
			n = sequence(text[pos:])
		}
		if n == 0 {
			return 0
		}
		pos += n
	}
	return pos
}

// TestToys compares random configurations on random texts with the plain rules.
func TestToys(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(7, 7))
	runes := []rune(toyRunes)
	for range 400 {
		toy := newToy(rng)
		c, err := convert.NewFromConfig(toy.files(), "toy.json", nil)
		require.NoError(t, err)
		for range 30 {
			var b strings.Builder
			for range rng.IntN(14) {
				b.WriteRune(runes[rng.IntN(len(runes))])
			}
			text := b.String()
			want := toy.convert(text)
			require.Equal(t, want, c.String(text), "%q by %+v", text, toy)
			each := make([]int, len(text))
			for i := range each {
				each[i] = i
			}
			require.Equal(t, want, pump(t, c.Transformer(), text, each, 16), "%q byte by byte by %+v", text, toy)
			got, m := c.Map(text)
			require.Equal(t, want, got)
			checkMap(t, c, text, got, m)
		}
	}
}
