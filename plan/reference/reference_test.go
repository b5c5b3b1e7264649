package reference_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan/reference"
)

func TestConformance(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/references.json")
	require.NoError(t, err)
	type want struct {
		Phrase   string
		Kind     reference.Kind
		Numbers  []int
		Path     []reference.Level
		Document string
	}
	var file struct {
		Cases []struct {
			Text string
			Refs []want
			Why  string
		}
	}
	require.NoError(t, json.Unmarshal(data, &file))
	require.NotEmpty(t, file.Cases)
	for _, c := range file.Cases {
		got := []want{}
		for _, r := range find(t, c.Text) {
			got = append(got, want{r.Text, r.Kind, r.Numbers, r.Path, r.Document})
		}
		require.Equal(t, c.Refs, got, "%s: %s", c.Text, c.Why)
	}
}

// find collects the references of text, and checks their spans.
func find(t testing.TB, text string) []reference.Reference {
	t.Helper()
	refs := slices.Collect(reference.Find(text))
	end := 0
	for _, r := range refs {
		if r.Span.Start < end || r.Span.End > len(text) || r.Span.Of(text) != r.Text || r.Text == "" {
			t.Fatalf("%q: span %v of %q", text, r.Span, r.Text)
		}
		if r.Document != "" && r.DocumentSpan.Of(text) != r.Document {
			t.Fatalf("%q: document span %v", text, r.DocumentSpan)
		}
		end = r.Span.End
	}
	return refs
}

// summary is what a test row says of a reference: text, kind, numbers and path,
// and the document.
func summary(r reference.Reference) string {
	var path, document string
	for _, l := range r.Path {
		path = fmt.Sprintf("%s/%s %d", path, l.Kind, l.Number)
	}
	if r.Document != "" {
		document = "|" + r.Document
	}
	return r.Text + "|" + r.Kind.String() + "|" + strings.Trim(fmt.Sprint(r.Numbers), "[]") + path + document
}

