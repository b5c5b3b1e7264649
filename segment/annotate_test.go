package segment

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/internal/testcase"
	seed "github.com/qiaotoubao/fangan/seeds"
)

// markAll reads the spans that are drawn under a text of ASCII letters, one a line:
// a span of <a>…</a> where there are a's, and so on. A dot is a place.
func markAll(rows ...string) []Mark {
	var marks []Mark
	for _, row := range rows {
		name := strings.Trim(row, " .")
		from := strings.Index(row, name)
		span := offset.Span{Start: from, End: from + len(name)}
		if strings.Contains(row, ".") {
			span = offset.Span{Start: strings.Index(row, "."), End: strings.Index(row, ".")}
			name = "p"
		}
		marks = append(marks, Mark{span, "<" + name[:1] + ">", "</" + name[:1] + ">"})
	}
	return marks
}

func TestAnnotate(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in string
		marks    []Mark
		want     string
	}{
		{"none", "012345", nil, "012345"},
		{"empty text", "", nil, ""},
		{"one", "012345", markAll("  aa"), "01<a>23</a>45"},
		{"whole", "012345", markAll("aaaaaa"), "<a>012345</a>"},
		{"apart", "012345", markAll("    bb", "aa"), "<a>01</a>23<b>45</b>"},
		{"touching", "012345", markAll("aa", "  bb"), "<a>01</a><b>23</b>45"},
		{"nested", "012345", markAll(" aaaa", "  bb"), "0<a>1<b>23</b>4</a>5"},
		{"nested, given the other way round", "012345", markAll("  bb", " aaaa"), "0<a>1<b>23</b>4</a>5"},
		{"same start", "012345", markAll("aa", "bbbb"), "<b><a>01</a>23</b>45"},
		{"same end", "012345", markAll("  aa", "bbbb"), "<b>01<a>23</a></b>45"},
		{"same span", "012345", markAll("aa", "bb"), "<a><b>01</b></a>2345"},
		{"overlapping", "012345", markAll("aaaa", "  bbbb"), "<a>01<b>23</b></a><b>45</b>"},
		{"three overlapping", "0123456", markAll("aaaa", " bbbb", "  cccc"), "<a>0<b>1<c>23</c></b></a><b><c>4</c></b><c>5</c>6"},
		{"overlapping a nest", "0123456", markAll("aaaaa", " bb", "  cccc"), "<a>0<b>1<c>2</c></b><c>34</c></a><c>5</c>6"},
		{"two end where one goes on", "0123456", markAll("aaaa", " bbb", "  ccccc"), "<a>0<b>1<c>23</c></b></a><c>456</c>"},
		{"place", "0123", markAll(" ."), "0<p></p>123"},
		{"place at the ends", "0123", markAll(".", "    ."), "<p></p>0123<p></p>"},
		{"place in a mark's start", "0123", markAll(" .", " aa"), "0<a><p></p>12</a>3"},
		{"place at a mark's end", "0123", markAll(" aa", "   ."), "0<a>12</a><p></p>3"},
		{"nothing to put", "0123", []Mark{{offset.Span{Start: 1, End: 2}, "", ""}}, "0123"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := annotate(t, tt.in, tt.marks, Plain)
			require.Equal(t, tt.want, got)
		})
	}
}

// annotate checks the map on the way.
func annotate(t testing.TB, text string, marks []Mark, f Format) string {
	t.Helper()
	got, m, err := Annotate(text, marks, f)
	require.NoError(t, err)
	require.Equal(t, offset.Span{Start: 0, End: len(got)}, m.ToAfter(offset.Span{Start: 0, End: len(text)}).Cover(offset.Span{End: len(got)}))
	at := 0
	var back strings.Builder
	for e := range m.Edits() {
		back.WriteString(got[at:e.After.Start])
		back.WriteString(e.Before.Of(text))
		at = e.After.End
	}
	require.Equal(t, text, back.String()+got[at:], "the map leads back to the text")
	return got
}

