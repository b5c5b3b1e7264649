package target

import (
	"fmt"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Op is how a target bounds its value.
type Op uint8

// The operators. The zero Op is invalid.
const (
	InvalidOp Op = iota
	Equal        // no word, or 稳定在
	Greater      // 超过, 突破
	AtLeast      // 达到, 不少于, 以上
	Less         // 低于
	AtMost       // 不超过, 控制在, 以内
	About        // 约, 左右
	Change       // 提高, 下降: the value is what is added, negative for a fall
	numOps    = iota
)

var opNames = [numOps]string{"invalid", "=", ">", ">=", "<", "<=", "~", "+"}

// String returns the operator's sign, as JSON has it.
func (o Op) String() string {
	if int(o) >= len(opNames) {
		return opNames[InvalidOp]
	}
	return opNames[o]
}

// MarshalText writes the operator's sign. It reports an error for a value that
// is no operator.
func (o Op) MarshalText() ([]byte, error) {
	if o == InvalidOp || int(o) >= len(opNames) {
		return nil, fmt.Errorf("target: invalid operator %d", o)
	}
	return []byte(opNames[o]), nil
}

// UnmarshalText reads the sign that [Op.MarshalText] writes.
func (o *Op) UnmarshalText(text []byte) error {
	for i, name := range opNames {
		if i != int(InvalidOp) && name == string(text) {
			*o = Op(i)
			return nil
		}
	}
	return fmt.Errorf("target: no operator %q", text)
}

// Target is an amount that a plan sets itself.
type Target struct {
	// Span is the place of Text, from the operator word that touches the amount
	// to the unit and a 以上 or the like behind it. The two ends of a range are
	// two targets with one Span.
	Span  offset.Span `json:"span"`
	Text  string      `json:"text"` // as written
	Op    Op          `json:"op"`
	Value Decimal     `json:"value"` // 万 and 亿 multiplied out

	// Unit is the measure word as written, without blanks inside; "%" for each
	// way of writing percent, "" for fractions and where there is none.
	Unit string `json:"unit"`
}

// Deadline is a time by, in or within which something is to be done.
type Deadline struct {
	Span offset.Span `json:"span"`
	Text string      `json:"text"` // as written

	// From and By are the first and the last day. They are zero where the text
	// gives no year, or the time recurs (每年6月底前); From also for all but
	// periods.
	From Date `json:"from,omitzero"`
	By   Date `json:"by,omitzero"`

	// Within is a duration from a day that the text need not name, as a number
	// in ASCII and the unit as written: 5年, 20个工作日.
	Within string `json:"within,omitempty"`
}

// Finding is a target or a deadline: the other one is nil.
type Finding struct {
	Target   *Target
	Deadline *Deadline
}
