package segment

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// sample returns the text that benchmarks run on.
func sample(b *testing.B) string {
	b.Helper()
	text, err := os.ReadFile("testdata/gold.tsv")
	require.NoError(b, err)
	return string(text)
}

func BenchmarkWords(b *testing.B) {
	text := sample(b)
	for _, o := range []struct {
		name    string
		options *Options
	}{{"rules", nil}, {"plain", &Options{Plain: true}}} {
		b.Run(o.name, func(b *testing.B) {
			s := newSegmenter(b, o.options)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for range s.Words(text) {
				}
			}
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	text := sample(b)
	s := newSegmenter(b, nil)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range s.Search(text) {
		}
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newSegmenter(b, nil)
	}
}
