package offset_test

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// A text is rewritten from left to right, and the map made on the way: here &amp;
// becomes &.
func ExampleBuilder() {
	source := "研发&amp;应用"
	var result strings.Builder
	var b offset.Builder
	for rest := source; rest != ""; {
		kept, after, found := strings.Cut(rest, "&amp;")
		result.WriteString(kept)
		b.Keep(len(kept))
		if found {
			result.WriteString("&")
			b.Replace(len("&amp;"), len("&"))
		}
		rest = after
	}
	fmt.Println(b.Before() == len(source), b.After() == result.Len())

	m := b.Map()
	at := strings.Index(result.String(), "应用")
	fmt.Println(result.String(), m.ToBefore(offset.Span{Start: at, End: result.Len()}).Of(source))
	// Output:
	// true true
	// 研发&应用 应用
}

func ExampleMap_ToBefore() {
	source := "市发改委负责"
	result := "市發展改革委負責"
	var b offset.Builder
	b.Keep(len("市"))
	b.Replace(len("发改委"), len("發展改革委"))
	b.Replace(len("负责"), len("負責"))

	found := offset.Span{Start: len("市"), End: len("市發展改革委")}
	fmt.Println(found.Of(result), "was", b.Map().ToBefore(found).Of(source))
	// Output: 發展改革委 was 发改委
}

func ExampleMap_Then() {
	var clean, convert offset.Builder
	clean.Replace(len("&nbsp;"), 0)
	clean.Keep(len("发展"))
	convert.Replace(len("发展"), len("發展"))

	m := clean.Map().Then(convert.Map())
	fmt.Println(m.ToBefore(offset.Span{Start: 0, End: len("發展")}))
	// Output: [6,12)
}

func ExampleMap_ToAfter() {
	source, result := "市发改委负责", "市發展改革委負責"
	var b offset.Builder
	b.Keep(len("市"))
	b.Replace(len("发改委"), len("發展改革委"))
	b.Replace(len("负责"), len("負責"))

	at := strings.Index(source, "改") // inside an edit: the whole of it
	fmt.Println(b.Map().ToAfter(offset.Span{Start: at, End: at + len("改")}).Of(result))
	// Output: 發展改革委
}

func ExampleMap_Inverse() {
	var b offset.Builder
	b.Replace(len("&nbsp;"), 0)
	b.Keep(len("发展"))

	place := offset.Span{Start: 0, End: len("发展")}
	fmt.Println(b.Map().ToBefore(place), b.Map().Inverse().ToAfter(place))
	// Output: [6,12) [6,12)
}

func ExampleMap_Edits() {
	var b offset.Builder
	b.Keep(3)
	b.Replace(6, 9)
	b.Replace(3, 0)
	m := b.Map()
	fmt.Println(m.Len())
	for e := range m.Edits() {
		fmt.Println(e.Before, e.After)
	}
	// Output:
	// 2
	// [3,9) [3,12)
	// [9,12) [12,12)
}

func ExampleNew() {
	m, err := offset.New([]offset.Edit{{Before: offset.Span{Start: 3, End: 9}, After: offset.Span{Start: 3, End: 4}}})
	fmt.Println(m.ToBefore(offset.Span{Start: 4, End: 6}), err)

	_, err = offset.New([]offset.Edit{{Before: offset.Span{Start: 3, End: 9}, After: offset.Span{Start: 5, End: 6}}})
	fmt.Println(err)
	// Output:
	// [9,11) <nil>
	// offset: edit 0: [3,9) to [5,6) does not keep the text before it
}

func ExampleSpan_Of() {
	s := offset.Span{Start: 3, End: 9}
	fmt.Println(s.Of("市商务委"), s.Len(), s)
	out, err := json.Marshal(s)
	fmt.Println(string(out), err)
	// Output:
	// 商务 6 [3,9)
	// [3,9] <nil>
}

func ExampleSpan_Cover() {
	a, b := offset.Span{Start: 0, End: 6}, offset.Span{Start: 3, End: 9}
	fmt.Println(a.Cover(b), a.Overlaps(b), a.Contains(b), a.Cover(b).Contains(b))
	fmt.Println(b.Shift(-3), offset.Span{Start: 3, End: 3}.Empty())
	// Output:
	// [0,9) true false true
	// [0,6) true
}
