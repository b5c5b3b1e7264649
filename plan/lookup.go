package plan

import (
	"iter"

	"github.com/qiaotoubao/fangan/plan/department"
)

// Items yields the items of all sections in the order of the text.
func (p *Plan) Items() iter.Seq[*Item] {
	return func(yield func(*Item) bool) {
		for _, s := range p.Sections {
			if !s.eachItem(yield) {
				return
			}
		}
	}
}

// AllItems yields the items of the section and of the sections in it, in the
// order of the text.
func (s *Section) AllItems() iter.Seq[*Item] {
	return func(yield func(*Item) bool) { s.eachItem(yield) }
}

// eachItem calls yield for the items of s until it returns false.
func (s *Section) eachItem(yield func(*Item) bool) bool {
	for n := range s.Parts() {
		if item, ok := n.(*Item); ok && !yield(item) {
			return false
		}
		if sub, ok := n.(*Section); ok && !sub.eachItem(yield) {
			return false
		}
	}
	return true
}

// Parts yields the items and the sections in the section in the order of the
// text, each an *Item or a *Section: an item may stand behind a section.
func (s *Section) Parts() iter.Seq[Node] {
	return func(yield func(Node) bool) {
		items, subs := s.Items, s.Sections
		for len(items)+len(subs) > 0 {
			var next Node
			if len(subs) == 0 || len(items) > 0 && items[0].Span.Start < subs[0].Span.Start {
				next, items = items[0], items[1:]
			} else {
				next, subs = subs[0], subs[1:]
			}
			if !yield(next) {
				return
			}
		}
	}
}

// Item returns the first item of the given number, or nil where there is none.
// Where numbers start again in each section, several items share one.
func (p *Plan) Item(number int) *Item {
	for i := range p.Items() {
		if i.Number == number {
			return i
		}
	}
	return nil
}

// ItemsOf yields the items that a body is responsible for, in the order of the
// text. The body is named by any of its names in either script, or by its id. A
// name without a place, such as 市教育局, is that of the place that the plan's
// title, issuer or notice begins with, as in the plan itself.
func (p *Plan) ItemsOf(name string) iter.Seq[*Item] {
	return p.ItemsOfIn(department.Default(), name)
}

// ItemsOfIn is [Plan.ItemsOf] for a plan that was read with another registry.
func (p *Plan) ItemsOfIn(r *department.Registry, name string) iter.Seq[*Item] {
	id := r.ID(name, department.Scope{Place: p.place()})
	return func(yield func(*Item) bool) {
		for i := range p.Items() {
			if (i.names(id) || i.names(name)) && !yield(i) {
				return
			}
		}
	}
}

// names reports whether a duty of the item, or of a point in it, names the body.
func (i *Item) names(id string) bool {
	for d := range i.AllDuties() {
		for _, x := range d.Departments {
			if x.ID == id {
				return true
			}
		}
	}
	return false
}

// AllDuties yields the duties of the body and of the points in it.
func (b *Body) AllDuties() iter.Seq[*Duty] {
	return func(yield func(*Duty) bool) { b.eachDuty(yield) }
}

func (b *Body) eachDuty(yield func(*Duty) bool) bool {
	for _, d := range b.Duties {
		if !yield(d) {
			return false
		}
	}
	for _, x := range b.Points {
		if !x.eachDuty(yield) {
			return false
		}
	}
	return true
}

// Responsibility is a body with the items it is responsible for.
type Responsibility struct {
	ID    string
	Name  string  // as first written
	Items []*Item // in the order of the text, each once
}

// Departments returns the bodies that notes on items name, in the order in
// which they are first named, each with its items.
func (p *Plan) Departments() []Responsibility {
	var list []Responsibility
	at := map[string]int{}
	for i := range p.Items() {
		for d := range i.AllDuties() {
			for _, x := range d.Departments {
				k, seen := at[x.ID]
				if !seen {
					k = len(list)
					at[x.ID] = k
					list = append(list, Responsibility{ID: x.ID, Name: x.Name})
				}
				if items := list[k].Items; len(items) == 0 || items[len(items)-1] != i {
					list[k].Items = append(items, i)
				}
			}
		}
	}
	return list
}
