package repair_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert/repair"
)

func ExampleFix() {
	res := repair.Fix("依沪府发?2017?6号，推進（涓婃捣）發(fā)展", nil)
	fmt.Println(res.Text)
	for _, e := range res.Edits {
		fmt.Println(e.Before, e.Kind, e.From, "→", e.To)
	}
	// Output:
	// 依沪府发〔2017〕6号，推進（上海）發展
	// [12,13) brackets ? → 〔
	// [17,18) brackets ? → 〕
	// [34,43) misread 涓婃捣 → 上海
	// [49,54) pinyin (fā) →
}
