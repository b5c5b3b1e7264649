package charset_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"testing"
	"unicode/utf16"

	"github.com/qiaotoubao/fangan/internal/testcase"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// decode decodes data and checks what holds of every result.
func decode(t *testing.T, data []byte, opts *charset.Options) *charset.Result {
	t.Helper()
	r, err := charset.Decode(data, opts)
	require.NoError(t, err)
	checkLaws(t, data, r)
	return r
}

// checkLaws checks that the map covers the text and the bytes exactly, and that
// each diagnostic names its bytes and a U+FFFD.
func checkLaws(t *testing.T, data []byte, r *charset.Result) {
	t.Helper()
	if r.Text == "" {
		return // an empty span at a deletion is the deletion
	}
	whole := r.Original(offset.Span{Start: 0, End: len(r.Text)})
	require.Equal(t, string(data[mark(r):]), string(whole), "all bytes but the mark come back")
	before, after := 0, 0
	for e := range r.Map.Edits() {
		require.Equal(t, string(data[before:e.Before.Start]), r.Text[after:e.After.Start], "kept bytes are equal")
		before, after = e.Before.End, e.After.End
	}
	require.Equal(t, string(data[before:]), r.Text[after:])
	for _, d := range r.Diagnostics {
		if d.Problem == charset.Undeclared || d.Problem == charset.Unsupported {
			continue
		}
		require.Equal(t, data[d.Span.Start:d.Span.End], d.Bytes)
		require.Equal(t, "\uFFFD", d.Text.Of(r.Text))
		require.Equal(t, d.Bytes, r.Original(d.Text))
	}
}

// mark returns the length of the byte order mark that was taken off.
func mark(r *charset.Result) int {
	for e := range r.Map.Edits() {
		if e.Before.Start == 0 && e.After.Empty() {
			return e.Before.Len()
		}
		break
	}
	return 0
}

// texts reads the sample texts.
func texts(tb testing.TB) []testcase.Text {
	tb.Helper()
	return testcase.Texts(tb, "testdata/texts/*.txt")
}

// encode writes text in the charset; the texts hold nothing that it lacks.
func encode(tb testing.TB, c charset.Charset, text string) []byte {
	tb.Helper()
	switch c {
	case charset.GB18030:
		out, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text))
		require.NoError(tb, err)
		return out
	case charset.Big5:
		var out []byte
		for _, r := range text {
			var ok bool
			out, ok = c.AppendRune(out, r)
			require.True(tb, ok, "%c", r)
		}
		return out
	case charset.UTF16LE:
		return encode16(text, binary.LittleEndian)
	case charset.UTF16BE:
		return encode16(text, binary.BigEndian)
	default:
		return []byte(text)
	}
}

func encode16(text string, order binary.AppendByteOrder) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, u)
	}
	return out
}

func charsetsOf(name string) []charset.Charset {
	all := []charset.Charset{charset.UTF8, charset.UTF16LE, charset.UTF16BE, charset.GB18030}
	if name[:4] == "hant" {
		all = append(all, charset.Big5)
	}
	return all
}

