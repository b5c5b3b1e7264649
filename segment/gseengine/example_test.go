package gseengine_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/segment"
	"github.com/qiaotoubao/fangan/segment/gseengine"
)

func Example() {
	list := []segment.Entry{{Text: "跨境", Frequency: 38}, {Text: "电商", Frequency: 20}}
	engine, err := gseengine.New(list, &gseengine.Options{Fold: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := segment.New(&segment.Options{Engine: engine})
	if err != nil {
		fmt.Println(err)
		return
	}
	for w := range s.Words("跨境電商") {
		fmt.Println(w.Text, w.Span)
	}
	// Output:
	// 跨境 [0,6)
	// 電商 [6,12)
}

func ExampleNewEmbed() {
	engine, err := gseengine.NewEmbed("zh_s", &gseengine.Options{HMM: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for span := range engine.Words("长江经济带") {
		fmt.Println(span)
	}
	// Output:
	// [0,6)
	// [6,15)
}

func ExampleNew() {
	list := []segment.Entry{{Text: "跨境", Frequency: 38}, {Text: "电商", Frequency: 20}, {Text: "跨境电商", Frequency: 30}}
	engine, err := gseengine.New(list, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "跨境电商"
	for span := range engine.Words(text) {
		word := span.Of(text)
		fmt.Println(word)
		for part := range engine.Parts(word) {
			fmt.Println("-", part.Of(word))
		}
	}
	// Output:
	// 跨境电商
	// - 跨境
	// - 电商
}
