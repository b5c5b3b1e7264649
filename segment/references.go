package segment

import (
	"iter"

	"github.com/qiaotoubao/fangan/plan/reference"
)

// Reference is a reference to parts of a document, or to a document: kind,
// numbers, path, the other document's name.
type Reference = reference.Reference

// References returns the references to parts of documents in text, in order and
// not overlapping: 第（十二）项, 第五十二条, （三）至（五）, 第三部分第（二）项, 附件2, 《…》第十二条,
// in either script and width, also over a line break. The grammar is that of
// package reference, which a plan's own references follow too. [Resolve] finds
// what they stand for.
//
// It takes time linear in text, whatever it is.
func References(text string) iter.Seq[Reference] { return reference.Find(text) }
