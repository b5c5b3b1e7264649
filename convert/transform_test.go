package convert_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/transform"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
)

// parts are what texts are mixed from: phrases that overlap, prefixes of longer
// ones, phrases that only a later step knows, compatibility ideographs,
// description sequences, and bytes that are no text.
var parts = []string{
	"发", "发展", "发明", "被", "头发", "理发", "里面", "公里", "后天", "皇后", "干", "干部", "一不做，二不休", "丹尼·博伊尔", "人工智能",
	"软件", "信息", "内存", "打印机", "变量", "默认", "低级", "B超", "SQL注入", "說", "裏", "裡", "著名", "看著", "乾隆", "乾", "什麼", "什么", "滑鼠", "軟體", "記憶體",
	"殢雨尤雲", "弁当", "旧字体", "横浜", "虫", "风", "\uf900", "\uf909", "\ufa6c", "\U0002f800", "⿰虫风", "⿰虫\uf900", "⿱⿰木木", "⿳一", "⿰", "⿾",
	"a", "AB", " ", "\n", "\r\n", "，", "。", "·", "\x00", "\xff", "\xe5", "\xe5\x8f", "\xf0\xa0", "\xed\xa0\x80", "\xc0\xaf", "😀", "𠀀", "é", "\ufeff",
}

// mixture returns a text of n parts.
func mixture(rng *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(parts[rng.IntN(len(parts))])
	}
	return b.String()
}

// pump runs a transformer by hand over src, which is handed over up to the given
// ends, with a buffer of size bytes for the output.
func pump(t *testing.T, tr transform.Transformer, src string, ends []int, size int) string {
	t.Helper()
	tr.Reset()
	var out []byte
	dst := make([]byte, size)
	pos := 0
	for i, end := range append(ends, len(src)) {
		atEOF := i == len(ends)
		for calls := 0; ; calls++ {
			require.Less(t, calls, 1000+len(src)*4, "the transformer makes no progress")
			nDst, nSrc, err := tr.Transform(dst, []byte(src[pos:end]), atEOF)
			out = append(out, dst[:nDst]...)
			pos += nSrc
			if errors.Is(err, transform.ErrShortDst) {
				require.False(t, nDst == 0 && size >= 16, "no room in %d bytes", size)
				continue
			}
			if errors.Is(err, transform.ErrShortSrc) {
				require.False(t, atEOF)
				break
			}
			require.NoError(t, err)
			require.Equal(t, end, pos, "a nil error means that all was taken")
			break
		}
	}
	return string(out)
}

func TestStreamCutAnywhereIsWhole(t *testing.T) {
	t.Parallel()
	for s := range convert.Schemes() {
		t.Run(s.String(), func(t *testing.T) {
			t.Parallel()
			c := mustNew(t, s, nil)
			tr := c.Transformer()
			rng := rand.New(rand.NewPCG(1, uint64(s)))
			for range 60 {
				text := mixture(rng, 14)
				want := c.String(text)
				for cut := range len(text) + 1 {
					require.Equal(t, want, pump(t, tr, text, []int{cut}, 256), "%q cut at %d", text, cut)
				}
				each := make([]int, len(text))
				for i := range each {
					each[i] = i
				}
				for _, size := range []int{4, 5, 7, 16, 300} {
					require.Equal(t, want, pump(t, tr, text, each, size), "%q byte by byte, room for %d", text, size)
					require.Equal(t, want, pump(t, tr, text, nil, size), "%q, room for %d", text, size)
				}
			}
		})
	}
}

