package repair_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/qiaotoubao/fangan/convert/repair"
)

// way hurts a clause of a text; false where it cannot.
type way func(rng *rand.Rand, clause string) (string, bool)

// misread reads the bytes of one encoding in another.
func misread(right, wrong encoding.Encoding) way {
	return func(_ *rand.Rand, clause string) (string, bool) {
		data := []byte(clause)
		if right != nil {
			var err error
			if data, err = right.NewEncoder().Bytes(data); err != nil {
				return "", false
			}
		}
		out, err := wrong.NewDecoder().Bytes(data)
		return string(out), err == nil && utf8.RuneCountInString(clause) >= 4
	}
}

// twice runs a way upon its own result.
func twice(w way) way {
	return func(rng *rand.Rand, clause string) (string, bool) {
		once, ok := w(rng, clause)
		if !ok {
			return "", false
		}
		return w(rng, once)
	}
}

// between puts something between two ideographs of a clause.
func between(list ...string) way {
	return func(rng *rand.Rand, clause string) (string, bool) {
		r := []rune(clause)
		if len(r) < 4 {
			return "", false
		}
		i := 1 + rng.IntN(len(r)-2)
		return string(r[:i]) + list[rng.IntN(len(list))] + string(r[i:]), true
	}
}

// replacing puts something for one string of a clause.
func replacing(pairs ...string) way {
	return func(_ *rand.Rand, clause string) (string, bool) {
		out := strings.NewReplacer(pairs...).Replace(clause)
		return out, out != clause
	}
}

var latin1, gbk, big5 = charmap.Windows1252, simplifiedchinese.GBK, traditionalchinese.Big5

// ways lists the kinds. Where a decoder took bytes for bad, what they were is
// gone: of such a place the rest is restored, partly, and what is not sure stays.
var ways = []struct {
	name            string
	way             way
	restored, wrong float64 // of the places: at least, at most
}{
	{"UTF-8 read as Windows-1252", misread(nil, latin1), 0.1, 0.05},
	{"UTF-8 read as Latin-1", misread(nil, charmap.ISO8859_1), 0.97, 0},
	{"UTF-8 read as GBK", misread(nil, gbk), 0.03, 0.03},
	{"UTF-8 read as Big5", misread(nil, big5), 0, 0.04},
	{"GBK read as Latin-1", misread(gbk, charmap.ISO8859_1), 0.6, 0.03},
	{"Big5 read as Latin-1", misread(big5, charmap.ISO8859_1), 0.7, 0.02},
	{"GBK read as Big5", misread(gbk, big5), 0.12, 0.02},
	{"Big5 read as GBK", misread(big5, gbk), 0, 0.02},
	{"UTF-8 read as Latin-1 twice", twice(misread(nil, charmap.ISO8859_1)), 0.97, 0.02},
	{"characters without a shape", between("\u200b", "\u00ad", "\ufeff", "\u2060"), 0.97, 0},
	{"entities", replacing("“", "&ldquo;", "”", "&rdquo;", "：", "&#65306;", "的", "&#x7684;", "、", "&#12289;"), 1, 0},
	{"pinyin", replacing("发展", "发(fā)展", "问题", "问(wèn)题", "时间", "时(shí)间", "公司", "公(gōng)司", "發展", "發(fā)展", "工作", "工(gōng)作", "學生", "學(xué)生", "我們", "我們(men)"), 0.85, 0},
}

// TestWays measures the repair of each kind of damage, once, five and fifty
// times in a text.
func TestWays(t *testing.T) {
	t.Parallel()
	for _, w := range ways {
		for _, places := range []int{1, 5, 50} {
			t.Run(fmt.Sprint(w.name, places), func(t *testing.T) {
				t.Parallel()
				rng := rand.New(rand.NewPCG(7, uint64(places)))
				var total tally
				for _, s := range some(samples(t), 1) {
					if hurt, ok := hurtClauses(rng, s.text, w.way, places); ok {
						total.add(judge(s.text, hurt, repair.Fix(hurt, nil)))
					}
				}
				t.Log(total)
				if places > 1 && !testing.Short() {
					total.require(t, w.restored, w.wrong)
				}
			})
		}
	}
}

// hurtClauses hurts clauses of a text, chosen at random.
func hurtClauses(rng *rand.Rand, text string, w way, places int) (string, bool) {
	parts := strings.SplitAfter(text, "，")
	done := 0
	for _, i := range rng.Perm(len(parts)) {
		if done == places {
			break
		}
		clause, comma := strings.CutSuffix(parts[i], "，")
		if hurt, ok := w(rng, clause); ok && !strings.Contains(clause, "\n") {
			parts[i] = hurt
			if comma {
				parts[i] += "，"
			}
			done++
		}
	}
	return strings.Join(parts, ""), done > 0
}
