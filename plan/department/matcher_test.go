package department

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/internal/testcase"
)

// mentions matches and checks what every mention promises.
func mentions(t testing.TB, m *Matcher, text string) []Mention {
	t.Helper()
	var all []Mention
	end := 0
	for x := range m.Mentions(text) {
		require.GreaterOrEqual(t, x.Span.Start, end, "mentions are in order and apart")
		require.Less(t, x.Span.Start, x.Span.End)
		require.LessOrEqual(t, x.Span.End, len(text))
		require.Equal(t, x.Span.Of(text), x.Text)
		require.True(t, utf8.ValidString(x.Text), "a span splits no character")
		require.NotEmpty(t, x.ID)
		end = x.Span.End
		all = append(all, x)
	}
	return all
}

// marked writes the mentions into the text: [市商务委], and <市水务局> for one that
// no list has.
func marked(text string, all []Mention) string {
	names := make([]testcase.Name, len(all))
	for i, x := range all {
		names[i] = testcase.Name{Span: x.Span, ID: x.ID, Brackets: "<>"}
		if x.Listed {
			names[i].Brackets = "[]"
		}
	}
	return testcase.Mark(text, names)
}

// trapRegistry has some bodies without a level besides the default ones.
func trapRegistry(t testing.TB) *Registry {
	t.Helper()
	bodies := []Body{{Name: "海关"}, {Name: "发展改革委"}, {Name: "国家发展改革委"}, {Name: "广州市商务局"}}
	for b := range Default().Bodies() {
		bodies = append(bodies, b)
	}
	r, err := NewRegistry(bodies)
	require.NoError(t, err)
	return r
}

var traps = []struct{ name, want string }{
	{"list", "（责任部门：[市商务委]、[市发展改革委]、[上海海关]）"},
	{"longer on the left", "由[国家发展改革委]批准"},
	{"bare and listed", "不符合规定的项目,[发展改革委]不予批准"},
	{"province's, not listed", "报<省发展改革委>备案"},
	{"place and level", "<深圳市发展改革委>与[广州市商务局]联合发文"},
	{"county's, no table has it", "支持<青浦区财政局>和<义乌市商务局>开展试点"},
	{"full name by alias", "[上海市商务委员会=市商务委]负责解释"},
	{"full name of a part", "[市商务委员会=市商务委]牵头"},
	{"another city's commission", "<天津市商务委>来沪考察"},
	{"each city's", "各市商务委要加强领导"},
	{"the whole city", "全市商务委系统"},
	{"city administration", "优化城市管理局面"},
	{"customs of a place", "<广州海关>、[上海海关]和<宁波海关>签署备忘录"},
	{"customs in common", "推动[上海海关]联动、与[上海海关]联合执法，防范上海海关联交易"},
	{"customs alone", "推动[海关]、<上海海事局>联动"},
	{"customs college", "<上海海关学院>承办培训"},
	{"head office", "<海关总署>与[上海海关]签署备忘录"},
	{"not customs", "密切海关联系，处理好海关系列问题"},
	{"special area", "支持海关特殊监管区域发展"},
	{"close verb", "[市商务委]会同[上海海关]建立平台"},
	{"organizes", "[市教委]组织[上海外国语大学]、[上海海事大学]开展培训"},
	{"university's school", "复旦大学管理学院举办论坛"},
	{"university builds", "[复旦大学]建设研究中心"},
	{"students", "吸引复旦大学生参加"},
	{"listed inside listed", "[上海交通大学中国城市治理研究院]成立"},
	{"branch elsewhere", "<国家开发银行深圳分行>提供贷款"},
	{"listed branch", "[国家开发银行上海分行]提供贷款"},
	{"banking, not the bank", "中国进出口银行业发展"},
	{"regulator's long name", "<国家税务总局深圳市税务局=深圳市税务局>"},
	{"central bank's branch", "<中国人民银行济南分行=人民银行济南分行>"},
	{"Party department", "<市委统战部>、[市委组织部]"},
	{"departments in general", "组织部门和宣传部门"},
	{"office of the government", "<市政府办公厅>、[市政府外办]、<市政府>"},
	{"alias of two characters inside words", "线上外卖和复旦软件园"},
	{"alias of two characters alone", "（[复旦=复旦大学]、[上外=上海外国语大学]）"},
	{"line break inside", "由[市商\n务委=市商务委]负责"},
	{"blanks inside", "[上海 海　关=上海海关]"},
	{"two line breaks", "由市商\n\n务委负责"},
	{"crlf", "[市商\r\n务委=市商务委]"},
	{"Traditional", "（責任部門：[市商務委=市商务委]、[復旦大學=复旦大学]）"},
	{"full width", "[上海ＷＴＯ事务咨询中心=上海WTO事务咨询中心]"},
	{"Traditional, not listed", "<市水務局=市水务局>負責"},
	{"not listed, by rule", "（<市水务局>、<市住建委=市住房城乡建设委>）"},
	{"market", "完善市场布局和市场监管格局"},
	{"both 市", "<市市场监管局>牵头"},
	{"level over a break", "（<自\n治区市场监管局=自治区市场监管局>负责）"},
	{"every county's government", "各县（市、区）人民政府负责"},
	{"some cities' governments", "广州、深圳等市人民政府和浦东新区等相关区政府"},
	{"districts in general", "各县市区人民政府、功能区管委会、各产业园区管委会"},
	{"levels that share a body", "各市、县人民政府和各市、县市场监管局"},
	{"a zone's whole name", "（<自贸试验区昆明片区管委会>、<临港新片区管委会>）"},
	{"a zone in a sentence", "支持<北京经济技术开发区管委会>开展试点"},
	{"associations in a list", "、<侨联>、<台办>、<工商联>等"},
	{"no association", "党建联建、文联动"},
	{"Youth League", "（<团市委>、<团省委>）"},
	{"government's wares", "优化政府采购和市政府采购流程"},
	{"leading group", "设在<市新型城镇化工作领导小组办公室>"},
	{"unlisted university", "联合<上海财经大学>、<华东师范大学>共建"},
	{"first-class", "上海建设一流大学和上海地区大学"},
	{"prose", "以下简称方案，促进地区发展，组织开展论坛"},
	{"invalid bytes", "\xff[市商务委]\xe5\xb8[上海海关]\x80"},
	{"empty", ""},
}

