package export

import (
	_ "embed"
	"io"
)

//go:generate go run ./gen

//go:embed schema.json
var schema string

// Schema writes the JSON Schema (2020-12) of what json.Marshal makes of a
// [plan.Plan]. It is made from the types of package plan, and asks for
// exactly their keys: one that it does not know is an error.
func Schema(w io.Writer) error {
	_, err := io.WriteString(w, schema)
	return err
}
