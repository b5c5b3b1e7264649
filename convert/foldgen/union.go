package main

import (
	"maps"
	"slices"
)

// union is a set of disjoint classes of runes: each rune's parent, up to the
// root of its class.
type union map[rune]rune

func (u union) root(r rune) rune {
	for {
		up, ok := u[r]
		if !ok || up == r {
			return r
		}
		r = up
	}
}

func (u union) join(a, b rune) {
	for _, r := range []rune{a, b} {
		if _, ok := u[r]; !ok {
			u[r] = r
		}
	}
	u[u.root(a)] = u.root(b)
}

// members lists the classes of two members or more, each sorted, in the order
// of their first members.
func (u union) members() [][]rune {
	byRoot := map[rune][]rune{}
	for r := range u {
		byRoot[u.root(r)] = append(byRoot[u.root(r)], r)
	}
	var all [][]rune
	for class := range maps.Values(byRoot) {
		if len(class) > 1 {
			slices.Sort(class)
			all = append(all, class)
		}
	}
	slices.SortFunc(all, slices.Compare)
	return all
}
