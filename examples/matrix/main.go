// Matrix prints how often each department is responsible in each section of a
// plan, with totals. Without a file it reads the embedded plan.
//
//	matrix [-csv|-json] [FILE]
package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/plan"
)

func main() { cli.Main("matrix", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("matrix", "[-csv|-json] [FILE]", errs)
	asCSV := flags.Bool("csv", false, "print comma-separated values")
	asJSON := flags.Bool("json", false, "print JSON")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	if flags.NArg() > 1 || *asCSV && *asJSON {
		return cli.Usagef("one file and one format at most")
	}
	p := plan.Bridgehead()
	if flags.NArg() == 1 {
		err := cli.EachFile(flags.Args(), in, func(f cli.File) (err error) {
			p, err = plan.Read(f, nil)
			return err
		})
		if err != nil {
			return err
		}
	}
	m := count(p)
	switch {
	case *asCSV:
		return m.writeCSV(out)
	case *asJSON:
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		return enc.Encode(m)
	}
	m.write(out, cli.NewPen(out))
	return nil
}

// matrix counts how often notes name each department, by section.
type matrix struct {
	Sections []string `json:"sections"`
	Rows     []row    `json:"rows"`
	Total    int      `json:"total"`
}

type row struct {
	Department string `json:"department"`
	ID         string `json:"id"`
	Counts     []int  `json:"counts"`
	Total      int    `json:"total"`
}

// count counts each mention in a note once, rows in the order of first mention.
func count(p *plan.Plan) matrix {
	m := matrix{Sections: []string{}, Rows: []row{}}
	at := map[string]int{}
	for i, s := range p.Sections {
		m.Sections = append(m.Sections, s.Heading.String())
		for n := range plan.Preorder(s) {
			if d, ok := n.(*plan.Department); ok {
				m.add(at, d, i, len(p.Sections))
			}
		}
	}
	return m
}

func (m *matrix) add(at map[string]int, d *plan.Department, section, sections int) {
	k, seen := at[d.ID]
	if !seen {
		k = len(m.Rows)
		at[d.ID] = k
		m.Rows = append(m.Rows, row{Department: d.Name, ID: d.ID, Counts: make([]int, sections)})
	}
	m.Rows[k].Counts[section]++
	m.Rows[k].Total++
	m.Total++
}

// write prints the matrix as a table with aligned columns; the columns are the
// sections by number.
func (m *matrix) write(out io.Writer, pen cli.Pen) {
	width := cli.Columns("合计")
	for _, r := range m.Rows {
		width = max(width, cli.Columns(r.Department))
	}
	for i, s := range m.Sections {
		fmt.Fprintf(out, "%2d  %s\n", i+1, pen.Dim(s))
	}
	fmt.Fprint(out, "\n", cli.PadRight("", width))
	sums := make([]int, len(m.Sections))
	for i := range m.Sections {
		fmt.Fprint(out, pen.Bold(cli.PadLeft(strconv.Itoa(i+1), 4)))
	}
	fmt.Fprintln(out, pen.Bold(cli.PadLeft("合计", 6)))
	for _, r := range m.Rows {
		fmt.Fprint(out, cli.PadRight(r.Department, width))
		for i, n := range r.Counts {
			sums[i] += n
			fmt.Fprint(out, cli.PadLeft(number(n), 4))
		}
		fmt.Fprintln(out, pen.Accent(cli.PadLeft(strconv.Itoa(r.Total), 6)))
	}
	fmt.Fprint(out, cli.PadRight("合计", width))
	for _, n := range sums {
		fmt.Fprint(out, cli.PadLeft(strconv.Itoa(n), 4))
	}
	fmt.Fprintln(out, pen.Bold(cli.PadLeft(strconv.Itoa(m.Total), 6)))
}

func number(n int) string {
	if n == 0 {
		return "-"
	}
	return strconv.Itoa(n)
}

// writeCSV prints a header, a row a department, and no totals but the last
// column.
func (m *matrix) writeCSV(out io.Writer) error {
	w := csv.NewWriter(out)
	if err := w.Write(append(append([]string{"department", "id"}, m.Sections...), "total")); err != nil {
		return err
	}
	for _, r := range m.Rows {
		record := []string{r.Department, r.ID}
		for _, n := range r.Counts {
			record = append(record, strconv.Itoa(n))
		}
		if err := w.Write(append(record, strconv.Itoa(r.Total))); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
