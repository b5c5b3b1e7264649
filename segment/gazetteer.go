package segment

import (
	"fmt"
	"iter"
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
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
	registry *department.Registry
	scope    department.Scope
	matcher  *department.Matcher
	judge    judge
	names    map[string]string // short names by id, of all that is listed
	defines  bool
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
	g := &Gazetteer{registry: r, scope: o.Scope, judge: judge{words, r}, defines: !o.NoDefinitions}
	g.names = namesOf(r, o)
	var err error
	g.matcher, err = department.NewMatcher(r, &department.MatcherOptions{
		Aliases:    o.Aliases,
		ListedOnly: o.ListedOnly,
		Scope:      o.Scope,
		Veto:       g.judge.refuses,
	})
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
	}
	return g, nil
}

// namesOf returns the short names of what the registry and the options list.
func namesOf(r *department.Registry, o *GazetteerOptions) map[string]string {
	names := make(map[string]string, r.Len()+len(o.Aliases))
	for _, full := range o.Aliases {
		id := r.ID(full, o.Scope)
		if old, ok := names[id]; !ok || len(full) < len(old) || len(full) == len(old) && full < old {
			names[id] = full
		}
	}
	for b := range r.Bodies() {
		names[b.ID] = b.Name
	}
	return names
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
		if g.defines && mayDefine(text) {
			g.withDefined(text, yield)
			return
		}
		for m := range g.matcher.Mentions(text) {
			if !yield(g.mention(m)) {
				return
			}
		}
	}
}

// mention adds the body's name to what the matcher found.
func (g *Gazetteer) mention(m department.Mention) Mention {
	name, ok := g.names[m.ID]
	if !ok {
		name = unblank(m.Text)
	}
	return Mention{Text: m.Text, Name: name, ID: m.ID, Span: m.Span, Listed: m.Listed}
}

// unblank returns s without white space.
func unblank(s string) string {
	if !strings.ContainsFunc(s, blankRune) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if blankRune(r) {
			return -1
		}
		return r
	}, s)
}

func blankRune(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF'
}
