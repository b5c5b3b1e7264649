package main

import (
	"cmp"
	"net/http"
	"slices"
	"strconv"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
)

// home lists every plan with its items and departments, and the heat map of
// each.
func (s *site) home(w http.ResponseWriter, r *http.Request) {
	s.render(w, r, http.StatusOK, "home", "方案", s.all())
}

// find returns the plan that the address names.
func (s *site) find(r *http.Request) *document {
	n, err := strconv.Atoi(r.PathValue("plan"))
	docs := s.all()
	if err != nil || n < 1 || n > len(docs) {
		return nil
	}
	return docs[n-1]
}

func (s *site) plan(w http.ResponseWriter, r *http.Request) {
	d := s.find(r)
	if d == nil {
		s.fail(w, r, http.StatusNotFound, "没有这份方案 · There is no such plan.")
		return
	}
	s.render(w, r, http.StatusOK, "plan", d.Heading(), d)
}

// itemPage is an item with its neighbours.
type itemPage struct {
	Doc        *document
	Item       *plan.Item
	Prev, Next *plan.Item
}

func (s *site) item(w http.ResponseWriter, r *http.Request) {
	d := s.find(r)
	k, err := strconv.Atoi(r.PathValue("item"))
	if d == nil || err != nil || k < 1 || k > len(d.items) {
		s.fail(w, r, http.StatusNotFound, "没有这一条 · There is no such item.")
		return
	}
	page := itemPage{Doc: d, Item: d.items[k-1]}
	if k > 1 {
		page.Prev = d.items[k-2]
	}
	if k < len(d.items) {
		page.Next = d.items[k]
	}
	s.render(w, r, http.StatusOK, "item", page.Item.Title, page)
}

// departmentPage is a body with its items in every loaded plan.
type departmentPage struct {
	ID    string
	Body  department.Body
	Known bool
	Plans []planItems
}

type planItems struct {
	Doc   *document
	Items []*plan.Item
}

func (s *site) department(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	page := departmentPage{ID: id}
	page.Body, page.Known = department.Default().Lookup(id)
	for _, d := range s.all() {
		group := planItems{Doc: d}
		for i := range d.ItemsOf(id) {
			if inSection(d, i, r.URL.Query().Get("section")) {
				group.Items = append(group.Items, i)
			}
		}
		if len(group.Items) > 0 {
			page.Plans = append(page.Plans, group)
		}
	}
	if len(page.Plans) == 0 {
		s.fail(w, r, http.StatusNotFound, "没有哪份方案提到这个部门 · No plan names this department.")
		return
	}
	s.render(w, r, http.StatusOK, "department", id, page)
}

// inSection reports whether the item lies in the section of the given place,
// counted from 1; the empty place is any.
func inSection(d *document, i *plan.Item, place string) bool {
	n, err := strconv.Atoi(place)
	if place == "" || err != nil || n < 1 || n > len(d.Sections) {
		return true
	}
	return d.Sections[n-1].Span.Contains(i.Span)
}

// Row is a line of the heat map.
type Row struct {
	Name, ID string
	Counts   []Cell
	Total    int
}

// Cell is a number of the heat map with its shade, from 0 to 5.
type Cell struct {
	Section, Count, Shade int
}

// Heat returns the departments by sections, the busiest first.
func (d *document) Heat() []Row {
	var rows []Row
	at := map[string]int{}
	for i, s := range d.Sections {
		for n := range plan.Preorder(s) {
			x, ok := n.(*plan.Department)
			if !ok {
				continue
			}
			k, seen := at[x.ID]
			if !seen {
				k = len(rows)
				at[x.ID] = k
				rows = append(rows, Row{Name: x.Name, ID: x.ID, Counts: make([]Cell, len(d.Sections))})
				for c := range rows[k].Counts {
					rows[k].Counts[c].Section = c + 1
				}
			}
			rows[k].Counts[i].Count++
			rows[k].Total++
		}
	}
	shade(rows)
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(b.Total, a.Total) })
	return rows
}

// shade gives each cell its shade by the largest one.
func shade(rows []Row) {
	most := 1
	for _, r := range rows {
		for _, c := range r.Counts {
			most = max(most, c.Count)
		}
	}
	for _, r := range rows {
		for k := range r.Counts {
			r.Counts[k].Shade = (r.Counts[k].Count*5 + most - 1) / most
		}
	}
}
