package index

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/grams"
)

// otherNames knows the terms of all names of bodies, each of which it finds when
// first asked for.
type otherNames struct {
	terms sync.Map // []string in order, by id
}

// nameTerms returns the terms of all names of the body with the id, in order.
func (x *Index) nameTerms(id string) []string {
	if terms, ok := x.names.terms.Load(id); ok {
		return terms.([]string)
	}
	terms := x.findNameTerms(id)
	x.names.terms.Store(strings.Clone(id), terms)
	return terms
}

// findNameTerms lists the pairs, words and runs of letters of a body's names.
func (x *Index) findNameTerms(id string) []string {
	body, ok := x.registry.Lookup(id)
	if !ok {
		return nil
	}
	var terms []string
	var cut grams.Text
	for _, name := range bodyNames(body) {
		cut.Cut(name)
		for i, u := range cut.Units {
			if !u.Single {
				terms = append(terms, string(cut.Unit(i)))
			}
			if pair := cut.Pair(i); pair != nil {
				terms = append(terms, string(pair))
			}
		}
		for i, k := range x.long(name, &cut) {
			terms = append(terms, string(cut.Range(i, k)))
		}
	}
	slices.Sort(terms)
	return slices.Compact(terms)
}

// body returns the id of the listed body that has a name, in Chinese or English.
func (x *Index) body(name string) (string, bool) {
	if body, ok := x.registry.Lookup(name); ok {
		return body.ID, true
	}
	var cut grams.Text
	cut.Cut(name)
	id, ok := x.english[string(cut.Folded())]
	return id, ok
}

// bodyID returns the id of the body of any name, listed or not.
func (x *Index) bodyID(name string) string {
	if id, ok := x.body(name); ok {
		return id
	}
	return x.registry.ID(name, department.Scope{})
}

// englishNames returns the ids of bodies by their English names, folded.
func englishNames(r *department.Registry) map[string]string {
	ids := map[string]string{}
	var cut grams.Text
	for b := range r.Bodies() {
		cut.Cut(b.English)
		if key := string(cut.Folded()); key != "" {
			ids[key] = b.ID
		}
	}
	return ids
}

// bodyNames lists the names of a body, none of them empty. What they say of its
// place beyond its level is left out, or every body would be found by it:
// 市商务委员会 for 上海市商务委员会.
func bodyNames(b department.Body) []string {
	names := append([]string{b.Name, b.Full, b.English}, b.Aliases...)
	for i, name := range names {
		if rest, ok := strings.CutPrefix(name, b.Place); ok && b.Place != "" && rest != "" {
			_, level := utf8.DecodeLastRuneInString(b.Place)
			names[i] = b.Place[len(b.Place)-level:] + rest
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}
