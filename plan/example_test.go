package plan_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
)

const sample = `云溪市人才行动方案
为集聚人才，制定本方案。
一、主要任务
（一）引进人才。到2027年，引进高层次人才300名左右。（牵头单位：市人才局；配合单位：市教育局、各区政府）
（二）培养人才。依据《人才促进条例》第十二条建设基地。（市教育局牵头，市财政局等配合）
`

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
