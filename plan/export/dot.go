package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
)

// DOT writes the graph of items and departments in the language of Graphviz: a
// cluster for each section, in it a box for each item, and an edge from the
// item to each department that its notes name, bold where it leads and dashed
// where it supports. Sections with notes of their own are boxes, too. Graphs of
// several plans may follow one another in one file.
func DOT(w io.Writer, p *plan.Plan) error {
	g := newGraph(p)
	out := newPrinter(w)
	out.put("digraph {\n  label=", dotText(p.Title), ";\n  rankdir=LR;\n  node [shape=box];\n")
	for i, s := range g.groups {
		if len(s.units) == 0 {
			continue
		}
		out.put("  subgraph cluster_", strconv.Itoa(i+1), " {\n    label=", dotText(s.title), ";\n")
		for _, v := range s.units {
			out.put("    ", v.id, " [label=", dotText(v.text), "];\n")
		}
		out.put("  }\n")
	}
	for k, name := range g.bodies {
		out.put("  ", bodyID(k), " [label=", dotText(name), ", shape=ellipse];\n")
	}
	for _, e := range g.edges {
		out.put("  ", e.unit, " -> ", bodyID(e.body), dotStyle(e.role), ";\n")
	}
	out.put("}\n")
	return out.close()
}

func dotStyle(r plan.Role) string {
	switch r {
	case plan.RoleLead:
		return " [style=bold]"
	case plan.RoleSupport:
		return " [style=dashed]"
	default:
		return ""
	}
}

// dotText returns s as a quoted string that Graphviz shows as it is: it reads
// escapes with a backslash and entities of HTML in labels.
func dotText(s string) string { return `"` + dotEscapes.Replace(line(s)) + `"` }

var dotEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, `&`, `&amp;`)