func TestDecodeDeclared(t *testing.T) {
	t.Parallel()
	gbk := string(encode(t, charset.GB18030, "关于口岸的通知，自即日起施行"))
	big5 := string(encode(t, charset.Big5, "關於口岸的通知，自即日起施行"))
	tests := []struct {
		name, in string
		opts     *charset.Options
		want     charset.Charset
		source   charset.Source
		text     string // "" is not compared
		problem  charset.Problem
		reason   string
	}{
		{name: "UTF-8 mark", in: "\xEF\xBB\xBF一、总体要求", want: charset.UTF8, source: charset.Mark, text: "一、总体要求"},
		{name: "UTF-16LE mark", in: "\xFF\xFE\x00\x4E\x0A\x00", want: charset.UTF16LE, source: charset.Mark, text: "一\n"},
		{name: "UTF-16BE mark", in: "\xFE\xFF\x4E\x00\x00\x0A", want: charset.UTF16BE, source: charset.Mark, text: "一\n"},
		{name: "GB18030 mark", in: "\x84\x31\x95\x33\xD2\xBB", want: charset.GB18030, source: charset.Mark, text: "一"},
		{name: "a mark alone", in: "\xEF\xBB\xBF", want: charset.UTF8, source: charset.Mark},
		{
			name: "meta charset", in: "<html><meta charset=\"gb2312\">" + gbk, want: charset.GB18030, source: charset.Declaration,
			reason: "a declaration of a part means the whole",
		},
		{name: "meta content", in: `<META http-equiv=Content-Type content="text/html; charset=Big5">` + big5, want: charset.Big5, source: charset.Declaration},
		{name: "second meta", in: `<meta name=author content="x"><meta charset = 'gbk'>` + gbk, want: charset.GB18030, source: charset.Declaration},
		{name: "XML", in: `<?xml version="1.0" encoding="GB18030"?><p>` + gbk, want: charset.GB18030, source: charset.Declaration},
		{name: "label", in: gbk, opts: &charset.Options{Label: "GBK"}, want: charset.GB18030, source: charset.Declaration, text: "关于口岸的通知，自即日起施行"},
		{
			name: "declared wrongly", in: "<meta charset=gb2312>关于印发口岸建设行动方案的通知，各区人民政府，市政府各部门", want: charset.UTF8, source: charset.Evidence,
			problem: charset.Undeclared, reason: "pages are converted and their declarations are not",
		},
		{
			name: "the other way round", in: "<meta charset=utf-8>" + gbk, want: charset.GB18030, source: charset.Evidence,
			problem: charset.Undeclared,
		},
		{
			name: "a charset we do not read", in: "<meta charset=koi8-r>" + gbk, want: charset.GB18030, source: charset.Evidence,
			problem: charset.Unsupported,
		},
		{
			name: "short and declared", in: "\xB0\xA1\xB0\xA2", opts: &charset.Options{Label: "big5"}, want: charset.Big5, source: charset.Declaration,
			reason: "two characters do not outweigh a declaration",
		},
		{name: "given", in: gbk, opts: &charset.Options{Charset: charset.Big5}, want: charset.Big5, source: charset.Given, reason: "the caller knows"},
		{
			name: "mark against given", in: "\xEF\xBB\xBF口岸", opts: &charset.Options{Charset: charset.GB18030}, want: charset.UTF8, source: charset.Mark,
			text: "口岸", reason: "the mark is in the file",
		},
		{name: "ASCII", in: "plan 2017\n", want: charset.ASCII, source: charset.Evidence, text: "plan 2017\n"},
		{name: "empty", in: "", want: charset.ASCII, source: charset.Evidence},
		{name: "meta without value", in: "<meta charset=>x", want: charset.ASCII, source: charset.Evidence},
		{name: "open meta", in: "<meta charset", want: charset.ASCII, source: charset.Evidence},
		{name: "ASCII in UTF-16", in: "p\x00l\x00a\x00n\x00\n\x00", want: charset.UTF16LE, source: charset.Evidence, text: "plan\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := decode(t, []byte(tt.in), tt.opts)
			require.Equal(t, tt.want, r.Charset, tt.reason)
			require.Equal(t, tt.source, r.Source)
			if tt.text != "" {
				require.Equal(t, tt.text, r.Text)
			}
			if tt.problem != charset.NoProblem {
				require.NotEmpty(t, r.Diagnostics)
				require.Equal(t, tt.problem, r.Diagnostics[0].Problem)
			}
		})
	}
}

