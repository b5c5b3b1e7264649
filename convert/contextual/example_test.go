package contextual_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
)

func ExampleNew() {
	plain, _ := convert.New(convert.S2T, nil)
	context, _ := convert.New(convert.S2T, &convert.Options{Borders: contextual.New()})
	fmt.Println(plain.String("电话是怎样被发明的"))
	fmt.Println(context.String("电话是怎样被发明的"))
	// Output:
	// 電話是怎樣被髮明的
	// 電話是怎樣被發明的
}

func ExampleBorders_Cut() {
	text := "展示了如何"
	for _, border := range contextual.New().Cut(nil, text) {
		fmt.Println(text[:border], text[border:])
	}
	// Output: 展示了 如何
}
