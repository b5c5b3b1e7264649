package repair_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/repair"
)

// crossed are clauses that the bytes of ？ in GBK lie across: those of 海, 常 and
// others before 口, 科, 开 and their like.
var crossed = []string{
	"上海科技馆为此举办了专题展览", "海口市商务局牵头办理", "海口海关简化了通关手续",
	"上海跨境电商公会提出了建议", "上海开放大学开设了夜校", "沿海口岸的货运量继续增长",
	"上海空港办可以先行试点", "南海矿产资源的勘探由专门船队承担", "东海科学院派出了技术人员",
	"学校经常开展安全演练", "日常开支从专项经费中列支", "通常可以在三个工作日内办结",
	"上海快递协会公布了服务标准", "海口港集团新增了两条航线", "上海客运站延长了营业时间",
	"水下遗址由南海考古研究所负责发掘", "上海课程中心编写了教材", "上海抗癌协会组织了义诊",
	"违反规定的处以罚款并责令改正", "平台新增的数据模块已经上线", "列车在沿途停靠八个车站",
	"高校科研人员可以兼职创业", "各高校开放了实验室和图书馆", "园区大规模开发的时机还不成熟",
	"电子社保卡的功能模块更加完善", "保税区与上海口岸实现了联动", "收益非常可观",
	"门窗要经常开启通风", "海空联运的比例明显提高", "学校课程更加丰富",
	"停课期间照常看护年幼的学生", "渤海勘探取得了新的进展", "校企合作项目包括高校科技园",
	"设备停靠检修的时间缩短了",
}

// clauses puts such clauses between those of a text.
func clauses(rng *rand.Rand, text string, places int) string {
	parts := strings.SplitAfter(text, "，")
	for range places {
		parts[rng.IntN(len(parts)-1)] += crossed[rng.IntN(len(crossed))] + "，"
	}
	return strings.Join(parts, "")
}

// TestSeedKind measures the repair of ？ replaced by a question mark in GBK at
// any alignment, once, five and fifty times in a text. The seed was Traditional,
// with marks that were half-width before: there the shift ends at the next mark
// or character whose second byte is ASCII. In Simplified text it ends at the
// next half-width mark, with full-width ones at the end of the line. A decoder
// that knows the zones for users loses the one byte before the replacement; one
// that does not loses two at every pair of a zone.
func TestSeedKind(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		places                int
		hant, narrowed, users bool
		floor, ceiling        float64 // shares of the places: restored at least, wrong at most
	}{
		{1, true, true, false, 0.4, 0.02},
		{5, true, true, false, 0.65, 0.02},
		{50, true, true, false, 0.5, 0.05},
		{5, true, true, true, 0.65, 0.02},
		{5, true, false, true, 0.65, 0.02},
		{5, false, true, true, 0.4, 0.04},
		{5, false, true, false, 0.2, 0.04},
		{5, false, false, true, 0.4, 0.04},
		{50, false, false, true, 0.05, 0.1},
		{1, false, false, false, 0, 0.06},
	} {
		t.Run(fmt.Sprintf("%d hant=%t narrowed=%t users=%t", tt.places, tt.hant, tt.narrowed, tt.users), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(3, 4))
			d := replacement{code: charset.GB18030, from: "\xa3\xbf", to: "?", marker: "?", users: tt.users}
			var total, likeliest tally
			for _, s := range some(samples(t), 1+tt.places/10) {
				if s.hant && !tt.hant {
					continue
				}
				text := clauses(rng, s.text, tt.places)
				if tt.hant {
					text = traditional(t, text)
				}
				if tt.narrowed {
					text = strings.Map(narrow, text)
				}
				if sound, hurt, ok := d.run(text); ok { // not all Traditional forms are crossed
					total.add(judge(sound, hurt, repair.Fix(hurt, nil)))
					likeliest.add(judge(sound, hurt, repair.Fix(hurt, &repair.Options{Limit: 0.01})))
				}
			}
			t.Log(total)
			t.Log("whatever the confidence:", likeliest)
			if !testing.Short() { // a share of a few places tells nothing
				total.require(t, tt.floor, tt.ceiling)
			}
		})
	}
}

func traditional(t *testing.T, text string) string {
	t.Helper()
	c, err := convert.New(convert.S2T, nil)
	require.NoError(t, err)
	return c.String(text)
}

// TestSeedKindInContext measures the same in a document that has the clauses'
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
		sound, hurt, ok := d.run(clauses(rng, s.text, 5) + familiar)
		require.True(t, ok, s.name)
		total.add(judge(sound, hurt, repair.Fix(hurt, nil)))
	}
	t.Log(total)
	if !testing.Short() {
		total.require(t, 0.3, 0.06)
	}
}

// familiar holds names of the places that the clauses are of.
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
