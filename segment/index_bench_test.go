package segment

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan"
	sources "github.com/qiaotoubao/fangan/seeds"
)

// varied returns the text of the embedded plan with about one character in
// twenty exchanged for another of the text, as seed decides, but no signs, so
// that the plan stays one.
func varied(seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	text := []rune(sources.Bridgehead().Text)
	out := slices.Clone(text)
	for i, r := range text {
		other := text[rng.IntN(len(text))]
		if rng.IntN(20) == 0 && r >= 0x4e00 && other >= 0x4e00 && other < 0xa000 && !strings.ContainsRune("一二三四五六七八九十責任部門單位", r) {
			out[i] = other
		}
	}
	return string(out)
}

// large returns an index of the embedded plan varied the given number of times.
func large(t testing.TB, plans int) (x *Index, took time.Duration) {
	t.Helper()
	x, err := NewIndex(nil)
	require.NoError(t, err)
	for i := range plans {
		text := varied(uint64(i))
		p, err := plan.Parse(text, nil)
		require.NoError(t, err)
		start := time.Now()
		require.NoError(t, x.Add(Document{fmt.Sprint(i), p, text}))
		took += time.Since(start)
	}
	return x, took
}

// heapOf returns how many bytes of the heap are in use.
func heapOf() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// queryTimes returns the best time of some rounds for each query, in order, and
// the slowest query.
func queryTimes(x *Index, rounds int) (times []time.Duration, slowest string) {
	most := time.Duration(0)
	for _, j := range judgements {
		best := time.Hour
		for range rounds {
			start := time.Now()
			x.Search(j.query, nil)
			best = min(best, time.Since(start))
		}
		times = append(times, best)
		if best > most {
			most, slowest = best, j.query
		}
	}
	slices.Sort(times)
	return times, slowest
}

// TestSpeed measures 100,000 items where FANGAN_TIMED is set.
func TestSpeed(t *testing.T) {
	testcase.Timed(t)
	for _, plans := range []int{1, 1667} {
		before := heapOf()
		x, took := large(t, plans)
		_, items := x.Len()
		bytes := heapOf() - before
		t.Logf("%d items: built in %v (%v an item), %d bytes an item",
			items, took, took/time.Duration(items), bytes/uint64(items))
		times, slowest := queryTimes(x, 5)
		median, p99 := times[len(times)/2], times[len(times)*99/100]
		t.Logf("query, the best of 5: median %v, p99 %v, slowest %v %s", median, p99, times[len(times)-1], slowest)
		start := time.Now()
		data := x.snapshot()
		t.Logf("snapshot: %d bytes in %v", len(data), time.Since(start))
		start = time.Now()
		_, err := ReadIndex(strings.NewReader(string(data)), nil)
		require.NoError(t, err)
		t.Logf("read in %v", time.Since(start))
		start = time.Now()
		x.Complete("市", 10)
		t.Logf("first completion %v", time.Since(start))
		start = time.Now()
		r := x.Search("市商务委", &SearchOptions{Facets: true})
		t.Logf("facets of %d: %v", r.Total, time.Since(start))
		start = time.Now()
		r = x.Search("“一带一路”", &SearchOptions{Facets: true})
		t.Logf("facets of %d by phrase: %v", r.Total, time.Since(start))
		require.Less(t, median, time.Millisecond)
		require.Less(t, p99, 5*time.Millisecond)
	}
}