func TestMentions(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(trapRegistry(t), nil)
	require.NoError(t, err)
	for _, tt := range traps {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			text := testcase.Unmark(tt.want)
			require.Equal(t, tt.want, marked(text, mentions(t, m, text)))
		})
	}
}

func TestBothScriptsAreAlike(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(trapRegistry(t), nil)
	require.NoError(t, err)
	hant := hantOf(t)
	for _, tt := range traps {
		text := testcase.Unmark(tt.want)
		other := hant(text)
		require.Len(t, other, len(text))
		a, b := mentions(t, m, text), mentions(t, m, other)
		require.Len(t, b, len(a), other)
		for i := range a {
			require.Equal(t, a[i].Span, b[i].Span, other)
			require.Equal(t, a[i].ID, b[i].ID, other)
			require.Equal(t, a[i].Listed, b[i].Listed, other)
		}
	}
}

func TestListedOnly(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(trapRegistry(t), &MatcherOptions{ListedOnly: true})
	require.NoError(t, err)
	for _, tt := range traps {
		text := testcase.Unmark(tt.want)
		for _, x := range mentions(t, m, text) {
			require.True(t, x.Listed, "%s in %s", x.Text, text)
		}
	}
	text := "由市商务委和市水务局负责，天津市商务委配合"
	require.Equal(t, "由[市商务委]和市水务局负责，天津市商务委配合", marked(text, mentions(t, m, text)))
}

func TestAliases(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(Default(), &MatcherOptions{Aliases: map[string]string{
		"两委":     "上海市商务委员会",
		"工作专班":   "市推进口岸工作专班",
		"市 口岸专班": "市推进口岸工作专班",
	}})
	require.NoError(t, err)
	text := "（兩委）及工作專班"
	require.Equal(t, "（[兩委=市商务委]）及[工作專班=市推进口岸工作专班]", marked(text, mentions(t, m, text)))
	text = "报市口岸专班"
	require.Equal(t, "报[市口岸专班=市推进口岸工作专班]", marked(text, mentions(t, m, text)))

	_, err = NewMatcher(Default(), &MatcherOptions{Aliases: map[string]string{" ": "市商务委"}})
	require.ErrorIs(t, err, ErrNoName)
	_, err = NewMatcher(Default(), &MatcherOptions{Aliases: map[string]string{"甲乙丙": ""}})
	require.ErrorIs(t, err, ErrNoName)
}

