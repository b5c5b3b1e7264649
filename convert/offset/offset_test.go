package offset_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
)

func span(start, end int) offset.Span { return offset.Span{Start: start, End: end} }

func edit(a, b, c, d int) offset.Edit {
	return offset.Edit{Before: span(a, b), After: span(c, d)}
}

func mustMap(t *testing.T, edits ...offset.Edit) *offset.Map {
	t.Helper()
	m, err := offset.New(edits)
	require.NoError(t, err)
	return m
}

func TestSpan(t *testing.T) {
	t.Parallel()
	require.Equal(t, 3, span(2, 5).Len())
	require.True(t, span(2, 2).Empty())
	require.True(t, span(2, 5).Contains(span(2, 5)))
	require.False(t, span(2, 5).Contains(span(1, 3)))
	require.True(t, span(2, 5).Overlaps(span(4, 9)))
	require.False(t, span(2, 5).Overlaps(span(5, 9)))
	require.Equal(t, span(1, 9), span(1, 2).Cover(span(8, 9)))
	require.Equal(t, span(4, 7), span(2, 5).Shift(2))
	require.Equal(t, "cd", span(2, 4).Of("abcdef"))
	require.Equal(t, "[2,5)", span(2, 5).String())
}

func TestSpanJSON(t *testing.T) {
	t.Parallel()
	out, err := json.Marshal([]offset.Span{span(3, 8)})
	require.NoError(t, err)
	require.JSONEq(t, "[[3,8]]", string(out))

	var s offset.Span
	require.NoError(t, json.Unmarshal([]byte("[4, 4]"), &s))
	require.Equal(t, span(4, 4), s)
	for _, bad := range []string{`[1]`, `[1,2,3]`, `[5,4]`, `[-1,4]`, `"x"`, `{}`} {
		require.Error(t, json.Unmarshal([]byte(bad), &s), bad)
	}
}

func TestNewRefusesDisorder(t *testing.T) {
	t.Parallel()
	for _, bad := range [][]offset.Edit{
		{edit(4, 2, 4, 5)},
		{edit(2, 4, 2, 5), edit(3, 6, 6, 7)},
		{edit(2, 4, 3, 5)},
	} {
		_, err := offset.New(bad)
		require.Error(t, err)
	}
}

func TestLookUp(t *testing.T) {
	t.Parallel()
	// source a b [CCC] d [--] e [] f, result a b [C] d [] e [++] f
	m := mustMap(t, edit(2, 5, 2, 3), edit(6, 8, 4, 4), edit(9, 9, 5, 7))
	tests := []struct {
		name          string
		after, before offset.Span
	}{
		{"text before all edits", span(0, 2), span(0, 2)},
		{"an edit", span(2, 3), span(2, 5)},
		{"text behind an edit", span(3, 4), span(5, 6)},
		{"a deletion at the start is left out", span(4, 5), span(8, 9)},
		{"a deletion inside is covered", span(3, 5), span(5, 9)},
		{"part of an insertion", span(5, 6), span(9, 9)},
		{"text behind all", span(7, 8), span(9, 10)},
		{"an empty span at a deletion", span(4, 4), span(6, 8)},
	}
	for _, tt := range tests {
		require.Equal(t, tt.before, m.ToBefore(tt.after), tt.name)
		require.Equal(t, tt.before, m.Inverse().ToAfter(tt.after), tt.name)
	}
	require.Equal(t, span(2, 3), m.ToAfter(span(3, 4)), "inside an edit snaps to its edges")
}

func TestNilIsIdentity(t *testing.T) {
	t.Parallel()
	var m *offset.Map
	require.Equal(t, span(3, 9), m.ToBefore(span(3, 9)))
	require.Equal(t, span(3, 9), m.ToAfter(span(3, 9)))
	require.Zero(t, m.Len())
	require.Empty(t, slices.Collect(m.Edits()))
	require.Nil(t, m.Inverse())
	other := mustMap(t, edit(0, 1, 0, 2))
	require.Same(t, other, m.Then(other))
	require.Same(t, other, other.Then(m))
}

