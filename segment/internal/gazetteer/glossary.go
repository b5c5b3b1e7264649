package gazetteer

import (
	"iter"
	"slices"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/fold"
)

// definition is a name that the text defines: 上海市商务委员会（以下简称“商务委”）.
type definition struct {
	term offset.Span
	body Mention // what it stands for
}

// maxTerms is how many names of one text are looked for.
const maxTerms = 512

// withDefined yields the mentions of a text with those of the names that it
// defines.
func (g *Gazetteer) withDefined(text string, yield func(Mention) bool) {
	var listed []Mention
	for m := range g.matcher.Mentions(text) {
		listed = append(listed, g.mention(m))
	}
	for m := range merge(listed, g.defined(text, listed)) {
		if !yield(m) {
			return
		}
	}
}

// merge yields two lists of mentions in order. Of two that overlap the one that
// holds the other is taken, else the first, and of two of the same name the
// second list's.
func merge(listed, defined []Mention) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		end := 0
		for len(listed)+len(defined) > 0 {
			var m Mention
			switch {
			case len(defined) == 0, len(listed) > 0 && wins(listed[0].Span, defined[0].Span):
				m, listed = listed[0], listed[1:]
			default:
				m, defined = defined[0], defined[1:]
			}
			if m.Span.Start < end {
				continue
			}
			end = m.Span.End
			if !yield(m) {
				return
			}
		}
	}
}

// wins reports whether a goes before b, also where they overlap.
func wins(a, b offset.Span) bool {
	if a.Overlaps(b) && a != b && (a.Contains(b) || b.Contains(a)) {
		return a.Contains(b)
	}
	return a.Start < b.Start
}

// glossary holds the definitions of a text, those of one name in their order.
type glossary struct {
	bodies []department.Body // one for each name
	byName map[string][]definition
}

func (l *glossary) add(text string, d definition) {
	name := fold.Key(d.term.Of(text))
	if l.byName[name] == nil {
		if len(l.bodies) == maxTerms {
			return
		}
		l.bodies = append(l.bodies, department.Body{ID: name, Name: name})
	}
	l.byName[name] = append(l.byName[name], d)
}

// defined returns the mentions of names that the text defines, each from its
// definition on, and of what it defines them by where nothing else finds that.
func (g *Gazetteer) defined(text string, listed []Mention) []Mention {
	l := glossary{byName: make(map[string][]definition)}
	for d := range g.definitions(text, listed) {
		if d.body.Defined {
			l.add(text, definition{d.body.Span, d.body})
		}
		l.add(text, d)
	}
	if l.bodies == nil {
		return nil
	}
	return g.uses(text, &l)
}

// uses finds the terms in the text.
func (g *Gazetteer) uses(text string, l *glossary) []Mention {
	terms, err := department.NewRegistry(l.bodies)
	if err != nil {
		return nil // two terms that are one name: neither is safe
	}
	matcher, err := department.NewMatcher(terms, &department.MatcherOptions{ListedOnly: true, Veto: g.judge.refuses})
	if err != nil {
		return nil
	}
	var found []Mention
	for m := range matcher.Mentions(text) {
		if d := latest(l.byName[m.ID], m.Span.Start); d != nil {
			found = append(found, Mention{
				Text: m.Text, Span: m.Span, Defined: true,
				Name: d.body.Name, ID: d.body.ID, Listed: d.body.Listed,
			})
		}
	}
	return found
}

// latest returns the last definition that does not begin behind pos, nil if there is
// none.
func latest(all []definition, pos int) *definition {
	n, _ := slices.BinarySearchFunc(all, pos+1, func(d definition, pos int) int { return d.term.Start - pos })
	if n == 0 {
		return nil
	}
	return &all[n-1]
}

// definitions yields the names of bodies that the text defines.
func (g *Gazetteer) definitions(text string, listed []Mention) iter.Seq[definition] {
	return func(yield func(definition) bool) {
		for i := range len(text) {
			if text[i] != "称"[0] {
				continue // most of the text
			}
			end, terms := defineAt(text, i)
			if len(terms) == 0 {
				continue
			}
			body, ok := g.meaning(text, end, listed)
			for _, term := range terms {
				if ok && !forMany(text, term, body.Span) && !yield(definition{term, body}) {
					return
				}
			}
		}
	}
}

// meaning returns the body whose name ends at end: one that was found there, or
// else the clause, where it looks like the name of a body.
func (g *Gazetteer) meaning(text string, end int, listed []Mention) (Mention, bool) {
	n, ok := slices.BinarySearchFunc(listed, end, func(m Mention, end int) int { return m.Span.End - end })
	if ok && !quoteBefore(text[:listed[n].Span.Start]) {
		return listed[n], true
	}
	start := nameStart(text, end)
	if start < 0 || department.LooksLike(text[start:end]) != department.Like {
		return Mention{}, false
	}
	name := offset.Span{Start: start, End: end}
	id := g.registry.ID(name.Of(text), g.scope)
	if id == "" || department.IsGeneric(name.Of(text)) {
		return Mention{}, false
	}
	short, listedID := g.names[id]
	if !listedID {
		short = fold.Unblank(name.Of(text))
	}
	return Mention{Text: name.Of(text), Name: short, ID: id, Span: name, Listed: listedID, Defined: true}, true
}
