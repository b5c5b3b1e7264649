// Mentions prints the departments that a text names and the references it makes
// to items, with their byte spans. Without a file it reads standard input.
//
//	mentions [-json] [-annotate] [FILE]
//
// Spans are of the file's bytes, whatever its character set, and damage that can be
// undone hides no name. With -annotate it prints the text instead, as UTF-8, with each
// department as ⟦市商務委|市商务委⟧ and each reference as ⟦第（二）项|item 2⟧.
package main

import (
	"io"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

func main() { cli.Main("mentions", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("mentions", "[-json] [-annotate] [FILE]", errs)
	asJSON := flags.Bool("json", false, "print one object with departments and references")
	annotate := flags.Bool("annotate", false, "print the text with what was found marked in it")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	switch {
	case flags.NArg() > 1:
		return cli.Usagef("one file at most")
	case *asJSON && *annotate:
		return cli.Usagef("-json and -annotate exclude each other")
	}
	write := report.writeText
	switch {
	case *asJSON:
		write = report.writeJSON
	case *annotate:
		write = report.writeAnnotated
	}
	return cli.EachFile(flags.Args(), in, func(f cli.File) error {
		r, err := find(f)
		if err != nil {
			return err
		}
		return write(r, out)
	})
}
