package department_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/plan/department"
)

func ExampleCanonical() {
	for _, name := range []string{"市发改委", "市發展和改革委員會", "国家发改委", "省发改委（能源局）"} {
		fmt.Println(department.Canonical(name, department.Scope{}))
	}
	fmt.Println(department.Canonical("发改委", department.Scope{Prefix: "省"}))
	// Output:
	// 市发展改革委
	// 市发展改革委
	// 国家发展改革委
	// 省发展改革委（能源局）
	// 省发展改革委
}

func ExampleDefault() {
	body, ok := department.Default().Lookup("上海市商務委員會")
	fmt.Println(ok, body.ID, body.English, body.Kind, body.Level())
	// Output:
	// true 市商务委 Shanghai Municipal Commission of Commerce commission city
}

func ExampleNewRegistry() {
	registry, err := department.NewRegistry([]department.Body{
		{Name: "市水务局", Full: "金华市水务局", Aliases: []string{"水务部门"}},
	})
	fmt.Println(registry.ID("水務部門", department.Scope{}), err)
	// Output:
	// 市水务局 <nil>
}

func ExampleRegistry_IDs() {
	names := []string{"省商务厅", "发展改革委", "上海海关", "市场监管局"}
	fmt.Println(department.Default().IDs(names, department.Scope{}))
	// Output:
	// [省商务厅 省发展改革委 上海海关 省市场监管局]
}

func ExampleLevelOf() {
	fmt.Println(department.LevelOf("广州市商务局"), department.LevelOf("财政部"))
	// Output:
	// city national
}

func ExampleMatcher_Mentions() {
	matcher, err := department.NewMatcher(department.Default(), &department.MatcherOptions{
		Aliases: map[string]string{"沪商委": "上海市商务委员会"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "市發改委会同国家发展改革委、沪商委和市水务局研究，上海海关学院承办。"
	for m := range matcher.Mentions(text) {
		fmt.Println(m.Span, m.Text, m.ID, m.Listed)
	}
	// Output:
	// [0,12) 市發改委 市发展改革委 true
	// [18,39) 国家发展改革委 国家发展改革委 false
	// [42,51) 沪商委 市商务委 true
	// [54,66) 市水务局 市水务局 false
	// [75,93) 上海海关学院 上海海关学院 false
}

func ExampleNewMatcher() {
	registry, err := department.NewRegistry([]department.Body{{Name: "海关"}, {Name: "甲公司", ID: "jia"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	matcher, err := department.NewMatcher(registry, &department.MatcherOptions{ListedOnly: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for m := range matcher.Mentions("海关、广州海关、海关总署和甲\n公司") {
		fmt.Printf("%q %s\n", m.Text, m.ID)
	}
	// Output:
	// "海关" 海关
	// "甲\n公司" jia
}

func ExampleLooksLike() {
	for _, s := range []string{"市水务局", "各有关单位", "浦东新区", "以下简称方案"} {
		fmt.Println(s, department.LooksLike(s))
	}
	// Output:
	// 市水务局 like
	// 各有关单位 like
	// 浦东新区 doubtful
	// 以下简称方案 unlike
}

func ExampleIsGeneric() {
	fmt.Println(department.IsGeneric("各区政府"), department.IsGeneric("市商务委"))
	// Output:
	// true false
}

func ExampleRegistry_Lookup() {
	for _, name := range []string{"上海市教育委员会", "市教委", "市敎委", "市水务局"} {
		body, ok := department.Default().Lookup(name)
		fmt.Println(name, ok, body.Name)
	}
	// Output:
	// 上海市教育委员会 true 市教委
	// 市教委 true 市教委
	// 市敎委 true 市教委
	// 市水务局 false
}

func ExampleRegistry_ID() {
	r := department.Default()
	fmt.Println(r.ID("上海市發展和改革委員會", department.Scope{}))
	fmt.Println(r.ID("财政厅", department.Scope{Prefix: "省"})) // not listed: the canonical name
	// Output:
	// 市发展改革委
	// 省财政厅
}

func ExampleRegistry_Bodies() {
	r := department.Default()
	for b := range r.Bodies() {
		fmt.Println(b.ID, b.Full, b.Hant)
		break
	}
	// Output: 市发展改革委 上海市发展和改革委员会 市發展改革委
}

func ExampleScope_After() {
	scope := department.Scope{}
	for _, name := range []string{"省商务厅", "发展改革委", "市财政局", "人力资源社会保障局"} {
		fmt.Println(department.Canonical(name, scope))
		scope = scope.After(name)
	}
	// Output:
	// 省商务厅
	// 省发展改革委
	// 市财政局
	// 市人力资源社会保障局
}

func ExampleBody_Level() {
	for _, name := range []string{"国家发展改革委", "省商务厅", "市财政局", "区政府"} {
		fmt.Println(department.Body{Name: name}.Level())
	}
	// Output:
	// national
	// province
	// city
	// district
}