func TestVeto(t *testing.T) {
	t.Parallel()
	text := "市商务委、市水务局、上海海关"
	var asked []string
	m, err := NewMatcher(Default(), &MatcherOptions{Veto: func(s string, name offset.Span) bool {
		require.Equal(t, text, s)
		asked = append(asked, name.Of(s))
		return name.Of(s) == "市商务委"
	}})
	require.NoError(t, err)
	require.Equal(t, "市商务委、<市水务局>、[上海海关]", marked(text, mentions(t, m, text)))
	require.Equal(t, []string{"市商务委", "市水务局", "上海海关"}, slices.Compact(asked))
}

func TestBreakLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(Default(), nil)
	require.NoError(t, err)
	seq := m.Mentions("市商务委、上海海关、市水务局")
	for range 2 {
		n := 0
		for x := range seq {
			require.Equal(t, "市商务委", x.ID)
			n++
			break
		}
		require.Equal(t, 1, n)
	}
}

func TestEverySpellingIsMatched(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(Default(), nil)
	require.NoError(t, err)
	for b := range Default().Bodies() {
		for _, s := range b.spellings() {
			text := "（" + s + "）"
			all := mentions(t, m, text)
			require.Len(t, all, 1, text)
			require.Equal(t, s, all[0].Text)
			require.Equal(t, b.ID, all[0].ID)
		}
	}
}

func TestMatcherIsSafeForConcurrentUse(t *testing.T) {
	t.Parallel()
	m, err := NewMatcher(Default(), nil)
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 64 {
		wg.Go(func() {
			n := 0
			for range m.Mentions(ownPlan) {
				n++
			}
			if n != 10 {
				t.Error(n)
			}
		})
	}
	wg.Wait()
}

func TestManyNames(t *testing.T) {
	t.Parallel()
	r := manyNames(t, 30000)
	m, err := NewMatcher(r, nil)
	require.NoError(t, err)
	n := 0
	for b := range r.Bodies() {
		if n++; n%97 != 0 {
			continue
		}
		text := "请" + b.Name + "研究"
		all := mentions(t, m, text)
		require.Len(t, all, 1, text)
		require.Equal(t, b.Name, all[0].Text)
		require.Equal(t, b.ID, all[0].ID)
	}
}

// TestLinear matches texts that ask for as much as can be: starts of names, blanks,
// and contexts without end.
func TestLinear(t *testing.T) {
	testcase.Timed(t)
	m, err := NewMatcher(Default(), nil)
	require.NoError(t, err)
	blanks := "市" + strings.Repeat(" ", 1<<12) + "商务委"
	for _, unit := range []string{
		"上海", "市", "市商务委员会", "上海市发展改革", "中国出口信用保险公司上海分公", "发展改革委", "大学", "上 ", "市\n", "国家", "市委员会", "\xff", blanks,
	} {
		testcase.Linear(t, unit, max(1, (1<<14)/len(unit)), func(text string) {
			for range m.Mentions(text) {
			}
		})
	}
}

func FuzzMentions(f *testing.F) {
	for _, tt := range traps {
		f.Add(testcase.Unmark(tt.want))
	}
	r := trapRegistry(f)
	m, err := NewMatcher(r, nil)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		all := mentions(t, m, text)
		for _, x := range all {
			if !x.Listed {
				require.Equal(t, r.ID(x.Text, Scope{}), x.ID)
			}
		}
		folded, ok := foldKeepingLength(text)
		if !ok {
			return
		}
		other := mentions(t, m, folded)
		require.Len(t, other, len(all), folded)
		for i := range all {
			require.Equal(t, all[i].Span, other[i].Span)
			require.Equal(t, all[i].ID, other[i].ID)
		}
	})
}

// foldKeepingLength folds the Chinese characters of a text, if that changes no
// byte's place.
func foldKeepingLength(text string) (string, bool) {
	if !utf8.ValidString(text) {
		return "", false
	}
	same := true
	folded := strings.Map(func(r rune) rune {
		if !isHan(r) {
			return r
		}
		f := convert.FoldRune(r)
		same = same && utf8.RuneLen(f) == utf8.RuneLen(r)
		return f
	}, text)
	return folded, same
}
