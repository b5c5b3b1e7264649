package cli_test

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

func TestStatus(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		err    error
		status int
		said   string
	}{
		{"fine", nil, 0, ""},
		{"help was asked for", flag.ErrHelp, 0, ""},
		{"bad input", errors.New("no plan"), 1, "outline: no plan\n"},
		{"bad usage", cli.Usagef("no scheme %q", "x"), 2, "outline: no scheme \"x\"\n"},
		{"usage that flag has printed", &cli.UsageError{Err: io.EOF, Said: true}, 2, ""},
	}
	for _, tt := range tests {
		var errs bytes.Buffer
		require.Equal(t, tt.status, cli.Status("outline", tt.err, &errs), tt.name)
		require.Equal(t, tt.said, errs.String(), tt.name)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	set := cli.Flags("words", "[-json] [FILE]", &errs)
	err := cli.Parse(set, []string{"-nonsense"})
	require.Equal(t, 2, cli.Status("words", err, io.Discard))
	require.Contains(t, errs.String(), "usage: words [-json] [FILE]")
	require.ErrorIs(t, cli.Parse(set, []string{"-h"}), flag.ErrHelp)
}

func TestEachFile(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(name, []byte("file"), 0o600))
	read := func(names ...string) string {
		var all strings.Builder
		err := cli.EachFile(names, strings.NewReader("stdin"), func(f cli.File) error {
			data, err := io.ReadAll(f)
			all.WriteString(string(data) + ";")
			return err
		})
		require.NoError(t, err)
		return all.String()
	}
	require.Equal(t, "stdin;", read())
	require.Equal(t, "file;stdin;", read(name, "-"))

	missing := filepath.Join(t.TempDir(), "none")
	err := cli.EachFile([]string{missing}, nil, nil)
	require.EqualError(t, err, missing+": no such file or directory")
	err = cli.EachFile([]string{name}, nil, func(cli.File) error { return io.ErrUnexpectedEOF })
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.ErrorContains(t, err, name)
}

func TestColumns(t *testing.T) {
	t.Parallel()
	require.Equal(t, 6, cli.Columns("市a委b"))
	require.Equal(t, 8, cli.Columns("“一带”"))
	require.Equal(t, 2, cli.Columns("a\u200bb"))
	require.Equal(t, "市委  ", cli.PadRight("市委", 6))
	require.Equal(t, "  12", cli.PadLeft("12", 4))
	require.Equal(t, "市委", cli.PadLeft("市委", 2))
}

func TestWrap(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"市商务", "委员会"}, cli.Wrap("市商务委员会", 6))
	require.Equal(t, []string{"市商务、", "市科委"}, cli.Wrap("市商务、市科委", 6), "no mark opens a line")
	require.Empty(t, cli.Wrap("", 6))
}

func TestPen(t *testing.T) {
	t.Parallel()
	pen := cli.NewPen(&bytes.Buffer{})
	require.Equal(t, "字", pen.Bold("字"), "no colour where the output is no terminal")
}
