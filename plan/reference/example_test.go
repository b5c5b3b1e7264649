package reference_test

import (
	"encoding/json"
	"fmt"

	"github.com/qiaotoubao/fangan/plan/reference"
)

func ExampleFind() {
	text := "根据《招商引资奖励细则》第六条第（一）、（三）项和附件2，守住三条红线。"
	for r := range reference.Find(text) {
		fmt.Println(r.Text, r.Kind, r.Numbers, r.Document)
	}
	// Output:
	// 第六条第（一）、（三）项 item [1 3] 招商引资奖励细则
	// 附件2 annex [2] 招商引资奖励细则
}

func ExampleReference() {
	for r := range reference.Find("见第三部分第\n（二）项。") {
		out, _ := json.Marshal(r)
		fmt.Println(string(out))
	}
	// Output:
	// {"span":[3,31],"text":"第三部分第\n（二）项","kind":"item","numbers":[2],"path":[["section",3],["item",2]]}
}
