package charset_test

import (
	"fmt"
	"io"
	"strings"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// A GBK file whose third character lost a byte.
const damagedGBK = "\xC9\xCF\xBA\xA3\xB8\n\xBD\xA8\xC9\xE8\xB9\xA4\xD7\xF7\xB7\xBD\xB0\xB8"

func ExampleDecode() {
	r, err := charset.Decode([]byte(damagedGBK), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v: %q\n", r.Charset, r.Text)
	fmt.Println(r.Diagnostics)
	// Output:
	// GB18030: "上海�\n建设工作方案"
	// [malformed at byte 4: B8]
}

func ExampleResult_Original() {
	r, _ := charset.Decode([]byte(damagedGBK), nil)
	fmt.Printf("% X\n", r.Original(offset.Span{Start: 3, End: 9}))
	// Output: BA A3 B8
}

func ExampleRead() {
	r, _ := charset.Read(strings.NewReader("\xEF\xBB\xBF一、总体要求"), nil)
	fmt.Println(r.Charset, r.Source, r.Text, r.Map.ToBefore(offset.Span{Start: 0, End: 3}))
	// Output: UTF-8 mark 一、总体要求 [3,6)
}

func ExampleNewReader() {
	r, found, _ := charset.NewReader(strings.NewReader(damagedGBK), nil)
	text, _ := io.ReadAll(r)
	fmt.Printf("%v %q\n", found, text)
	// Output: GB18030 "上海�\n建设工作方案"
}

func ExampleLookup() {
	fmt.Println(charset.Lookup("GB2312"))
	// Output: GB18030 true
}
