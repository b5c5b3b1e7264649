package segment_test

import (
	"fmt"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/segment"
)

func Example() {
	text := "一、主要任务\n（一）建设码头。（责任单位：市交通委）\n（二）减免费用。（责任单位：市财政局）\n"
	p, err := plan.Parse(text, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	index, err := segment.NewIndex(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := index.Add(segment.Document{ID: "harbour", Plan: p, Source: text}); err != nil {
		fmt.Println(err)
		return
	}
	for _, hit := range index.Search("市財政局", nil).Hits {
		fmt.Println(hit.Label, hit.Title, hit.Highlights[0].Of(text))
	}
	// Output: （二） 减免费用 市财政局
}

func ExampleSegmenter_Words() {
	s, err := segment.New(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for w := range s.Words("2018年市商務委會同上海海關") {
		fmt.Println(w.Text, w.Span)
	}
	// Output:
	// 2018年 [0,7)
	// 市商務委 [7,19)
	// 會同 [19,25)
	// 上海海關 [25,37)
}

func ExampleSegmenter_Search() {
	s, err := segment.New(nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for t := range s.Search("省财政厅：专项资金") {
		fmt.Println(t.Position, t.Text, t.Span)
	}
	// Output:
	// 0 省财政厅 [0,12)
	// 0 省 [0,3)
	// 1 财政厅 [3,12)
	// 1 财政 [3,9)
	// 2 厅 [9,12)
	// 4 专项 [15,21)
	// 5 资金 [21,27)
}

func ExampleNew() {
	s, err := segment.New(&segment.Options{Words: []segment.Entry{{Text: "三区三线"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for w := range s.Words("划定三區三線") {
		fmt.Println(w.Text)
	}
	// Output:
	// 划定
	// 三區三線
}

func ExampleReadList() {
	list, err := segment.ReadList(strings.NewReader("知识产权 716 n\n营商 3 n\n"))
	fmt.Println(list, err)
	_, err = segment.ReadList(strings.NewReader("知识产权 many\n"))
	fmt.Println(err)
	// Output:
	// [{知识产权 716} {营商 3}] <nil>
	// segment: line 1: not a positive frequency
}
