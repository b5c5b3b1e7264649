package reference

import (
	"encoding/json"
	"fmt"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Reference is one reference as it stands in a text.
type Reference struct {
	Span offset.Span `json:"span"` // of Text, in bytes of the text
	Text string      `json:"text"` // as written, with the blanks inside
	Kind Kind        `json:"kind"` // of the deepest level

	// Numbers are those of the deepest level, 1-based, in the order of the
	// text. A range is spelt out; where that would give more than [MaxNumbers],
	// Elided is set and only the two ends of a range are here.
	Numbers []int `json:"numbers,omitempty"`
	Elided  bool  `json:"elided,omitempty"`

	// Path leads from the outermost level to the deepest one's first number.
	// It is nil where there is one level.
	Path []Level `json:"path,omitempty"`

	// Document is the name in 《》 that the reference belongs to, without the
	// marks, as written; DocumentSpan is its place. "" says that no document is
	// named, and DocumentSpan then has no meaning.
	Document     string      `json:"document,omitempty"`
	DocumentSpan offset.Span `json:"-"`
}

// MaxNumbers is how many numbers a [Reference] holds at most. No hostile range
// (第1条至第99999条) makes more of it.
const MaxNumbers = 1000

// Level is one step of a path. In JSON it is an array: ["section",3].
type Level struct {
	Kind   Kind
	Number int
}

// MarshalJSON writes the level as [kind, number].
func (l Level) MarshalJSON() ([]byte, error) {
	return json.Marshal([2]any{l.Kind, l.Number})
}

// UnmarshalJSON reads what [Level.MarshalJSON] writes.
func (l *Level) UnmarshalJSON(data []byte) error {
	pair := []any{&l.Kind, &l.Number}
	if err := json.Unmarshal(data, &pair); err != nil {
		return fmt.Errorf("reference: level: %w", err)
	}
	if len(pair) != 2 {
		return fmt.Errorf("reference: level: want [kind,number], got %s", data)
	}
	return nil
}
