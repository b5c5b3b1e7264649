package segment

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
	seed "github.com/qiaotoubao/fangan/seeds"
)

// newGazetteer returns a Gazetteer that must not fail.
func newGazetteer(t testing.TB, r *department.Registry, o *GazetteerOptions) *Gazetteer {
	t.Helper()
	g, err := NewGazetteer(r, o)
	require.NoError(t, err)
	return g
}

// mentions returns what g finds, and checks what every mention promises.
func mentions(t testing.TB, g *Gazetteer, text string) []Mention {
	t.Helper()
	var all []Mention
	end := 0
	for m := range g.Mentions(text) {
		require.GreaterOrEqual(t, m.Span.Start, end, "mentions are in order and apart")
		require.Less(t, m.Span.Start, m.Span.End)
		require.Equal(t, m.Span.Of(text), m.Text)
		require.True(t, utf8.ValidString(m.Text), "a span splits no character")
		require.NotEmpty(t, m.ID)
		require.NotEmpty(t, m.Name)
		end = m.Span.End
		all = append(all, m)
	}
	return all
}

// bracketed writes the mentions into the text: [市商务委], <市水务局> for one that no list
// has, {商务委} for one that the text defines.
func bracketed(text string, all []Mention) string {
	names := make([]testcase.Name, len(all))
	for i, m := range all {
		names[i] = testcase.Name{Span: m.Span, ID: m.ID, Brackets: "<>"}
		switch {
		case m.Defined:
			names[i].Brackets = "{}"
		case m.Listed:
			names[i].Brackets = "[]"
		}
	}
	return testcase.Mark(text, names)
}

// traps are sentences with names, and with what only looks like some.
var traps = []struct{ name, want string }{
	{"list", "（责任部门：[市商务委]、[市发展改革委]、[上海海关]）"},
	{"Traditional", "由[市商務委=市商务委]會同[上海海關=上海海关]、<市水務局=市水务局>負責"},
	{"line break", "由[市商\n务委=市商务委]负责"},
	{"longer on the left", "由<国家发展改革委>批准，报<省发展改革委>备案"},
	{"longer on the right", "[上海市商务委员会=市商务委]和<上海海关学院>"},
	{"another city's", "<天津市商务委>来沪考察"},
	{"not listed", "<市水务局>、<市住建委=市住房城乡建设委>"},
	{"head of a bureau", "市财政局长出席，[市教委]主任主持"},
	{"local area network", "建设市科技局域网"},
	{"part of something", "本市教育局部调整，科技部署会"},
	{"part of a word on the left", "在门市科技局面前，优化夜市商务委托"},
	{"a body that a verb follows", "由[市国资委]任命，[市发改委=市发展改革委]会同"},
	{"an ordinal follows", "已经<市政府>第5次会议审议，优化<市政府>第三方评价"},
	{"a long name that other words seem to cross", "支持[上海期货交易所]在境外设库"},
	{"zone's own bureau", "由<滨湖旅游区建设局=滨湖旅游区住房城乡建设局>负责"},
	{"the nation's own and a place's", "由[推进“一带一路”建设工作领导小组办公室=国家推进“一带一路”建设工作领导小组办公室]和上海市推进“一带一路”建设工作领导小组办公室负责"},
	{"several cities' bodies", "五市市场监管局与[市商务委]"},
	{"part of a longer name behind", "由市政府新闻办公室发布"},
	{"part of a longer name before", "由市行政审批和政务服务局负责"},
	{"government's wares", "优化政府采购和市政府采购流程"},
	{"invalid bytes", "\xff[市商务委]\xe5\xb8[上海海关]\x80"},
	{"empty", ""},

	{"defined, listed", "[上海市商务委员会=市商务委]（以下简称“{商务委=市商务委}”）。由{商务委=市商务委}负责"},
	{"before its definition", "由<商务委>负责。[上海市商务委员会=市商务委]（以下简称“{商务委=市商务委}”）"},
	{"defined, not listed", "<广州市商务局>（以下简称{市商务局=广州市商务局}）牵头，{市商务局=广州市商务局}会同<省商务厅>"},
	{"no quotation marks, a colon", "<广州市水务局>（以下简称：{水务局=广州市水务局}），{水务局=广州市水务局}"},
	{"Traditional definition", "[復旦大學=复旦大学]（以下簡稱「{復旦=复旦大学}」）。支持{復旦=复旦大学}建設"},
	{"definition of one in the other script", "[復旦大學=复旦大学](以下簡稱「{復旦=复旦大学}」)。支持{复旦=复旦大学}"},
	{"two terms", "[上海海关]（以下简称“{沪关=上海海关}”或“{本关=上海海关}”），{本关=上海海关}"},
	{"two definitions of one term", "<广州市水务局>（下称“{水务局=广州市水务局}”），{水务局=广州市水务局}。<佛山市水务局>（下称“{水务局=佛山市水务局}”），{水务局=佛山市水务局}"},
	{"a name that only its end shows", "由{市推进“智慧海港”建设工作领导小组}（以下简称“{领导小组=市推进“智慧海港”建设工作领导小组}”）。{领导小组=市推进“智慧海港”建设工作领导小组}负责"},
	{"longer than the term", "<广州市水务局>（以下简称“{水务局=广州市水务局}”）、<省水利厅>、<佛山市水务局>"},
	{"several bodies", "[市商务委]、[市财政局]（以下简称“主管部门”）。主管部门负责"},
	{"the last of several", "[市商务委]、<广州市水务局>（以下简称“{水务局=广州市水务局}”）。{水务局=广州市水务局}负责"},
	{"several bodies, by the word", "[市商务委]（以下统称“主管部门”）。主管部门负责"},
	{"no body", "智慧港口建设方案（以下简称“方案”）。方案由[市商务委]解释"},
	{"a document", "《港口条例》（以下简称《条例》）。《条例》由[市商务委]解释"},
	{"unclosed", "[市商务委]（以下简称“<商务委>由<商务委>负责"},
	{"nothing defined", "\u3000（简称“部门”0"},
	{"said of someone", "[市商务委]声称，简称很多，（称为<商务委>）"},
}