func TestFind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		{"line break after 第", "见第三部分第\n（二）项。", []string{"第三部分第\n（二）项|item|2/section 3/item 2"}},
		{"line break in a number", "按照第五十\n二条执行", []string{"第五十\n二条|article|52"}},
		{"line break in a unit", "按照第三部\n分执行", []string{"第三部\n分|section|3"}},
		{"blanks everywhere", "依第 78 條第 1 項第 3 款辦理", []string{"第 78 條第 1 項第 3 款|paragraph|3/article 78/item 1/paragraph 3"}},
		{"ideographic blank", "依据第　八　条", []string{"第　八　条|article|8"}},
		{"two line breaks part", "依据第\n\n八条", nil},
		{"sub-number", "依第三十四條之一及第34條之1辦理", []string{"第三十四條之一|article|34", "第34條之1|article|34"}},
		{"sub-number before the unit", "違反第二十七之一條第一項、第34-1條", []string{"第二十七之一條第一項|item|1/article 27/item 1", "第34-1條|article|34"}},
		{"之 without a number", "依第三條之規定，第五条之一般规定", []string{"第三條|article|3", "第五条|article|5"}},
		{"level below a sub-number", "第12條之1第2項所定", []string{"第12條之1第2項|item|2/article 12/item 2"}},
		{"shared unit", "由第三、第四项规定", []string{"第三、第四项|item|3 4"}},
		{"list of three", "废止第一条、第三条和第五条", []string{"第一条|article|1", "第三条|article|3", "第五条|article|5"}},
		{"range in a list", "落实第一至三、五项任务", []string{"第一至三、五项任务|item|1 2 3 5"}},
		{"range of brackets", "落实第(3)~(5)项", []string{"第(3)~(5)项|item|3 4 5"}},
		{"range of items at the end of a path", "第二条第一项至第三项", []string{"第二条第一项至第三项|item|1 2 3/article 2/item 1"}},
		{"a range that falls", "由第五条至第三条规定", []string{"第五条|article|5", "第三条|article|3"}},
		{"a range across levels", "第三条第一款至第五条第二款", []string{"第三条第一款|paragraph|1/article 3/paragraph 1", "第五条第二款|paragraph|2/article 5/paragraph 2"}},
		{"double dash", "参照第十——十二条", []string{"第十——十二条|article|10 11 12"}},
		{"enclosed numerals", "上述㈢至㈤由各区落实，第⑵项除外", []string{"㈢至㈤|item|3 4 5", "第⑵项|item|2"}},
		{"bare brackets with 、", "由（一）、（三）共同组成", []string{"（一）、（三）|item|1 3"}},
		{"bare bracket after 按", "按（四）执行，（五）另行通知", []string{"（四）|item|4"}},
		{"bare brackets with a unit", "上述（三）、（四）项", []string{"（三）、（四）项|item|3 4"}},
		{"bare bracket below an article", "违反第六条（一）、（二）项", []string{"第六条（一）、（二）项|item|1 2/article 6/item 1"}},
		{"bare year", "按（2017）执行，见（12345）", nil},
		{"labels", "1. 目标\n（一）第三方评估\n（二）、清单", nil},
		{"label and a reference behind it", "（一）第十二条的落实", []string{"第十二条|article|12"}},
		{"annexes", "见附件1、2，附件3-5，附表４和附錄二", []string{"附件1、2|annex|1 2", "附件3-5|annex|3 4 5", "附表４|annex|4", "附錄二|annex|2"}},
		{"annex range, both complete", "见附件1至附件3。", []string{"附件1至附件3|annex|1 2 3"}},
		{"annex counts", "附件2022年报送，附件3份，附件一并报送，附件一式两份，附件：1.名单", nil},
		{"annex and a full-width point", "详见附件2．下同", []string{"附件2|annex|2"}},
		{"a version with a full-width point", "见附件2．5版", nil},
		{"annex and the next label", "见附件\n1.总体要求", nil},
		{"annex in brackets", "（见附件（二））", []string{"附件（二）|annex|2"}},
		{"tasks", "任务1、2、3由市发改委牵头；任務十二的分工", []string{"任务1、2、3|item|1 2 3", "任務十二|item|12"}},
		{"task counts", "任务3000套，任务12项，任务一致，任务十分艰巨，任务100%完成，任务5.5亿", nil},
		{"heading with 任务", "二、重点任务\n（一）优化服务", nil},
		{"everyday ordinals", "第一时间、第三方、第一责任人、第二产业、第十三届、第二批、第三轮、第三季度、第2号、第三类、第一步、第三条战线、第三次", nil},
		{"counts", "三条红线、12项任务、二十条、共三章、前款、本条、前两项、一条龙", nil},
		{"counted things", "第二条生产线、第三条8英寸芯片生产线、第二条跨海隧道、第三款新能源汽车、第一节课、第四条跑道", nil},
		{"ranked", "建成全国第一条智能化专用道", nil},
		{"articles that look counted", "第八条申请建设生产线的，第九条所称线路，第十条由管线单位负责", []string{"第八条|article|8", "第九条|article|9", "第十条|article|10"}},
		{"other words", "第三项目部、第二条件、第一目标、第三条例、第二章程", nil},
		{"comma is no list", "第一，三条红线要守住；第二，五项措施要落实", nil},
		{"section words", "第一编第二章第三节、第二篇和第五大點", []string{"第一编第二章第三节|section|3/section 1/section 2/section 3", "第二篇|section|2", "第五大點|section|5"}},
		{"points", "第二點第三目", []string{"第二點第三目|point|3/point 2/point 3"}},
		{"document alone", "落实《外商投资法》和《条例》精神", []string{"《外商投资法》|document||外商投资法", "《条例》|document||条例"}},
		{"document with a part", "《条例》第三条", []string{"第三条|article|3|条例"}},
		{"document with 中的", "《条例》中的第三条", []string{"第三条|article|3|条例"}},
		{"document carried on", "《条例》第三条规定和第五条、第六条，第七条", []string{"第三条|article|3|条例", "第五条|article|5|条例", "第六条|article|6|条例", "第七条|article|7"}},
		{"document ended by another", "《甲法》第三条和《乙法》第五条", []string{"第三条|article|3|甲法", "第五条|article|5|乙法"}},
		{"document ended by 本", "《甲法》第三条和本办法第五条", []string{"第三条|article|3|甲法", "第五条|article|5"}},
		{"never backwards", "第三条和《甲法》", []string{"第三条|article|3", "《甲法》|document||甲法"}},
		{"document and its short name", "《甲办法》（以下简称《办法》）第三条", []string{"第三条|article|3|甲办法"}},
		{"document over a line break", "根据《甲条\n例》（国发〔2021〕\n3号）\n第三条", []string{"第三条|article|3|甲条\n例"}},
		{"names in names", "《关于印发《甲》的通知》附件2", []string{"附件2|annex|2|关于印发《甲》的通知"}},
		{"part inside a name", "《关于修改第三条的决定》", []string{"《关于修改第三条的决定》|document||关于修改第三条的决定"}},
		{"no name", "《》第三条《未完", []string{"第三条|article|3"}},
		{"two documents side by side", "《甲》《乙》第二条", []string{"《甲》|document||甲", "第二条|article|2|乙"}},
		{"label of an article", "第三条 为了规范\n第四条　依据第三条\n第五条【目的】", []string{"第三条|article|3"}},
		{"labels without a mark", "第一条完善制度。\n第二条深化改革，参见第一条。\n第三条开展许可。", []string{"第一条|article|1"}},
		{"chapters as headings", "第一章 总则\n第二章　分则\n# 第三章\n**第四章** 附则", nil},
		{"annex headings", "附件1\n任务表\n附件2：名单\n附件3. 表", nil},
		{"a sentence that begins with an article", "第七条所列事项", []string{"第七条|article|7"}},
		{"alone", "第（十二）项", []string{"第（十二）项|item|12"}},
		{"hostile number", "第99999999999999999999条，第〇条，第三四条", nil},
		{"invalid bytes", "\xff第\xff三条第三条\xff", []string{"第三条|article|3"}},
		{"cut short", "第三", nil},
		{"empty", "", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range find(t, tt.in) {
			got = append(got, summary(r))
		}
		require.Equal(t, tt.want, got, "%s: %s", tt.name, tt.in)
	}
}

