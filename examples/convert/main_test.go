package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/examples/internal/cli/clitest"
)

var program = clitest.Program{Name: "convert", Run: run}

func TestConvert(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a.txt")
	require.NoError(t, os.WriteFile(file, []byte("发展"), 0o600))
	for _, tt := range []struct {
		name, in string
		args     []string
		want     string
	}{
		{"standard input", "软件里的信息", []string{"-scheme", "s2twp"}, "軟體裡的資訊"},
		{"nothing", "", []string{"-scheme", "s2t"}, ""},
		{"line ends stay", "发\r\n展\n", []string{"-scheme", "s2t"}, "發\r\n展\n"},
		{"bytes stay", "\xef\xbb\xbf发\x00\xff", []string{"-scheme", "s2t"}, "\xef\xbb\xbf發\x00\xff"},
		{"OpenCC's borders", "被发明", []string{"-scheme", "s2t"}, "被髮明"},
		{"words' borders", "被发明", []string{"-scheme", "s2t", "-contextual"}, "被發明"},
		{"rare", "殢雨", []string{"-scheme", "t2s"}, "𣨼雨"},
		{"no rare", "殢雨", []string{"-scheme", "t2s", "-no-rare"}, "殢雨"},
		{"file and input", "头发", []string{"-scheme", "s2t", file, "-"}, "發展頭髮"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			out, errs, status := program.CallFrom(iotest.OneByteReader(strings.NewReader(tt.in)), tt.args...)
			require.Zero(t, status)
			require.Equal(t, tt.want, out)
			require.Empty(t, errs, "progress is for terminals")
		})
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	lines := strings.Split(strings.TrimSuffix(program.Output(t, "", "-list"), "\n"), "\n")
	require.Len(t, lines, 16)
	for _, line := range lines {
		require.Greater(t, len(line), 20, "%q says what it is for", line)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	program.Refuses(t,
		clitest.Wrong{Name: "missing file", Args: []string{"-scheme", "s2t", "missing.txt"}, Status: 1, Says: "convert: missing.txt: no such file or directory\n"},
		clitest.Wrong{Name: "broken input", In: iotest.ErrReader(errors.New("broken")), Args: []string{"-scheme", "s2t"}, Status: 1, Says: "convert: broken\n"},
		clitest.Wrong{Name: "no scheme", Status: 2, Says: "convert: no -scheme is given; -list prints them\n"},
		clitest.Wrong{Name: "unknown scheme", Args: []string{"-scheme", "s2x"}, Status: 2, Says: "convert: no scheme \"s2x\"; -list prints them\n"},
		clitest.Wrong{Name: "unknown flag", Args: []string{"-x"}, Status: 2, Says: "usage: convert"},
	)
}

var page = strings.Repeat("头发里的信息和发展", 40)

// long gives text without a line break, n bytes in all.
type long int

func (l *long) Read(p []byte) (int, error) {
	if *l <= 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), int(*l))], page)
	*l -= long(n)
	return n, nil
}

// TestStreams holds that long input takes little memory.
func TestStreams(t *testing.T) {
	in := long(8 << 20)
	require.NoError(t, run([]string{"-scheme", "s2twp"}, strings.NewReader("发"), io.Discard, io.Discard))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.NoError(t, run([]string{"-scheme", "s2twp"}, &in, io.Discard, io.Discard))
	runtime.ReadMemStats(&after)
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<20))
}

func TestProgress(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	p := newProgress(strings.NewReader(strings.Repeat("a", 3<<20)), io.Discard, &errs)
	_, err := io.Copy(io.Discard, p)
	require.NoError(t, err)
	p.end()
	require.Empty(t, errs.String(), "no terminal")

	p.errs, p.size = &errs, 6<<20
	p.show()
	p.size = 0
	p.show()
	p.end()
	require.Equal(t, "\r3 of 6 MB\r3 MB\r\x1b[K", errs.String())
}
