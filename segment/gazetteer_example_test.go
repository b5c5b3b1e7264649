package segment_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment"
)

func ExampleGazetteer_Mentions() {
	g, err := segment.NewGazetteer(nil, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "由市商務委會同廣州海關推進。上海市推进“一带一路”建设工作领导小组办公室（以下简称“推进办”）负责协调，推进办定期通报。"
	for m := range g.Mentions(text) {
		fmt.Println(m.Span, m.Text, m.ID, m.Listed, m.Defined)
	}
	// Output:
	// [3,15) 市商務委 市商务委 true false
	// [21,33) 廣州海關 广州海关 false false
	// [42,108) 上海市推进“一带一路”建设工作领导小组办公室 上海市推进“一带一路”建设工作领导小组办公室 false true
	// [126,135) 推进办 上海市推进“一带一路”建设工作领导小组办公室 false true
	// [156,165) 推进办 上海市推进“一带一路”建设工作领导小组办公室 false true
}

func ExampleNewGazetteer() {
	r, err := department.NewRegistry([]department.Body{{ID: "P-1", Name: "北港务段", Aliases: []string{"北段"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	g, err := segment.NewGazetteer(r, &segment.GazetteerOptions{
		Aliases:    map[string]string{"老港": "P-1"},
		ListedOnly: true,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for m := range g.Mentions("北港務段（老港）、市商务委") {
		fmt.Println(m.Text, m.ID)
	}
	// Output:
	// 北港務段 P-1
	// 老港 P-1
}
