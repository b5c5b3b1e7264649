// Package clitest runs the example programs in their tests.
package clitest

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

// Program is an example program.
type Program struct {
	Name string
	Run  cli.Command
}

// Call runs the program with a standard input, and returns what it wrote and its
// exit status.
func (p Program) Call(in string, args ...string) (out, errs string, status int) {
	return p.CallFrom(strings.NewReader(in), args...)
}

// CallFrom is Call for any reader.
func (p Program) CallFrom(in io.Reader, args ...string) (out, errs string, status int) {
	var o, e bytes.Buffer
	status = cli.Status(p.Name, p.Run(args, in, &o, &e), &e)
	return o.String(), e.String(), status
}

// Output returns what the program wrote. It must have ended well.
func (p Program) Output(t testing.TB, in string, args ...string) string {
	t.Helper()
	out, errs, status := p.Call(in, args...)
	if status != 0 {
		t.Fatalf("%s %q ends with %d: %s", p.Name, args, status, errs)
	}
	return out
}

// Wrong is a call that must fail.
type Wrong struct {
	Name   string
	In     io.Reader // nil is empty
	Args   []string
	Status int
	Says   string // part of what is said of it
}

// Refuses holds that the program ends wrong calls with their status, writes no
// output, and says what is wrong: in one line where the call itself is well.
func (p Program) Refuses(t *testing.T, calls ...Wrong) {
	t.Helper()
	for _, c := range calls {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			in := c.In
			if in == nil {
				in = strings.NewReader("")
			}
			out, errs, status := p.CallFrom(in, c.Args...)
			if out != "" || status != c.Status || !strings.Contains(errs, c.Says) || status == 1 && strings.Count(errs, "\n") != 1 {
				t.Errorf("status %d, output %q, said %q; want status %d, nothing, %q", status, out, errs, c.Status, c.Says)
			}
		})
	}
}
