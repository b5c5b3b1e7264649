package segment

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type gold struct {
	text string
	ends map[[2]int]bool
	raw  string
}

func readGold(t *testing.T, file string) []gold {
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	var all []gold
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		a, b, ok := strings.Cut(sc.Text(), "\t")
		if !ok {
			continue
		}
		g := gold{text: a, ends: map[[2]int]bool{}, raw: b}
		at := 0
		for w := range strings.FieldsSeq(b) {
			i := strings.Index(a[at:], w)
			require.GreaterOrEqual(t, i, 0, a)
			g.ends[[2]int{at + i, at + i + len(w)}] = true
			at += i + len(w)
		}
		all = append(all, g)
	}
	return all
}

func TestGold(t *testing.T) {
	s, err := New(nil)
	require.NoError(t, err)
	files := []string{"testdata/gold.tsv"}
	if d := os.Getenv("FANGAN_CONFORM"); d != "" {
		files = append(files, filepath.Join(d, "segment-gold.tsv"))
	}
	for _, file := range files {
		tp, n, m := 0, 0, 0
		for _, g := range readGold(t, file) {
			var ws []string
			bad := false
			for w := range s.Words(g.text) {
				if strings.TrimSpace(w.Text) == "" {
					continue
				}
				n++
				x := w.Text
				if g.ends[[2]int{w.Span.Start, w.Span.End}] {
					tp++
				} else {
					bad = true
					x = "[" + x + "]"
				}
				ws = append(ws, x)
			}
			m += len(g.ends)
			if bad {
				t.Log(strings.Join(ws, " "), "\n      ", g.raw)
			}
		}
		p, r := float64(tp)/float64(n), float64(tp)/float64(m)
		t.Logf("%s: P %.4f R %.4f F1 %.4f", file, p, r, 2*p*r/(p+r))
	}
}
