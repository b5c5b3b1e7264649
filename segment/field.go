package segment

import (
	"fmt"

	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// Field is a part of an item that an [Index] searches. The zero Field is
// invalid.
type Field uint8

// The fields.
const (
	FieldInvalid    Field = iota
	FieldTitle            // the item's title
	FieldBody             // its text, with that of its points
	FieldNote             // what its notes say beside names: their labels, times
	FieldDepartment       // the bodies responsible, by all their names
	FieldSection          // the titles of the sections that it stands in
	FieldTerm             // terms it defines, and what the terms it uses stand for
)

var fieldNames = [record.Fields]string{"invalid", "title", "body", "note", "department", "section", "term"}

// String returns the field's name, such as "title".
func (f Field) String() string {
	if int(f) >= len(fieldNames) {
		return fieldNames[0]
	}
	return fieldNames[f]
}

// MarshalText writes the name that String returns.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText reads the name of a field. It reports an error for any other
// text.
func (f *Field) UnmarshalText(text []byte) error {
	for i, name := range fieldNames {
		if i > 0 && name == string(text) {
			*f = Field(i)
			return nil
		}
	}
	return fmt.Errorf("segment: unknown field %q", text)
}
