package index

import (
	"errors"
	"math"

	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// ErrWeights says that a snapshot is of an index with other weights.
var ErrWeights = errors.New("other field weights")

// Write writes all of the index, the same bytes for the same plans. Searches go on
// meanwhile, changes wait.
func (x *Index) Write(w *wire.Writer) {
	x.change.Lock()
	defer x.change.Unlock()
	if len(x.docs) > x.live {
		x.compact()
	}
	for _, f := range x.weights {
		w.Uint(int(math.Float32bits(f.weight)))
	}
	plans := x.inOrder()
	w.Uint(len(plans))
	for _, p := range plans {
		p.Write(w)
	}
	x.lists.Write(w)
	x.words.write(w)
}

// inOrder returns the plans in the order of their documents, then those without
// items.
func (x *Index) inOrder() []*record.Plan {
	plans := make([]*record.Plan, 0, len(x.plans))
	for _, d := range x.docs {
		if len(plans) == 0 || plans[len(plans)-1] != d.plan {
			plans = append(plans, d.plan)
		}
	}
	for _, id := range sortedKeys(x.plans) {
		if p := x.plans[id].plan; len(p.Items) == 0 {
			plans = append(plans, p)
		}
	}
	return plans
}

// Read reads what [Index.Write] wrote into an empty index with the same options.
// The error is [ErrWeights] or says what the data cannot be. After an error the
// index must not be used.
func (x *Index) Read(data []byte) error {
	r := &wire.Reader{Data: data}
	for _, f := range x.weights {
		if n := r.Uint(math.MaxInt32); r.Err == nil && math.Float32bits(f.weight) != uint32(n) {
			return ErrWeights
		}
	}
	for range r.Count(9) {
		p := record.Read(r)
		if _, ok := x.plans[p.ID]; ok || p.ID == "" {
			r.Fail(wire.ErrValue)
		}
		if r.Err != nil {
			return r.Err
		}
		x.plans[p.ID] = place{p, len(x.docs)}
		x.docs = append(x.docs, documents(p)...)
	}
	x.live = len(x.docs)
	x.lists = postings.Read(r, len(x.docs))
	x.words.read(r)
	r.Check(len(r.Data) == 0)
	return r.Err
}
