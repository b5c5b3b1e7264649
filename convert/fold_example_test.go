package convert_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert"
)

func ExampleFold() {
	folded, m := convert.Fold("發展改革委（Shanghai）")
	fmt.Println(folded)
	for e := range m.Edits() {
		fmt.Println(e.Before, e.After)
		break
	}
	// Output:
	// 发展改革委(shanghai)
	// [0,3) [0,3)
}

func ExampleFoldRune() {
	for _, r := range "發髮发Ａ（「。" {
		fmt.Printf("%c", convert.FoldRune(r))
	}
	// Output: 发发发a(“。
}

func ExampleAppendFold() {
	key := convert.AppendFold(nil, "裡程碑")
	fmt.Println(string(key))
	// Output: 里程碑
}
