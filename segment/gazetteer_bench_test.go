package segment

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	seed "github.com/qiaotoubao/fangan/seeds"
)

// BenchmarkMentions reads the embedded plan, or the .txt files of the folder that
// FANGAN_CORPUS names.
func BenchmarkMentions(b *testing.B) {
	text := seed.Bridgehead().Text
	if dir := os.Getenv("FANGAN_CORPUS"); dir != "" {
		files, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
		var all strings.Builder
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			all.Write(data)
		}
		text = all.String()
	}
	g := newGazetteer(b, nil, nil)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for range g.Mentions(text) {
		}
	}
}