func TestTransformRows(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name       string
		scheme     convert.Scheme
		src        string
		size       int
		atEOF      bool
		dst        string
		nSrc       int
		err        error
		nSpan      int
		errSpan    error
		wantString string
	}{
		{"unchanged", convert.S2T, "你好", 10, true, "你好", 6, nil, 6, nil, "你好"},
		{"changed", convert.S2T, "发展", 10, true, "發展", 6, nil, 0, transform.ErrEndOfSpan, "發展"},
		{"a prefix of a phrase", convert.S2T, "你头", 10, false, "你", 3, transform.ErrShortSrc, 3, transform.ErrShortSrc, "你頭"},
		{"a prefix at the end", convert.S2T, "你头", 10, true, "你頭", 6, nil, 3, transform.ErrEndOfSpan, "你頭"},
		{"part of a character", convert.S2T, "a\xe5\x8f", 10, false, "a", 1, transform.ErrShortSrc, 1, transform.ErrShortSrc, "a\xe5\x8f"},
		{"part of a character at the end", convert.S2T, "a\xe5\x8f", 10, true, "a\xe5\x8f", 3, nil, 3, nil, "a\xe5\x8f"},
		{"part of a sequence", convert.S2T, "⿰虫", 10, false, "", 0, transform.ErrShortSrc, 0, transform.ErrShortSrc, "⿰蟲"},
		{"a sequence", convert.S2T, "⿰虫风", 10, true, "⿰虫风", 9, nil, 9, nil, "⿰虫风"},
		{"span stops before a change", convert.S2TWP, "我软件", 20, true, "我軟體", 9, nil, 3, transform.ErrEndOfSpan, "我軟體"},
		{"longer result", convert.S2TWP, "内存", 20, true, "記憶體", 6, nil, 0, transform.ErrEndOfSpan, "記憶體"},
		{"nothing", convert.TW2SP, "", 1, true, "", 0, nil, 0, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tr := mustNew(t, tt.scheme, nil).Transformer()
			dst := make([]byte, tt.size)
			nDst, nSrc, err := tr.Transform(dst, []byte(tt.src), tt.atEOF)
			require.Equal(t, tt.dst, string(dst[:nDst]))
			require.Equal(t, tt.nSrc, nSrc)
			require.Equal(t, tt.err, err, "bare")
			tr.Reset()
			n, err := tr.Span([]byte(tt.src), tt.atEOF)
			require.Equal(t, tt.nSpan, n)
			require.Equal(t, tt.errSpan, err, "bare")
			got, _, err := transform.String(tr, tt.src)
			require.NoError(t, err)
			require.Equal(t, tt.wantString, got)
		})
	}
}

// TestSpanThenTransform goes on with Transform where Span stopped.
func TestSpanThenTransform(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(2, 2))
	for s := range convert.Schemes() {
		c := mustNew(t, s, nil)
		tr := c.Transformer()
		for range 40 {
			text := strings.Repeat("你好。", rng.IntN(400)) + mixture(rng, 6)
			tr.Reset()
			n, err := tr.Span([]byte(text), true)
			if err == nil {
				require.Equal(t, len(text), n)
				require.Equal(t, text, c.String(text))
				continue
			}
			require.Equal(t, transform.ErrEndOfSpan, err)
			rest, _, err := transform.String(keepState{tr}, text[n:])
			require.NoError(t, err)
			require.Equal(t, c.String(text), text[:n]+rest)
		}
	}
}

// keepState hides Reset.
type keepState struct{ transform.Transformer }

func (keepState) Reset() {}

func TestReadersAndWriters(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 3))
	text := mixture(rng, 5000)
	for s := range convert.Schemes() {
		c := mustNew(t, s, nil)
		want := c.String(text)
		for name, r := range map[string]io.Reader{
			"plain": strings.NewReader(text), "one byte": iotest.OneByteReader(strings.NewReader(text)),
			"half": iotest.HalfReader(strings.NewReader(text)), "data with error": iotest.DataErrReader(strings.NewReader(text)),
		} {
			got, err := io.ReadAll(transform.NewReader(r, c.Transformer()))
			require.NoError(t, err)
			require.Equal(t, want, string(got), "%v %s", s, name)
		}
		var b bytes.Buffer
		w := transform.NewWriter(&b, c.Transformer())
		for i := 0; i < len(text); {
			n := min(1+rng.IntN(700), len(text)-i)
			_, err := w.Write([]byte(text[i : i+n]))
			require.NoError(t, err)
			i += n
		}
		require.NoError(t, w.Close())
		require.Equal(t, want, b.String(), "%v", s)
	}
}

func TestReaderErrorsPass(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	r := transform.NewReader(io.MultiReader(strings.NewReader("发展"), iotest.ErrReader(broken)), mustNew(t, convert.S2T, nil).Transformer())
	_, err := io.ReadAll(r)
	require.ErrorIs(t, err, broken)
}

func TestContinuationBytesWithoutEnd(t *testing.T) {
	t.Parallel()
	in := strings.Repeat("\x88", 20_000) + "发"
	got, err := io.ReadAll(transform.NewReader(strings.NewReader(in), mustNew(t, convert.S2T, nil).Transformer()))
	require.NoError(t, err)
	require.Equal(t, strings.Repeat("\x88", 20_000)+"發", string(got))
}

// endless gives the same text again and again, n bytes in all.
type endless struct {
	text string
	n    int
	at   int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), e.n)], e.text[e.at:])
	e.at = (e.at + n) % len(e.text)
	e.n -= n
	return n, nil
}

