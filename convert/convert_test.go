package convert_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert"
)

func ExampleConverter_String() {
	c, err := convert.New(convert.S2TWP, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("软件里的信息"))
	// Output: 軟體裡的資訊
}
