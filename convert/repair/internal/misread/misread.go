// Package misread repairs text that was decoded in the wrong charset, whole or
// in parts, and as often over as it was.
package misread

import (
	"fmt"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Change is a stretch of the text that is to be another.
type Change struct {
	Span       offset.Span // in bytes of the text
	To         string
	Evidence   string
	Confidence float64
	Lost       bool // its bytes are gone; To is what stands there
}

// misreading is text of one coding that was read in another.
type misreading struct{ right, wrong coding }

func (m misreading) String() string { return fmt.Sprintf("%v read as %v", m.right, m.wrong) }

// misreadings lists those that leave enough to go by. Text read as UTF-8 that
// was none is lost.
var misreadings = [...]misreading{
	{codingUTF8, codingLatin},
	{codingUTF8, codingGBK},
	{codingUTF8, codingBig5},
	{codingGBK, codingLatin},
	{codingBig5, codingLatin},
	{codingBig5, codingGBK},
	{codingGBK, codingBig5},
}

// Find returns the misread parts of a text, in order, with what they are to be:
// line by line, and of each line by the misreading that explains most.
func Find(text string) []Change {
	var found []Change
	at := 0
	for line := range strings.Lines(text) {
		size := len(line)
		line = strings.TrimRight(line, "\r\n")
		if part := strange(line); !part.Empty() {
			for _, c := range findIn(part.Of(line), maxDepth) {
				c.Span = c.Span.Shift(at + part.Start)
				found = append(found, c)
			}
		}
		at += size
	}
	return found
}

// maxDepth is how often a text may have been misread one time upon another.
const maxDepth = 3

// findIn returns the misread parts of a piece of a line.
func findIn(piece string, depth int) []Change {
	var best []Change
	var most float32
	latin := strings.ContainsFunc(piece, LatinLetter)
	for _, m := range misreadings {
		if m.wrong == codingLatin && !latin {
			continue
		}
		if found, gain := m.find(piece); gain > most {
			best, most = found, gain
		}
	}
	if depth > 1 {
		for i := range best {
			if !best[i].Lost {
				best[i].again(depth - 1)
			}
		}
	}
	return best
}

// again repairs what was misread more than once.
func (c *Change) again(depth int) {
	var to strings.Builder
	done := 0
	for _, inner := range findIn(c.To, depth) {
		if inner.Lost || inner.Confidence < c.Confidence-0.1 {
			continue
		}
		to.WriteString(c.To[done:inner.Span.Start])
		to.WriteString(inner.To)
		done = inner.Span.End
		c.Evidence += ", " + inner.Evidence
	}
	to.WriteString(c.To[done:])
	c.To = to.String()
}
