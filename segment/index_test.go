package segment

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/target"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// found returns "plan item" of each hit.
func found(r *Results) []string {
	var list []string
	for _, h := range r.Hits {
		list = append(list, h.Plan+" "+strconv.Itoa(h.Item))
	}
	return list
}

// shown returns the texts that a hit highlights.
func shown(h Hit, source string) []string {
	var list []string
	for _, s := range h.Highlights {
		list = append(list, s.Of(source))
	}
	return list
}

func TestSearchFirst(t *testing.T) {
	t.Parallel()
	x, texts := library(t, nil)
	for _, tt := range []struct {
		name, query string
		plan        string
		item        int
		shown       []string // some of what is highlighted
	}{
		{"one character", "葡", "seed", 13, []string{"葡"}},
		{"one character of the other script", "岛", "", 0, nil},
		{"a phrase", "国际仲裁中心", "seed", 12, []string{"國際仲裁中心"}},
		{"full width and case", "ａｐｉ", "harbour", 4, []string{"API"}},
		{"an alias of a department", "市发改委", "seed", 55, []string{"市發展改革委"}},
		{"an alias beside words", "市发改委 核算", "carbon", 7, []string{"市發展改革委", "核算"}},
		{"an alias without its level", "残联", "elder", 2, []string{"残联"}},
		{"an English name", "Shanghai Statistics Bureau", "seed", 58, []string{"市統計局"}},
		{"a part of an English name", "statistics bureau", "seed", 58, []string{"市統計局"}},
		{"a term by what it stands for", "自由贸易试验区载体", "seed", 1, []string{"載體", "上海自貿試驗區"}},
		{"a reference", "第五十二条", "seed", 52, []string{"(五十二)"}},
		{"a quoted reference", "“第五十二条”", "seed", 52, []string{"(五十二)"}},
		{"a reference in brackets", "(六十)", "seed", 60, []string{"(六十)"}},
		{"a reference to a document", "《养老服务三年行动计划》第四条", "elder", 4, []string{"第四条"}},
		{"a section and an item", "第三部分第（六）项", "carbon", 6, []string{"6."}},
		{"a number", "35", "carbon", 2, []string{"35"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			hits := x.Search(tt.query, nil).Hits
			if tt.plan == "" {
				require.Empty(t, hits)
				return
			}
			require.NotEmpty(t, hits)
			require.Equal(t, tt.plan+" "+strconv.Itoa(tt.item), hits[0].Plan+" "+strconv.Itoa(hits[0].Item))
			for _, want := range tt.shown {
				require.Contains(t, shown(hits[0], texts[tt.plan]), want)
			}
		})
	}
}

// TestOneWordField is a text of one word, and one character of a word.
func TestOneWordField(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ title, query, want string }{
		{"Hub", "Hub", "Hub"},
		{"Hub", "hub", "Hub"},
		{"张江口岸", "江", "江"},
		{"張江口岸", "江", "江"},
		{"张江口岸", "張", "张"},
		{"張江口岸", "张江", "張江"},
		{"市", "市", "市"},
	} {
		text := "一、总体\n（一）" + tt.title
		x, err := NewIndex(nil)
		require.NoError(t, err)
		require.NoError(t, x.Add(Document{"p", parsed(t, text), text}))
		hits := x.Search(tt.query, nil).Hits
		require.Len(t, hits, 1, tt)
		require.Equal(t, []string{tt.want}, shown(hits[0], text), tt)
		require.Equal(t, []Field{FieldTitle}, hits[0].Fields)
	}
}

// TestEveryCharacter holds that each character of the embedded plan's items
// finds an item that has it, in either script.
func TestEveryCharacter(t *testing.T) {
	t.Parallel()
	x, texts := library(t, nil)
	seen := map[rune]bool{}
	for i := range plan.Bridgehead().Items() {
		for _, r := range i.Title {
			if seen[r] || words.Wordless(string(r)) || r < 0x80 {
				continue
			}
			seen[r] = true
			hits := x.Search(string(r), &SearchOptions{Plans: []string{"seed"}, Limit: 1000}).Hits
			require.True(t, slices.ContainsFunc(hits, func(h Hit) bool { return h.Item == i.Number }), string(r))
			for _, h := range hits {
				inside(t, h, texts["seed"])
			}
		}
	}
}

