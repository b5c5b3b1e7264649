package convert_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
)

func ExampleDetect() {
	for _, text := range []string{"国务院办公厅", "我國今后對于開放的規劃", "上海市"} {
		d := convert.Detect(text)
		fmt.Println(d.Script, d.Hans, d.Hant)
	}
	// Output:
	// Hans 4 0
	// Hant 0 5
	// none 0 0
}

func ExampleDetection_Share() {
	d := convert.Detect("國家發展戰略、国家")
	fmt.Printf("%v %.0f %%\n", d.Script, 100*d.Share())
	// Output: Hant 75 %
}

func ExampleLeftovers() {
	text := "皇后今后對于裝備制造"
	for l := range convert.Leftovers(text, contextual.New()) {
		fmt.Println(l.Span, l.Text, l.Want)
	}
	// Output:
	// [9,12) 后 後
	// [15,18) 于 於
	// [24,27) 制 製
}
