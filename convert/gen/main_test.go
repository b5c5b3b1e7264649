package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tarball packs files as npm does.
func tarball(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	zw := gzip.NewWriter(&b)
	w := tar.NewWriter(zw)
	for name, text := range files {
		require.NoError(t, w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: int64(len(text))}))
		_, err := w.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	require.NoError(t, zw.Close())
	return b.Bytes()
}

func TestUnpack(t *testing.T) {
	t.Parallel()
	files, err := unpack(tarball(t, map[string]string{"package/data/config/s2t.json": "{}", "package/package.json": "x"}))
	require.NoError(t, err)
	data, err := fs.ReadFile(files, "config/s2t.json")
	require.NoError(t, err)
	require.Equal(t, "{}", string(data))
	_, err = fs.ReadFile(files, "package.json")
	require.ErrorIs(t, err, fs.ErrNotExist, "only the data is taken")

	_, err = unpack([]byte("no archive"))
	require.Error(t, err)
	whole := tarball(t, map[string]string{"package/data/a": strings.Repeat("x", 1<<16)})
	_, err = unpack(whole[:len(whole)/2])
	require.Error(t, err, "cut off")
}

// TestSource holds that no other package than the known one is compiled.
func TestSource(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "opencc.tgz")
	require.NoError(t, os.WriteFile(file, tarball(t, nil), 0o600))
	require.ErrorContains(t, run(file), "is not opencc "+version)
	require.ErrorIs(t, run(file+"x"), fs.ErrNotExist)
}

// TestWrite holds that the code finds each table in the data.
func TestWrite(t *testing.T) {
	tables, specs, err := compile(sources())
	require.NoError(t, err)
	t.Chdir(t.TempDir())
	require.NoError(t, write(tables, specs))
	data, err := os.ReadFile(dataFile)
	require.NoError(t, err)
	code, err := os.ReadFile(codeFile)
	require.NoError(t, err)
	_, err = parser.ParseFile(token.NewFileSet(), codeFile, code, parser.AllErrors)
	require.NoError(t, err)

	start := 0
	for _, x := range tables {
		end := start + len(x.image)
		require.Equal(t, x.image, string(data[start:end]), x.name)
		require.Contains(t, string(code), fmt.Sprintf("{%d, %d},", start, end))
		start = end
	}
	require.Len(t, data, start)
	require.Equal(t, len(schemes), strings.Count(string(code), "{name: "))
}
