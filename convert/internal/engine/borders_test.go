package engine_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/internal/engine"
	"github.com/qiaotoubao/fangan/convert/internal/tables"
)

// everyThird sets a border behind each third rune.
func everyThird(dst []int, text string) []int {
	n := 0
	for i := range text {
		if n++; n%3 == 0 {
			dst = append(dst, i)
		}
	}
	return dst
}

// fed converts text in pieces that grow by size bytes.
func fed(p *engine.Pipeline, text string, size int) string {
	r := engine.NewRun(p)
	done := 0
	for end := size; ; end += size {
		last := end >= len(text)
		done += r.Feed(text[done:min(max(end, done), len(text))], last)
		if last {
			return string(r.Out)
		}
	}
}

func TestBordersInPieces(t *testing.T) {
	t.Parallel()
	for _, scheme := range []string{"s2t", "s2twp", "t2s", "t2tw"} {
		p := tables.Open(scheme, false)
		p.SetCut(everyThird)
		for _, text := range []string{
			"电话是十九世纪被发明的。用U盘和信息技术", "\uF900發展\uF900，⿰虫风是一个字豈有", "乾隆年间\xFF头发\xE5\x8F",
			strings.Repeat("皇后头发展示了如何", 100) + "，" + strings.Repeat("豈能", 200), "⿰⿰⿰",
			"豈。后头发展\uF900后头发展，",
		} {
			for _, size := range []int{1, 2, 3, 7, 64, 1000} {
				require.Equal(t, fed(p, text, len(text)+1), fed(p, text, size), "%v %.60q in pieces of %d", scheme, text, size)
			}
		}
	}
}