func TestAnnotateFormats(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, in, html, markdown string
	}{
		{"signs", "甲<b>&\"'乙", "甲&lt;b&gt;&amp;&#34;&#39;乙", "甲\\<b\\>\\&\"'乙"},
		{"emphasis", "*甲* _乙_ `丙` [丁](戊)", "*甲* _乙_ `丙` [丁](戊)", "\\*甲\\* \\_乙\\_ \\`丙\\` \\[丁\\](戊)"},
		{"line starts", "- 甲\n+ 乙\n---\n1. 丙\n2) 丁\n===\n# 戊", "- 甲\n+ 乙\n---\n1. 丙\n2) 丁\n===\n# 戊", "\\- 甲\n\\+ 乙\n\\---\n1\\. 丙\n2\\) 丁\n\\===\n\\# 戊"},
		{"inside a line", "3.5 - 1+1=2, 10.", "3.5 - 1+1=2, 10.", "3\\.5 - 1+1=2, 10."},
		{"indented", "    甲\n\t乙\n  \n丙", "    甲\n\t乙\n  \n丙", "&#32;   甲\n&#9;乙\n  \n丙"},
		{"long number", "1234567890. 甲", "1234567890. 甲", "1234567890. 甲"},
		{"invalid bytes", "\xff\xe5<", "\xff\xe5&lt;", "\xff\xe5\\<"},
		{"backslash", "甲\\乙", "甲\\乙", "甲\\\\乙"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.html, annotate(t, tt.in, nil, HTML))
			require.Equal(t, tt.markdown, annotate(t, tt.in, nil, Markdown))
			require.Equal(t, tt.in, annotate(t, tt.in, nil, Plain))
		})
	}
	text := "甲&乙<丙"
	marks := []Mark{{offset.Span{Start: 3, End: 7}, "<i title=\"&\">", "</i>"}}
	require.Equal(t, "甲<i title=\"&\">&amp;乙</i>&lt;丙", annotate(t, text, marks, HTML))
}

func TestAnnotateErrors(t *testing.T) {
	t.Parallel()
	for _, s := range []offset.Span{{Start: -1, End: 1}, {Start: 2, End: 1}, {Start: 0, End: 9}, {Start: 1, End: 3}, {Start: 0, End: 4}} {
		_, _, err := Annotate("口岸", []Mark{{}, {Span: s}}, Plain)
		require.ErrorIs(t, err, ErrMark, s)
		var e *MarkError
		require.ErrorAs(t, err, &e)
		require.Equal(t, 1, e.Index)
		require.Equal(t, s, e.Span)
	}
	_, _, err := Annotate("口岸", []Mark{{Span: offset.Span{Start: 1, End: 3}}}, Plain)
	require.EqualError(t, err, "segment: mark 0, [1,3): span is no part of the text")
	_, _, err = Annotate("\xe5\xb2\xb2", []Mark{{Span: offset.Span{Start: 1, End: 2}}}, Plain)
	require.Error(t, err)
	_, _, err = Annotate("\xe5\xb2口", []Mark{{Span: offset.Span{Start: 1, End: 2}}}, Plain)
	require.NoError(t, err, "bytes that are no character may be parted")
	for _, f := range []Format{FormatInvalid, 9} {
		_, _, err = Annotate("", nil, f)
		require.Error(t, err)
	}
}

func TestFormat(t *testing.T) {
	t.Parallel()
	for f := FormatInvalid + 1; int(f) < len(formatNames); f++ {
		text, err := f.MarshalText()
		require.NoError(t, err)
		var back Format
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, f, back)
		_, _, err = Annotate("甲", nil, f)
		require.NoError(t, err)
	}
	require.Equal(t, "Format(9)", Format(9).String())
	_, err := FormatInvalid.MarshalText()
	require.Error(t, err)
	f := HTML
	require.Error(t, f.UnmarshalText([]byte("invalid")))
	require.Equal(t, HTML, f)
}

