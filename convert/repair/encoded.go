package repair

import (
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair/internal/misread"
	"github.com/qiaotoubao/fangan/convert/repair/internal/replaced"
)

// replacements finds double-byte text in which a byte sequence was replaced.
// What is known of its bytes is nil where it was not decoded here.
func replacements(text string, src *replaced.Source) []finding {
	var found []finding
	for _, c := range replaced.Find(text, src) {
		found = append(found, finding{
			change: change{span: c.Span, to: c.To}, kind: Replaced,
			evidence: c.Evidence, confidence: c.Confidence,
		})
	}
	return found
}

// misreadings finds text that was decoded in the wrong charset.
func misreadings(text string) []finding {
	var found []finding
	for _, c := range misread.Find(text) {
		f := finding{change: change{span: c.Span, to: c.To}, kind: Misread, evidence: c.Evidence, confidence: c.Confidence}
		if c.Lost {
			f.kind = Lost
		}
		found = append(found, f)
	}
	return found
}

// change is a stretch of the text that is to be another.
type change struct {
	span offset.Span
	to   string
}

// finding is a change that a repairer proposes.
type finding struct {
	change
	kind       Kind
	evidence   string
	confidence float64
}
