package segment

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/reference"
)

// The plans that references are resolved against: items numbered through, items
// that start again in each section, articles in chapters with points, and a law as
// Taiwan writes them.
const (
	throughText = "滨海港口提升行动方案\n\n一、总体要求\n(一)指导思想。坚持安全。\n二、重点任务\n" +
		"(二)建设码头。建设两座码头。（责任部门：市交通委）\n(三)疏浚航道。疏浚三条航道。（责任部门：市水务局）\n" +
		"三、保障措施\n(四)加强领导。建立机制。（责任部门：市交通委）\n\n附件1：任务分工表\n码头由市交通委负责。\n附件2：进度表\n按月推进。\n"
	restartText = "滨海港口提升行动方案\n\n一、总体要求\n（一）指导思想。坚持安全。（责任部门：市交通委）\n（二）基本原则。坚持统筹。（责任部门：市交通委）\n二、重点任务\n" +
		"（一）建设码头。建设两座码头。（责任部门：市交通委）\n1.建设东码头。年内开工。\n2.建设西码头。明年开工。\n（二）疏浚航道。疏浚三条航道。（责任部门：市水务局）\n（三）整治锚地。整治锚地。（责任部门：市水务局）\n"
	articleText = "滨海港口管理办法\n\n第一章　总则\n第一条　为了加强港口管理，制定本办法。\n第二条　本办法适用于本市港口。\n第二章　管理\n" +
		"第三条　港口经营人应当遵守下列规定：\n（一）保证安全；\n（二）公布价格；\n（三）接受检查。\n第四条　港口经营人不得有下列行为：\n（一）垄断经营；\n（二）倒卖货物。\n第三章　附则\n第五条　本办法自发布之日起施行。\n"
)

func parsePlan(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, err := plan.Parse(text, nil)
	require.NoError(t, err)
	return p
}

// resolved says what the references in text lead to in p.
func resolved(t testing.TB, p *plan.Plan, text string) string {
	t.Helper()
	var all []string
	for ref := range References(text) {
		found, err := Resolve(p, ref)
		for _, x := range found {
			switch node := x.Node.(type) {
			case nil:
				require.Equal(t, x.Attachment.Span, x.Span)
				all = append(all, "attachment")
			case *plan.Plan:
				all = append(all, "plan")
			default:
				require.Equal(t, node.Extent(), x.Span)
				s, _, _ := strings.Cut(fmt.Sprint(node), "。")
				all = append(all, kindOf(node)+" "+strings.ReplaceAll(s, "\n", " "))
			}
		}
		if err != nil {
			var e *ResolveError
			require.ErrorAs(t, err, &e)
			require.Equal(t, ref, e.Reference)
			all = append(all, e.Error())
		}
	}
	return strings.Join(all, "; ")
}

func kindOf(node plan.Node) string {
	switch node.(type) {
	case *plan.Section:
		return "section"
	case *plan.Item:
		return "item"
	default:
		return "point"
	}
}

