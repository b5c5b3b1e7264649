package index

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/target"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

const transport = `云溪市交通行动方案
一、港口
1. 建设岸电设施。推进绿色港口建设，新建岸电20套。（责任单位：市交通委、市发展改革委）
2. 减免岸电费用。2026年底前完成。（责任单位：市财政局）
二、公路
3. 养护农村公路。与市财政局共同安排资金。（责任单位：市交通委）
4. 推广电动公交车。（责任单位：市经济信息化委）
`

func transportIndex(t *testing.T) *Index {
	t.Helper()
	x := newIndex(t, nil)
	require.NoError(t, x.Add("t", parsed(t, transport), transport))
	return x
}

// numbers writes the numbers of the items found, the best first.
func numbers(r *Results) string {
	var b strings.Builder
	for _, h := range r.Hits {
		fmt.Fprintf(&b, "%d ", h.Item)
	}
	return strings.TrimSpace(b.String())
}

func TestSearch(t *testing.T) {
	t.Parallel()
	x := transportIndex(t)
	for _, test := range []struct{ query, want, reason string }{
		{"岸电设施", "1", "the title that has all of it"},
		{"岸電設施", "1", "in the other script"},
		{"农村公路", "3", "a word of the title"},
		{"岸电", "1 2", "both titles have it, and one text too"},
		{"岸电 -费用", "1", "without what a minus names"},
		{"“绿色港口”", "1", "a phrase"},
		{"“港口绿色”", "", "in that order alone"},
		{"-岸电", "3 4", "all but those"},
		{"市财政局", "3 2", "where it is mentioned, and where it is responsible"},
		{"上海市财政局", "3 2", "by any of its names"},
		{"第三项", "3", "a reference"},
		{"第二部分", "3 4", "the items of a section"},
		{"《云溪市交通行动方案》第2项", "2", "of that plan"},
		{"《别的方案》第2项", "", "of another one"},
		{"公路的养护", "3", "的 only joins"},
		{"哪个", "", "and such words alone find what has them"},
		{"电", "1 2 4", "one character"},
		{"车公", "4", "its characters, where nothing has its words"},
		{"车龘", "", "all of them"},
		{"", "", "nothing"},
	} {
		require.Equal(t, test.want, numbers(x.Search(test.query, new(SearchOptions))), "%s: %s", test.query, test.reason)
	}
}

func TestFilters(t *testing.T) {
	t.Parallel()
	x := transportIndex(t)
	for _, test := range []struct {
		name, query, want string
		options           SearchOptions
	}{
		{"department", "", "1 3", SearchOptions{Departments: []string{"市交通委"}}},
		{"one of two departments", "", "1 2 3", SearchOptions{Departments: []string{"市交通委", "市財政局"}}},
		{"section", "", "3 4", SearchOptions{Sections: []int{2}}},
		{"deadline", "", "2", SearchOptions{DeadlineBefore: target.Date{Year: 2027, Month: 1, Day: 1}}},
		{"no such deadline", "", "", SearchOptions{DeadlineBefore: target.Date{Year: 2026, Month: 1, Day: 1}}},
		{"target", "", "1", SearchOptions{HasTarget: true}},
		{"plan", "", "1 2 3 4", SearchOptions{Plans: []string{"x", "t"}}},
		{"other plan", "岸电", "", SearchOptions{Plans: []string{"x"}}},
		{"filter and query", "岸电", "2", SearchOptions{Departments: []string{"市财政局"}}},
		{"filter and minus", "-岸电", "3", SearchOptions{Departments: []string{"市交通委"}}},
		{"limit", "", "1 2", SearchOptions{Plans: []string{"t"}, Limit: 2}},
		{"skip", "", "3 4", SearchOptions{Plans: []string{"t"}, Skip: 2}},
		{"skip all", "", "", SearchOptions{Plans: []string{"t"}, Skip: 9}},
	} {
		require.Equal(t, test.want, numbers(x.Search(test.query, &test.options)), test.name)
	}
}

func TestFacets(t *testing.T) {
	t.Parallel()
	x := transportIndex(t)
	require.NoError(t, x.Add("u", parsed(t, transport), transport))
	r := x.Search("", &SearchOptions{Facets: true, Limit: 1, Sections: []int{1}})
	require.Equal(t, 4, r.Total, "more than the hits")
	require.Equal(t, []Facet{{"市交通委", "市交通委", 2}, {"市发展改革委", "市发展改革委", 2}, {"市财政局", "市财政局", 2}}, r.Departments)
	require.Equal(t, []SectionFacet{{"t", 1, "港口", 2}, {"u", 1, "港口", 2}}, r.Sections)
}

// TestHit holds what is shown of a hit.
func TestHit(t *testing.T) {
	t.Parallel()
	x := transportIndex(t)
	r := x.Search("港口 岸电 市發改委", &SearchOptions{SnippetLength: 8})
	h := r.Hits[0]
	require.Equal(t, "1.", h.Label)
	require.Equal(t, "港口", h.SectionTitle)
	require.Equal(t, []record.Field{record.Title, record.Body, record.Department, record.Section}, h.Fields)
	var marked []string
	for _, s := range h.Highlights {
		marked = append(marked, s.Of(transport))
	}
	require.Equal(t, []string{"岸电", "港口", "岸电", "市发展改革委"}, marked)
	require.Equal(t, "岸电", h.TitleHighlights[0].Of(h.Title))
	require.LessOrEqual(t, len([]rune(h.Snippet.Text)), 8)
	require.NotEmpty(t, h.Snippet.Highlights)
	require.True(t, h.Snippet.Before || h.Snippet.After, "it is part of a paragraph")
}

func TestComplete(t *testing.T) {
	t.Parallel()
	x := transportIndex(t)
	texts := func(prefix string, limit int) (all []string) {
		for _, c := range x.Complete(prefix, limit) {
			all = append(all, c.Text)
		}
		return all
	}
	require.Equal(t, []string{"公路", "公交车"}, texts("公", 9), "the shorter first")
	require.Equal(t, []string{"农村"}, texts("農村", 1), "in either script")
	require.Contains(t, texts("Shanghai Municipal Finance", 9), "Shanghai Municipal Finance Bureau", "names of bodies in English")
	require.Empty(t, texts("", 9))
	require.Empty(t, texts("公", 0))
	require.Empty(t, texts("龘", 9))
}
