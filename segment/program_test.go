package segment

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/qiaotoubao/fangan/internal/testcase"

	"github.com/stretchr/testify/require"
)

// TestProgram builds a program with html/template. It must be small, hold none
// of gse, and need no file when it runs.
func TestProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "program.exe")
	build := exec.Command("go", "build", "-o", file, "./testdata/program")
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))

	program, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Less(t, len(program), 10<<20)
	require.False(t, bytes.Contains(program, []byte("go-ego/gse")), "nothing of gse is linked")
	image, err := os.ReadFile("../internal/lexicon/words.bin")
	require.NoError(t, err)
	require.True(t, bytes.Contains(program, image[:1<<12]), "the image is")

	run := exec.Command(file)
	run.Dir, run.Env = dir, []string{"HOME=" + dir, "GOMODCACHE=" + dir}
	run.Stdin = strings.NewReader("市商务委推进")
	var errs bytes.Buffer
	run.Stderr = &errs
	out, err := run.Output()
	require.NoError(t, err)
	require.Equal(t, "<b>市商务委</b><b>推进</b>\n", string(out))
	require.Empty(t, errs.String())
}

// heapInUse returns the bytes that are in use.
func heapInUse() int64 {
	runtime.GC()
	runtime.GC() // what pools held is free after the second
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestMemory holds that Segmenters share the list and that text leaves nothing
// behind. Other tests must not run beside it.
func TestMemory(t *testing.T) {
	newSegmenter(t, nil)
	before := heapInUse()
	all := make([]*Segmenter, 1000)
	for i := range all {
		all[i] = newSegmenter(t, nil)
	}
	require.Less(t, heapInUse()-before, int64(len(all)*512), "another Segmenter is next to nothing")

	before = heapInUse()
	text := strings.Repeat("市商务委会同上海海关推进跨境电子商务。", 10_000)
	for range all[0].Words(text) {
	}
	for range all[0].Words(strings.Repeat("a", 1<<20)) {
	}
	require.Less(t, heapInUse()-before, int64(512<<10+2*len(text)), "scratch is small")
	runtime.KeepAlive(all)
}

func TestAllocations(t *testing.T) {
	if testcase.Race {
		t.Skip("pools drop values at random under the race detector")
	}
	s := newSegmenter(t, nil)
	text := strings.Repeat("2018年市商務委會同上海海關推進跨境電子商務。", 100)
	words := func() {
		for range s.Words(text) {
		}
	}
	words()
	require.LessOrEqual(t, testing.AllocsPerRun(20, words), 8.0, "whatever the length of the text")
}
