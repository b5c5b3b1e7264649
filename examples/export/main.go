// Export writes plans in the formats of other programs. Without FILE it takes
// the embedded plan; FILE "-" is standard input.
//
//	export -format FORMAT [-bom] [FILE…]
//
// The formats are csv (-bom puts a byte order mark in front, for Excel),
// markdown, dot, mermaid, ics (the deadlines as a calendar), akn (Akoma Ntoso)
// and schema: the JSON Schema of what outline -json prints, which is the same
// for any plan. A flowchart of Mermaid and a document of Akoma Ntoso hold one
// plan, and so these take one FILE.
package main

import (
	"io"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/export"
)

func main() { cli.Main("export", run) }

// format is a format by its name on the command line. Its write gets all plans,
// of which there is one at least.
type format struct {
	name   string
	single bool // it holds one plan
	write  func(w io.Writer, plans []*plan.Plan, bom bool) error
}

var formats = []format{
	{"csv", false, writeCSV},
	{"markdown", false, each(export.Markdown, "\n")},
	{"schema", false, func(w io.Writer, _ []*plan.Plan, _ bool) error { return export.Schema(w) }},
	{"dot", false, each(export.DOT, "")},
	{"mermaid", true, each(export.Mermaid, "")},
	{"ics", false, each(export.ICalendar, "")},
	{"akn", true, each(func(w io.Writer, p *plan.Plan) error { return export.AkomaNtoso(w, p, nil) }, "")},
}

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("export", "-format FORMAT [-bom] [FILE…]", errs)
	name := flags.String("format", "csv", "csv, markdown, schema, dot, mermaid, ics or akn")
	bom := flags.Bool("bom", false, "begin CSV with a byte order mark")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	i := slices.IndexFunc(formats, func(f format) bool { return f.name == *name })
	switch {
	case i < 0:
		return cli.Usagef("no format %q: want %s", *name, names())
	case *bom && *name != "csv":
		return cli.Usagef("-bom is for csv")
	case formats[i].single && flags.NArg() > 1:
		return cli.Usagef("format %s takes one FILE", *name)
	}
	plans, err := readPlans(flags.Args(), in)
	if err != nil {
		return err
	}
	return formats[i].write(out, plans, *bom)
}

func names() string {
	var list []string
	for _, f := range formats {
		list = append(list, f.name)
	}
	return strings.Join(list, ", ")
}

// readPlans reads the named files, or takes the embedded plan.
func readPlans(files []string, in io.Reader) ([]*plan.Plan, error) {
	if len(files) == 0 {
		return []*plan.Plan{plan.Bridgehead()}, nil
	}
	var plans []*plan.Plan
	err := cli.EachFile(files, in, func(f cli.File) error {
		p, err := plan.Read(f, nil)
		plans = append(plans, p)
		return err
	})
	return plans, err
}

// writeCSV writes one table: its head stands before the first plan alone.
func writeCSV(w io.Writer, plans []*plan.Plan, bom bool) error {
	for i, p := range plans {
		if err := export.CSV(w, p, &export.CSVOptions{BOM: bom && i == 0, NoHeader: i > 0}); err != nil {
			return err
		}
	}
	return nil
}

// each returns a function that writes the plans one after the other.
func each(write func(io.Writer, *plan.Plan) error, between string) func(io.Writer, []*plan.Plan, bool) error {
	return func(w io.Writer, plans []*plan.Plan, _ bool) error {
		for i, p := range plans {
			if i > 0 {
				if _, err := io.WriteString(w, between); err != nil {
					return err
				}
			}
			if err := write(w, p); err != nil {
				return err
			}
		}
		return nil
	}
}