func TestThen(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name                string
		first, second, want []offset.Edit
	}{
		{"apart", []offset.Edit{edit(1, 2, 1, 4)}, []offset.Edit{edit(6, 7, 6, 6)}, []offset.Edit{edit(1, 2, 1, 4), edit(4, 5, 6, 6)}},
		{"second before first", []offset.Edit{edit(5, 6, 5, 8)}, []offset.Edit{edit(1, 2, 1, 4)}, []offset.Edit{edit(1, 2, 1, 4), edit(5, 6, 7, 10)}},
		{"same place", []offset.Edit{edit(1, 2, 1, 4)}, []offset.Edit{edit(1, 4, 1, 2)}, []offset.Edit{edit(1, 2, 1, 2)}},
		{"touching stay apart", []offset.Edit{edit(1, 2, 1, 4)}, []offset.Edit{edit(4, 5, 4, 7)}, []offset.Edit{edit(1, 2, 1, 4), edit(2, 3, 4, 7)}},
		{"overlapping join", []offset.Edit{edit(1, 2, 1, 4)}, []offset.Edit{edit(3, 6, 3, 4)}, []offset.Edit{edit(1, 4, 1, 4)}},
		{"a deletion inside", []offset.Edit{edit(3, 5, 3, 3)}, []offset.Edit{edit(2, 4, 2, 9)}, []offset.Edit{edit(2, 6, 2, 9)}},
		{"a chain joins", []offset.Edit{edit(0, 1, 0, 3), edit(4, 5, 6, 9)}, []offset.Edit{edit(2, 7, 2, 3)}, []offset.Edit{edit(0, 5, 0, 5)}},
		{"deletion and insertion at one place", []offset.Edit{edit(3, 5, 3, 3)}, []offset.Edit{edit(3, 3, 3, 4)}, []offset.Edit{edit(3, 5, 3, 4)}},
	}
	for _, tt := range tests {
		got := mustMap(t, tt.first...).Then(mustMap(t, tt.second...))
		require.Equal(t, tt.want, slices.Collect(got.Edits()), tt.name)
	}
}

func TestBuilder(t *testing.T) {
	t.Parallel()
	var b offset.Builder
	b.Keep(2)
	require.Nil(t, b.Map())
	b.Replace(3, 1)
	b.Keep(4)
	require.Equal(t, 9, b.Before())
	require.Equal(t, 7, b.After())
	require.Equal(t, []offset.Edit{edit(2, 5, 2, 3)}, slices.Collect(b.Map().Edits()))
}

// FuzzThen states the law of composition: at the edges of edits the composed
// map gives what the two maps give one after the other, elsewhere a span that
// holds it, and its edits are well-formed. (An empty span names a place, which may
// have several images.)
func FuzzThen(f *testing.F) {
	f.Add([]byte{2, 1, 3, 1, 0, 2}, []byte{1, 1, 3, 2, 2, 0})
	f.Add([]byte{0, 0, 2, 0, 2, 0}, []byte{0, 1, 0, 3, 4, 1})
	f.Fuzz(func(t *testing.T, x, y []byte) {
		first, second := build(x), build(y)
		both := first.Then(second)
		_, err := offset.New(slices.Collect(both.Edits()))
		require.NoError(t, err)
		for start := range 40 {
			for end := start + 1; end < 40; end += 3 {
				s := span(start, end)
				stepwise := first.ToBefore(second.ToBefore(s))
				if !both.ToBefore(s).Contains(stepwise) {
					t.Fatalf("%v: %v does not hold %v", s, both.ToBefore(s), stepwise)
				}
			}
		}
		for e := range both.Edits() {
			if !e.Before.Empty() && !e.After.Empty() {
				require.Equal(t, e.Before, both.ToBefore(e.After))
				require.Equal(t, e.After, both.ToAfter(e.Before))
			}
		}
	})
}

// build reads up to 16 triples of kept, before and after lengths.
func build(data []byte) *offset.Map {
	var b offset.Builder
	for data = data[:min(len(data), 48)]; len(data) >= 3; data = data[3:] {
		b.Keep(int(data[0] % 8))
		b.Replace(int(data[1]%8), int(data[2]%8))
	}
	return b.Map()
}