func TestResolve(t *testing.T) {
	t.Parallel()
	through, restart, article := parsePlan(t, throughText), parsePlan(t, restartText), parsePlan(t, articleText)
	for _, tt := range []struct {
		name     string
		plan     *plan.Plan
		in, want string
	}{
		{"item", through, "第（三）项", "item (三)疏浚航道"},
		{"no bracket", through, "第三项", "item (三)疏浚航道"},
		{"Traditional", through, "第（三）項", "item (三)疏浚航道"},
		{"range", through, "第（二）至（四）项", "item (二)建设码头; item (三)疏浚航道; item (四)加强领导"},
		{"past the end", through, "第五项", "segment: 第五项: no item 5"},
		{"half past the end", through, "第（三）项至第（九）项", "item (三)疏浚航道; item (四)加强领导; segment: 第（三）项至第（九）项: no item 5"},
		{"endless", through, "第1条至第99999条", "segment: 第1条至第99999条: more than 1000 numbers"},
		{"item called an article", through, "第三条", "item (三)疏浚航道"},
		{"item called a point", through, "第2点", "item (二)建设码头"},
		{"section", through, "第二部分", "section 二、重点任务"},
		{"section called a chapter", through, "第二章", "section 二、重点任务"},
		{"no such section", through, "第九部分", "segment: 第九部分: no section 9"},
		{"item of a section", through, "第二部分第（三）项", "item (三)疏浚航道"},
		{"item of another section", through, "第二部分第（四）项", "segment: 第二部分第（四）项: no item 4"},
		{"paragraph of nothing", through, "第三款", "segment: 第三款: no numbered paragraph there"},
		{"attachment", through, "附件2", "attachment"},
		{"no such attachment", through, "附件3", "segment: 附件3: no annex 3"},
		{"no attachments", restart, "附件1", "segment: 附件1: no numbered annex there"},
		{"item of an attachment", through, "附件1第2项", "segment: 附件1第2项: no numbered item there"},
		{"another document", through, "《另一方案》第三项", "segment: 第三项: part of another document, 《另一方案》"},
		{"this document", through, "《濱海港口提升行動方案》第三項和《滨海港口提升行动方案》", "item (三)疏浚航道; plan"},
		{"several", restart, "第（一）项", "segment: 第（一）项: 2 units are item 1"},
		{"the only one", restart, "第（三）项", "item （三）整治锚地"},
		{"by path", restart, "第二部分第（一）项", "item （一）建设码头"},
		{"by path, none", restart, "第一部分第（三）项", "segment: 第一部分第（三）项: no item 3"},
		{"point", restart, "第二部分第（一）项第2点", "point 2. 建设西码头"},
		{"point, the path decides late", restart, "第（一）项第2点", "point 2. 建设西码头"},
		{"point of none", restart, "第（三）项第1点", "segment: 第（三）项第1点: no numbered point there"},
		{"article", article, "第三条", "item 第三条港口经营人应当遵守下列规定"},
		{"no such article", article, "第九条", "segment: 第九条: no article 9"},
		{"article of a chapter", article, "第二章第三条", "item 第三条港口经营人应当遵守下列规定"},
		{"article of another", article, "第一章第三条", "segment: 第一章第三条: no article 3"},
		{"chapter", article, "第二章", "section 第二章管理"},
		{"no sections of that word", article, "第二节", "segment: 第二节: no numbered section there"},
		{"point of an article", article, "第三条第（二）项", "point （二）公布价格"},
		{"no such point", article, "第四条第（三）项", "segment: 第四条第（三）项: no item 3"},
		{"an article without", article, "第一条第（一）项", "segment: 第一条第（一）项: no numbered item there"},
		{"points alone", article, "第（二）、（三）项", "point （三）接受检查; segment: 第（二）、（三）项: 2 units are item 2"},
		{"paragraph", article, "第三条第二款", "segment: 第三条第二款: no numbered paragraph there"},
		{"point of a paragraph", article, "第三条第一款第（二）项", "point （二）公布价格"},
		{"Taiwan's paragraph", article, "第三條第2項", "segment: 第三條第2項: no numbered item there"},
		{"Taiwan's point", article, "第三條第1項第2款", "point （二）公布价格"},
		{"no plan", nil, "第三项", "segment: 第三项: no numbered item there"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, resolved(t, tt.plan, "按照"+tt.in+"执行"))
		})
	}
}

// A name in 《》 is the plan's where the plan gives it to itself.
func TestResolveOwnName(t *testing.T) {
	t.Parallel()
	p := parsePlan(t, throughText)
	p.Terms = append(p.Terms, plan.Term{Term: "《行动方案》", Meaning: "滨海港口提升行动方案"}, plan.Term{Term: "条例", Meaning: "港口条例"})
	require.Equal(t, "item (三)疏浚航道", resolved(t, p, "按照《行动方案》第三项"))
	require.Equal(t, "segment: 第三项: part of another document, 《条例》", resolved(t, p, "按照《条例》第三项"))
}

