package numeral

import "fmt"

// Reason says why a text is no numeral.
type Reason uint8

// The reasons. The zero Reason is invalid.
const (
	Invalid    Reason = iota
	Empty             // there is no text
	Foreign           // a character that no numeral holds
	Estimate          // digits side by side that mean "about": 三四, 五六百
	Ambiguous         // a digit without its unit that may count two things: 一百五万
	NoDigit           // a unit that lacks its digit, or a digit that may not stand here: 百万百, 两十
	Order             // units that do not fall in size: 十十, 三十五十
	Zero              // a 零 that opens, ends, or skips nothing
	Fraction          // a decimal that gives no integer: 3.14
	Separators        // commas that do not stand between groups of three digits
	Overflow          // beyond the range of int64
	numReasons = iota
)

var reasonNames = [numReasons]string{
	"invalid", "empty", "foreign", "estimate", "ambiguous", "noDigit",
	"order", "zero", "fraction", "separators", "overflow",
}

var reasonTexts = [numReasons]string{
	"invalid reason", "no text", "not a numeral character", "digits side by side are an estimate",
	"a digit without its unit may count two things", "a digit is missing or misplaced",
	"units do not fall in size", "a zero that opens, ends, or skips nothing", "not an integer",
	"a comma not between groups of three digits", "does not fit 64 bits",
}

// String returns the reason's name.
func (r Reason) String() string {
	if int(r) >= len(reasonNames) {
		return reasonNames[Invalid]
	}
	return reasonNames[r]
}

// MarshalText writes the reason's name. It reports an error for a value that
// is no reason.
func (r Reason) MarshalText() ([]byte, error) {
	if r == Invalid || int(r) >= len(reasonNames) {
		return nil, fmt.Errorf("numeral: invalid reason %d", r)
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads the name that [Reason.MarshalText] writes.
func (r *Reason) UnmarshalText(text []byte) error {
	for i, name := range reasonNames {
		if i != int(Invalid) && name == string(text) {
			*r = Reason(i)
			return nil
		}
	}
	return fmt.Errorf("numeral: no reason %q", text)
}

// Error says where and why a text is no numeral.
type Error struct {
	Offset int // of the character in question, in bytes
	Reason Reason
}

// Error returns the place and the reason.
func (e *Error) Error() string {
	r := e.Reason
	if int(r) >= len(reasonTexts) {
		r = Invalid
	}
	return fmt.Sprintf("numeral: offset %d: %s", e.Offset, reasonTexts[r])
}
