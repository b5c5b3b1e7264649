package convert_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert"
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
