package charset

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Problem is what is wrong at a place of the bytes.
type Problem uint8

// The problems that [Decode] reports.
const (
	NoProblem   Problem = iota
	Malformed           // bytes that cannot begin or go on so
	Unassigned          // a code of the right shape without a character
	Truncated           // the file ends within a character
	Undeclared          // a declaration names a charset that the bytes contradict
	Unsupported         // a declaration names a charset that this package does not read
)

var problems = [...]string{"none", "malformed", "unassigned", "truncated", "contradicted declaration", "unsupported declaration"}

// String returns the problem in words.
func (p Problem) String() string {
	if int(p) < len(problems) {
		return problems[p]
	}
	return fmt.Sprintf("Problem(%d)", uint8(p))
}

// MarshalText writes the problem in words.
func (p Problem) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (p *Problem) UnmarshalText(text []byte) error {
	for i, name := range problems {
		if name == string(text) {
			*p = Problem(i)
			return nil
		}
	}
	return fmt.Errorf("charset: unknown problem %q", text)
}

// Diagnostic is a place where the bytes are no text, or a declaration that was
// not followed.
type Diagnostic struct {
	Problem Problem
	Span    offset.Span // of the bytes
	Text    offset.Span // of the text: the U+FFFD that stands for the bytes
	Bytes   []byte      // the bytes themselves, a part of the input
}

// String tells the problem, the place and the bytes.
func (d Diagnostic) String() string {
	if d.Problem == Undeclared || d.Problem == Unsupported {
		return fmt.Sprintf("%v at byte %d: %q", d.Problem, d.Span.Start, d.Bytes)
	}
	return fmt.Sprintf("%v at byte %d: % X", d.Problem, d.Span.Start, d.Bytes)
}

// BinaryError says that the bytes are no text.
type BinaryError struct {
	Format string // what they are, "" if that is not known
	Offset int    // of the first byte that shows it
}

// Error describes the error.
func (e *BinaryError) Error() string {
	if e.Format != "" {
		return "charset: not text but " + e.Format
	}
	return fmt.Sprintf("charset: not text: binary data at byte %d", e.Offset)
}
