// Search finds items of plans: by words in either script, by names of bodies, by
// references such as 第十二项. Without a file it searches the embedded plan.
//
//	search [-json] QUERY [FILE…]
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
	"github.com/qiaotoubao/fangan/segment"
)

func main() { cli.Main("search", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("search", "[-json] QUERY [FILE…]", errs)
	asJSON := flags.Bool("json", false, "print the hits as JSON")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return cli.Usagef("no query")
	}
	index, err := build(flags.Args()[1:], in)
	if err != nil {
		return err
	}
	found := index.Search(flags.Arg(0), &segment.SearchOptions{Limit: math.MaxInt32, Facets: true})
	if *asJSON {
		return writeJSON(out, found)
	}
	writeHits(out, cli.NewPen(out), found)
	return nil
}

// build makes an index of the named files, or of the embedded plan. A plan's id
// is the name of its file; that of the embedded plan is its title.
func build(names []string, in io.Reader) (*segment.Index, error) {
	index, err := segment.NewIndex(nil)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		p := plan.Bridgehead()
		return index, index.Add(segment.Document{ID: p.Title, Plan: p, Source: seeds.Bridgehead().Text})
	}
	return index, cli.EachFile(names, in, func(f cli.File) error {
		data, err := io.ReadAll(f)
		if err != nil {
			return err
		}
		text := string(data)
		p, err := plan.Read(strings.NewReader(text), nil)
		if err != nil {
			return err
		}
		if strings.HasPrefix(text, "PK") {
			text = "" // a word processor's file: spans are of the text within
		}
		return index.Replace(segment.Document{ID: f.Name, Plan: p, Source: text})
	})
}

// hit is a hit as the command line's JSON has it.
type hit struct {
	Plan       string        `json:"plan"`
	Item       int           `json:"item"`
	Section    int           `json:"section"`
	Title      string        `json:"title"`
	Score      float64       `json:"score"`
	Highlights []offset.Span `json:"highlights"`
}

func writeJSON(out io.Writer, found *segment.Results) error {
	hits := []hit{}
	for _, h := range found.Hits {
		hits = append(hits, hit{h.Plan, h.Item, h.Section, h.Title, h.Score, h.Highlights})
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(map[string][]hit{"hits": hits})
}

const columns = 76 // of a line

// writeHits lists the hits for a person, what was found in colour where out is
// a terminal.
func writeHits(out io.Writer, pen cli.Pen, found *segment.Results) {
	for _, h := range found.Hits {
		writeText(out, pen, label(h.Label), h.Title, h.TitleHighlights)
		fmt.Fprintln(out, pen.Dim("  "+h.Plan+" · "+h.SectionTitle))
		if h.Snippet.Text != "" {
			writeText(out, pen, "  ", h.Snippet.Text, h.Snippet.Highlights)
		}
		fmt.Fprintln(out)
	}
	items := "items"
	if found.Total == 1 {
		items = "item"
	}
	fmt.Fprintf(out, "%d %s", found.Total, items)
	for i, f := range found.Departments[:min(3, len(found.Departments))] {
		fmt.Fprintf(out, "%s%s %d", []string{": ", ", ", ", "}[i], f.Name, f.Count)
	}
	fmt.Fprintln(out)
}

// label sets a blank behind a label that no bracket closes.
func label(written string) string {
	if written == "" || strings.HasSuffix(written, ")") || strings.HasSuffix(written, "）") || strings.HasSuffix(written, "、") {
		return written
	}
	return written + " "
}

// writeText writes text with its highlights behind a lead, in lines of which the
// others begin under the text.
func writeText(out io.Writer, pen cli.Pen, lead, text string, highlights []offset.Span) {
	indent, at := cli.Columns(lead), 0
	for i, line := range cli.Wrap(text, columns-indent) {
		if i > 0 {
			lead = strings.Repeat(" ", indent)
		}
		span := offset.Span{Start: at, End: at + len(line)}
		fmt.Fprintln(out, lead+colour(pen, text, span, highlights))
		at = span.End
	}
}

// colour returns the part of text at span, highlights in colour.
func colour(pen cli.Pen, text string, span offset.Span, highlights []offset.Span) string {
	var b strings.Builder
	at := span.Start
	for _, h := range highlights {
		h.Start, h.End = max(h.Start, at), min(h.End, span.End)
		if h.Start < h.End {
			b.WriteString(text[at:h.Start] + pen.Accent(h.Of(text)))
			at = h.End
		}
	}
	b.WriteString(text[at:span.End])
	return b.String()
}
