package record

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// TestPlaces holds that all pieces of the embedded plan stand where they say,
// each character of them, but for pieces in which something was repaired.
func TestPlaces(t *testing.T) {
	t.Parallel()
	text := seeds.Bridgehead().Text
	p := New("p", plan.Bridgehead(), text)
	require.Len(t, p.Items, 60)
	for i := range p.Pieces {
		x := &p.Pieces[i]
		if x.Kind != Plain || p.Text(x) == "" || repaired(x.Span()) {
			continue
		}
		for at, r := range p.Text(x) {
			part := offset.Span{Start: at, End: at + len(string(r))}
			got := p.Place(x, part)
			require.True(t, x.Span().Contains(got) && !got.Empty(), "%v in %v", got, x.Span())
			if x.aligned == 0 { // else damage was repaired: the source has other characters
				require.Equal(t, string(r), got.Of(text))
			}
		}
	}
}

// repaired reports whether something within the span was repaired.
func repaired(span offset.Span) bool {
	return slices.ContainsFunc(plan.Bridgehead().Diagnostics, func(d plan.Diagnostic) bool {
		return d.Code == plan.Repaired && d.Span.Overlaps(span)
	})
}

func TestItems(t *testing.T) {
	t.Parallel()
	text := "一、总体\n（一）建设“智慧港口”（以下简称“智港”）。2025年底前泊位达到12个。\n（责任单位：市交通委、市商务委，市交通委）\n二、保障\n（二）推广智港。\n（责任单位：市商务委）\n"
	src, err := plan.Parse(text, nil)
	require.NoError(t, err)
	p := New("p", src, text)
	require.Len(t, p.Items, 2)
	first, second := &p.Items[0], &p.Items[1]
	require.EqualValues(t, 20251231, first.Deadline)
	require.True(t, first.Target)
	require.Zero(t, second.Deadline)
	require.Len(t, p.Responsible(first), 2, "each once")
	require.EqualValues(t, 2, p.Headings[second.Heading].Number)
	has := func(i *Item, f Field, k Kind, text string) bool {
		return slices.ContainsFunc(p.Of(i.Pieces), func(x Piece) bool { return x.Field == f && x.Kind == k && p.Text(&x) == text })
	}
	require.True(t, has(first, Term, Plain, "智港"))
	require.True(t, has(second, Term, Alias, src.Terms[0].Meaning), "what a term stands for, where it is used")
	require.True(t, has(second, Department, Plain, "市商务委"))
}

func TestAlign(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, source string
		part, want         string
		found              bool
	}{
		{"the same", "建设口岸", "建设口岸", "口岸", "口岸", true},
		{"a line break", "建设口岸", "建设口\n岸", "口岸", "口\n岸", true},
		{"a page number", "建设口岸码头", "建设\n— 12 —\n口岸码头", "口岸", "口岸", true},
		{"markup", "建设口岸码头", "建设<b>口岸码头</b>", "设口", "设<b>口", true},
		{"markup within a word", "建设口岸码头", "建设<b>口</b><i>岸</i>码头", "岸码", "岸</i>码", true},
		{"a repaired place", "上海总部、上海", "上\uFFFD?部、上海", "海总", "\uFFFD?", true},
		{"a character too many", "上海总部", "上海部", "总", "海", true},
		{"one too many before all", "总部上海", "部上海", "总", "部", true},
		{"the end is missing", "口岸码头平", "口岸码头", "码头", "码头", true},
		{"another text", "甲乙丙丁戊", "一二三四五", "", "", false},
	} {
		s := source{data: tt.source}
		aligned, ok := s.align(nil, tt.text, offset.Span{End: len(tt.source)})
		require.Equal(t, tt.found, ok, tt.name)
		if !ok {
			continue
		}
		at := strings.Index(tt.text, tt.part)
		got := place(aligned, tt.text, offset.Span{Start: at, End: at + len(tt.part)})
		require.Equal(t, tt.want, got.Of(tt.source), tt.name)
	}
}

func TestWriteAndRead(t *testing.T) {
	t.Parallel()
	p := New("p", plan.Bridgehead(), "")
	var w wire.Writer
	p.Write(&w)
	r := wire.Reader{Data: w.Data}
	got := Read(&r)
	require.NoError(t, r.Err)
	require.Empty(t, r.Data)
	require.Equal(t, p.text, got.text)
	require.Equal(t, p.Items, got.Items)
	require.Equal(t, p.Pieces, got.Pieces)
	require.Equal(t, p.Headings, got.Headings)
	for cut := 0; cut < len(w.Data); cut += 37 {
		r := wire.Reader{Data: w.Data[:cut]}
		Read(&r)
		require.Error(t, r.Err)
	}
}
