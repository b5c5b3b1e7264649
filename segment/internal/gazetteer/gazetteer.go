// Package gazetteer finds the names of bodies in texts: those of a registry, what
// looks like one, and what the text itself defines. It is the engine behind
// segment.Gazetteer.
//
// The matcher of package department finds names; the judge refuses those that the
// words around them contradict (judge.go); definitions (以下简称) are read by
// definition.go, and glossary.go finds the terms that they define.
package gazetteer

import (
	"iter"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/fold"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// Mention is a body that a text names. The fields are those of segment.Mention.
type Mention struct {
	Text    string
	Name    string
	ID      string
	Span    offset.Span
	Listed  bool
	Defined bool
}

// Options say which names are found, as those of segment do.
type Options struct {
	Aliases       map[string]string
	Scope         department.Scope
	ListedOnly    bool
	NoDefinitions bool
	Engine        words.Engine // finds the words around names
}

// Gazetteer finds names. It is immutable and safe for concurrent use.
type Gazetteer struct {
	registry *department.Registry
	scope    department.Scope
	matcher  *department.Matcher
	judge    judge
	names    map[string]string // short names by id, of all that is listed
	defines  bool
}

// New returns a Gazetteer of the names of r. The error is that of
// [department.NewMatcher].
func New(r *department.Registry, o *Options) (*Gazetteer, error) {
	g := &Gazetteer{registry: r, scope: o.Scope, judge: judge{o.Engine, r}, defines: !o.NoDefinitions}
	g.names = namesOf(r, o)
	var err error
	g.matcher, err = department.NewMatcher(r, &department.MatcherOptions{
		Aliases:    o.Aliases,
		ListedOnly: o.ListedOnly,
		Scope:      o.Scope,
		Veto:       g.judge.refuses,
	})
	return g, err
}

// namesOf returns the short names of what the registry and the options list.
func namesOf(r *department.Registry, o *Options) map[string]string {
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
		name = fold.Unblank(m.Text)
	}
	return Mention{Text: m.Text, Name: name, ID: m.ID, Span: m.Span, Listed: m.Listed}
}