func TestDecodeBadBytes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		charset charset.Charset
		in      string
		text    string
		problem charset.Problem
		bytes   string
		reason  string
	}{
		{"UTF-8, stray byte", charset.UTF8, "计划\xFF书", "计划\uFFFD书", charset.Malformed, "\xFF", ""},
		{"UTF-8, cut character", charset.UTF8, "计\xE5\x88书", "计\uFFFD书", charset.Malformed, "\xE5\x88", "one mark for the part that was right"},
		{"UTF-8, cut at the end", charset.UTF8, "计\xE5\x88", "计\uFFFD", charset.Truncated, "\xE5\x88", ""},
		{"UTF-8, surrogate", charset.UTF8, "计\xED\xA0\x80", "计\uFFFD\uFFFD\uFFFD", charset.Malformed, "\xED", ""},
		{"GBK, lead before ASCII", charset.GB18030, "\xBA?\xB2\xBF", "\uFFFD?部", charset.Malformed, "\xBA", "the ASCII byte is not swallowed"},
		{"GBK, no such byte", charset.GB18030, "\xFF\xB2\xBF", "\uFFFD部", charset.Malformed, "\xFF", ""},
		{"GBK, cut at the end", charset.GB18030, "\xB2\xBF\xB2", "部\uFFFD", charset.Truncated, "\xB2", ""},
		{"GBK, unassigned", charset.GB18030, "\xA2\xAB\xB2\xBF", "\uFFFD部", charset.Unassigned, "\xA2\xAB", ""},
		{"GB18030, unassigned four bytes", charset.GB18030, "\xFE\x39\xFE\x39\xB2\xBF", "\uFFFD部", charset.Unassigned, "\xFE\x39\xFE\x39", ""},
		{"GB18030, broken four bytes", charset.GB18030, "\xBA1\xB2\xBF", "\uFFFD1部", charset.Malformed, "\xBA", ""},
		{"Big5, lead before ASCII", charset.Big5, "\xA4?\xA4\xA4", "\uFFFD?中", charset.Malformed, "\xA4", ""},
		{"Big5, unassigned", charset.Big5, "\x81\xA1\xA4\xA4", "\uFFFD中", charset.Unassigned, "\x81\xA1", ""},
		{"UTF-16, lone surrogate", charset.UTF16BE, "\xD8\x00\x4E\x00", "\uFFFD一", charset.Malformed, "\xD8\x00", ""},
		{"UTF-16, odd byte", charset.UTF16LE, "\x00\x4E\x01", "一\uFFFD", charset.Truncated, "\x01", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := decode(t, []byte(tt.in), &charset.Options{Charset: tt.charset})
			require.Equal(t, tt.text, r.Text, tt.reason)
			require.NotEmpty(t, r.Diagnostics)
			require.Equal(t, tt.problem, r.Diagnostics[0].Problem)
			require.Equal(t, tt.bytes, string(r.Diagnostics[0].Bytes))
		})
	}
}

// A U+FFFD that the file holds is a character like others.
func TestDecodeTrueReplacementCharacter(t *testing.T) {
	t.Parallel()
	r := decode(t, []byte("计划\uFFFD书"), nil)
	require.Equal(t, "计划\uFFFD书", r.Text)
	require.Empty(t, r.Diagnostics)
	require.Nil(t, r.Map)
}

func TestDecodeEditionsAndSupplements(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		charset charset.Charset
		in      string
		want    string
		reason  string
	}{
		{"moved out of the private area in 2022", charset.GB18030, "\xA6\xD9\xA6\xDA\xA6\xDB\xA6\xFE", "\uFE10\uFE12\uFE11\uFFFD", "A6FE never was a character"},
		{"ideographs of 2022", charset.GB18030, "\xFE\x59\xFE\x61\xFE\xA0", "\u9FB4\u9FB5\u9FBB", ""},
		{"m with acute", charset.GB18030, "\xA8\xBC", "\u1E3F", "edition of 2005"},
		{"four bytes", charset.GB18030, "\x95\x32\x82\x36", "\U00020000", ""},
		{"user defined", charset.GB18030, "\xAA\xA1\xF8\xA1\xA1\x40\xA7\xA0", "\uE000\uE234\uE4C6\uE765", "the ends of the three areas"},
		{"euro of Windows", charset.GB18030, "\x80", "€", ""},
		{"Hong Kong supplement", charset.Big5, "\xFA\x40\x87\x40", "\U00020547\u43F0", ""},
		{"two characters in one code", charset.Big5, "\x88\x62\x88\x64\x88\xA3\x88\xA5", "\u00CA\u0304\u00CA\u030C\u00EA\u0304\u00EA\u030C", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := decode(t, []byte(tt.in), &charset.Options{Charset: tt.charset})
			require.Equal(t, tt.want, r.Text, tt.reason)
		})
	}
}

