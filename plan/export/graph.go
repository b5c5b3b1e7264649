package export

import (
	"slices"
	"strconv"

	"github.com/qiaotoubao/fangan/plan"
)

// graph is the graph of units and the bodies that are responsible for them.
type graph struct {
	groups []group
	bodies []string // names, as first written
	edges  []edge
	at     map[string]int // index in bodies, by id
}

// group is a section with the units in it, those of its sections too.
type group struct {
	title string
	units []vertex
}

// vertex is a unit of the graph.
type vertex struct {
	id   string // i1, i2, …
	text string
}

// edge says that the unit's note names the body.
type edge struct {
	unit string
	body int
	role plan.Role
}

// newGraph gathers the plan's items, and the sections with notes of their own.
func newGraph(p *plan.Plan) *graph {
	g := &graph{at: map[string]int{}}
	vertices := 0
	for u := range units(p) {
		if len(u.sections) == 1 && u.item == nil {
			g.groups = append(g.groups, group{title: u.heading().String()})
		}
		if u.item == nil && !hasDuty(u.body()) {
			continue
		}
		vertices++
		v := vertex{"i" + strconv.Itoa(vertices), u.heading().String()}
		last := &g.groups[len(g.groups)-1]
		last.units = append(last.units, v)
		g.connect(v.id, u.body())
	}
	return g
}

func hasDuty(b *plan.Body) bool {
	for range b.AllDuties() {
		return true
	}
	return false
}

// connect adds an edge for each body and role, each once, and those of the bodies
// that lead first.
func (g *graph) connect(unit string, b *plan.Body) {
	first := len(g.edges)
	seen := map[edge]bool{}
	for d := range b.AllDuties() {
		for _, x := range d.Departments {
			e := edge{unit, g.body(x), d.Role}
			if !seen[e] {
				seen[e] = true
				g.edges = append(g.edges, e)
			}
		}
	}
	slices.SortStableFunc(g.edges[first:], func(a, b edge) int { return leads(b) - leads(a) })
}

// leads puts the bodies that lead first.
func leads(e edge) int {
	if e.role == plan.RoleLead {
		return 1
	}
	return 0
}

// body returns the index of the body, which is new to the graph where its id is.
func (g *graph) body(x *plan.Department) int {
	k, seen := g.at[x.ID]
	if !seen {
		k = len(g.bodies)
		g.at[x.ID] = k
		g.bodies = append(g.bodies, x.Name)
	}
	return k
}

// bodyID names the body in the languages of graphs.
func bodyID(k int) string { return "d" + strconv.Itoa(k+1) }
