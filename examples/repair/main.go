// Command repair undoes transcoding damage in a text, where it can prove what
// the text was.
//
// Usage:
//
//	repair [-json] [FILE]
//
// It reads FILE, or standard input without one or as "-", in any charset, and
// writes the repaired text as UTF-8 to standard output and a summary to standard
// error. With -json it writes instead the edits, one for each damaged place:
// where it is in the file and in the repaired text, in bytes, what stood there,
// what it became, why, and how sure that is (0 to 1); and, as "unsure", the
// damage that was left alone. It exits with 1 where a file cannot be read or is
// no text.
package main

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

func main() { cli.Main("repair", run) }

// report is what -json writes.
type report struct {
	Edits  []edit `json:"edits"`
	Unsure []edit `json:"unsure,omitempty"`
}

type edit struct {
	Before     offset.Span `json:"before"`
	After      offset.Span `json:"after"`
	From       string      `json:"from"`
	To         string      `json:"to"`
	Kind       repair.Kind `json:"kind"`
	Confidence float64     `json:"confidence"`
	Evidence   string      `json:"evidence"`
}

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("repair", "[-json] [FILE]", errs)
	asJSON := flags.Bool("json", false, "write the edits as JSON")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	if flags.NArg() > 1 {
		return cli.Usagef("more than one file")
	}
	return cli.EachFile(flags.Args(), in, func(f cli.File) error {
		decoded, err := charset.Read(f, nil)
		if err != nil {
			return err
		}
		fixed := repair.FixDecoded(decoded, nil)
		if !*asJSON {
			return printText(out, errs, &fixed)
		}
		encoder := json.NewEncoder(out)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(report{rows(fixed.Edits, decoded.Map, []edit{}), rows(fixed.Unsure, decoded.Map, nil)})
	})
}

// rows appends the edits to list, their places carried back to the file's bytes.
func rows(edits []repair.Edit, file *offset.Map, list []edit) []edit {
	for _, e := range edits {
		list = append(list, edit{file.ToBefore(e.Before), e.After, e.From, e.To, e.Kind, e.Confidence, e.Evidence})
	}
	return list
}

// printText writes the text, and to errs a line for each place.
func printText(out, errs io.Writer, fixed *repair.Result) error {
	if _, err := io.WriteString(out, fixed.Text); err != nil {
		return err
	}
	for _, e := range fixed.Edits {
		fmt.Fprintf(errs, "%v\t%q → %q\t%v, %.2f: %s\n", e.Before, e.From, e.To, e.Kind, e.Confidence, e.Evidence)
	}
	for _, e := range fixed.Unsure {
		fmt.Fprintf(errs, "%v\t%q left alone\t%v: %s\n", e.Before, e.From, e.Kind, e.Evidence)
	}
	_, err := fmt.Fprintf(errs, "%d repaired, %d left alone\n", len(fixed.Edits), len(fixed.Unsure))
	return err
}
