package plan_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/seeds"
)

// parse parses text and holds the laws of every plan.
func parse(t *testing.T, text string) *plan.Plan {
	t.Helper()
	p, err := plan.Parse(text, nil)
	require.NoError(t, err)
	checkLaws(t, text, p)
	return p
}

// checkLaws holds that spans lie in the text on rune borders and nest, that
// names slice to what they say, that every character that is not blank is in
// one leaf or in a diagnostic, and that JSON leads back.
func checkLaws(t *testing.T, text string, p *plan.Plan) {
	t.Helper()
	checkSpans(t, text, p, plan.Span{End: len(text)})
	checkCover(t, text, p)
	checkJSON(t, p)
}

func checkSpans(t *testing.T, text string, n plan.Node, outer plan.Span) {
	t.Helper()
	s := n.Extent()
	if !outer.Contains(s) || !onBorders(text, s) {
		t.Fatalf("%T at %v does not lie in %v on borders of runes", n, s, outer)
	}
	if d, ok := n.(*plan.Department); ok && s.Of(text) != d.Written {
		t.Fatalf("%v is %q, not %q", s, s.Of(text), d.Written)
	}
	first := true
	plan.Walk(n, func(c plan.Node) bool {
		if first {
			first = false
			return true
		}
		inner := s
		if _, ok := c.(*plan.Duty); ok {
			inner = outer
		}
		checkSpans(t, text, c, inner)
		return false
	})
}

func onBorders(text string, s plan.Span) bool {
	border := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) || !utf8.ValidString(text) }
	return s.Start <= s.End && s.End <= len(text) && border(s.Start) && border(s.End)
}

// checkCover holds that leaves do not overlap and that nothing was dropped.
func checkCover(t *testing.T, text string, p *plan.Plan) {
	t.Helper()
	at := 0
	covered := make([]bool, len(text)+1)
	for l := range p.Leaves() {
		if l.Span.Start < at {
			t.Fatalf("%v at %v overlaps the leaf before it: %q", l.Kind, l.Span, l.Span.Of(text))
		}
		at = l.Span.End
		for i := l.Span.Start; i < l.Span.End; i++ {
			covered[i] = true
		}
		if l.Kind == plan.LeafMark {
			checkMark(t, l.Span.Of(text))
		}
	}
	for _, d := range p.Diagnostics {
		for i := d.Span.Start; i < d.Span.End; i++ {
			covered[i] = true
		}
	}
	for i, r := range text {
		if !covered[i] && !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r) {
			t.Fatalf("%q at byte %d was dropped", r, i)
		}
	}
}

// checkMark holds that marks hide no names: they are short.
func checkMark(t *testing.T, mark string) {
	t.Helper()
	letters := 0
	for _, r := range mark {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters > 40 {
		t.Fatalf("a mark hides text: %q", mark)
	}
}

// checkJSON holds that a plan goes out, in and out as the same.
func checkJSON(t *testing.T, p *plan.Plan) {
	t.Helper()
	first, err := json.Marshal(p)
	require.NoError(t, err)
	var back plan.Plan
	require.NoError(t, json.Unmarshal(first, &back))
	second, err := json.Marshal(&back)
	require.NoError(t, err)
	if string(first) != string(second) {
		t.Fatalf("JSON out, in, out differs:\n%s\n%s", first, second)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(seeds.Bridgehead().Text)
	for _, s := range layouts {
		f.Add(s)
	}
	for _, tt := range slices.Concat(tables, flat) {
		f.Add(tt.in)
		f.Add("一、任务\n" + tt.in + "附件\n任务分工表\n" + tt.in)
	}
	for _, tt := range facts {
		f.Add(tt.in)
	}
	f.Add("一、总体要求\n（责任单位：市科委，市科委、；\n\f— 3 —\n二、")
	f.Add("0\n**方案**")
	f.Add("|0\n>|0")
	f.Add("配合：区、县")
	f.Add("一、时限：(00)00（牵头：0")
	f.Add("（责任单位：（（（（")
	f.Add("一、利\n1 间。倂（Ｑ\n0")
	f.Add("（一)0\n附表\n0|任务|责任\n00|0|0局\n0")
	f.Add("一)00\xef\xbc 配合：(00)00\xef\xbc(牵头：0")
	f.Add("|任务|责任\n0-\n |0")
	f.Add(strings.Repeat("（", 500) + "责任单位：市科委")
	f.Add("\xff\xfe一、\x00（A牵头，B配合）")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		p, err := plan.Parse(text, nil)
		require.NoError(t, err)
		checkSpans(t, text, p, plan.Span{End: len(text)})
		checkCover(t, text, p)
		if utf8.ValidString(text) {
			checkJSON(t, p)
		}
	})
}

