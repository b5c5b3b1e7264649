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

	"github.com/qiaotoubao/fangan/examples/internal/cli"
)

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
			var out, errs bytes.Buffer
			require.NoError(t, run(tt.args, iotest.OneByteReader(strings.NewReader(tt.in)), &out, &errs))
			require.Equal(t, tt.want, out.String())
			require.Empty(t, errs.String(), "progress is for terminals")
		})
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, run([]string{"-list"}, strings.NewReader(""), &out, io.Discard))
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	require.Len(t, lines, 16)
	for _, line := range lines {
		require.Greater(t, len(line), 20, "%q says what it is for", line)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		in     io.Reader
		args   []string
		status int
		says   string
	}{
		{"missing file", strings.NewReader(""), []string{"-scheme", "s2t", "missing.txt"}, 1, "convert: missing.txt: no such file or directory\n"},
		{"broken input", iotest.ErrReader(errors.New("broken")), []string{"-scheme", "s2t"}, 1, "convert: broken\n"},
		{"no scheme", strings.NewReader(""), nil, 2, "convert: no -scheme is given; -list prints them\n"},
		{"unknown scheme", strings.NewReader(""), []string{"-scheme", "s2x"}, 2, "convert: no scheme \"s2x\"; -list prints them\n"},
		{"unknown flag", strings.NewReader(""), []string{"-x"}, 2, "usage: convert"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var out, errs bytes.Buffer
			err := run(tt.args, tt.in, &out, &errs)
			require.Equal(t, tt.status, cli.Status("convert", err, &errs))
			require.Contains(t, errs.String(), tt.says)
			require.Empty(t, out.String())
			if tt.status == 1 {
				require.Equal(t, tt.says, errs.String(), "one line")
			}
		})
	}
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
