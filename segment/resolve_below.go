package segment

import (
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/reference"
)

// anyNumber is the number of a step that takes every unit of its kind.
const anyNumber = -1

// below returns the units with the step's number in the given ones.
func (r *resolver) below(within []plan.Node, s rung) []plan.Node {
	var found []plan.Node
	for _, node := range within {
		found = append(found, r.in(node, s)...)
	}
	return found
}

// in returns the units with the step's number in a node. An item may be called a point
// and a point an item where the node has none of what the word means.
func (r *resolver) in(node plan.Node, s rung) []plan.Node {
	switch s.Kind {
	case reference.Section:
		return r.sections(node, s)
	case reference.Article:
		return r.items(node, s)
	case reference.Item:
		if found := r.items(node, s); len(found) > 0 && !r.articled {
			return found
		}
		return points(node, s)
	default:
		if found := points(node, s); len(found) > 0 {
			return found
		}
		if anyPoint := points(node, rung{Level: reference.Level{Number: anyNumber}}); len(anyPoint) > 0 || r.articled {
			return nil
		}
		return r.items(node, s)
	}
}

func (s rung) takes(h *plan.Heading) bool {
	return s.Number == anyNumber || h.Number == s.Number
}

// sections returns the sections in a node: those whose labels have the step's word,
// where labels have such words, else those that lie nearest.
func (r *resolver) sections(node plan.Node, s rung) []plan.Node {
	var all []*plan.Section
	switch x := node.(type) {
	case *plan.Plan:
		all = x.Sections
	case *plan.Section:
		all = x.Sections
	}
	if s.unit != "" {
		if worded(r.plan.Sections) {
			return sectionsOf(withUnit(all, s.unit), s)
		}
	}
	for len(all) > 0 {
		if found := sectionsOf(all, s); len(found) > 0 {
			return found
		}
		all = nextSections(all)
	}
	return nil
}

// worded reports whether any label has a word for sections: 第二章, not 二、.
func worded(all []*plan.Section) bool {
	for _, unit := range sectionUnits {
		if len(withUnit(all, unit)) > 0 {
			return true
		}
	}
	return false
}

// withUnit returns the sections, at any depth, whose labels have a word.
func withUnit(all []*plan.Section, unit string) []*plan.Section {
	var found []*plan.Section
	for _, x := range all {
		if hasUnit(x.Label, unit) {
			found = append(found, x)
		}
		found = append(found, withUnit(x.Sections, unit)...)
	}
	return found
}

func sectionsOf(all []*plan.Section, s rung) []plan.Node {
	var found []plan.Node
	for _, x := range all {
		if x.Number > 0 && s.takes(&x.Heading) {
			found = append(found, x)
		}
	}
	return found
}

func nextSections(all []*plan.Section) []*plan.Section {
	var next []*plan.Section
	for _, x := range all {
		next = append(next, x.Sections...)
	}
	return next
}

// items returns the items in a plan or a section.
func (r *resolver) items(node plan.Node, s rung) []plan.Node {
	var all func(func(*plan.Item) bool)
	switch x := node.(type) {
	case *plan.Plan:
		all = x.Items()
	case *plan.Section:
		all = x.AllItems()
	default:
		return nil
	}
	var found []plan.Node
	for i := range all {
		if s.takes(&i.Heading) && (s.Kind != reference.Article || !r.articled || hasUnit(i.Label, "条")) {
			found = append(found, i)
		}
	}
	return found
}

// points returns the numbered points in a node that lie nearest.
func points(node plan.Node, s rung) []plan.Node {
	for layer := pointsBelow(node); len(layer) > 0; {
		var found []plan.Node
		var next []*plan.Point
		for _, x := range layer {
			if x.Number > 0 && s.takes(&x.Heading) {
				found = append(found, x)
			}
			next = append(next, x.Points...)
		}
		if len(found) > 0 {
			return found
		}
		layer = next
	}
	return nil
}

// pointsBelow returns the first layer of points in a node.
func pointsBelow(node plan.Node) []*plan.Point {
	switch x := node.(type) {
	case *plan.Point:
		return x.Points
	case *plan.Item:
		return x.Points
	case *plan.Section:
		return sectionPoints(x)
	case *plan.Plan:
		var all []*plan.Point
		for _, s := range x.Sections {
			all = append(all, sectionPoints(s)...)
		}
		return all
	}
	return nil
}

func sectionPoints(s *plan.Section) []*plan.Point {
	all := append([]*plan.Point(nil), s.Points...)
	for _, i := range s.Items {
		all = append(all, i.Points...)
	}
	for _, sub := range s.Sections {
		all = append(all, sectionPoints(sub)...)
	}
	return all
}