// TestHostile parses what could make a reader hang or fall over.
func TestHostile(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"empty":           "",
		"blank":           " \n\u3000\n\f",
		"one long line":   strings.Repeat("推进建设", 1<<18),
		"brackets":        strings.Repeat("（责任单位：", 1<<14),
		"closing":         strings.Repeat("）", 1<<16),
		"labels":          strings.Repeat("一、\n", 1<<14),
		"levels":          strings.Repeat("一、\n（一）\n1.\n（1）\n", 1<<12),
		"headings":        strings.Repeat("# 1\n## 2\n###### 3\n", 1<<12),
		"terms":           strings.Repeat("（以下简称“甲乙”）甲乙", 1<<12),
		"separators":      "（责任单位：" + strings.Repeat("、，；", 1<<15) + "）",
		"verbs":           "（" + strings.Repeat("负责", 1<<15) + "）",
		"joints":          "（责任单位：" + strings.Repeat("市局和", 1<<10) + "）",
		"times":           "（责任单位：" + strings.Repeat("2024年底前，", 1<<13) + "）",
		"dates":           strings.Repeat("2024年1月1日\n", 1<<14),
		"others":          "（责任单位：" + strings.Repeat("市局等", 1<<14) + "）",
		"labels in lists": "（责任单位：" + strings.Repeat("甲）责", 1<<14) + "）",
		"bare lists":      strings.Repeat("（市局）", 1<<13),
		"sentences":       strings.Repeat("责任单位：市科委（甲", 1<<13),
		"titles":          "一、甲\n" + strings.Repeat("某某行动方案\n", 1<<12),
		"quotes":          "（责任单位：" + strings.Repeat("“市科委、", 1<<13) + "）",
		"open lists":      "（" + strings.Repeat("市科委等部门和", 1<<12) + "负责）",
		"last parts":      strings.Repeat("（一）甲\n1.乙\n2.丙（责任单位：市科委）\n", 1<<11),
		"tables":          strings.Repeat("| 甲 | 乙 |\n|---|---|\n", 1<<12),
		"duty tables":     strings.Repeat("| 任务 | 责任单位 |\n| 甲 | 市局 |\n\n乙\n", 1<<11),
		"duty rows":       "| 类别 | 任务 | 责任单位 |\n" + strings.Repeat("| 甲 | 乙 | 市局 |\n| ^^ | 丙 | ^^ |\n", 1<<12),
		"duty cells":      "| 任务 | 责任单位 |\n| " + strings.Repeat("甲<br>", 1<<14) + "| " + strings.Repeat("市局<br>", 1<<13) + " |\n",
		"heads":           strings.Repeat("序号 任务 责任单位\n", 1<<13),
		"heads and rows":  strings.Repeat("序号 任务 责任单位\n1 甲 市局\n", 1<<12) + "乙",
		"opening heads":   strings.Repeat("序号\n任务\n责任单位\n1\n", 1<<12),
		"tabs":            "序号\t任务\t责任单位\n" + strings.Repeat("甲\n", 1<<13) + strings.Repeat("\t\n", 1<<12),
		"tasks":           strings.Repeat("任务1：甲\n2.1.1 乙\n", 1<<12),
		"damage":          strings.Repeat("上??\ufffd海", 1<<12),
		"question marks":  strings.Repeat("?", 1<<18),
		"invalid":         strings.Repeat("\xff\xc3", 1<<14),
		"Markdown marks":  strings.Repeat("**__", 1<<14),
		"wrapped":         strings.Repeat("推进建设的重要任务和各项工作安排部署要求\n", 1<<14),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := plan.Parse(text, nil)
			require.NoError(t, err)
			checkCover(t, text, p)
		})
	}
}
