package segment

import (
	"fmt"
	"strings"

	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/segment/internal/fold"
)

// Reason says why a reference leads nowhere. The zero value is invalid.
type Reason uint8

// The reasons.
const (
	ReasonInvalid Reason = iota
	OutOfRange           // the plan's units end before
	OtherDocument        // it belongs to a document that is not the plan
	Ambiguous            // several units have the number: a path is missing
	NoSuchUnit           // the plan, or the unit above, has no numbered units of the kind
	TooMany              // a range of more than [reference.MaxNumbers] numbers
)

var reasonNames = [...]string{"invalid", "out-of-range", "other-document", "ambiguous", "no-such-unit", "too-many"}

// String returns the reason's name, such as "out-of-range".
func (r Reason) String() string {
	if int(r) >= len(reasonNames) {
		return fmt.Sprintf("Reason(%d)", r)
	}
	return reasonNames[r]
}

// MarshalText returns the name that [Reason.String] gives; a value that is no
// reason is an error.
func (r Reason) MarshalText() ([]byte, error) {
	if r == ReasonInvalid || int(r) >= len(reasonNames) {
		return nil, fmt.Errorf("segment: invalid reason %d", r)
	}
	return []byte(reasonNames[r]), nil
}

// UnmarshalText sets r to the reason with that name; another text is an error, and
// r stays.
func (r *Reason) UnmarshalText(text []byte) error {
	for i, name := range reasonNames {
		if i > 0 && name == string(text) {
			*r = Reason(i)
			return nil
		}
	}
	return fmt.Errorf("segment: no reason %q", text)
}

// ResolveError says why a reference leads nowhere.
type ResolveError struct {
	Reference Reference
	Reason    Reason
	Level     reference.Level // which level and number of it; zero where the reference as a whole is at fault

	// Candidates are the units that an ambiguous reference may mean. For
	// NoSuchUnit they are the units above, as far as the reference leads: the
	// article of 第三条第二款.
	Candidates []Referent
}

// Error names the reference, the level and the reason.
func (e *ResolveError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "segment: %s: ", fold.Unblank(e.Reference.Text))
	switch e.Reason {
	case OtherDocument:
		fmt.Fprintf(&b, "part of another document, 《%s》", fold.Unblank(e.Reference.Document))
	case TooMany:
		fmt.Fprintf(&b, "more than %d numbers", reference.MaxNumbers)
	case Ambiguous:
		fmt.Fprintf(&b, "%d units are %v %d", len(e.Candidates), e.Level.Kind, e.Level.Number)
	case NoSuchUnit:
		fmt.Fprintf(&b, "no numbered %v there", e.Level.Kind)
	default:
		fmt.Fprintf(&b, "no %v %d", e.Level.Kind, e.Level.Number)
	}
	return b.String()
}
