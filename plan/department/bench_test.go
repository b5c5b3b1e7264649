package department

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// planText is text of a plan's kind: a plan of our own, or the corpus in the
// folder that FANGAN_CORPUS names.
func planText(tb testing.TB) string {
	tb.Helper()
	dir := os.Getenv("FANGAN_CORPUS")
	if dir == "" {
		return strings.Repeat(ownPlan, 100)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		tb.Fatal(dir, err)
	}
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}

const ownPlan = `（一）推动口岸通关便利。优化监管流程，压缩整体通关时间，到2020年底前减少三分之一以上，扩大电子口岸的覆盖范围，
支持企业在沿线国家设立研发中心和营销网络，完善知识产权保护和多元化纠纷解决机制。（责任部门：市商务委、上海海关、市交通委、上港集团）
（二）办好人文交流活动。扩大与沿线国家在教育、科技、文化、旅游、卫生等领域的合作，每年举办论坛和展览二十场以上，吸引留学生五千人次，
鼓励高校和研究机构共建联合实验室，推动中医药标准走向海外。市教委、市政府外办要会同复旦大学做好组织工作。（责任部门：市教委、市科委、市文廣影視局）
`

// manyNames is a registry of n made-up bodies besides the default ones.
func manyNames(tb testing.TB, n int) *Registry {
	tb.Helper()
	bodies := make([]Body, 0, n+100)
	for b := range Default().Bodies() {
		bodies = append(bodies, b)
	}
	var stems []string
	for spelling, f := range forms() {
		if f.class == stem && spelling == f.canonical {
			stems = append(stems, spelling)
		}
	}
	var places []string
	for line := range strings.Lines(placesFile) {
		_, cities, _ := strings.Cut(strings.TrimSpace(line), "\t")
		places = append(places, list(cities)...)
	}
	for _, s := range stems {
		for _, p := range places {
			if len(bodies) == n {
				break
			}
			bodies = append(bodies, Body{ID: p + "市" + s, Name: p + "市" + s})
		}
	}
	r, err := NewRegistry(bodies)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func BenchmarkMentions(b *testing.B) {
	text := planText(b)
	for _, names := range []int{65, 5000, 100000} {
		r := Default()
		if names > 65 {
			r = manyNames(b, names)
		}
		for _, listedOnly := range []bool{true, false} {
			m, err := NewMatcher(r, &MatcherOptions{ListedOnly: listedOnly})
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("names=%d/listedOnly=%v", names, listedOnly), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				n := 0
				for b.Loop() {
					for range m.Mentions(text) {
						n++
					}
				}
				b.ReportMetric(float64(n)/float64(b.N), "mentions/op")
				b.ReportMetric(float64(m.size())/1024, "KiB")
			})
		}
	}
}

// size is what the matcher's tables take, in bytes.
func (m *Matcher) size() int {
	t := m.trie
	return 2*len(t.blocks) + 2*len(t.symbols) + 4*len(t.first) + 2*len(t.label) + 4*len(t.value) + 56*len(m.targets)
}

func BenchmarkNewMatcher(b *testing.B) {
	for _, names := range []int{65, 10000, 20000, 40000} {
		r := Default()
		if names > 65 {
			r = manyNames(b, names)
		}
		b.Run(fmt.Sprint(names), func(b *testing.B) {
			for b.Loop() {
				if _, err := NewMatcher(r, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCanonical(b *testing.B) {
	for b.Loop() {
		Canonical("广州市人力资源和社会保障局", Scope{})
	}
}
