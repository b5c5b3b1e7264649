package plan_test

import (
	"strings"
	"testing"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
)

// BenchmarkParse parses the seed once, ten and a hundred times over, in one
// text. MB/s should not fall: parsing is linear.
func BenchmarkParse(b *testing.B) {
	text := seeds.Bridgehead().Text
	for name, n := range map[string]int{"1x": 1, "10x": 10, "100x": 100} {
		b.Run(name, func(b *testing.B) {
			in := strings.Repeat(text+"\n", n)
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := plan.Parse(in, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRunes is the floor: a plain pass over the runes of the same text.
func BenchmarkRunes(b *testing.B) {
	text := strings.Repeat(seeds.Bridgehead().Text, 10)
	b.SetBytes(int64(len(text)))
	sum := rune(0)
	for b.Loop() {
		for _, r := range text {
			sum += r
		}
	}
	if sum == 0 {
		b.Fatal("no runes")
	}
}
