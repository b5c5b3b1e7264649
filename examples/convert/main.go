// Convert converts standard input, or files, between Simplified, Traditional,
// Taiwan, Hong Kong and Japanese Chinese, and writes the result to standard
// output with nothing added. It streams: input of any length takes the same
// memory.
//
//	convert -scheme s2twp [-contextual] [-no-rare] [FILE…]
//	convert -list
//
// -list prints the schemes. Input must be UTF-8; a NUL or bytes that are no
// text pass through as they are. On a terminal, long input shows its progress on
// standard error.
package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/text/transform"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

func main() { cli.Main("convert", run) }

func run(args []string, in io.Reader, out, errs io.Writer) error {
	flags := cli.Flags("convert", "-scheme NAME [-contextual] [-no-rare] [FILE…]", errs)
	name := flags.String("scheme", "", "the `NAME` of the scheme, such as s2twp; see -list")
	borders := flags.Bool("contextual", false, "let frequent words decide where phrases end, which OpenCC does not")
	noRare := flags.Bool("no-rare", false, "keep characters whose result most fonts lack")
	list := flags.Bool("list", false, "print the schemes and what each is for")
	if err := cli.Parse(flags, args); err != nil {
		return err
	}
	if *list {
		return printSchemes(out)
	}
	if *name == "" {
		return cli.Usagef("no -scheme is given; -list prints them")
	}
	scheme, err := convert.ParseScheme(*name)
	if err != nil {
		return cli.Usagef("no scheme %q; -list prints them", *name)
	}
	opts := &convert.Options{NoRare: *noRare}
	if *borders {
		opts.Borders = contextual.New()
	}
	c, err := convert.New(scheme, opts)
	if err != nil {
		return err
	}
	t := c.Transformer()
	return cli.EachFile(flags.Args(), in, func(f cli.File) error {
		p := newProgress(f.Reader, out, errs)
		defer p.end()
		_, err := io.Copy(out, transform.NewReader(p, t))
		return err
	})
}

// purposes tells what each scheme is for.
var purposes = map[convert.Scheme]string{
	convert.S2T:   "Simplified to Traditional, OpenCC's own standard",
	convert.T2S:   "Traditional to Simplified",
	convert.S2TW:  "Simplified to Traditional as in Taiwan",
	convert.TW2S:  "Traditional as in Taiwan to Simplified",
	convert.S2TWP: "Simplified to Traditional as in Taiwan, with Taiwan's words",
	convert.TW2SP: "Traditional as in Taiwan to Simplified, with the mainland's words",
	convert.S2HK:  "Simplified to Traditional as in Hong Kong",
	convert.HK2S:  "Traditional as in Hong Kong to Simplified",
	convert.S2HKP: "Simplified to Traditional as in Hong Kong, with Hong Kong's words",
	convert.HK2SP: "Traditional as in Hong Kong to Simplified, with the mainland's words",
	convert.T2TW:  "Traditional to the forms of Taiwan",
	convert.TW2T:  "the forms of Taiwan to Traditional",
	convert.T2HK:  "Traditional to the forms of Hong Kong",
	convert.HK2T:  "the forms of Hong Kong to Traditional",
	convert.T2JP:  "Traditional to new Japanese forms",
	convert.JP2T:  "new Japanese forms to Traditional",
}

func printSchemes(out io.Writer) error {
	for s := range convert.Schemes() {
		if _, err := fmt.Fprintf(out, "%-6v %s\n", s, purposes[s]); err != nil {
			return err
		}
	}
	return nil
}

// progress counts what is read, and shows it from the second second on.
type progress struct {
	io.Reader
	errs  io.Writer // nil shows nothing
	size  int64     // of the whole input, 0 where that is not known
	read  int64
	next  time.Time // when to show it again
	shown bool
}

// newProgress shows progress where errs is a terminal and out, which would mix
// with it, is none.
func newProgress(in io.Reader, out, errs io.Writer) *progress {
	p := &progress{Reader: in, next: time.Now().Add(time.Second)}
	if cli.IsTerminal(errs) && !cli.IsTerminal(out) {
		p.errs = errs
	}
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			p.size = info.Size()
		}
	}
	return p
}

// Read implements io.Reader.
func (p *progress) Read(b []byte) (int, error) {
	n, err := p.Reader.Read(b)
	p.read += int64(n)
	if now := time.Now(); p.errs != nil && now.After(p.next) {
		p.show()
		p.next = now.Add(200 * time.Millisecond)
	}
	return n, err
}

func (p *progress) show() {
	p.shown = true
	if p.size > 0 {
		fmt.Fprintf(p.errs, "\r%d of %d MB", p.read>>20, p.size>>20)
		return
	}
	fmt.Fprintf(p.errs, "\r%d MB", p.read>>20)
}

// end takes the line away.
func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.errs, "\r\x1b[K")
	}
}
