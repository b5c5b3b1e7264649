package repair_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/repair"
)

// crossed are names and phrases that the bytes of ？ in GBK lie across: those of
// 海, 常 and others before 口, 科, 开 and their like.
var crossed = []string{
	"上海科技馆", "海口市商务局", "海口海关", "上海跨境电商公会", "上海开放大学", "沿海口岸",
	"上海空港办", "南海矿产局", "东海科学院", "常开常新", "日常开支", "通常可以", "上海快递协会", "海口港集团",
	"上海客运站", "海考古研究所", "上海课程中心", "上海抗癌协会",
}

// phrases puts phrases into the clauses of a text, each into one of its own.
func phrases(rng *rand.Rand, text string, places int) string {
	lines := strings.SplitAfter(text, "，")
	for range places {
		i := rng.IntN(len(lines))
		lines[i] += "由" + crossed[rng.IntN(len(crossed))] + "负责，"
	}
	return strings.Join(lines, "")
}

// TestSeedKind measures the repair of the seed's kind of damage: ？ replaced by
// a question mark in GBK at any alignment, once, five and fifty times in a text.
// A decoder that knows the zones for users loses the one byte before the
// replacement. One that does not loses two bytes at every comma of the shifted
// rest of the line, and leaves question marks that may be either: hardly a line
// of that is sure.
func TestSeedKind(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		places         int
		users          bool
		floor, ceiling float64 // shares of the places: restored at least, wrong at most
	}{
		{1, true, 0.4, 0.06}, {5, true, 0.3, 0.06}, {50, true, 0.05, 0.1}, {1, false, 0, 0.06},
	} {
		t.Run(fmt.Sprint(tt.places, tt.users), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(3, 4))
			var total tally
			for _, s := range some(samples(t), 1+tt.places/10) {
				if s.hant {
					continue
				}
				d := replacement{code: charset.GB18030, from: "\xa3\xbf", to: "?", marker: "?", users: tt.users}
				sound, hurt, ok := d.run(phrases(rng, s.text, tt.places))
				require.True(t, ok, s.name)
				total.add(judge(sound, hurt, repair.Fix(hurt, nil)))
			}
			t.Log(total)
			if !testing.Short() { // a share of a few places tells nothing
				total.require(t, tt.floor, tt.ceiling)
			}
		})
	}
}

// TestSeedKindInContext measures the same in a document that has the phrases'
// words elsewhere, as the plan has Shanghai on every page.
func TestSeedKindInContext(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	var total tally
	for _, s := range some(samples(t), 1) {
		if s.hant {
			continue
		}
		d := replacement{code: charset.GB18030, from: "\xa3\xbf", to: "?", marker: "?", users: true}
		sound, hurt, ok := d.run(phrases(rng, s.text, 5) + familiar)
		require.True(t, ok, s.name)
		total.add(judge(sound, hurt, repair.Fix(hurt, nil)))
	}
	t.Log(total)
	if !testing.Short() {
		total.require(t, 0.3, 0.06)
	}
}

// familiar holds names of the places that the phrases are of.
var familiar = strings.Repeat("上海市和海南省、上海港与南海、东海，沿海各市、通常由上海海关和海南海关办理。\n", 3)

// TestReplacedSequences measures the repair of what programs are known to
// replace, where it lies across characters of the samples as they are.
func TestReplacedSequences(t *testing.T) {
	t.Parallel()
	for _, code := range []charset.Charset{charset.GB18030, charset.Big5} {
		t.Run(code.String(), func(t *testing.T) {
			t.Parallel()
			var total tally
			for i, s := range some(samples(t), 1) {
				if s.hant != (code == charset.Big5) {
					continue
				}
				for k, u := range usual {
					from, ok := encode(code, u.from)
					if !ok {
						continue
					}
					d := replacement{code: code, from: string(from), to: u.to, marker: []string{"?", "\ufffd"}[(i+k)%2], narrowed: k%2 == 0, users: code == charset.GB18030}
					if sound, hurt, ok := d.run(s.text); ok {
						total.add(judge(sound, hurt, repair.Fix(hurt, nil)))
					}
				}
			}
			t.Log(total)
			if !testing.Short() {
				total.require(t, 0.1, 0.05)
			}
		})
	}
}