func TestScriptsAndWidths(t *testing.T) {
	t.Parallel()
	hans := "依照第三条第二款第（四）项、第五节、附件12和任务3，第六点"
	hant := "依照第三條第二款第(四)項、第五節、附件１２和任務３，第六點"
	a, b := find(t, hans), find(t, hant)
	require.Len(t, a, 5)
	require.Len(t, b, len(a))
	for i := range a {
		require.Equal(t, a[i].Kind, b[i].Kind)
		require.Equal(t, a[i].Numbers, b[i].Numbers)
		require.Equal(t, a[i].Path, b[i].Path)
	}
}

func TestHostileRange(t *testing.T) {
	t.Parallel()
	refs := find(t, "由第一条至第99999条规定")
	require.Len(t, refs, 1)
	require.True(t, refs[0].Elided)
	require.Equal(t, []int{1, 99999}, refs[0].Numbers)

	refs = find(t, "由第1至900、1000至1900、2000条规定")
	require.Len(t, refs, 1)
	require.True(t, refs[0].Elided)
	require.LessOrEqual(t, len(refs[0].Numbers), reference.MaxNumbers)
	require.False(t, find(t, "由第1至900条规定")[0].Elided)
}

func TestRangeTwiceAndBreak(t *testing.T) {
	t.Parallel()
	seq := reference.Find("第一条，第二款，第三项")
	require.Equal(t, slices.Collect(seq), slices.Collect(seq))
	for r := range seq {
		require.Equal(t, "第一条", r.Text)
		break
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	refs := find(t, "《细则》第六条第（一）、（三）项")
	out, err := json.Marshal(refs)
	require.NoError(t, err)
	require.JSONEq(t, `[{"text":"第六条第（一）、（三）项","kind":"item","numbers":[1,3],"path":[["article",6],["item",1]],"document":"细则","span":[12,48]}]`, string(out))
	var back []reference.Reference
	require.NoError(t, json.Unmarshal(out, &back))
	refs[0].DocumentSpan.Start, refs[0].DocumentSpan.End = 0, 0
	require.Equal(t, refs, back)
	var level reference.Level
	for _, bad := range []string{`["item"]`, `["item",1,2]`, `["x",1]`, `{}`, `["item","x"]`} {
		require.Error(t, json.Unmarshal([]byte(bad), &level), bad)
	}
}

func TestKinds(t *testing.T) {
	t.Parallel()
	seen := map[reference.Kind]bool{}
	for _, text := range []string{"第一章", "第一条", "第一项", "第一款", "第一点", "附件1", "《甲》"} {
		for _, r := range find(t, "按"+text) {
			seen[r.Kind] = true
		}
	}
	for k := reference.Invalid; k <= reference.Document+1; k++ {
		text, err := k.MarshalText()
		if k == reference.Invalid || k > reference.Document {
			require.Error(t, err)
			require.Equal(t, "invalid", k.String())
			continue
		}
		require.NoError(t, err)
		require.True(t, seen[k], "no case gives %v", k)
		var back reference.Kind
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, k, back)
	}
	require.Error(t, new(reference.Kind).UnmarshalText([]byte("invalid")))
}

