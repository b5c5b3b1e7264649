package numeral_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

func ExampleParse() {
	for _, s := range []string{"三百〇五", "贰拾万零陆仟零叁", "二〇二三", "1亿2000万", "㈠", "三四"} {
		fmt.Println(numeral.Parse(s))
	}
	// Output:
	// 305 <nil>
	// 206003 <nil>
	// 2023 <nil>
	// 120000000 <nil>
	// 1 <nil>
	// 0 numeral: offset 0: digits side by side are an estimate
}

func ExampleScan() {
	value, n, err := numeral.Scan("十二、加强监督")
	fmt.Println(value, n, err)
	// Output: 12 6 <nil>
}

func ExampleLen() {
	fmt.Println(numeral.Len("三四个"), numeral.Len("甲、"))
	// Output: 6 0
}

func ExampleFormat() {
	fmt.Println(numeral.Format(12, nil))
	fmt.Println(numeral.Format(206003, &numeral.Options{Style: numeral.Formal, Traditional: true}))
	fmt.Println(numeral.Format(2023, &numeral.Options{Style: numeral.Digits}))
	// Output:
	// 十二
	// 貳拾萬陸仟零參
	// 二〇二三
}

func ExampleAppend() {
	label := append(numeral.Append([]byte("（"), 7, nil), "）"...)
	fmt.Println(string(label))
	// Output: （七）
}