func TestMentions(t *testing.T) {
	t.Parallel()
	g := newGazetteer(t, nil, nil)
	for _, tt := range traps {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := testcase.Unmark(tt.want)
			require.Equal(t, tt.want, bracketed(text, mentions(t, g, text)))
		})
	}
}

func TestMentionNames(t *testing.T) {
	t.Parallel()
	g := newGazetteer(t, nil, &GazetteerOptions{Aliases: map[string]string{"口岸专班": "市推进口岸工作专班", "两委": "市商务委"}})
	text := "市發改委、兩委、口岸專班、市水\n務局、" +
		"广州市水务局（以下简称“水务局”）、水务局"
	var names []string
	for _, m := range mentions(t, g, text) {
		names = append(names, m.Name)
	}
	require.Equal(t, []string{
		"市发展改革委", "市商务委", "市推进口岸工作专班", "市水務局", "广州市水务局", "广州市水务局", "广州市水务局",
	}, names)
}

func TestGazetteerOptions(t *testing.T) {
	t.Parallel()
	text := "市商务委、市水务局。上海海关（以下简称“沪关”），沪关"
	tests := []struct {
		name string
		o    *GazetteerOptions
		want string
	}{
		{"listed only", &GazetteerOptions{ListedOnly: true}, "[市商务委]、市水务局。[上海海关]（以下简称“{沪关=上海海关}”），{沪关=上海海关}"},
		{"no definitions", &GazetteerOptions{NoDefinitions: true}, "[市商务委]、<市水务局>。[上海海关]（以下简称“沪关”），沪关"},
		{
			"scope", &GazetteerOptions{Scope: department.Scope{Place: "广州市", Prefix: "市"}},
			"[市商务委]、<市水务局>。[上海海关]（以下简称“{沪关=上海海关}”），{沪关=上海海关}",
		},
	}
	for _, tt := range tests {
		g := newGazetteer(t, nil, tt.o)
		require.Equal(t, tt.want, bracketed(text, mentions(t, g, text)), tt.name)
	}

	words := newSegmenter(t, &Options{List: []Entry{{"局长", 9}}})
	text = "市财政局长"
	require.Empty(t, mentions(t, newGazetteer(t, nil, &GazetteerOptions{Segmenter: words}), text))
	words = newSegmenter(t, &Options{List: []Entry{{"财政", 9}}, Plain: true})
	require.Len(t, mentions(t, newGazetteer(t, nil, &GazetteerOptions{Segmenter: words}), text), 1)

	_, err := NewGazetteer(nil, &GazetteerOptions{Aliases: map[string]string{"甲乙": ""}})
	require.ErrorIs(t, err, department.ErrNoName)
	require.ErrorContains(t, err, "segment: ")
}