// Names that are found in a repaired text are marked in the original, byte for byte.
func TestAnnotateOriginal(t *testing.T) {
	t.Parallel()
	original := seed.Bridgehead().Text
	fixed := repair.Fix(original, nil)
	require.NotEqual(t, original, fixed.Text, "the seed is damaged")
	var marks []Mark
	for m := range newGazetteer(t, nil, nil).Mentions(fixed.Text) {
		marks = append(marks, Mark{fixed.Map.ToBefore(m.Span), "\x01", "\x02"})
	}
	require.Greater(t, len(marks), 190)
	got := annotate(t, original, marks, Plain)
	require.Equal(t, original, strings.NewReplacer("\x01", "", "\x02", "").Replace(got))
	require.Contains(t, got, "\x01市商務委\x02")
}

// nested returns marks around text, each inside the one before.
func nested(text string) []Mark {
	marks := make([]Mark, len(text)/2)
	for i := range marks {
		marks[i] = Mark{offset.Span{Start: i, End: len(text) - i}, "(", ")"}
	}
	return marks
}

func TestAnnotateDeep(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("a", 20_000)
	require.Len(t, annotate(t, text, nested(text), Plain), 2*len(text))
}

// Marks deep in each other take no more time for each than those that lie apart.
func TestAnnotateLinear(t *testing.T) {
	testcase.Timed(t)
	testcase.Linear(t, "a", 20_000, func(text string) { annotate(t, text, nested(text), Plain) })
}

func FuzzAnnotate(f *testing.F) {
	f.Add("甲<乙>丙&丁", uint64(0x0123456789abcdef), uint64(0x1133557799))
	f.Add("- 1. \xff  \n口岸", uint64(42), uint64(1)<<63)
	f.Fuzz(func(t *testing.T, text string, starts, ends uint64) {
		var marks []Mark
		names := "abcdefgh"
		for i := range len(names) {
			a, b := int(starts>>(8*i)&255)%(len(text)+1), int(ends>>(8*i)&255)%(len(text)+1)
			s := offset.Span{Start: min(a, b), End: max(a, b)}
			if within(text, s) {
				marks = append(marks, Mark{s, "\x01" + names[i:i+1], "\x02" + names[i:i+1]})
			}
		}
		if strings.ContainsAny(text, "\x01\x02") {
			return
		}
		for _, format := range []Format{Plain, HTML, Markdown} {
			got := annotate(t, text, marks, format)
			checkNesting(t, got)
			if format == HTML {
				require.Equal(t, text, html.UnescapeString(annotate(t, text, nil, HTML)))
			}
		}
		checkCover(t, text, annotate(t, text, marks, Plain), marks)
	})
}

// checkNesting checks that marks close in the opposite order of their opening.
func checkNesting(t testing.TB, s string) {
	t.Helper()
	var open []byte
	for i := range len(s) {
		switch s[i] {
		case 1:
			open = append(open, s[i+1])
		case 2:
			require.NotEmpty(t, open)
			require.Equal(t, open[len(open)-1], s[i+1])
			open = open[:len(open)-1]
		}
	}
	require.Empty(t, open)
}

// checkCover checks that each byte of the text lies in the marks that hold it, and in no
// others.
func checkCover(t testing.TB, text, got string, marks []Mark) {
	t.Helper()
	open := map[string]int{}
	at := 0
	for i := 0; i < len(got); i++ {
		switch got[i] {
		case 1:
			open["\x01"+got[i+1:i+2]]++
			i++
		case 2:
			open["\x01"+got[i+1:i+2]]--
			i++
		default:
			for _, m := range marks {
				want := 0
				if m.Span.Start <= at && at < m.Span.End {
					want = 1
				}
				require.Equal(t, want, open[m.Open], "%q at %d of %q", m.Open, at, text)
			}
			at++
		}
	}
	require.Equal(t, len(text), at)
}
