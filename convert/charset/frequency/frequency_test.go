package frequency_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset/frequency"
)

func TestRune(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name         string
		common, rare rune
	}{
		{"a particle before a noun", '的', '桥'},
		{"simplified form in use before a rare one", '发', '瓞'},
		{"traditional form in use before a rare one", '發', '瓞'},
		{"a rare one before none", '飓', 'A'},
		{"first of the block", '一', 0x9FFF},
		{"below the block", '一', 0x4DFF},
		{"above the block", '一', 0xA000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Greater(t, frequency.Rune(tt.common), frequency.Rune(tt.rare))
			require.Less(t, frequency.Rune(tt.common), float32(0))
			require.GreaterOrEqual(t, frequency.Rune(tt.rare), float32(-17))
		})
	}
}

func TestPair(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		a, b rune
		want bool
	}{
		{"a word", '上', '海', true},
		{"inside a long word", '试', '验', true},
		{"no neighbours", '瓞', '飓', false},
		{"traditional pairs are not in it", '發', '展', false},
		{"outside the block", 'A', '海', false},
		{"behind it", '海', 'A', false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p, ok := frequency.Pair(tt.a, tt.b)
			require.Equal(t, tt.want, ok)
			if ok {
				require.Greater(t, p, frequency.Rune(tt.b), "a known pair says more than its second character")
				require.Less(t, p, float32(0))
			}
		})
	}
}

// What follows one character cannot have a chance of more than one; levels are
// rounded, so the sum may exceed it by the rounding.
func TestPairsAreChances(t *testing.T) {
	t.Parallel()
	for _, a := range "上海发展的贸易服务" {
		sum, n := 0.0, 0
		for b := rune(0x4E00); b <= 0x9FFF; b++ {
			if p, ok := frequency.Pair(a, b); ok {
				sum += math.Exp(float64(p))
				n++
			}
		}
		require.Less(t, sum, 1.3, "%c", a)
		require.Greater(t, n, 20, "%c", a)
	}
}

func ExampleRune() {
	fmt.Println(frequency.Rune('海') > frequency.Rune('嗨'))
	// Output: true
}

func ExamplePair() {
	_, known := frequency.Pair('海', '关')
	fmt.Println(known)
	// Output: true
}

func BenchmarkPair(b *testing.B) {
	frequency.Pair('上', '海')
	for b.Loop() {
		frequency.Pair('上', '海')
	}
}

func TestEdges(t *testing.T) {
	t.Parallel()
	require.Greater(t, frequency.Begin('在'), frequency.Begin('的'), "a preposition begins a sentence, a particle does not")
	require.Greater(t, frequency.End('了'), frequency.End('在'), "a particle ends a sentence, a preposition does not")
	require.Zero(t, frequency.Begin('A'))
	require.Zero(t, frequency.End('A'))
}
