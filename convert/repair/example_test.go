package repair_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert/charset"
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

func ExampleFixDecoded() {
	// A file in GBK in which a program put a question mark for the bytes A3 BF
	// wherever they stood: they are ？, but here the end of 海 and the beginning
	// of 科 and 口.
	file := []byte("\xc9\xcf\xba?\xc6\xbc\xbc\xb9\xdd\xba\xcd\xba?\xda\xba\xa3\xb9\xd8")
	d, err := charset.Decode(file, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(d.Text)
	fmt.Println(repair.FixDecoded(d, nil).Text)
	// Output:
	// 上�?萍脊莺秃?诤９�
	// 上海科技馆和海口海关
}
