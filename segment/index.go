package segment

import (
	"errors"
	"fmt"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/index"
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
	core *index.Index
}

// NewIndex returns an empty index. The error is [ErrFieldWeight], or that of a
// registry whose names cannot be matched.
func NewIndex(o *IndexOptions) (*Index, error) {
	if o == nil {
		o = new(IndexOptions)
	}
	core := index.Options{Registry: o.Registry, Weights: map[record.Field]float32{}}
	for f, w := range o.Weights {
		if f == FieldInvalid || int(f) >= len(fieldNames) || !(w >= 0 && w <= 1000) {
			return nil, ErrFieldWeight
		}
		core.Weights[record.Field(f)] = float32(w)
	}
	s := o.Segmenter
	if s == nil {
		var err error
		if s, err = New(nil); err != nil {
			return nil, err
		}
	}
	core.Engine = s.engine
	if core.Registry == nil {
		core.Registry = department.Default()
	}
	x, err := index.New(&core)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return &Index{x}, nil
}

// Add adds a plan. The error is [ErrPlanID] where the id is empty or there
// already, [ErrNoPlan], [ErrSourceTooLong] or [ErrFull]; the index is then as it
// was. It takes about a tenth of a millisecond an item.
func (x *Index) Add(d Document) error {
	if err := d.check(); err != nil {
		return err
	}
	return publicError(x.core.Add(d.ID, d.Plan, d.Source), d.ID)
}

// Replace adds a plan in the place of that with the same id, if there is one.
// The errors are those of [Index.Add].
func (x *Index) Replace(d Document) error {
	if err := d.check(); err != nil {
		return err
	}
	return publicError(x.core.Replace(d.ID, d.Plan, d.Source), d.ID)
}

// maxSource is how many bytes a source may have: a record has places of 32 bits.
const maxSource = 1<<31 - 1

// check returns what is wrong with a document by itself.
func (d *Document) check() error {
	switch {
	case d.ID == "":
		return ErrPlanID
	case d.Plan == nil:
		return ErrNoPlan
	case len(d.Source) > maxSource:
		return ErrSourceTooLong
	}
	return nil
}

// publicError returns the error of this package for one of the index's.
func publicError(err error, id string) error {
	switch {
	case errors.Is(err, index.ErrTaken):
		return fmt.Errorf("%w: %q", ErrPlanID, id)
	case errors.Is(err, index.ErrFull):
		return ErrFull
	}
	return err
}

// Remove removes the plan of the id, and reports whether there was one.
func (x *Index) Remove(id string) bool { return x.core.Remove(id) }

// Len returns how many plans and items there are.
func (x *Index) Len() (plans, items int) { return x.core.Len() }
