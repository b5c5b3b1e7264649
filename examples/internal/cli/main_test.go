package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMain makes the test binary an example program where asked to.
func TestMain(m *testing.M) {
	if os.Getenv("FANGAN_CLI_PROGRAM") == "" {
		os.Exit(m.Run())
	}
	Main("echo", func(args []string, in io.Reader, out, _ io.Writer) error {
		if len(args) == 0 {
			return Usagef("no argument")
		}
		if args[0] == "fail" {
			return errors.New("failed")
		}
		data, err := io.ReadAll(in)
		fmt.Fprintf(out, "%s %s", strings.Join(args, " "), data)
		return err
	})
}

// TestProcess holds what a program's process does: its output, its status and what
// it says of an error.
func TestProcess(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		args   []string
		out    string
		status int
		errs   string
	}{
		{"fine", []string{"a", "b"}, "a b in", 0, ""},
		{"bad input", []string{"fail"}, "", 1, "echo: failed\n"},
		{"bad usage", nil, "", 2, "echo: no argument\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var out, errs strings.Builder
			program := exec.Command(os.Args[0], test.args...)
			program.Env = append(os.Environ(), "FANGAN_CLI_PROGRAM=1")
			program.Stdin, program.Stdout, program.Stderr = strings.NewReader("in"), &out, &errs
			err := program.Run()
			require.Equal(t, test.status, program.ProcessState.ExitCode(), err)
			require.Equal(t, test.out, out.String())
			require.Equal(t, test.errs, errs.String())
		})
	}
}

func TestColours(t *testing.T) {
	t.Parallel()
	on := Pen{on: true}
	require.Equal(t, "\x1b[1m字\x1b[0m", on.Bold("字"))
	require.Equal(t, "\x1b[2m字\x1b[0m", on.Dim("字"))
	require.Equal(t, "\x1b[36m字\x1b[0m", on.Accent("字"))
	require.Equal(t, "", on.Bold(""), "nothing needs no colour")
	var off Pen
	require.Equal(t, "字字字", off.Bold("字")+off.Dim("字")+off.Accent("字"))
}

func TestIsTerminal(t *testing.T) {
	t.Parallel()
	f, err := os.Create(t.TempDir() + "/a")
	require.NoError(t, err)
	require.False(t, IsTerminal(f), "a file is none")
	require.NoError(t, f.Close())
	require.False(t, IsTerminal(f), "nor is a closed one")
	require.False(t, IsTerminal(io.Discard))
}