// Any list with ids will do, also one of a hundred thousand names.
func TestOwnList(t *testing.T) {
	t.Parallel()
	const size = 100_000
	digits := []rune("东南西北中春夏秋冬云")
	var bodies []department.Body
	for n := range size {
		name := []rune("号码头")
		for k := n + size; k > 1; k /= 10 {
			name = append(name, digits[k%10])
		}
		bodies = append(bodies, department.Body{ID: fmt.Sprintf("pier-%d", n), Name: string(name) + "港务段"})
	}
	r, err := department.NewRegistry(bodies)
	require.NoError(t, err)
	g := newGazetteer(t, r, &GazetteerOptions{ListedOnly: true})
	for n := 0; n < size; n += 997 {
		all := mentions(t, g, "请"+bodies[n].Name+"、市商务委研究")
		require.Len(t, all, 1)
		require.Equal(t, bodies[n].Name, all[0].Name)
		require.Equal(t, bodies[n].ID, all[0].ID)
	}
}

// Every name of every note of the embedded plan is found in the repaired text, at
// the span that the plan has for it in the file.
func TestSeedNames(t *testing.T) {
	t.Parallel()
	fixed := repair.Fix(seed.Bridgehead().Text, nil)
	g := newGazetteer(t, nil, nil)
	found := map[plan.Span]Mention{}
	for _, m := range mentions(t, g, fixed.Text) {
		found[fixed.Map.ToBefore(m.Span)] = m
	}
	names := 0
	for node := range plan.Preorder(plan.Bridgehead()) {
		d, ok := node.(*plan.Department)
		if !ok {
			continue
		}
		names++
		m, ok := found[d.Span]
		if !ok { // one damaged place holds several names
			ok = slices.ContainsFunc(mentions(t, g, fixed.Map.ToAfter(d.Span).Of(fixed.Text)), func(m Mention) bool { return m.ID == d.ID })
			require.True(t, ok, "%s at %v", d.Written, d.Span)
			continue
		}
		require.Equal(t, d.ID, m.ID)
		require.True(t, m.Listed, d.Name)
	}
	require.Equal(t, 190, names)
}

func TestMentionsStop(t *testing.T) {
	t.Parallel()
	g := newGazetteer(t, nil, nil)
	for _, text := range []string{"市商务委、上海海关、市水务局", "市商务委（以下简称“商务委”），商务委、上海海关"} {
		seq := g.Mentions(text)
		for range 2 {
			for m := range seq {
				require.Equal(t, "市商务委", m.ID)
				break
			}
		}
		require.Equal(t, slices.Collect(seq), slices.Collect(seq))
	}
}

func TestMentionsLinear(t *testing.T) {
	testcase.Timed(t)
	g := newGazetteer(t, nil, nil)
	for _, unit := range []string{
		"上海", "市", "市商务委员会", "市财政局长", "（以下简称", "（以下简称“", "市水务局（以下简称“水务局”）", "简称", "“", "（", "\xff",
		"市商务委（以下简称“商务委”）甲", "商务委市商务委（以下简称“本委”）本委", "称",
	} {
		testcase.Linear(t, unit, 1<<14/len(unit), func(text string) {
			for range g.Mentions(text) {
			}
		})
	}
}

func TestMentionsConcurrent(t *testing.T) {
	t.Parallel()
	g, err := NewGazetteer(nil, nil)
	require.NoError(t, err)
	text := strings.Repeat("市商务委会同广州市水务局（以下简称“水务局”），水务局、市财政局长负责。", 20)
	results := make([][]Mention, 64)
	var wg sync.WaitGroup
	for i := range results {
		wg.Go(func() { results[i] = slices.Collect(g.Mentions(text)) })
	}
	wg.Wait()
	require.Len(t, results[0], 80)
	for _, r := range results {
		require.Equal(t, results[0], r)
	}
}

func FuzzMentions(f *testing.F) {
	for _, tt := range traps {
		f.Add(testcase.Unmark(tt.want))
	}
	for _, text := range seeds {
		f.Add(text)
	}
	g := newGazetteer(f, nil, nil)
	f.Fuzz(func(t *testing.T, text string) {
		all := mentions(t, g, text)
		if !utf8.ValidString(text) {
			return
		}
		folded := strings.Map(otherScript, text)
		other := mentions(t, g, folded)
		require.Len(t, other, len(all), "both scripts have the same names")
		for i, m := range all {
			require.Equal(t, m.Span, other[i].Span)
			require.Equal(t, m.ID, other[i].ID)
		}
	})
}

// otherScript folds the ideographs, where that has as many bytes.
func otherScript(r rune) rune {
	if f := convert.FoldRune(r); r >= 0x3400 && r <= 0x9FFF && utf8.RuneLen(f) == utf8.RuneLen(r) {
		return f
	}
	return r
}
