package segment

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	sources "github.com/qiaotoubao/fangan/seeds"
)

// library returns an index of the embedded plan ("seed") and of the miniature
// plans in testdata, and the source of each.
func library(t testing.TB, o *IndexOptions) (*Index, map[string]string) {
	t.Helper()
	x, err := NewIndex(o)
	require.NoError(t, err)
	texts := map[string]string{"seed": sources.Bridgehead().Text}
	require.NoError(t, x.Add(Document{"seed", plan.Bridgehead(), texts["seed"]}))
	files, err := filepath.Glob("testdata/plans/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".txt")
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		texts[id] = string(data)
		require.NoError(t, x.Add(Document{id, parsed(t, texts[id]), texts[id]}))
	}
	return x, texts
}

func parsed(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, err := plan.Parse(text, nil)
	require.NoError(t, err)
	return p
}

// judged is a query with the items that should come first; one is enough.
type judged struct {
	query string
	plan  string
	items []int
}

var judgements = []judged{
	{"跨境电子商务", "seed", []int{6}},
	{"跨境電商平臺", "seed", []int{6}},
	{"自由贸易港", "seed", []int{2}},
	{"海上中医品牌", "seed", []int{7}},
	{"谁负责国际仲裁", "seed", []int{12}},
	{"人民币跨境支付清算", "seed", []int{16}},
	{"碳交易", "seed", []int{20}},
	{"海事大学 校企联盟", "seed", []int{31}},
	{"葡语国家", "seed", []int{13}},
	{"武术锦标赛", "seed", []int{47}},
	{"国际电影节", "seed", []int{39}},
	{"第五十二条", "seed", []int{52}},
	{"市长咨询会", "seed", []int{54}},
	{"友城", "seed", []int{59}},
	{"统计体系", "seed", []int{58}},
	{"传染病防控", "seed", []int{45}},
	{"留学生奖学金", "seed", []int{41}},
	{"旅遊 郵輪", "seed", []int{46}},
	{"航空货运枢纽", "seed", []int{27, 28}},
	{"上海海关", "seed", []int{2}},
	{"市统计局", "seed", []int{58}},
	{"市體育局", "seed", []int{47}},
	{"Shanghai Administration of Sports", "seed", []int{47}},
	{"出口信用保险", "seed", []int{22, 23, 56, 60}},
	{"加氢站", "carbon", []int{3}},
	{"氢燃料公交", "carbon", []int{3}},
	{"屋顶光伏", "carbon", []int{1}},
	{"电池溯源", "carbon", []int{4}},
	{"贴息", "carbon", []int{6}},
	{"快递塑料袋", "carbon", []int{5}},
	{"碳足迹标准由谁制定", "carbon", []int{7}},
	{"燃煤锅炉", "carbon", []int{2}},
	{"无人驾驶", "harbour", []int{1}},
	{"海铁联运", "harbour", []int{2}},
	{"岸电", "harbour", []int{3}},
	{"api", "harbour", []int{4}},
	{"ＡＰＩ接口", "harbour", []int{4}},
	{"人才住房", "harbour", []int{5}},
	{"危化品仓库", "harbour", []int{6}},
	{"午餐", "elder", []int{3}},
	{"老年人助餐", "elder", []int{3}},
	{"居家適老化", "elder", []int{2}},
	{"安宁疗护", "elder", []int{4}},
	{"认知症", "elder", []int{5}},
	{"县残联", "elder", []int{2}},
	{"家庭医生巡诊", "elder", []int{4}},
	{"护理专业 学校", "elder", []int{6}},
	{"扶手", "elder", []int{2}},
}

// TestQuality holds that what a query asks for comes first.
func TestQuality(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	require.GreaterOrEqual(t, len(judgements), 40)
	require.GreaterOrEqual(t, reciprocal(t, x, judgements), 0.9)
}

// reciprocal returns the mean reciprocal rank of the first item that was wanted.
func reciprocal(t *testing.T, x *Index, list []judged) float64 {
	sum := 0.0
	for _, j := range list {
		hits := x.Search(j.query, nil).Hits
		rank := slices.IndexFunc(hits, func(h Hit) bool { return h.Plan == j.plan && slices.Contains(j.items, h.Item) })
		if rank != 0 {
			t.Logf("%s: rank %d of %d", j.query, rank+1, len(hits))
		}
		if rank >= 0 {
			sum += 1 / float64(rank+1)
		}
	}
	t.Logf("mean reciprocal rank %.3f of %d queries", sum/float64(len(list)), len(list))
	return sum / float64(len(list))
}

// TestCorpus searches each item of the plans in the folder FANGAN_CORPUS by its
// own title, and holds that it comes first, or another of the same title does.
func TestCorpus(t *testing.T) {
	t.Parallel()
	dir := os.Getenv("FANGAN_CORPUS")
	if dir == "" {
		t.Skip("FANGAN_CORPUS is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	x, err := NewIndex(nil)
	require.NoError(t, err)
	texts := map[string]string{}
	sum, n := 0.0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		p, err := plan.Read(strings.NewReader(string(data)), nil)
		require.NoError(t, err)
		texts[file] = string(data)
		require.NoError(t, x.Add(Document{file, p, texts[file]}))
	}
	for _, d := range x.docs {
		title := d.plan.Text(&d.plan.Of(d.facts().Pieces)[1])
		if title == "" {
			continue
		}
		hits := x.Search(title, nil).Hits
		n++
		if k := slices.IndexFunc(hits, func(h Hit) bool { return h.Title == title }); k >= 0 {
			sum += 1 / float64(k+1)
		}
		for _, h := range hits {
			inside(t, h, texts[h.Plan])
		}
	}
	t.Logf("%d plans, %d titles: mean reciprocal rank %.3f", len(files), n, sum/float64(n))
	require.GreaterOrEqual(t, sum/float64(n), 0.9)
}

// inside checks the spans of a hit.
func inside(t testing.TB, h Hit, source string) {
	t.Helper()
	end := 0
	for _, s := range h.Highlights {
		require.True(t, s.Start >= end && s.End > s.Start && s.End <= len(source), "%v of %d", h.Highlights, len(source))
		end = s.End
	}
	for _, s := range h.TitleHighlights {
		require.NotEmpty(t, s.Of(h.Title))
	}
	for _, s := range h.Snippet.Highlights {
		require.NotEmpty(t, s.Of(h.Snippet.Text))
	}
}