// TestStreamMemoryIsConstant streams 20 MB without a line break, of text that
// leaves each step of the chain undecided as long as may be.
func TestStreamMemoryIsConstant(t *testing.T) {
	for _, tt := range []struct {
		scheme convert.Scheme
		text   string
	}{
		{convert.S2T, "头"}, {convert.S2TWP, "人工智"}, {convert.TW2SP, "軟體著"}, {convert.S2T, "⿰"}, {convert.S2TWP, "你"}, {convert.HK2SP, "\uf900說"},
	} {
		tr := mustNew(t, tt.scheme, nil).Transformer()
		r := transform.NewReader(&endless{text: tt.text, n: 5 << 20}, tr)
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		_, err := io.Copy(io.Discard, r)
		require.NoError(t, err)
		runtime.ReadMemStats(&after)
		require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<20), "%v of %s", tt.scheme, tt.text)
	}
}

// FuzzStream holds that a stream cut anywhere is converted as the whole is, and
// that the map of the whole is right.
func FuzzStream(f *testing.F) {
	for _, tt := range ownCases(f) {
		f.Add(tt.in, uint16(len(tt.in)/2), byte(tt.scheme), byte(5))
	}
	for _, p := range parts {
		f.Add(p+"里"+p, uint16(1), byte(convert.TW2SP), byte(16))
	}
	front := dictionary(f, map[string]string{"发": "砲", "软件的": "", "人工智": "a", "里面": "里面", "\uf900": "x"})
	var converters []*convert.Converter
	for _, opts := range []*convert.Options{nil, {Borders: contextual.New()}, {Dictionaries: []*convert.Dictionary{front}}} {
		for s := range convert.Schemes() {
			converters = append(converters, mustNew(f, s, opts))
		}
	}
	f.Fuzz(func(t *testing.T, text string, cut uint16, which, room byte) {
		if len(text) > 2000 {
			return // pump copies all that is left for each call
		}
		c := converters[int(which)%len(converters)]
		want := c.String(text)
		require.Equal(t, want, string(c.Append(nil, []byte(text))))
		size := 4 + int(room)
		ends := []int{min(int(cut), len(text)), min(2*int(cut), len(text))}
		require.Equal(t, want, pump(t, c.Transformer(), text, ends, size))
		got, m := c.Map(text)
		require.Equal(t, want, got)
		checkMap(t, c, text, got, m)
		tr := c.Transformer()
		n, err := tr.Span([]byte(text), true)
		if err == nil {
			require.Equal(t, text, want)
			require.Equal(t, len(text), n)
		}
	})
}

// TestSpanOfShorterText holds that Span sees a result that only ends earlier, and
// promises nothing in the middle of a stream.
func TestSpanOfShorterText(t *testing.T) {
	t.Parallel()
	d := dictionary(t, map[string]string{"空": "", "龘": "龘龘龘龘"})
	tr := mustNew(t, convert.S2T, &convert.Options{Dictionaries: []*convert.Dictionary{d}, Instead: true}).Transformer()
	n, err := tr.Span([]byte("你空"), true)
	require.Equal(t, len("你"), n)
	require.Equal(t, transform.ErrEndOfSpan, err)

	dst := make([]byte, 4)
	_, _, err = tr.Transform(dst, []byte("龘"), true)
	require.Equal(t, transform.ErrShortDst, err)
	n, err = tr.Span([]byte("你"), true)
	require.Zero(t, n, "some of the result before it is still to come")
	require.Equal(t, transform.ErrEndOfSpan, err)
	tr.Reset()
	n, err = tr.Span([]byte("你"), true)
	require.Equal(t, len("你"), n)
	require.NoError(t, err)
}

// TestLongKey holds that a key may be longer than what is converted at once.
func TestLongKey(t *testing.T) {
	t.Parallel()
	key := strings.Repeat("甲", 5000)
	d := dictionary(t, map[string]string{key: "乙"})
	c := mustNew(t, convert.S2T, &convert.Options{Dictionaries: []*convert.Dictionary{d}, Instead: true})
	text := "丙" + key + "丙" + key[3:]
	dst := make([]byte, len(text))
	nDst, nSrc, err := c.Transformer().Transform(dst, []byte(text), true)
	require.NoError(t, err)
	require.Equal(t, len(text), nSrc)
	require.Equal(t, "丙乙丙"+key[3:], string(dst[:nDst]))
}
