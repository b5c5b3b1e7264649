package segment

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/postings"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// Errors of an [Index].
var (
	ErrPlanID        = errors.New("segment: a plan needs an id that no other plan has")
	ErrNoPlan        = errors.New("segment: document without a plan")
	ErrFull          = errors.New("segment: index is full")
	ErrFieldWeight   = errors.New("segment: weight of no field, or negative")
	ErrSourceTooLong = errors.New("segment: source is longer than 2 GiB")
)

// IndexOptions say how an [Index] is made. The nil *IndexOptions is the default.
type IndexOptions struct {
	// Registry knows the bodies by all their names. By default it is
	// [department.Default]; it should be the one that the plans were read with.
	Registry *department.Registry

	// Segmenter finds words. By default it is that of New(nil).
	Segmenter *Segmenter

	// Weights replaces how much fields count; 0 leaves a field out of the search.
	// By default a title counts 2.5, department 1.2, body 1, section and term 0.4,
	// note 0.3.
	Weights map[Field]float64
}

// Document is a plan for an [Index].
type Document struct {
	ID   string // not empty; hits name the plan by it
	Plan *plan.Plan

	// Source is the text or file whose bytes the plan's spans count: what
	// [plan.Parse] or [plan.Read] was given. With it, highlights are exact
	// wherever the plan has its text in another form, as where lines were joined
	// or the file is in another character set. Without it they then are the whole
	// paragraph. It is not kept.
	Source string
}

// Index searches the items of plans. It is in memory and safe for concurrent
// use: any number of searches run beside one change. A change is seen by the
// searches that begin after it, whole or not at all.
//
// What it keeps of a plan is a copy. Plans with the same contents give the same
// hits and scores, whatever was added and removed before, but for the order of
// equals, which is that in which plans were added.
type Index struct {
	segmenter *Segmenter
	registry  *department.Registry
	matcher   *department.Matcher
	weights   [record.Fields]bm25

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

// NewIndex returns an empty index. The error is [ErrFieldWeight], or that of a
// registry whose names cannot be matched.
func NewIndex(o *IndexOptions) (*Index, error) {
	if o == nil {
		o = new(IndexOptions)
	}
	x := &Index{
		segmenter: o.Segmenter, registry: o.Registry, weights: defaultWeights(),
		lists: postings.New(), plans: map[string]place{}, words: newVocabulary(),
	}
	for f, w := range o.Weights {
		if f == FieldInvalid || int(f) >= len(x.weights) || !(w >= 0 && w <= 1000) {
			return nil, ErrFieldWeight
		}
		x.weights[f].weight = float32(w)
	}
	var err error
	if x.segmenter == nil {
		if x.segmenter, err = New(nil); err != nil {
			return nil, err
		}
	}
	if x.registry == nil {
		x.registry = department.Default()
	}
	if x.registry == department.Default() {
		x.matcher, err = defaultBodies()
	} else {
		x.matcher, err = department.NewMatcher(x.registry, nil)
	}
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	x.english = englishNames(x.registry)
	return x, nil
}

// defaultBodies finds the bodies of the default registry.
var defaultBodies = sync.OnceValues(func() (*department.Matcher, error) {
	return department.NewMatcher(department.Default(), nil)
})

// Add adds a plan. The error is [ErrPlanID] where the id is empty or there
// already, [ErrNoPlan], [ErrSourceTooLong] or [ErrFull]; the index is then as it
// was. It takes about a tenth of a millisecond an item.
func (x *Index) Add(d Document) error {
	x.change.Lock()
	defer x.change.Unlock()
	if _, ok := x.plans[d.ID]; ok {
		return fmt.Errorf("%w: %q", ErrPlanID, d.ID)
	}
	return x.put(d)
}

// Replace adds a plan in the place of that with the same id, if there is one.
// The errors are those of [Index.Add].
func (x *Index) Replace(d Document) error {
	x.change.Lock()
	defer x.change.Unlock()
	return x.put(d)
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
func (x *Index) put(d Document) error {
	switch {
	case d.ID == "":
		return ErrPlanID
	case d.Plan == nil:
		return ErrNoPlan
	case len(d.Source) > maxSource:
		return ErrSourceTooLong
	}
	r := record.New(strings.Clone(d.ID), d.Plan, d.Source)
	if len(x.docs)+len(r.Items) > maxDocs {
		return ErrFull
	}
	b := x.batch(r)
	old, replaced := x.plans[d.ID]
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

// An index has at most maxDocs items, removed ones that still take room too.
const (
	maxDocs   = 1 << 28
	maxSource = 1<<31 - 1
)

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
