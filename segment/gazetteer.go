package segment

import (
	"fmt"
	"iter"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/gazetteer"
)

// Mention is a body that a text names.
type Mention struct {
	Text    string      `json:"text"` // as written, with the blanks or the line break in it
	Name    string      `json:"name"` // the body's short name; where no list has it, the name as written, without blanks
	ID      string      `json:"id"`   // see package department
	Span    offset.Span `json:"span"` // in bytes of the text
	Listed  bool        `json:"-"`    // false: no list has the body, its name only looks like one
	Defined bool        `json:"-"`    // the text itself says what the name stands for
}

// GazetteerOptions says which names a [Gazetteer] finds. The zero value is the
// default.
type GazetteerOptions struct {
	// Aliases are names beside those of the registry, each with a name or an id of
	// the body it stands for, which the registry need not have.
	Aliases map[string]string

	// Scope is where the texts come from: it completes the ids of names that no
	// list has.
	Scope department.Scope

	// ListedOnly leaves out the names that no list has.
	ListedOnly bool

	// NoDefinitions leaves the names alone that a text defines itself.
	NoDefinitions bool

	// Segmenter judges names by the words around them, if it is not nil: by
	// default, one with the default options does.
	Segmenter *Segmenter
}

// Gazetteer finds the names of bodies in texts, in either script and any width.
// It is immutable and safe for concurrent use.
type Gazetteer struct {
	finder *gazetteer.Gazetteer
}

// NewGazetteer returns a Gazetteer of the names of r, those of
// [department.Default] if r is nil; o may be nil. Time and memory are linear in
// the names, but for sorting them; a hundred thousand of them are no trouble.
//
// Any list will do: a [department.Body] needs a name alone, and may have an id of
// the caller's own.
//
// The error is that of [department.NewMatcher]: an alias that stands for nothing,
// or more than 65,535 different characters.
func NewGazetteer(r *department.Registry, o *GazetteerOptions) (*Gazetteer, error) {
	if r == nil {
		r = department.Default()
	}
	if o == nil {
		o = new(GazetteerOptions)
	}
	words := o.Segmenter
	if words == nil {
		var err error
		if words, err = New(nil); err != nil {
			return nil, err
		}
	}
	finder, err := gazetteer.New(r, &gazetteer.Options{
		Aliases:       o.Aliases,
		Scope:         o.Scope,
		ListedOnly:    o.ListedOnly,
		NoDefinitions: o.NoDefinitions,
		Engine:        words.engine,
	})
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return &Gazetteer{finder}, nil
}

// Mentions returns the names of bodies in text, in order and not overlapping.
//
// Of the names that begin at one place, it is the longest; and a name that goes
// on at either side, so that it is another body's (海关 in 广州海关), is none, also
// where no list has the longer one. Neither is one that the words of the clause
// cross. Names that no list has are found by what they look like: rather too few
// of them than any that are none.
//
// A name that the text defines, as 上海市商务委员会（以下简称“商务委”）does, stands from
// there on for that body, whatever any list says; a later definition of the same
// name replaces it. Those of several bodies (以下统称) are left alone.
//
// It takes time linear in text, whatever it is.
func (g *Gazetteer) Mentions(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		for m := range g.finder.Mentions(text) {
			if !yield(Mention(m)) {
				return
			}
		}
	}
}