func TestDecodeEvidence(t *testing.T) {
	t.Parallel()
	for _, length := range []int{40, 200, 2000} {
		right, all := 0, 0
		for _, s := range texts(t) {
			for _, c := range charsetsOf(s.Name) {
				for _, cut := range cuts(s.Text, length) {
					r := decode(t, encode(t, c, cut), nil)
					if all++; r.Charset == c {
						require.Equal(t, cut, r.Text)
						right++
					} else {
						t.Logf("%s as %v: read as %v: %q", s.Name, c, r.Charset, cut)
					}
				}
			}
		}
		t.Logf("%d characters: %d of %d right", length, right, all)
		require.Equal(t, all, right, "%d characters", length)
	}
}

// cuts splits text into pieces of n characters; a text that is shorter is
// taken whole.
func cuts(text string, n int) []string {
	runes := []rune(text)
	var out []string
	for len(runes) >= n {
		out = append(out, string(runes[:n]))
		runes = runes[n:]
	}
	if out == nil {
		out = append(out, text)
	}
	return out
}

// Bytes that were lost or hit do not change what the text was written in.
func TestDecodeDamagedEvidence(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 8))
	wrong, all := 0, 0
	for _, s := range texts(t) {
		for _, c := range []charset.Charset{charset.UTF8, charset.GB18030, charset.Big5} {
			if c == charset.Big5 && s.Name[:4] != "hant" {
				continue
			}
			for _, cut := range cuts(s.Text, 40) {
				data := damage(rng, encode(t, c, cut))
				if all++; decode(t, data, nil).Charset != c {
					t.Logf("%s as %v: %q", s.Name, c, cut)
					wrong++
				}
			}
		}
	}
	t.Logf("%d of %d wrong", wrong, all)
	require.Less(t, wrong*200, all)
}

// damage drops or changes three bytes.
func damage(rng *rand.Rand, data []byte) []byte {
	data = bytes.Clone(data)
	for range 3 {
		i := rng.IntN(len(data))
		if rng.IntN(2) == 0 {
			data = append(data[:i], data[i+1:]...)
			continue
		}
		data[i] = '?'
	}
	return data
}

func TestDecodeBinary(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(rng.Uint32())
	}
	tests := []struct{ name, in, want string }{
		{"PDF", "%PDF-1.7\n", "charset: not text but a PDF document"},
		{"Word", "PK\x03\x04\x14\x00", "charset: not text but a ZIP archive or an Office document"},
		{"old Word", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00", "charset: not text but an old Office document"},
		{"noise", string(noise), "charset: not text: binary data at byte"},
		{"zeros", string(make([]byte, 100)), "charset: not text: binary data at byte 0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := charset.Decode([]byte(tt.in), nil)
			var binary *charset.BinaryError
			require.ErrorAs(t, err, &binary)
			require.ErrorContains(t, err, tt.want)
		})
	}
}

// The runner-up and the confidence tell a clear case from an open one.
func TestDecodeConfidence(t *testing.T) {
	t.Parallel()
	sure := decode(t, encode(t, charset.GB18030, texts(t)[0].Text), nil)
	require.Greater(t, sure.Confidence, 0.99)
	require.NotEqual(t, charset.Invalid, sure.RunnerUp.Charset)
	require.NotEqual(t, sure.Charset, sure.RunnerUp.Charset)
	open := decode(t, []byte("\xB0\xA1"), nil)
	require.Less(t, open.Confidence, sure.Confidence)
}
