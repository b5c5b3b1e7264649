// Outline prints plans as outlines: title, sections, items and the departments
// that are responsible. Without a file it prints the embedded plan.
//
//	outline [-json] [FILE…]
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/plan"
)

func main() { cli.Main("outline", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("outline", "[-json] [FILE…]", errs)
	asJSON := flags.Bool("json", false, "print the plan as JSON")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	plans, err := readPlans(flags.Args(), in)
	if err != nil {
		return err
	}
	if *asJSON {
		return writeJSON(out, plans)
	}
	pen := cli.NewPen(out)
	for i, p := range plans {
		if i > 0 {
			fmt.Fprintln(out)
		}
		writeOutline(out, pen, p)
	}
	return nil
}

// readPlans reads the named files, or takes the embedded plan.
func readPlans(names []string, in io.Reader) ([]*plan.Plan, error) {
	if len(names) == 0 {
		return []*plan.Plan{plan.Bridgehead()}, nil
	}
	var plans []*plan.Plan
	err := cli.EachFile(names, in, func(f cli.File) error {
		p, err := plan.Read(f, nil)
		plans = append(plans, p)
		return err
	})
	return plans, err
}

// writeJSON prints one plan, or several as an array.
func writeJSON(out io.Writer, plans []*plan.Plan) error {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if len(plans) == 1 {
		return enc.Encode(plans[0])
	}
	return enc.Encode(plans)
}

// writeOutline prints the plan for a person: headings bold, departments in
// colour where out is a terminal.
func writeOutline(out io.Writer, pen cli.Pen, p *plan.Plan) {
	if p.Title != "" {
		fmt.Fprintln(out, pen.Bold(p.Title))
	}
	if facts := joinFacts(p.Issuer, p.DocumentNumber, p.Date.String()); facts != "" {
		fmt.Fprintln(out, pen.Dim(facts))
	}
	for _, s := range p.Sections {
		fmt.Fprintln(out)
		writeSection(out, pen, s, 0)
	}
	for _, d := range p.Diagnostics {
		if d.Severity >= plan.Warning {
			fmt.Fprintln(out, pen.Dim(d.String()))
		}
	}
}

func joinFacts(facts ...string) string {
	var known []string
	for _, f := range facts {
		if f != "" {
			known = append(known, f)
		}
	}
	return strings.Join(known, " · ")
}

func writeSection(out io.Writer, pen cli.Pen, s *plan.Section, depth int) {
	if s.Title != "" {
		fmt.Fprintln(out, indent(depth)+pen.Bold(s.Heading.String()))
		depth++
	}
	writeBody(out, pen, &s.Body, depth)
	for n := range s.Parts() {
		switch n := n.(type) {
		case *plan.Item:
			fmt.Fprintln(out, indent(depth)+n.Heading.String())
			writeBody(out, pen, &n.Body, depth+1)
		case *plan.Section:
			writeSection(out, pen, n, depth)
		}
	}
}

func writeBody(out io.Writer, pen cli.Pen, b *plan.Body, depth int) {
	for _, x := range b.Points {
		fmt.Fprintln(out, indent(depth)+x.Heading.String())
		writeBody(out, pen, &x.Body, depth+1)
	}
	for _, d := range b.Duties {
		fmt.Fprintln(out, indent(depth)+pen.Accent(d.String()))
	}
}

func indent(depth int) string { return strings.Repeat("  ", depth) }
