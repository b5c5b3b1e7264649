package plan_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
)

const sample = `云溪市人才行动方案
为集聚人才，制定本方案。
一、主要任务
（一）引进人才。到2027年，引进高层次人才300名左右。（牵头单位：市人才局；配合单位：市教育局、各区政府）
（二）培养人才。依据《人才促进条例》第十二条建设基地。（市教育局牵头，市财政局等配合）
`

func Example() {
	p, err := plan.Parse(sample, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Title)
	for i := range p.ItemsOf("市人才局") {
		fmt.Println(i.Label, i.Title, i.Duties[0])
	}
	// Output:
	// 云溪市人才行动方案
	// （一） 引进人才 牵头单位：市人才局
}

func ExampleParse() {
	p, err := plan.Parse(sample, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for i := range p.Items() {
		fmt.Println(i.Number, i.Title)
		for _, d := range i.Duties {
			for _, x := range d.Departments {
				fmt.Println("  ", d.Role, x.Name, x.Span)
			}
		}
	}
	// Output:
	// 1 引进人才
	//    lead 市人才局 [175,187)
	//    support 市教育局 [205,217)
	//    support 各区政府 [220,232)
	// 2 培养人才
	//    lead 市教育局 [320,332)
	//    support 市财政局 [341,353)
}

func ExampleRead() {
	gbk := "\xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xd2\xaa\xc7\xf3\xa1\xa3\xbc\xe1\xb3\xd6\xce\xc8\xd6\xd0\xc7\xf3\xbd\xf8\xa3\xac\xb2\xbb\xb6\xcf\xcc\xe1\xc9\xfd\xcb\xae\xc6\xbd\xa1\xa3"
	p, err := plan.Read(strings.NewReader(gbk), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	s := p.Sections[0]
	for _, i := range s.Items {
		fmt.Println(i.Label, i.Title, i.Span)
	}
	fmt.Println(s.Label, s.Title, s.Span)
	// Output: 一、 总体要求 [0,42)
}

func ExampleBridgehead() {
	p := plan.Bridgehead()
	fmt.Println(p.Title, p.Date)
	fmt.Println(len(p.Sections), "sections")
	fmt.Println(p.Item(47).Title, p.Item(47).Duties[0])
	// Output:
	// 上海服务国家“一带一路”建设发挥桥头堡作用行动方案 2017-10
	// 8 sections
	// 積極申辦2019年世界武術錦標賽 責任部門：市體育局
}

func ExamplePlan_ItemsOf() {
	for i := range plan.Bridgehead().ItemsOf("上海市教育委员会") {
		fmt.Print(i.Number, " ")
	}
	// Output: 7 30 31 40 41 43 49 50 51 52 53
}

func ExamplePlan_Departments() {
	for _, r := range plan.Bridgehead().Departments()[:3] {
		fmt.Println(r.ID, len(r.Items))
	}
	// Output:
	// 市发展改革委 13
	// 市商务委 20
	// 上海自贸试验区管委会 9
}

func ExamplePlan_String() {
	p, _ := plan.Parse(sample, nil)
	fmt.Print(p)
	// Output:
	// 云溪市人才行动方案
	// 一、主要任务
	//   （一）引进人才
	//     牵头单位：市人才局
	//     配合单位：市教育局、各区政府
	//   （二）培养人才
	//     市教育局
	//     市财政局等
}

func ExamplePlan_MarshalJSON() {
	p, _ := plan.Parse("一、引进人才。（责任单位：市人才局）", nil)
	out, _ := json.Marshal(p.Item(1).Duties[0])
	fmt.Println(string(out))
	// Output: {"label":"责任单位","labelSpan":[24,36],"role":"unspecified","open":false,"departments":[{"name":"市人才局","written":"市人才局","id":"市人才局","span":[39,51]}],"span":[21,54]}
}

func ExamplePlan_Items() {
	p, _ := plan.Parse(sample, nil)
	for i := range p.Items() {
		fmt.Println(i.Number, i.Label, i.Title)
		for _, t := range i.Targets {
			fmt.Println("  ", t.Op, t.Value, t.Unit)
		}
	}
	// Output:
	// 1 （一） 引进人才
	//    ~ 300 名
	// 2 （二） 培养人才
}

func ExamplePlan_Item() {
	p, _ := plan.Parse(sample, nil)
	fmt.Println(p.Item(2).Title, p.Item(2).Span.Of(sample))
	fmt.Println(p.Item(3) == nil)
	// Output:
	// 培养人才 （二）培养人才。依据《人才促进条例》第十二条建设基地。（市教育局牵头，市财政局等配合）
	// true
}

// A registry of your own says which names are one body.
func ExamplePlan_ItemsOfIn() {
	registry, err := department.NewRegistry([]department.Body{
		{Name: "市人才局", Full: "云溪市人才发展局", Aliases: []string{"人才部门"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, _ := plan.Parse(sample, &plan.Options{Registry: registry})
	for i := range p.ItemsOfIn(registry, "云溪市人才發展局") {
		fmt.Println(i.Label, i.Title)
	}
	// Output: （一） 引进人才
}

func ExampleBody_Text() {
	p, _ := plan.Parse(sample, nil)
	fmt.Println(p.Item(1).Text())
	// Output: 到2027年，引进高层次人才300名左右。
}

// An extent is all of a node, with its label and what lies below it.
func ExampleHeading_Extent() {
	p, _ := plan.Parse(sample, nil)
	fmt.Println(p.Item(2).TitleSpan.Of(sample))
	fmt.Println(p.Item(2).Extent().Of(sample))
	fmt.Println(p.Extent().Len() == len(sample))
	// Output:
	// 培养人才
	// （二）培养人才。依据《人才促进条例》第十二条建设基地。（市教育局牵头，市财政局等配合）
	// true
}

func ExampleSection_AllItems() {
	p, _ := plan.Parse("一、任务\n（一）引进人才。\n1. 引进专家。（责任单位：市人才局）\n2. 提供住房。（责任单位：市住房城乡建设局）\n", nil)
	s := p.Sections[0]
	fmt.Println(s.Title, len(s.Items), s.Sections[0].Title)
	for i := range s.AllItems() { // those of the section in it, too
		fmt.Println(i.Label, i.Title, i.Duties[0].Departments[0].Name)
	}
	// Output:
	// 任务 0 引进人才
	// 1. 引进专家 市人才局
	// 2. 提供住房 市住房城乡建设局
}

func ExampleBody_AllDuties() {
	p, _ := plan.Parse("一、任务\n（一）引进人才。\n1. 引进专家；\n2. 提供住房（市住房城乡建设局负责）。\n（市人才局牵头）\n", nil)
	for i := range p.Items() {
		for d := range i.AllDuties() {
			fmt.Println(i.Title, d.Role, d)
		}
	}
	// Output:
	// 提供住房 unspecified 市住房城乡建设局
	// 提供住房 lead 市人才局
}

// Strange places in a text are told, and the plan is read all the same.
func ExampleDiagnostics_Has() {
	p, _ := plan.Parse("一、任务\n（一）引进人才。\n（三）培养人才。\n", nil)
	for _, d := range p.Diagnostics {
		fmt.Println(d)
	}
	fmt.Println(p.Diagnostics.Has(plan.Warning), p.Diagnostics.Has(plan.Error))
	// Output:
	// warning: number 3 follows 1 [38,47)
	// true false
}

func ExampleDiagnostics_Err() {
	p, _ := plan.Parse("一、任务\n（一）引进人才。\n（三）培养人才。\n", nil)
	fmt.Println(p.Diagnostics.Err()) // a warning is none

	bad := append(p.Diagnostics, plan.Diagnostic{Severity: plan.Error, Message: "bytes that are no text", Span: plan.Span{Start: 5, End: 7}})
	fmt.Println(bad.Err())
	// Output:
	// <nil>
	// plan: bytes that are no text [5,7)
}

func ExampleReadHTML() {
	page := `<html><head><title>政务网</title></head><body><a href="/">首页</a><div id="content">
<p>一、主要任务</p><p>（一）引进人才。扩大引进规模，完善服务机制。（责任单位：市人才局）</p>
<p>（二）培养人才。建设培养基地，提高培养质量。（责任单位：市教育局）</p></div></body></html>`
	p, err := plan.ReadHTML(strings.NewReader(page), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	name := p.Item(1).Duties[0].Departments[0]
	fmt.Println(p.Item(1).Title, name.Span.Of(page)) // spans are of the page
	// Output: 引进人才 市人才局
}

func ExampleReadDOCX() {
	file := document("一、主要任务", "（一）引进人才。（责任单位：市人才局）")
	p, err := plan.ReadDOCX(bytes.NewReader(file), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Item(1).Title, p.Item(1).Duties[0])
	// Output: 引进人才 责任单位：市人才局
}

// document returns a file of a word processor with the given paragraphs.
func document(paragraphs ...string) []byte {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	part, _ := archive.Create("word/document.xml")
	fmt.Fprint(part, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, text := range paragraphs {
		fmt.Fprintf(part, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", text)
	}
	fmt.Fprint(part, "</w:body></w:document>")
	archive.Close()
	return b.Bytes()
}

func ExamplePreorder() {
	p, _ := plan.Parse(sample, nil)
	for n := range plan.Preorder(p) {
		if d, ok := n.(*plan.Department); ok {
			fmt.Println(d.Name, d.ID)
		}
	}
	// Output:
	// 市人才局 市人才局
	// 市教育局 市教育局
	// 各区政府 各区政府
	// 市教育局 市教育局
	// 市财政局 市财政局
}

func ExampleWalk() {
	plan.Walk(plan.Bridgehead(), func(n plan.Node) bool {
		if s, ok := n.(*plan.Section); ok {
			fmt.Println(s.Number, len(s.Items))
			return false
		}
		return true
	})
	// Output:
	// 1 0
	// 2 15
	// 3 10
	// 4 6
	// 5 6
	// 6 10
	// 7 7
	// 8 6
}

func ExamplePlan_Leaves() {
	text := "一、引进人才。（责任单位：市人才局）"
	p, _ := plan.Parse(text, nil)
	for l := range p.Leaves() {
		fmt.Println(l.Kind, l.Span.Of(text))
	}
	// Output:
	// label 一、
	// title 引进人才
	// mark 。（
	// duty 责任单位
	// mark ：
	// name 市人才局
	// mark ）
}

func ExamplePlan_Convert() {
	toHans, err := convert.New(convert.T2S, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	toTaiwan, err := convert.New(convert.S2TW, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	hans := plan.Bridgehead().Convert(toHans)
	for _, p := range []*plan.Plan{plan.Bridgehead(), hans, hans.Convert(toTaiwan)} {
		i := p.Item(20)
		fmt.Println(p.Script, i.Title, i.Span)
		fmt.Println("   ", i.Duties[0])
	}
	// Output:
	// Hant 建設上海“一帶一路”能源和碳交易市場 [11827,12215)
	//     責任部門：市金融辦、上海期貨交易所、市發展改革委、市商務委
	// Hans 建设上海“一带一路”能源和碳交易市场 [11827,12215)
	//     责任部门：市金融办、上海期货交易所、市发展改革委、市商务委
	// Hant 建設上海“一帶一路”能源和碳交易市場 [11827,12215)
	//     責任部門：市金融辦、上海期貨交易所、市發展改革委、市商務委
}

func ExampleSection_Parts() {
	text := "一、任务\n（一）道路\n1．修路。（责任单位：市交通局）\n（二）绿化\n2．种树。（责任单位：市林业局）\n"
	p, err := plan.Parse(text, nil)
	if err != nil {
		panic(err)
	}
	for n := range p.Sections[0].Parts() {
		switch n := n.(type) {
		case *plan.Item:
			fmt.Println("item", n.Title)
		case *plan.Section:
			fmt.Println("section", n.Title)
		}
	}
	// Output:
	// section 道路
	// section 绿化
}
