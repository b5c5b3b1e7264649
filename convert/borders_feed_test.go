package convert

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// everyThird sets a border behind each third rune.
type everyThird struct{}

func (everyThird) Cut(dst []int, text string) []int {
	n := 0
	for i := range text {
		if n++; n%3 == 0 {
			dst = append(dst, i)
		}
	}
	return dst
}

// fed converts text in pieces that grow by size bytes.
func fed(p *pipeline, text string, size int) string {
	r := newRun(p)
	done := 0
	for end := size; ; end += size {
		last := end >= len(text)
		done += r.feed(text[done:min(max(end, done), len(text))], last)
		if last {
			return string(r.out)
		}
	}
}

func TestBordersInPieces(t *testing.T) {
	t.Parallel()
	for _, scheme := range []Scheme{S2T, S2TWP, T2S, T2TW} {
		c, err := New(scheme, &Options{Borders: everyThird{}})
		require.NoError(t, err)
		for _, text := range []string{
			"电话是十九世纪被发明的。用U盘和信息技术", "\uF900發展\uF900，⿰虫风是一个字豈有", "乾隆年间\xFF头发\xE5\x8F",
			strings.Repeat("皇后头发展示了如何", 100) + "，" + strings.Repeat("豈能", 200), "⿰⿰⿰",
		} {
			for _, size := range []int{1, 2, 3, 7, 64, 1000} {
				require.Equal(t, c.String(text), fed(c.p, text, size), "%v %.60q in pieces of %d", scheme, text, size)
			}
		}
	}
}
