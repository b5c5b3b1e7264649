package segment_test

import (
	"bytes"
	"fmt"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/target"
	"github.com/qiaotoubao/fangan/seeds"
	"github.com/qiaotoubao/fangan/segment"
)

// bridgehead returns an index of the embedded plan.
func bridgehead() *segment.Index {
	index, err := segment.NewIndex(nil)
	if err != nil {
		panic(err)
	}
	err = index.Add(segment.Document{ID: "2017", Plan: plan.Bridgehead(), Source: seeds.Bridgehead().Text})
	if err != nil {
		panic(err)
	}
	return index
}

func ExampleNewIndex() {
	index, err := segment.NewIndex(&segment.IndexOptions{Weights: map[segment.Field]float64{segment.FieldTitle: 5}})
	if err != nil {
		panic(err)
	}
	fmt.Println(index.Len())
	// Output: 0 0
}

func ExampleIndex_Add() {
	index, err := segment.NewIndex(nil)
	if err != nil {
		panic(err)
	}
	text := "一、主要任务\n（一）建设码头。（责任单位：市交通委）"
	p, err := plan.Parse(text, nil)
	if err != nil {
		panic(err)
	}
	document := segment.Document{ID: "harbour", Plan: p, Source: text}
	fmt.Println(index.Add(document))
	fmt.Println(index.Add(document)) // Replace would do it
	for _, hit := range index.Search("市交通委", nil).Hits {
		fmt.Println(hit.Plan, hit.Item, hit.Title)
	}
	// Output:
	// <nil>
	// segment: a plan needs an id that no other plan has: "harbour"
	// harbour 1 建设码头
}

func ExampleIndex_Len() {
	plans, items := bridgehead().Len()
	fmt.Println(plans, items)
	// Output: 1 60
}

// A snapshot is written once and read in a fraction of the time that adding the
// plans takes.
func ExampleIndex_WriteTo() {
	var file bytes.Buffer
	n, err := bridgehead().WriteTo(&file)
	fmt.Println(n == int64(file.Len()), err)
	index, err := segment.ReadIndex(&file, nil)
	if err != nil {
		panic(err)
	}
	fmt.Println(index.Len())
	// Output:
	// true <nil>
	// 1 60
}

func ExampleIndex_Search() {
	index := bridgehead()
	for _, query := range []string{"跨境电商", "葡", "第五十二条", "市体育局"} {
		hit := index.Search(query, nil).Hits[0]
		fmt.Println(hit.Label, hit.Title, hit.Highlights[0].Of(seeds.Bridgehead().Text))
	}
	// Output:
	// (六) 推動“一帶一路”跨境電子商務發展 跨境
	// (十三) 與香港、澳門共同探索“一帶一路”框架下的合作新模式 葡
	// (五十二) 提升中國—阿拉伯改革與發展研究中心服務功能 (五十二)
	// (四十七) 積極申辦2019年世界武術錦標賽 市體育局
}

func ExampleSearchOptions() {
	found := bridgehead().Search("合作 -海事", &segment.SearchOptions{
		Departments: []string{"Shanghai Municipal Education Commission"}, Facets: true, Limit: 1,
	})
	fmt.Println(found.Total, found.Hits[0].Title)
	for _, f := range found.Departments[:2] {
		fmt.Println(f.Name, f.Count)
	}
	due := bridgehead().Search("", &segment.SearchOptions{DeadlineBefore: target.Date{Year: 2022, Month: 1, Day: 1}})
	fmt.Println(due.Hits[0].Title)
	// Output:
	// 7 深化完善“一帶一路”智庫合作聯盟
	// 市教委 7
	// 市政府外辦 3
	// 加強與沿線國家(地區)旅游交流合作
}

func ExampleIndex_Complete() {
	for _, c := range bridgehead().Complete("跨境", 3) {
		fmt.Println(c.Text, c.Field, c.Count)
	}
	// Output:
	// 跨境 title 2
	// 跨境支付 title 1
	// 跨境電子商務 title 1
}

func ExampleIndex_Remove() {
	index := bridgehead()
	fmt.Println(index.Remove("2017"), index.Remove("2017"))
	fmt.Println(len(index.Search("上海", nil).Hits))
	// Output:
	// true false
	// 0
}

func ExampleIndex_Replace() {
	index := bridgehead()
	text := "一、总体要求\n（一）建设码头。"
	p, err := plan.Parse(text, nil)
	if err != nil {
		panic(err)
	}
	if err := index.Replace(segment.Document{ID: "2017", Plan: p, Source: text}); err != nil {
		panic(err)
	}
	fmt.Println(index.Len())
	// Output: 1 1
}

func ExampleReadIndex() {
	var file bytes.Buffer
	if _, err := bridgehead().WriteTo(&file); err != nil {
		panic(err)
	}
	damaged := bytes.Clone(file.Bytes())
	index, err := segment.ReadIndex(&file, nil)
	fmt.Println(index.Search("碳交易", nil).Hits[0].Item, err)
	damaged[1000]++
	_, err = segment.ReadIndex(bytes.NewReader(damaged), nil)
	fmt.Println(err)
	// Output:
	// 20 <nil>
	// segment: snapshot is damaged
}