// hostile texts make a reader try and fail at each character.
var hostile = []string{
	"第", "第1、", "第1、第", "第（1）、", "（1）、", "《", "《第", "第1条至", "附件1、", "任务1至", "第一条第一款", "\n第一条",
	"见（一）", "第　", "第一条\n", "《甲》（", "《甲》第", "1", "一", "第1条、", "（", "㈠",
}

func TestLinear(t *testing.T) {
	testcase.Timed(t)
	for _, s := range hostile {
		testcase.Linear(t, s, 4000, func(text string) {
			for range reference.Find(text) {
			}
		})
	}
}

// FuzzFind states that spans are in order, inside the text, on rune borders of
// valid text, and name what Text says; that numbers are positive; and that
// nothing panics.
func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		f.Add(s + "三条" + s)
	}
	f.Add("《条例》（试行）第三条第（二）至（五）项、第七条和附件2")
	f.Fuzz(func(t *testing.T, text string) {
		for _, r := range find(t, text) {
			if utf8.ValidString(text) && !utf8.ValidString(r.Text) {
				t.Fatalf("%q splits a rune", r.Text)
			}
			if (len(r.Numbers) == 0) != (r.Kind == reference.Document) || len(r.Numbers) > reference.MaxNumbers {
				t.Fatalf("%q: %d numbers", r.Text, len(r.Numbers))
			}
			for _, n := range r.Numbers {
				if n < 1 {
					t.Fatalf("%q: number %d", r.Text, n)
				}
			}
			if n := len(r.Path); n == 1 || n > 1 && (r.Path[n-1].Kind != r.Kind || r.Path[n-1].Number != r.Numbers[0]) {
				t.Fatalf("%q: path %v", r.Text, r.Path)
			}
		}
	})
}

// sparse is running text in which one sentence of ten holds a reference.
var sparse = strings.Repeat(strings.Repeat("加快建设具有全球影响力的科技创新中心，推动产业转型升级，提升公共服务水平。", 9)+
	"按照第十二条第（三）项的要求，进一步优化营商环境。", 200)

func BenchmarkFind(b *testing.B) {
	b.SetBytes(int64(len(sparse)))
	b.ReportAllocs()
	for b.Loop() {
		for range reference.Find(sparse) {
		}
	}
}
