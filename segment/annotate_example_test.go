package segment_test

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/segment"
)

func ExampleAnnotate() {
	text := "由市商务委按照第（二）项<试行>。"
	g, err := segment.NewGazetteer(nil, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var marks []segment.Mark
	for m := range g.Mentions(text) {
		marks = append(marks, segment.Mark{Span: m.Span, Open: `<a href="#` + m.ID + `">`, Close: "</a>"})
	}
	for r := range segment.References(text) {
		marks = append(marks, segment.Mark{Span: r.Span, Open: "<em>", Close: "</em>"})
	}
	page, _, err := segment.Annotate(text, marks, segment.HTML)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(page)
	// Output:
	// 由<a href="#市商务委">市商务委</a>按照<em>第（二）项</em>&lt;试行&gt;。
}

// Names are looked for in a text that was changed, and marked in the one it was made
// from.
func ExampleAnnotate_original() {
	original := "２０２５年底前，由市商務委落實。"
	folded, edits := convert.Fold(original)
	g, err := segment.NewGazetteer(nil, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	var marks []segment.Mark
	for m := range g.Mentions(folded) {
		marks = append(marks, segment.Mark{Span: edits.ToBefore(m.Span), Open: "【", Close: "】"})
	}
	marked, _, err := segment.Annotate(original, marks, segment.Plain)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(folded)
	fmt.Println(marked)
	// Output:
	// 2025年底前,由市商务委落实。
	// ２０２５年底前，由【市商務委】落實。
}
