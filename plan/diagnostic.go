package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Diagnostic says that something in the text is strange, and where.
type Diagnostic struct {
	Severity Severity `json:"severity"`
	Code     Code     `json:"code"`
	Message  string   `json:"message"` // English, lower case, without a stop
	Span     Span     `json:"span"`
}

// String returns "warning: message [start,end)".
func (d Diagnostic) String() string {
	return fmt.Sprintf("%v: %s %v", d.Severity, d.Message, d.Span)
}

// Diagnostics are in the order of their places in the text.
type Diagnostics []Diagnostic

// Has reports whether there is a diagnostic of at least the given severity.
func (d Diagnostics) Has(s Severity) bool {
	return slices.ContainsFunc(d, func(x Diagnostic) bool { return x.Severity >= s })
}

// Err returns nil where no diagnostic is an error, and otherwise an
// [*ErrorList] of those that are.
func (d Diagnostics) Err() error {
	var list ErrorList
	for _, x := range d {
		if x.Severity == Error {
			list.Diagnostics = append(list.Diagnostics, x)
		}
	}
	if len(list.Diagnostics) == 0 {
		return nil
	}
	return &list
}

// ErrorList is the error of a plan whose text could not be read whole.
type ErrorList struct {
	Diagnostics Diagnostics
}

func (l *ErrorList) Error() string {
	var b strings.Builder
	for i, d := range l.Diagnostics {
		if i > 0 {
			b.WriteString("; ")
		}
		fmt.Fprintf(&b, "%s %v", d.Message, d.Span)
	}
	return "plan: " + b.String()
}

func (d Diagnostics) sort() {
	slices.SortStableFunc(d, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), cmp.Compare(a.Code, b.Code))
	})
}
