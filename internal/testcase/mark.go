package testcase

import (
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Name is a name that was found in a text.
type Name struct {
	Span     offset.Span
	ID       string
	Brackets string // the two that stand for what it is: [], <> or {}
}

// Mark writes the names into the text: [市商务委], <市水务局>, {商务委}, each with =id
// where that is not what is written.
func Mark(text string, names []Name) string {
	var b strings.Builder
	end := 0
	for _, n := range names {
		written := n.Span.Of(text)
		b.WriteString(text[end:n.Span.Start] + n.Brackets[:1] + written)
		if n.ID != written {
			b.WriteString("=" + n.ID)
		}
		b.WriteString(n.Brackets[1:])
		end = n.Span.End
	}
	return b.String() + text[end:]
}

// Unmark returns the text that [Mark] was given.
func Unmark(s string) string {
	var b strings.Builder
	id := false
	for i := range len(s) {
		switch c := s[i]; {
		case strings.IndexByte("[<{", c) >= 0:
		case strings.IndexByte("]>}", c) >= 0:
			id = false
		case c == '=':
			id = true
		case !id:
			b.WriteByte(c)
		}
	}
	return b.String()
}
