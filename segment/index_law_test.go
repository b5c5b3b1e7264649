package segment

import (
	"bytes"
	"crypto/sha256"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan"
)

// FuzzIndexQuery holds for any query that hits are items of the index in order,
// each once, that their spans lie in the source, and that results are the same
// again.
func FuzzIndexQuery(f *testing.F) {
	for _, j := range judgements {
		f.Add(j.query)
	}
	for _, s := range append(seeds, `"“`, "-", "--a", "-“”", "“ ”", "-市 港", "第一条至第九百九十九条", "》《", "の", "“a\xff”") {
		f.Add(s)
	}
	x, texts := library(f, nil)
	f.Fuzz(func(t *testing.T, query string) {
		r := x.Search(query, &SearchOptions{Facets: true, Limit: 100})
		require.Len(t, r.Hits, min(100, r.Total))
		seen := map[string]bool{}
		for i, h := range r.Hits {
			key := h.Plan + strconv.Itoa(h.Item)
			require.False(t, seen[key], key)
			seen[key] = true
			require.True(t, i == 0 || h.Score <= r.Hits[i-1].Score)
			inside(t, h, texts[h.Plan])
		}
		require.Equal(t, r, x.Search(query, &SearchOptions{Facets: true, Limit: 100}))
		top := x.Search(query, &SearchOptions{Limit: 3}).Hits
		require.Equal(t, r.Hits[:min(3, len(r.Hits))], top, "the first of many are the first of few")
		x.Complete(query, 5)
	})
}

// FuzzIndexText holds for any text that its parts can be found where they stand.
func FuzzIndexText(f *testing.F) {
	for _, s := range seeds {
		f.Add("一、总体要求\n（一）" + s + "。" + s + "\n（责任单位：市商务委）")
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := plan.Parse(text, nil)
		if err != nil {
			return
		}
		x, err := NewIndex(nil)
		require.NoError(t, err)
		require.NoError(t, x.Add(Document{"p", p, text}))
		for i := range p.Items() {
			for _, h := range x.Search(i.Title, nil).Hits {
				inside(t, h, text)
			}
		}
		require.True(t, x.Remove("p"))
		plans, items := x.Len()
		require.Zero(t, plans+items)
	})
}

// TestHostileQueries holds that no query takes long.
func TestHostileQueries(t *testing.T) {
	x, _ := large(t, 50)
	var longest time.Duration
	for _, unit := range []string{"第1条至第999条、", "-市 ", "“市” ", "市", "一带一路", "-“一带一路” ", "a ", "上海", "《", "(十二)", "\xff", "的"} {
		query := strings.Repeat(unit, 5000/len(unit))
		start := time.Now()
		require.NotNil(t, x.Search(query, &SearchOptions{Facets: true}), unit)
		longest = max(longest, time.Since(start))
	}
	testcase.Timed(t)
	require.Less(t, longest, 2*time.Second)
}

// snapshot returns a snapshot of x.
func snapshotOf(t testing.TB, x *Index) []byte {
	t.Helper()
	var b bytes.Buffer
	n, err := x.WriteTo(&b)
	require.NoError(t, err)
	require.EqualValues(t, b.Len(), n)
	return b.Bytes()
}

func TestSnapshot(t *testing.T) {
	t.Parallel()
	x, texts := library(t, nil)
	require.NoError(t, x.Add(Document{ID: "empty", Plan: new(plan.Plan)}))
	require.True(t, x.Remove("carbon"))
	data := snapshotOf(t, x)
	require.Equal(t, data, snapshotOf(t, x), "the same again")
	y, err := ReadIndex(bytes.NewReader(data), nil)
	require.NoError(t, err)
	o := &SearchOptions{Facets: true, Limit: 50}
	for _, j := range judgements {
		require.Equal(t, x.Search(j.query, o), y.Search(j.query, o), j.query)
	}
	require.Equal(t, x.Complete("市", 100), y.Complete("市", 100))
	require.Equal(t, data, snapshotOf(t, y))
	for _, z := range []*Index{x, y} { // both go on alike
		require.NoError(t, z.Add(Document{"carbon", parsed(t, texts["carbon"]), texts["carbon"]}))
		require.True(t, z.Remove("seed"))
	}
	require.Equal(t, x.Search("碳足迹", o), y.Search("碳足迹", o))
	require.Equal(t, snapshotOf(t, x), snapshotOf(t, y))
}

