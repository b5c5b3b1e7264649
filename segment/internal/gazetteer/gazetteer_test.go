package gazetteer

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan/department"
)

// marked writes what g finds into the text: [] for what is listed, {} for what the
// text defines, <> for the rest.
func marked(g *Gazetteer, text string) string {
	var names []testcase.Name
	for m := range g.Mentions(text) {
		n := testcase.Name{Span: m.Span, ID: m.ID, Brackets: "<>"}
		switch {
		case m.Defined:
			n.Brackets = "{}"
		case m.Listed:
			n.Brackets = "[]"
		}
		names = append(names, n)
	}
	return testcase.Mark(text, names)
}

func TestMentions(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		want    string
		options Options
		reason  string
	}{
		{"由[市商务委]会同<市水务局>", Options{}, "listed and not"},
		{"由[市商务委]会同市水务局", Options{ListedOnly: true}, "listed alone"},
		{"报[沪商委=市商务委]", Options{Aliases: map[string]string{"沪商委": "上海市商务委员会"}}, "an alias"},
		{"<上海市某某委员会=上海市某某委>（以下简称“{某某委=上海市某某委}”）批准，{某某委=上海市某某委}负责", Options{}, "a term that the text defines"},
		{"<上海市某某委员会=上海市某某委>（以下简称“某某委”）批准，某某委负责", Options{NoDefinitions: true}, "unless it is not wanted"},
		{"某某委负责，<上海市某某委员会=上海市某某委>（下称“{某某委=上海市某某委}”）", Options{}, "it holds from its definition on"},
		{"[市商务委]（简称“{本委=市商务委}”），<市水务局>（简称“{本委=市水务局}”），{本委=市水务局}", Options{}, "a later definition replaces it"},
		{"设立{“一带一路”甲乙推进办公室}（以下简称“{推进办=“一带一路”甲乙推进办公室}”），{推进办=“一带一路”甲乙推进办公室}负责", Options{}, "a clause that looks like a name"},
		{"[市商务委]、<市水务局>（以下简称“两部门”），两部门负责", Options{}, "a term for several bodies is left alone"},
	} {
		test.options.Engine = engine(t)
		g, err := New(department.Default(), &test.options)
		require.NoError(t, err)
		require.Equal(t, test.want, marked(g, testcase.Unmark(test.want)), test.reason)
	}
	_, err := New(department.Default(), &Options{Aliases: map[string]string{"沪商委": ""}, Engine: engine(t)})
	require.Error(t, err, "an alias of nothing")
}

// TestManyTerms holds that a text with more definitions than are looked for is read
// nonetheless.
func TestManyTerms(t *testing.T) {
	t.Parallel()
	g, err := New(department.Default(), &Options{Engine: engine(t)})
	require.NoError(t, err)
	var text strings.Builder
	for i := range maxTerms + 50 {
		text.WriteString("市财政局（以下简称“" + string([]rune{rune('一' + i), '龘'}) + "”）。")
	}
	found := 0
	for m := range g.Mentions(text.String()) {
		require.Equal(t, "市财政局", m.ID)
		found++
	}
	require.Greater(t, found, maxTerms)
}

// TestMerge holds which of two mentions that overlap is taken.
func TestMerge(t *testing.T) {
	t.Parallel()
	at := func(spans ...int) []Mention {
		var all []Mention
		for i := 0; i < len(spans); i += 2 {
			all = append(all, Mention{Span: offset.Span{Start: spans[i], End: spans[i+1]}})
		}
		return all
	}
	for _, test := range []struct {
		name            string
		listed, defined []Mention
		want            []Mention
	}{
		{"apart", at(0, 3, 9, 12), at(4, 6), at(0, 3, 4, 6, 9, 12)},
		{"the longer one", at(0, 9), at(3, 6), at(0, 9)},
		{"the longer one begins later in no list", at(3, 6), at(0, 9), at(0, 9)},
		{"the first", at(0, 6), at(3, 9), at(0, 6)},
		{"the same", at(0, 6), at(0, 6), at(0, 6)},
		{"one list", nil, at(1, 2), at(1, 2)},
	} {
		require.Equal(t, test.want, slices.Collect(merge(test.listed, test.defined)), test.name)
	}
}