func TestPhrasesAndMinus(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	count := func(query string) int { return x.Search(query, &SearchOptions{Facets: true}).Total }
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"“补贴公示”", []string{"harbour 6"}},
		{`"贴公"`, []string{"harbour 6"}},
		{"“公示补贴”", nil},
		{"“船期、堆场”", []string{"harbour 4"}},
		{"补贴 -岸电 -午餐 -仓库", nil},
		{"补贴 -岸电 -“每份补贴”", []string{"harbour 6"}},
		{"“岸电” -市财政局", nil},
		{"「岸電」", []string{"harbour 3"}},
		{"-岸電 第三项", nil},
	} {
		got := found(x.Search(tt.query, &SearchOptions{Plans: []string{"harbour", "elder"}}))
		if tt.query == "-岸電 第三项" {
			require.Equal(t, []string{"elder 3"}, got)
			continue
		}
		require.Equal(t, tt.want, got, tt.query)
	}
	require.Equal(t, 20, count("“市商务委”-“市郵政管理局”-“电池”"))
	require.Zero(t, count("“”"))
	require.Zero(t, count("。"))
	require.Equal(t, 79, count("-龘"))
}

// TestCloseness holds that words that stand together come before words apart.
func TestCloseness(t *testing.T) {
	t.Parallel()
	text := "一、总体\n（一）甲。港口建设很重要，数据也要开放，平台另设。\n（二）乙。港口数据平台很重要，建设也要开放，码头另设。\n（三）丙。平台港口很重要，建设也要开放，数据码头另设。"
	x, err := NewIndex(nil)
	require.NoError(t, err)
	require.NoError(t, x.Add(Document{"p", parsed(t, text), text}))
	require.Equal(t, "p 2", found(x.Search("港口数据平台", nil))[0])
}

func TestFilters(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	for _, tt := range []struct {
		name, query string
		o           SearchOptions
		want        []string
	}{
		{"department by its alias", "建设", SearchOptions{Departments: []string{"市发展和改革委员会"}, Plans: []string{"harbour"}}, []string{"harbour 1"}},
		{"department in English", "平台", SearchOptions{Departments: []string{"Shanghai Municipal Education Commission"}, Sections: []int{4, 7}, Limit: 2}, []string{"seed 51", "seed 49"}},
		{"one of two departments", "", SearchOptions{Departments: []string{"县残联", "滨海海关"}}, []string{"elder 2", "harbour 2"}},
		{"section", "", SearchOptions{Sections: []int{3}, Plans: []string{"carbon", "harbour"}}, []string{"carbon 6", "carbon 7", "harbour 5", "harbour 6"}},
		{"deadline", "", SearchOptions{DeadlineBefore: target.Date{Year: 2026, Month: 1, Day: 1}, Plans: []string{"carbon", "elder", "harbour"}}, []string{"elder 1", "harbour 1"}},
		{"not on the day itself", "", SearchOptions{DeadlineBefore: target.Date{Year: 2024, Month: 6, Day: 30}, Plans: []string{"elder"}}, nil},
		{"target", "", SearchOptions{HasTarget: true, Sections: []int{2}, Plans: []string{"harbour"}}, []string{"harbour 1", "harbour 2"}},
		{"target and words", "海铁", SearchOptions{HasTarget: true}, []string{"harbour 2"}},
		{"a plan that is not there", "港口", SearchOptions{Plans: []string{"x"}}, nil},
		{"reference", "第三项", SearchOptions{Plans: []string{"elder"}}, []string{"elder 3"}},
	} {
		require.Equal(t, tt.want, found(x.Search(tt.query, &tt.o)), tt.name)
	}
}

func TestFacetsAndPages(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	all := x.Search("市商务委", &SearchOptions{Facets: true, Limit: 100})
	require.Equal(t, 21, all.Total)
	require.Len(t, all.Hits, 21)
	require.Equal(t, Facet{"市商务委", "市商務委", 21}, all.Departments[0])
	counts := 0
	for _, s := range all.Sections {
		counts += s.Count
	}
	require.Equal(t, 21, counts)
	require.Equal(t, SectionFacet{"seed", 2, "貿易投資便利化專項行動", 13}, all.Sections[0])
	page := x.Search("市商务委", &SearchOptions{Skip: 10, Limit: 5})
	require.Equal(t, all.Hits[10:15], page.Hits)
	require.Zero(t, page.Total, "only facets count")
	require.Empty(t, x.Search("市商务委", &SearchOptions{Skip: 21}).Hits)
	require.Len(t, x.Search("市商务委", nil).Hits, 10)
}

