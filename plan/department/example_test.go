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
