// Package index searches the items of plans: the engine behind segment.Index.
//
// It keeps a [record.Plan] of each plan and, for each term, the list of the items
// that have it (package postings). What a plan adds is counted by terms.go; a query
// is cut by parts.go and made terms of by query.go; search.go adds up the scores,
// which filter.go, phrase.go and refer.go narrow; hit.go and facet.go
// lay out what was found.
package index

import (
	"errors"
	"strings"
	"sync"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// Errors of [Index.Add] and [Index.Replace].
var (
	ErrTaken = errors.New("a plan with the id is there")
	ErrFull  = errors.New("index is full")
)

// Options say how an [Index] is made.
type Options struct {
	Registry *department.Registry
	Engine   words.Engine             // finds words
	Weights  map[record.Field]float32 // instead of the usual ones
}

// Index searches the items of plans. Any number of searches run beside one
// change, which is seen whole or not at all by those that begin after it.
type Index struct {
	engine   words.Engine
	registry *department.Registry
	matcher  *department.Matcher
	weights  [record.Fields]bm25

	names   otherNames
	english map[string]string // see englishNames

	change sync.Mutex // held by who changes the index

	mu    sync.RWMutex // guards all below; who holds change may read without it
	lists *postings.Lists
	plans map[string]place
	docs  []document
	live  int // documents that are not removed
	words vocabulary

	pool sync.Pool // of *[]postings.Sum, all zero
}

// place is where the documents of a plan begin.
type place struct {
	plan  *record.Plan
	first int
}

// document is an item; plan is nil when it was removed.
type document struct {
	plan            *record.Plan
	item            uint32
	number, section uint32 // see record.Item, record.Heading
}

func documents(p *record.Plan) []document {
	list := make([]document, len(p.Items))
	for i := range p.Items {
		x := &p.Items[i]
		list[i] = document{p, uint32(i), x.Number, p.Headings[x.Heading].Number}
	}
	return list
}

func (d document) facts() *record.Item { return &d.plan.Items[d.item] }

// New returns an empty index. The error is that of a registry whose names cannot
// be matched.
func New(o *Options) (*Index, error) {
	x := &Index{
		engine: o.Engine, registry: o.Registry, weights: defaultWeights(),
		lists: postings.New(), plans: map[string]place{}, words: newVocabulary(),
	}
	for f, w := range o.Weights {
		x.weights[f].weight = w
	}
	var err error
	if x.registry == department.Default() {
		x.matcher, err = defaultBodies()
	} else {
		x.matcher, err = department.NewMatcher(x.registry, nil)
	}
	if err != nil {
		return nil, err
	}
	x.english = englishNames(x.registry)
	return x, nil
}

// defaultBodies finds the bodies of the default registry.
var defaultBodies = sync.OnceValues(func() (*department.Matcher, error) {
	return department.NewMatcher(department.Default(), nil)
})

// Add adds a plan. The error is [ErrTaken] or [ErrFull].
func (x *Index) Add(id string, p *plan.Plan, source string) error {
	x.change.Lock()
	defer x.change.Unlock()
	if _, ok := x.plans[id]; ok {
		return ErrTaken
	}
	return x.put(id, p, source)
}

// Replace adds a plan in the place of that with the same id, if there is one.
// The error is [ErrFull].
func (x *Index) Replace(id string, p *plan.Plan, source string) error {
	x.change.Lock()
	defer x.change.Unlock()
	return x.put(id, p, source)
}

// Remove removes the plan of the id, and reports whether there was one.
func (x *Index) Remove(id string) bool {
	x.change.Lock()
	defer x.change.Unlock()
	old, ok := x.plans[id]
	if !ok {
		return false
	}
	gone := x.batch(old.plan)
	x.mu.Lock()
	x.remove(old, gone)
	x.mu.Unlock()
	x.tidy()
	return true
}

// Len returns how many plans and items there are.
func (x *Index) Len() (plans, items int) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.plans), x.live
}

// put adds a plan, or replaces that with its id.
func (x *Index) put(id string, p *plan.Plan, source string) error {
	r := record.New(strings.Clone(id), p, source)
	if len(x.docs)+len(r.Items) > maxDocs {
		return ErrFull
	}
	b := x.batch(r)
	old, replaced := x.plans[id]
	var gone *batch
	if replaced {
		gone = x.batch(old.plan)
	}
	x.mu.Lock()
	if replaced {
		x.remove(old, gone)
	}
	x.append(r, b)
	x.mu.Unlock()
	if replaced {
		x.tidy()
	}
	return nil
}

// maxDocs is how many items an index has at most, removed ones that still take
// room too.
const maxDocs = 1 << 28

func (x *Index) append(r *record.Plan, b *batch) {
	x.plans[r.ID] = place{r, len(x.docs)}
	x.lists.Append(&b.Batch)
	x.docs = append(x.docs, documents(r)...)
	x.live += len(r.Items)
	x.words.add(b.words)
}

func (x *Index) remove(old place, gone *batch) {
	delete(x.plans, old.plan.ID)
	x.lists.Forget(&gone.Batch)
	clear(x.docs[old.first : old.first+len(old.plan.Items)])
	x.live -= len(old.plan.Items)
	x.words.remove(gone.words)
}

// tidy gives back the room of removed items once they are as many as the
// others. Searches go on meanwhile.
func (x *Index) tidy() {
	if len(x.docs) > 2*x.live {
		x.compact()
	}
}

func (x *Index) compact() {
	number := make([]int32, len(x.docs))
	docs := make([]document, 0, x.live)
	for i, d := range x.docs {
		number[i] = -1
		if d.plan != nil {
			number[i] = int32(len(docs))
			docs = append(docs, d)
		}
	}
	lists := x.lists.Compact(number)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.lists, x.docs = lists, docs
	for id, p := range x.plans {
		if len(p.plan.Items) > 0 {
			p.first = int(number[p.first])
			x.plans[id] = p
		}
	}
}
