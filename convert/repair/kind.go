package repair

import "fmt"

// Kind is a kind of damage.
type Kind uint8

// The kinds of damage.
const (
	Invalid   Kind = iota
	Replaced       // a byte sequence was replaced in double-byte text
	Misread        // text was decoded in the wrong charset
	Lost           // bytes are gone for good; reported only
	Brackets       // brackets of a document number became question marks
	Pinyin         // a reading was put behind a character
	Invisible      // characters without a shape were put in
	Entity         // an HTML entity was left in
)

var kinds = [...]string{"invalid", "replaced", "misread", "lost", "brackets", "pinyin", "invisible", "entity"}

// String returns the kind's name.
func (k Kind) String() string {
	if int(k) < len(kinds) {
		return kinds[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

// MarshalText writes the kind's name. It fails for Invalid.
func (k Kind) MarshalText() ([]byte, error) {
	if k == Invalid || int(k) >= len(kinds) {
		return nil, fmt.Errorf("repair: no name for %v", k)
	}
	return []byte(kinds[k]), nil
}

// UnmarshalText reads a kind's name.
func (k *Kind) UnmarshalText(text []byte) error {
	for i, name := range kinds {
		if i > 0 && name == string(text) {
			*k = Kind(i)
			return nil
		}
	}
	return fmt.Errorf("repair: unknown kind %q", text)
}
