package postings_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// batch returns a batch of one document for each list of terms.
func batch(docs ...[]string) *postings.Batch {
	b := new(postings.Batch)
	for _, terms := range docs {
		for _, term := range terms {
			b.Count([]byte(term), 1)
		}
		b.End(1)
	}
	return b
}

func docsOf(l *postings.Lists, term string) []uint32 {
	var docs []uint32
	l.Each(term, func(doc uint32) { docs = append(docs, doc) })
	return docs
}

func TestLists(t *testing.T) {
	t.Parallel()
	l := postings.New()
	l.Append(batch([]string{"a", "b", "a"}, []string{"b"}))
	l.Append(batch(nil, []string{"a"}))
	require.Equal(t, 4, l.Docs())
	require.Equal(t, []uint32{0, 3}, docsOf(l, "a"))
	require.Equal(t, []uint32{0, 1}, docsOf(l, "b"))
	require.Empty(t, docsOf(l, "c"))
	require.Equal(t, 2, l.Live("a"))
	require.Zero(t, l.Live("c"))

	sums := make([]postings.Sum, 4)
	l.Add(sums, "a", 2, 1)
	l.Add(sums, "c", 2, 1)
	require.Greater(t, sums[0].Score, sums[3].Score, "twice counts more than once")
	require.InDelta(t, 1, sums[3].Score, 0.01, "w / (w + saturation) of the weight")
	require.Equal(t, postings.Sum{}, sums[1])
	require.EqualValues(t, 1, sums[3].Cover)
}

// TestLongGaps holds that distances of several bytes are read as written.
func TestLongGaps(t *testing.T) {
	t.Parallel()
	l, want := postings.New(), []uint32{0, 127, 128, 300, 20000, 20001}
	next := 0
	b := new(postings.Batch)
	for doc := range 20002 {
		if want[next] == uint32(doc) {
			b.Count([]byte("a"), 1)
			next++
		}
		b.End(1)
	}
	l.Append(b)
	require.Equal(t, want, docsOf(l, "a"))
	sums := make([]postings.Sum, l.Docs())
	l.Add(sums, "a", 1, 1)
	for _, doc := range want {
		require.EqualValues(t, 1, sums[doc].Cover)
	}
}

func TestForgetAndCompact(t *testing.T) {
	t.Parallel()
	l := postings.New()
	gone := batch([]string{"a", "b"})
	l.Append(gone)
	l.Append(batch([]string{"a"}, []string{"a", "c"}))
	l.Forget(gone)
	require.Equal(t, 2, l.Live("a"))
	require.Zero(t, l.Live("b"))
	c := l.Compact([]int32{-1, 0, 1})
	require.Equal(t, []uint32{0, 1}, docsOf(c, "a"))
	require.Equal(t, []uint32{1}, docsOf(c, "c"))
	require.Empty(t, docsOf(c, "b"))
	require.Equal(t, 2, c.Docs())
}

func TestWriteAndRead(t *testing.T) {
	t.Parallel()
	l := postings.New()
	for i := range 300 {
		l.Append(batch([]string{"a", fmt.Sprint(i % 7)}))
	}
	var w wire.Writer
	l.Write(&w)
	r := wire.Reader{Data: w.Data}
	got := postings.Read(&r, 300)
	require.NoError(t, r.Err)
	require.Equal(t, docsOf(l, "3"), docsOf(got, "3"))
	require.Equal(t, l.Live("a"), got.Live("a"))
	got.Append(batch([]string{"a"}))
	require.Equal(t, 301, got.Live("a"))
	for _, docs := range []int{0, 299, 301} {
		r := wire.Reader{Data: w.Data}
		postings.Read(&r, docs)
		require.Error(t, r.Err, "another number of documents")
	}
	for cut := range w.Data {
		r := wire.Reader{Data: w.Data[:cut]}
		postings.Read(&r, 300)
		require.Error(t, r.Err)
	}
}
