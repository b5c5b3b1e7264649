package seeds_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/seeds"
)

func ExampleBridgehead() {
	doc := seeds.Bridgehead()
	fmt.Println(doc.Title)
	fmt.Printf("%s, %d-%02d\n", doc.Issuer, doc.Year, doc.Month)
	// Output:
	// 上海服务国家“一带一路”建设发挥桥头堡作用行动方案
	// 上海市推进“一带一路”建设工作领导小组办公室, 2017-10
}
