package target_test

import (
	"encoding/json"
	"fmt"

	"github.com/qiaotoubao/fangan/plan/target"
)

func ExampleFind() {
	for f := range target.Find("到2025年，森林覆盖率达到45%，单位能耗下降13.5%左右。") {
		var out []byte
		if f.Target != nil {
			out, _ = json.Marshal(f.Target)
		} else {
			out, _ = json.Marshal(f.Deadline)
		}
		fmt.Println(string(out))
	}
	// Output:
	// {"span":[0,10],"text":"到2025年","by":"2025-12-31"}
	// {"span":[28,37],"text":"达到45%","op":"\u003e=","value":45,"unit":"%"}
	// {"span":[52,69],"text":"下降13.5%左右","op":"+","value":-13.5,"unit":"%"}
}

func ExampleTargets() {
	for t := range target.Targets("培训超过5000人次，投资约1.5亿元") {
		fmt.Println(t.Op, t.Value, t.Unit)
	}
	// Output:
	// > 5000 人次
	// ~ 150000000 元
}

func ExampleDeadlines() {
	for d := range target.Deadlines("2024年2月底前完成摸底，20个工作日内办结。") {
		fmt.Printf("%s by=%q within=%q\n", d.Text, d.By, d.Within)
	}
	// Output:
	// 2024年2月底前 by="2024-02-29" within=""
	// 20个工作日内 by="" within="20个工作日"
}

func ExampleParseNote() {
	d, ok := target.ParseNote("起迄时间：2021/01 ~ 2024/05")
	fmt.Println(d.Text, d.From, d.By, ok)
	// Output: 2021/01 ~ 2024/05 2021-01-01 2024-05-31 true
}

// A Decimal has the digits of the text, exactly.
func ExampleDecimal() {
	for t := range target.Targets("投资约1.5亿元，单位能耗下降13.5%。") {
		if n, whole := t.Value.Int64(); whole {
			fmt.Println(n, t.Unit)
		} else {
			fmt.Println(t.Value, t.Value.Float64(), t.Unit)
		}
	}
	// Output:
	// 150000000 元
	// -13.5 -13.5 %
}

func ExampleDate() {
	for d := range target.Deadlines("2024年2月底前完成摸底，20个工作日内办结。") {
		if d.By.IsZero() {
			fmt.Println("no day:", d.Within)
			continue
		}
		fmt.Println(d.By, d.By.Month)
	}
	// Output:
	// 2024-02-29 2
	// no day: 20个工作日
}
