// Command detect tells the charset and the script of texts: Simplified,
// Traditional, both or neither, with the counts of characters that only one
// script has.
//
// Usage:
//
//	detect [-json] [-leftovers] [FILE…]
//
// Without FILE it reads standard input, which FILE "-" names too. With
// -leftovers it lists, under each Traditional text, the characters that a careful
// one would not have: the line, the column in characters, what stands there, and
// what belongs there. It exits with 1 where a file cannot be read or is no text.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/contextual"
	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

func main() { cli.Main("detect", run) }

// row is what is said of one file.
type row struct {
	File    string          `json:"file"`
	Charset charset.Charset `json:"charset"`
	convert.Detection

	text string
}

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("detect", "[-json] [-leftovers] [FILE…]", errs)
	asJSON := flags.Bool("json", false, "write JSON")
	leftovers := flags.Bool("leftovers", false, "list Simplified characters in Traditional text")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	if *asJSON && *leftovers {
		return cli.Usagef("-json and -leftovers exclude each other")
	}
	var rows []row
	err := cli.EachFile(flags.Args(), in, func(f cli.File) error {
		decoded, err := charset.Read(f, nil)
		if err != nil {
			return err
		}
		rows = append(rows, row{f.Name, decoded.Charset, convert.Detect(decoded.Text), decoded.Text})
		return nil
	})
	switch {
	case err != nil:
		return err
	case *asJSON:
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		return encoder.Encode(rows)
	default:
		return printRows(out, rows, *leftovers)
	}
}

// printRows writes a line for each file, in columns.
func printRows(out io.Writer, rows []row, leftovers bool) error {
	names := 0
	for _, r := range rows {
		names = max(names, cli.Columns(r.File))
	}
	for _, r := range rows {
		_, err := fmt.Fprintf(out, "%s  %-11v  %-5v  Hans %d  Hant %d\n",
			cli.PadRight(r.File, names), r.Charset, r.Script, r.Hans, r.Hant)
		if err != nil {
			return err
		}
		if leftovers && r.Script == convert.ScriptHant {
			printLeftovers(out, r.text)
		}
	}
	return nil
}

// printLeftovers writes a line for each leftover of a text, with the clause
// around it.
func printLeftovers(out io.Writer, text string) {
	line, start := 1, 0 // the line that the last one was found in, and its start
	for l := range convert.Leftovers(text, contextual.New()) {
		between := text[start:l.Span.Start]
		if i := strings.LastIndexByte(between, '\n'); i >= 0 {
			line += strings.Count(between, "\n")
			start += i + 1
		}
		column := utf8.RuneCountInString(text[start:l.Span.Start]) + 1
		fmt.Fprintf(out, "  %d:%d\t%s → %s\t%s\n", line, column, l.Text, l.Want, around(text, l))
	}
}

// around returns the characters next to a leftover, up to three on either side
// in its line.
func around(text string, l convert.Leftover) string {
	start, end := l.Span.Start, l.Span.End
	for range 3 {
		if r, size := utf8.DecodeLastRuneInString(text[:start]); size > 0 && r >= ' ' {
			start -= size
		}
		if r, size := utf8.DecodeRuneInString(text[end:]); size > 0 && r >= ' ' {
			end += size
		}
	}
	return text[start:end]
}
