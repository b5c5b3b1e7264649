// Words prints the words of a text, in either script, with their byte spans in
// each line. Without a file it reads standard input, a line at a time.
//
//	words [-json] [-engine NAME] [FILE]
//
// The engine gse runs gse with its whole list instead, which takes it a second
// or more to load.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
	"github.com/qiaotoubao/fangan/segment"
	"github.com/qiaotoubao/fangan/segment/gseengine"
)

func main() { cli.Main("words", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("words", "[-json] [-engine NAME] [FILE]", errs)
	asJSON := flags.Bool("json", false, "print an array for each line, of words with text and span")
	engine := flags.String("engine", "fangan", "what finds the words: fangan or gse")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	if flags.NArg() > 1 {
		return cli.Usagef("one file at most")
	}
	s, err := open(*engine)
	if err != nil {
		return err
	}
	write := writeText
	if *asJSON {
		write = writeJSON
	}
	return cli.EachFile(flags.Args(), in, func(f cli.File) error { return write(out, s, f) })
}

// open returns a Segmenter with the named engine.
func open(engine string) (*segment.Segmenter, error) {
	switch engine {
	case "fangan":
		return segment.New(nil)
	case "gse":
		e, err := gseengine.NewEmbed("zh_s", &gseengine.Options{Fold: true})
		if err != nil {
			return nil, err
		}
		return segment.New(&segment.Options{Engine: e})
	default:
		return nil, cli.Usagef("no engine %q: there are fangan and gse", engine)
	}
}

// eachLine calls do with each line of f, without its end. What follows the last
// line's end is a line if it is not empty.
func eachLine(f io.Reader, do func(line string) error) error {
	lines := bufio.NewReader(f)
	for {
		line, err := lines.ReadString('\n')
		if err != nil && (!errors.Is(err, io.EOF) || line == "") {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
		line, ended := strings.CutSuffix(line, "\n")
		if ended {
			line = strings.TrimSuffix(line, "\r")
		}
		if err := do(line); err != nil {
			return err
		}
	}
}

// writeText prints a word a line behind its span, and an empty line between the
// lines of f.
func writeText(out io.Writer, s *segment.Segmenter, f cli.File) error {
	first := true
	return eachLine(f, func(line string) error {
		if !first {
			fmt.Fprintln(out)
		}
		first = false
		for w := range s.Words(line) {
			if _, err := fmt.Fprintf(out, "%d-%d\t%s\n", w.Span.Start, w.Span.End, w.Text); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeJSON prints one array that holds an array for each line of f.
func writeJSON(out io.Writer, s *segment.Segmenter, f cli.File) error {
	before := "["
	err := eachLine(f, func(line string) error {
		fmt.Fprint(out, before)
		before = ","
		words := []segment.Word{}
		for w := range s.Words(line) {
			words = append(words, w)
		}
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		return enc.Encode(words)
	})
	if err != nil {
		return err
	}
	if before == "[" {
		fmt.Fprint(out, before)
	}
	_, err = fmt.Fprintln(out, "]")
	return err
}
