package segment_test

import (
	"errors"
	"fmt"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/segment"
)

func ExampleReferences() {
	for r := range segment.References("按照第三部分第（二）项、（三）至（五）和《港口条例》第十、十一条执行。") {
		fmt.Printf("%v %s: %v %v, path %v, document %q\n", r.Span, r.Text, r.Kind, r.Numbers, r.Path, r.Document)
	}
	// Output:
	// [6,33) 第三部分第（二）项: item [2], path [{section 3} {item 2}], document ""
	// [36,57) （三）至（五）: item [3 4 5], path [], document ""
	// [78,96) 第十、十一条: article [10 11], path [], document "港口条例"
}

func ExampleResolve() {
	p := plan.Bridgehead()
	for ref := range segment.References("按照第（十二）项和第六十一项执行。") {
		parts, err := segment.Resolve(p, ref)
		for _, part := range parts {
			fmt.Println(part.Node)
		}
		if failed, ok := errors.AsType[*segment.ResolveError](err); ok {
			fmt.Println(failed.Reason, failed)
		}
	}
	// Output:
	// (十二)建設“一帶一路”國際仲裁中心
	// out-of-range segment: 第六十一项: no item 61
}