func TestRangeOfReferences(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	one := &SearchOptions{Plans: []string{"seed"}}
	require.Equal(t, []string{"seed 3", "seed 4", "seed 5"}, found(x.Search("第三项至第五项", one)))
	require.Equal(t, "seed 12", found(x.Search("第十二项 跨境电商", one))[0])
	require.Contains(t, found(x.Search("第十二项 跨境电商", one)), "seed 6")
	require.Equal(t, []string{"seed 32", "seed 33"}, found(x.Search("第五部分", &SearchOptions{Limit: 2})))
	for query, want := range map[string][]string{
		"第三条第二款":         {"seed 3"},
		"第三条第二款第（四）项":    {"seed 3"},
		"第五部分第三十三项":      {"seed 33"},
		"第六部分第三十三项":      nil,
		"第三条、第七条":        {"seed 3", "seed 7"},
		"《桥头堡作用行动方案》第九条": {"seed 9"},
		"《另一方案》第九条":      nil,
	} {
		require.Equal(t, want, found(x.Search(query, one)), query)
	}
	require.NotPanics(t, func() { x.Search("第99999999999999999999条", nil) })
}

const wrappedPlan = "一、总体要求\n（一）建设智能码头。改造集装箱岸桥，推广无\n人驾驶集卡，提高自动化泊位的作业效率，让每一条\n航线都能准时。\n（责任单位：市交通委）\n（二）推行岸电。老旧船舶优先改造。\n（责任单位：市财政局）\n"

// TestHighlightsInTheFile holds that highlights are spans of the file where its
// lines are broken, and in other character sets.
func TestHighlightsInTheFile(t *testing.T) {
	t.Parallel()
	const text = wrappedPlan
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	require.NoError(t, err)
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	require.NoError(t, err)
	for name, tt := range map[string]struct {
		file   string
		decode func(string) (string, error)
	}{
		"UTF-8":   {text, func(s string) (string, error) { return s, nil }},
		"CRLF":    {strings.ReplaceAll(text, "\n", "\r\n"), func(s string) (string, error) { return s, nil }},
		"GB18030": {gb, simplifiedchinese.GB18030.NewDecoder().String},
		"UTF-16":  {utf16, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().String},
	} {
		p, err := plan.Read(strings.NewReader(tt.file), nil)
		require.NoError(t, err)
		x, err := NewIndex(nil)
		require.NoError(t, err)
		require.NoError(t, x.Add(Document{"p", p, tt.file}))
		for query, want := range map[string]string{"无人驾驶": "无人驾驶", "岸電": "岸电", "财政": "财政", "航线": "航线"} {
			hits := x.Search(query, nil).Hits
			require.NotEmpty(t, hits, "%s: %s", name, query)
			require.NotEmpty(t, hits[0].Highlights)
			var got strings.Builder
			for _, s := range hits[0].Highlights[:1] {
				part, err := tt.decode(s.Of(tt.file))
				require.NoError(t, err)
				got.WriteString(strings.NewReplacer("\n", "", "\r", "").Replace(part))
			}
			require.Equal(t, want, got.String(), "%s", name)
		}
	}
}

func TestWithoutSource(t *testing.T) {
	t.Parallel()
	text := wrappedPlan
	p := parsed(t, text)
	x, err := NewIndex(nil)
	require.NoError(t, err)
	require.NoError(t, x.Add(Document{ID: "p", Plan: p}))
	hits := x.Search("集卡", nil).Hits
	require.Len(t, hits, 1)
	inside(t, hits[0], text)
	require.Equal(t, []offset.Span{p.Item(1).Paragraphs[0].Span}, hits[0].Highlights, "the whole paragraph")
}

