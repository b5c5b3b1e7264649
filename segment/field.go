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

// bm25 says how much a field counts, and how much of that depends on how many
// characters it has, against the usual number.
type bm25 struct {
	weight, slope, usual float32
}

// saturation is BM25's k1. The usual lengths are fixed, so that what a term
// counts in an item does not depend on the other items.
const saturation = 1.2

func defaultWeights() [record.Fields]bm25 {
	return [record.Fields]bm25{
		record.Title:      {2.5, 0.4, 20},
		record.Body:       {1, 0.6, 180},
		record.Note:       {0.3, 0, 1},
		record.Department: {1.2, 0.15, 20},
		record.Section:    {0.4, 0.2, 12},
		record.Term:       {0.4, 0, 1},
	}
}

// of returns what an occurrence counts in a field of so many bytes of text.
func (b bm25) of(bytes int) float32 {
	if b.weight == 0 {
		return 0
	}
	return b.weight / (1 - b.slope + b.slope*float32(bytes)/3/b.usual)
}
