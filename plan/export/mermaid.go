package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
)

// Mermaid writes the graph that [DOT] writes as a flowchart of Mermaid, with
// thick edges to who leads and dotted ones to who supports. Mermaid draws at
// most 500 edges and 50,000 characters unless the page that shows it sets
// maxEdges and maxTextSize higher.
func Mermaid(w io.Writer, p *plan.Plan) error {
	g := newGraph(p)
	out := newPrinter(w)
	out.put("flowchart LR\n")
	for i, s := range g.groups {
		if len(s.units) == 0 {
			continue
		}
		out.put("  subgraph s", strconv.Itoa(i+1), "[", mermaidText(s.title), "]\n")
		for _, v := range s.units {
			out.put("    ", v.id, "[", mermaidText(v.text), "]\n")
		}
		out.put("  end\n")
	}
	for k, name := range g.bodies {
		out.put("  ", bodyID(k), "([", mermaidText(name), "])\n")
	}
	for _, e := range g.edges {
		out.put("  ", e.unit, mermaidArrow(e.role), bodyID(e.body), "\n")
	}
	return out.close()
}

func mermaidArrow(r plan.Role) string {
	switch r {
	case plan.RoleLead:
		return " ==> "
	case plan.RoleSupport:
		return " -.-> "
	default:
		return " --> "
	}
}

// mermaidText returns s in quotation marks. Mermaid takes labels for Markdown
// and reads characters by number (#35;), which are never markup. A label must
// not be empty.
func mermaidText(s string) string {
	s = line(s)
	if s == "" {
		s = " "
	}
	mark := listMark(s)
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(s) {
		if i == mark || strings.IndexByte(mermaidMarks, s[i]) >= 0 {
			b.WriteString("#" + strconv.Itoa(int(s[i])) + ";")
			continue
		}
		b.WriteByte(s[i])
	}
	b.WriteByte('"')
	return b.String()
}

const mermaidMarks = "\"#&<>`*_~\\$[]{}%;|"
