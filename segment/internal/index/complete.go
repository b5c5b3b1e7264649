package index

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// Complete returns completions, as segment.Index.Complete says.
func (x *Index) Complete(prefix string, limit int) []Completion {
	var cut grams.Text
	cut.Cut(prefix)
	key := string(cut.Folded())
	if key == "" || limit <= 0 {
		return nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	keys := x.words.sorted()
	var found []Completion
	at, _ := slices.BinarySearch(keys, key)
	for ; at < len(keys) && strings.HasPrefix(keys[at], key); at++ {
		found = append(found, x.words.entries[keys[at]].Completion)
	}
	slices.SortStableFunc(found, func(a, b Completion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Text, b.Text))
	})
	return found[:min(limit, len(found))]
}

// suggestion is a completion with its key: its units, folded.
type suggestion struct {
	Completion
	key string
}

// vocabulary counts what can be completed.
type vocabulary struct {
	entries map[string]suggestion
	order   *order // made anew by each change
}

// order is the keys of a vocabulary in order, found when first asked for.
type order struct {
	once sync.Once
	keys []string
}

func newVocabulary() vocabulary {
	return vocabulary{map[string]suggestion{}, new(order)}
}

// add adds what a plan suggests. Of the texts with one key, that which came first
// is shown.
func (v *vocabulary) add(list []suggestion) {
	v.order = new(order)
	for _, s := range list {
		e, ok := v.entries[s.key]
		if !ok {
			e = s
			e.Count = 0
		}
		e.Count += s.Count
		v.entries[s.key] = e
	}
}

func (v *vocabulary) remove(list []suggestion) {
	v.order = new(order)
	for _, s := range list {
		e := v.entries[s.key]
		if e.Count -= s.Count; e.Count <= 0 {
			delete(v.entries, s.key)
			continue
		}
		v.entries[s.key] = e
	}
}

// sorted returns the keys in order. It may run many times at once.
func (v *vocabulary) sorted() []string {
	v.order.once.Do(func() { v.order.keys = sortedKeys(v.entries) })
	return v.order.keys
}

func (v *vocabulary) write(w *wire.Writer) {
	w.Uint(len(v.entries))
	for _, key := range sortedKeys(v.entries) {
		e := v.entries[key]
		w.String(e.key)
		w.String(e.Text)
		w.Uint(int(e.Field))
		w.Uint(e.Count)
	}
}

func (v *vocabulary) read(r *wire.Reader) {
	for range r.Count(4) {
		e := suggestion{key: r.String()}
		e.Text, e.Field, e.Count = r.String(), record.Field(r.Uint(int(record.Fields)-1)), r.Uint(math.MaxInt32)
		if r.Err != nil {
			return
		}
		v.entries[e.key] = e
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
