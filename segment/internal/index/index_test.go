package index

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

func newIndex(t *testing.T, weights map[record.Field]float32) *Index {
	t.Helper()
	engine, err := words.New(words.Lists{}, true)
	require.NoError(t, err)
	x, err := New(&Options{Registry: department.Default(), Engine: engine, Weights: weights})
	require.NoError(t, err)
	return x
}

const harbour = "港口行动方案\n一、岸电\n1. 建设岸电设施。（责任单位：市交通委）\n2. 减免岸电费用。\n"

func parsed(t *testing.T, text string) *plan.Plan {
	t.Helper()
	p, err := plan.Parse(text, nil)
	require.NoError(t, err)
	return p
}

// TestRoom holds that removed items give their room back, and that what is left
// is found as before.
func TestRoom(t *testing.T) {
	t.Parallel()
	x := newIndex(t, nil)
	p := parsed(t, harbour)
	require.NoError(t, x.Add("a", p, harbour))
	require.ErrorIs(t, x.Add("a", p, harbour), ErrTaken)
	require.NoError(t, x.Add("b", p, harbour))
	require.NoError(t, x.Replace("c", p, harbour), "there is none to replace")
	before := x.Search("岸电设施", &SearchOptions{Plans: []string{"c"}})
	require.Len(t, before.Hits, 1)
	full := len(x.docs)

	require.True(t, x.Remove("a"))
	require.False(t, x.Remove("a"), "it is gone")
	require.Len(t, x.docs, full, "a third may lie idle")
	require.True(t, x.Remove("b"))
	require.Len(t, x.docs, full/3, "more than half may not")
	after := x.Search("岸电设施", &SearchOptions{Plans: []string{"c"}})
	require.Equal(t, before.Hits[0].Item, after.Hits[0].Item)

	require.True(t, x.Remove("c"))
	require.Empty(t, x.docs)
	require.Empty(t, x.Complete("岸", 9))
	require.Empty(t, x.Search("岸电", new(SearchOptions)).Hits)
}

// TestRead holds that what is no index is an error. What segment adds to the bytes,
// a version and a checksum, is tested there.
func TestRead(t *testing.T) {
	t.Parallel()
	x := newIndex(t, nil)
	require.NoError(t, x.Add("a", parsed(t, harbour), harbour))
	var w wire.Writer
	x.Write(&w)
	require.NoError(t, newIndex(t, nil).Read(w.Data))
	require.ErrorIs(t, newIndex(t, map[record.Field]float32{record.Body: 2}).Read(w.Data), ErrWeights)
	require.ErrorIs(t, newIndex(t, nil).Read(w.Data[:len(w.Data)-1]), wire.ErrShort, "cut off")
	require.ErrorIs(t, newIndex(t, nil).Read(append(w.Data, 0)), wire.ErrValue, "too long")
	require.Error(t, newIndex(t, nil).Read(nil))
}

// TestSnippetBorders holds where a snippet begins and ends.
func TestSnippetBorders(t *testing.T) {
	t.Parallel()
	text := "推进岸电。建设港口，减免费用"
	at := len("推进岸电。建设港口，减")
	require.Equal(t, len("推进岸电。建设港口，"), backTo(text, at, 20), "a part of the sentence begins there")
	require.Equal(t, at-len("减"), backTo(text, at, 1), "no further than asked for")
	require.Equal(t, 0, backTo(text, len("推进"), 20))
	require.Equal(t, len("推进岸"), forwardTo(text, 0, 3))
	require.Equal(t, len(text), forwardTo(text, at, 99))

	spans := []offset.Span{{Start: 0, End: 3}, {Start: 30, End: 36}, {Start: 39, End: 45}, {Start: 90, End: 93}}
	start, most := densest(spans, 20)
	require.Equal(t, [2]int{30, 12}, [2]int{start, most}, "two of them are near")
	start, most = densest(nil, 20)
	require.Equal(t, [2]int{}, [2]int{start, most})
}

func TestUnion(t *testing.T) {
	t.Parallel()
	got := union([]offset.Span{{Start: 6, End: 9}, {Start: 0, End: 3}, {Start: 2, End: 4}, {Start: 4, End: 5}})
	require.Equal(t, []offset.Span{{Start: 0, End: 5}, {Start: 6, End: 9}}, got)
}