func TestSnapshotErrors(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	require.True(t, x.Remove("seed"))
	data := snapshotOf(t, x)
	read := func(data []byte, o *IndexOptions) error {
		y, err := ReadIndex(bytes.NewReader(data), o)
		require.Nil(t, y)
		var typed *SnapshotError
		require.ErrorAs(t, err, &typed)
		return err
	}
	require.ErrorIs(t, read(nil, nil), ErrNoSnapshot)
	require.ErrorIs(t, read([]byte("一、总体要求"), nil), ErrNoSnapshot)
	require.ErrorIs(t, read(data, &IndexOptions{Weights: map[Field]float64{FieldTitle: 1}}), ErrOtherIndex)
	other := bytes.Clone(data)
	other[len(snapshotMagic)]++
	require.ErrorIs(t, read(other, nil), ErrVersion)
	for cut := len(snapshotMagic); cut < len(data); cut += 1 + len(data)/500 {
		require.ErrorIs(t, read(data[:cut], nil), ErrDamaged, cut)
		flipped := bytes.Clone(data)
		flipped[cut] ^= 0x10
		require.Error(t, read(flipped, nil), cut)
	}
	_, err := ReadIndex(failing{}, nil)
	require.ErrorIs(t, err, os.ErrClosed)
	_, err = x.WriteTo(failing{})
	require.ErrorIs(t, err, os.ErrClosed)
}

type failing struct{}

func (failing) Read([]byte) (int, error)  { return 0, os.ErrClosed }
func (failing) Write([]byte) (int, error) { return 0, os.ErrClosed }

// FuzzSnapshot holds that no body of a snapshot, with a right checksum, makes
// reading or searching panic, and that what is read is written as it was.
func FuzzSnapshot(f *testing.F) {
	x, _ := library(f, nil)
	for _, id := range []string{"seed", "carbon", "elder"} {
		x.Remove(id)
	}
	head := len(snapshotMagic) + 1
	data := snapshotOf(f, x)
	body := data[head : len(data)-sha256.Size]
	f.Add(body, uint16(0), byte(0))
	for i := 0; i < len(body); i += 97 {
		f.Add(body[:i], uint16(i), byte(0x80))
		f.Add(body, uint16(i), byte(0xff))
	}
	f.Fuzz(func(t *testing.T, body []byte, at uint16, flip byte) {
		whole := append([]byte(snapshotMagic), snapshotVersion)
		whole = append(whole, body...)
		if k := head + int(at); k < len(whole) {
			whole[k] ^= flip
		}
		sum := sha256.Sum256(whole)
		y, err := ReadIndex(bytes.NewReader(append(whole, sum[:]...)), nil)
		if err != nil {
			return
		}
		for _, q := range []string{"港口", "市交通运输局 -岸电", "第三项", "“数据共享”"} {
			y.Search(q, &SearchOptions{Facets: true})
		}
		y.Complete("港", 3)
		snapshotOf(t, y)
	})
}

// TestReadersAndWriter holds that searches see each change whole or not at all.
// It takes 20 seconds where FANGAN_TIMED is set.
func TestReadersAndWriter(t *testing.T) {
	t.Parallel()
	length := 2 * time.Second
	if os.Getenv("FANGAN_TIMED") != "" {
		length = 20 * time.Second
	}
	x, texts := library(t, nil)
	before, after := parsed(t, texts["elder"]), parsed(t, texts["harbour"])
	stop := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				n := x.Search("", &SearchOptions{Plans: []string{"changing"}, Facets: true, HasTarget: false}).Total
				if n != 0 && n != 6 {
					t.Errorf("%d items of a plan of 6", n)
				}
				x.Search("市商务委 补贴", &SearchOptions{Facets: true})
				x.Complete("市", 3)
			}
		})
	}
	for start, i := time.Now(), 0; time.Since(start) < length; i++ {
		switch i % 4 {
		case 0:
			require.NoError(t, x.Replace(Document{"changing", before, texts["elder"]}))
		case 1:
			require.NoError(t, x.Replace(Document{"changing", after, texts["harbour"]}))
		case 2:
			snapshotOf(t, x)
		default:
			require.True(t, x.Remove("changing"))
		}
	}
	close(stop)
	readers.Wait()
}