func TestResolveError(t *testing.T) {
	t.Parallel()
	fails := func(p *plan.Plan, text string) *ResolveError {
		for ref := range References(text) {
			_, err := Resolve(p, ref)
			var e *ResolveError
			require.ErrorAs(t, err, &e)
			return e
		}
		t.Fatal("no reference")
		return nil
	}
	p := parsePlan(t, restartText)
	seen := map[Reason]bool{}
	for _, tt := range []struct {
		in     string
		reason Reason
	}{
		{"第九项", OutOfRange},
		{"《另一方案》第三项", OtherDocument},
		{"第（一）项", Ambiguous},
		{"第（三）项第1点", NoSuchUnit},
		{"第1条至第99999条", TooMany},
	} {
		require.Equal(t, tt.reason, fails(p, tt.in).Reason, tt.in)
		seen[tt.reason] = true
	}
	for r := ReasonInvalid + 1; int(r) < len(reasonNames); r++ {
		require.True(t, seen[r], "no case has %v", r)
	}

	e := fails(p, "第（一）项")
	require.Equal(t, reference.Level{Kind: reference.Item, Number: 1}, e.Level)
	require.Equal(t, []Referent{
		{Number: 1, Node: p.Sections[0].Items[0], Span: p.Sections[0].Items[0].Span},
		{Number: 1, Node: p.Sections[1].Items[0], Span: p.Sections[1].Items[0].Span},
	}, e.Candidates)
	article := parsePlan(t, articleText)
	e = fails(article, "第三条第二款")
	require.Equal(t, plan.Node(article.Item(3)), e.Candidates[0].Node, "as far as the reference leads")
}

func TestReason(t *testing.T) {
	t.Parallel()
	for r := ReasonInvalid + 1; int(r) < len(reasonNames); r++ {
		text, err := r.MarshalText()
		require.NoError(t, err)
		var back Reason
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, r, back)
	}
	require.Equal(t, "Reason(99)", Reason(99).String())
	for _, r := range []Reason{ReasonInvalid, 99} {
		_, err := r.MarshalText()
		require.Error(t, err)
	}
	r := Ambiguous
	require.Error(t, r.UnmarshalText([]byte("invalid")))
	require.Equal(t, Ambiguous, r)
}

func TestResolveBridgehead(t *testing.T) {
	t.Parallel()
	p := plan.Bridgehead()
	for ref := range References("按照第（十二）項、第60项、第五十二条") {
		found, err := Resolve(p, ref)
		require.NoError(t, err)
		require.Len(t, found, 1)
		require.Equal(t, plan.Node(p.Item(ref.Numbers[0])), found[0].Node)
	}
	for ref := range References("按照第六十一项") {
		_, err := Resolve(p, ref)
		require.EqualError(t, err, "segment: 第六十一项: no item 61")
	}
}

func FuzzResolve(f *testing.F) {
	plans := []*plan.Plan{parsePlan(f, throughText), parsePlan(f, restartText), parsePlan(f, articleText), plan.Bridgehead()}
	for _, text := range seeds {
		f.Add(text)
	}
	for _, text := range []string{"第二部分第（一）项第2点", "第三條第1項第2款", "附件1第2项", "《滨海港口管理办法》第三条第二款第（四）项至第（九）项"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for ref := range References(text) {
			require.Equal(t, ref.Span.Of(text), ref.Text)
			for _, p := range plans {
				found, err := Resolve(p, ref)
				if err == nil {
					require.Len(t, found, max(1, len(ref.Numbers)), "a part for each number, or an error")
				}
				require.True(t, slices.IsSortedFunc(found, func(a, b Referent) int {
					return slices.Index(ref.Numbers, a.Number) - slices.Index(ref.Numbers, b.Number)
				}))
			}
		}
	})
}
