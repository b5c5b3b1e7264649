package convert_test

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing/fstest"

	"golang.org/x/text/language"
	"golang.org/x/text/transform"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
)

func Example() {
	c, err := convert.New(convert.S2TWP, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("鼠标里面的软件"))
	fmt.Println(convert.Detect("滑鼠裡面的軟體").Script)
	// Output:
	// 滑鼠裡面的軟體
	// Hant
}

// A Scheme is its name in text, so that it can stand in a configuration in JSON.
func ExampleScheme() {
	var config struct{ Scheme convert.Scheme }
	err := json.Unmarshal([]byte(`{"scheme": "s2hk"}`), &config)
	fmt.Println(config.Scheme, config.Scheme.Valid(), err)
	fmt.Println(convert.Scheme(0).Valid())
	// Output:
	// s2hk true <nil>
	// false
}

func ExampleNew() {
	c, err := convert.New(convert.T2S, &convert.Options{NoRare: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("殢雨尤雲"))
	// Output: 殢雨尤云
}

func ExampleConverter_String() {
	c, err := convert.New(convert.S2TWP, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("软件里的信息"))
	// Output: 軟體裡的資訊
}

func ExampleConverter_Append() {
	c, err := convert.New(convert.S2HK, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var buf []byte
	for _, line := range []string{"里面", "卫生"} {
		buf = c.Append(buf[:0], []byte(line)) // reuses the buffer
		fmt.Println(string(buf))
	}
	// Output:
	// 裏面
	// 衞生
}

func ExampleConverter_Map() {
	c, err := convert.New(convert.S2TWP, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	in := "内存里的信息"
	out, m := c.Map(in)
	fmt.Println(out)
	i := strings.Index(out, "資訊")
	fmt.Println(m.ToBefore(offset.Span{Start: i, End: i + len("資訊")}).Of(in))
	// Output:
	// 記憶體裡的資訊
	// 信息
}

func ExampleConverter_Alternatives() {
	c, err := convert.New(convert.S2T, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for a := range c.Alternatives("理发店后面") {
		fmt.Println(a.Span, a.Text, a.Chose, a.Forms)
	}
	// Output:
	// [3,6) 发 髮 [發 髮]
	// [9,12) 后 後 [後 后]
	// [12,15) 面 面 [面 麪]
}

func ExampleConverter_Forms() {
	c, err := convert.New(convert.S2TW, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Forms('里'), c.Forms('你'))
	// Output: [裡 里 哩] [你]
}

func ExampleSchemeFor() {
	scheme, err := convert.SchemeFor(language.SimplifiedChinese, language.MustParse("zh-TW"))
	fmt.Println(scheme, err)
	// Output: s2tw <nil>
}

func ExampleParseScheme() {
	scheme, err := convert.ParseScheme("s2twp")
	fmt.Println(scheme == convert.S2TWP, err)
	_, err = convert.ParseScheme("s2x")
	fmt.Println(err)
	// Output:
	// true <nil>
	// convert: unknown scheme "s2x"
}

func ExampleSchemes() {
	for s := range convert.Schemes() {
		fmt.Print(s, " ")
	}
	// Output: s2t t2s s2tw tw2s s2twp tw2sp s2hk hk2s s2hkp hk2sp t2tw tw2t t2hk hk2t t2jp jp2t
}

func ExampleConverter_Transformer() {
	c, err := convert.New(convert.T2S, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	r := transform.NewReader(strings.NewReader("推進“一帶一路”建設"), c.Transformer())
	text, err := io.ReadAll(r)
	fmt.Println(string(text), err)
	// Output: 推进“一带一路”建设 <nil>
}

func ExampleNewDictionary() {
	d, err := convert.NewDictionary(map[string]string{"后里": "后里", "程序": "程式"})
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := convert.New(convert.S2TW, &convert.Options{Dictionaries: []*convert.Dictionary{d}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("在台中后里写程序"))
	// Output: 在臺中后里寫程式
}

func ExampleReadDictionary() {
	_, err := convert.ReadDictionary(strings.NewReader("程序\t程式\n内存 記憶體\n"))
	fmt.Println(err)
	// Output: convert: dictionary: line 2: no tab between key and value
}

func ExampleNewFromConfig() {
	files := fstest.MapFS{ // os.DirFS("…") for files on disk
		"own.json": {Data: []byte(`{"conversion_chain": [{"dict": {"type": "text", "file": "Own.txt"}}]}`)},
		"Own.txt":  {Data: []byte("头发\t頭髮\n发\t發\n")},
	}
	c, err := convert.NewFromConfig(files, "own.json", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.String("头发发展"))
	// Output: 頭髮發展
}