func TestChanges(t *testing.T) {
	t.Parallel()
	x, texts := library(t, nil)
	require.ErrorIs(t, x.Add(Document{ID: "seed", Plan: plan.Bridgehead()}), ErrPlanID)
	require.ErrorIs(t, x.Add(Document{Plan: plan.Bridgehead()}), ErrPlanID)
	require.ErrorIs(t, x.Add(Document{ID: "y"}), ErrNoPlan)
	plans, items := x.Len()
	require.Equal(t, []int{4, 79}, []int{plans, items})
	require.False(t, x.Remove("y"))
	require.True(t, x.Remove("seed"))
	require.Empty(t, x.Search("葡语国家", nil).Hits)
	require.NotEmpty(t, x.Search("岸电", nil).Hits)
	require.NoError(t, x.Replace(Document{"harbour", parsed(t, texts["elder"]), texts["elder"]}))
	require.Empty(t, x.Search("岸电", nil).Hits)
	require.Equal(t, []string{"elder 2", "harbour 2"}, found(x.Search("适老化", nil)))
	plans, items = x.Len()
	require.Equal(t, []int{3, 19}, []int{plans, items})
}

// TestHistory holds that results do not depend on what was there before.
func TestHistory(t *testing.T) {
	t.Parallel()
	x, texts := library(t, nil)
	for _, id := range []string{"seed", "carbon", "elder", "harbour", "seed"} {
		p := parsed(t, texts[id])
		if id == "seed" {
			p = plan.Bridgehead()
		}
		require.NoError(t, x.Replace(Document{id, p, texts[id]}))
	}
	require.True(t, x.Remove("carbon"))
	fresh, err := NewIndex(nil)
	require.NoError(t, err)
	for _, id := range []string{"elder", "harbour", "seed"} {
		p := parsed(t, texts[id])
		if id == "seed" {
			p = plan.Bridgehead()
		}
		require.NoError(t, fresh.Add(Document{id, p, texts[id]}))
	}
	o := &SearchOptions{Facets: true, Limit: 50}
	for _, j := range judgements {
		require.Equal(t, fresh.Search(j.query, o), x.Search(j.query, o), j.query)
	}
	folded := func(list []Completion) map[string]int {
		m := map[string]int{}
		for _, c := range list {
			text, _ := convert.Fold(c.Text) // as a plan writes it: which one, depends on the order
			m[text] = c.Count
		}
		return m
	}
	require.Equal(t, folded(fresh.Complete("市", 1000)), folded(x.Complete("市", 1000)))
}

func TestWeights(t *testing.T) {
	t.Parallel()
	x, _ := library(t, &IndexOptions{Weights: map[Field]float64{FieldDepartment: 0}})
	require.Empty(t, x.Search("县残联", nil).Hits)
	_, err := NewIndex(&IndexOptions{Weights: map[Field]float64{FieldInvalid: 1}})
	require.ErrorIs(t, err, ErrFieldWeight)
	_, err = NewIndex(&IndexOptions{Weights: map[Field]float64{FieldTitle: -1}})
	require.ErrorIs(t, err, ErrFieldWeight)
}

func TestComplete(t *testing.T) {
	t.Parallel()
	x, _ := library(t, nil)
	texts := func(prefix string, limit int) []string {
		var list []string
		for _, c := range x.Complete(prefix, limit) {
			list = append(list, c.Text)
		}
		return list
	}
	require.Contains(t, texts("市發", 10), "市发改委")
	require.Contains(t, texts("市发改", 10), "市发改委")
	require.Contains(t, texts("shanghai sta", 10), "Shanghai Statistics Bureau")
	require.Contains(t, texts("跨境", 10), "跨境")
	require.Contains(t, texts("餐飲", 10), "餐饮企业")
	require.Len(t, texts("市", 3), 3)
	require.Empty(t, texts("", 3))
	require.Empty(t, texts("龘", 3))
	require.Empty(t, texts("市", 0))
	all := x.Complete("市", 1000)
	require.True(t, slices.IsSortedFunc(all, func(a, b Completion) int { return b.Count - a.Count }))
}

func TestFieldNames(t *testing.T) {
	t.Parallel()
	for f := FieldTitle; f <= FieldTerm; f++ {
		text, err := f.MarshalText()
		require.NoError(t, err)
		var back Field
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, f, back)
	}
	require.Equal(t, "invalid", FieldInvalid.String())
	require.Equal(t, "invalid", Field(200).String())
	require.Error(t, new(Field).UnmarshalText([]byte("invalid")))
}
