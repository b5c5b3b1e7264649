package main

import (
	"go/ast"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/target"
)

// TestSchemaIsOfTheTypes holds that schema.json is what the types give: where
// it fails, run go generate in plan/export.
func TestSchemaIsOfTheTypes(t *testing.T) {
	t.Parallel()
	want, err := build("../..")
	require.NoError(t, err)
	got, err := os.ReadFile("../schema.json")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
	_, err = build("..")
	require.Error(t, err, "no types here")
}

// TestFields holds how the generator reads fields: tags, comments, embedded
// structs.
func TestFields(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	src := "package p\n\ntype A struct {\n\tB\n\t// above\n\tX int `json:\"x,omitempty\"` // beside\n\tY, Z string\n\tn int\n\tO bool `json:\"-\"`\n}\n\ntype B struct {\n\tW []C `json:\"w,omitzero\"`\n}\n\ntype C func()\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "p.go"), []byte(src), 0o600))
	s := &source{types: map[string]ast.Expr{}, docs: map[string]string{}}
	require.NoError(t, s.load(dir))
	fields, err := s.fields("p.A")
	require.NoError(t, err)
	type key struct {
		name, comment string
		optional      bool
	}
	var got []key
	for _, f := range fields {
		got = append(got, key{f.name, f.comment, f.optional})
	}
	require.Equal(t, []key{{"w", "", true}, {"x", "above beside", true}, {"Y", "", false}, {"Z", "", false}}, got)
	_, err = s.fields("p.C")
	require.Error(t, err, "no struct")
	_, err = s.object(object{form: "p.B"})
	require.ErrorIs(t, err, errType, "a type that is new must not pass unseen")
}

func TestWords(t *testing.T) {
	t.Parallel()
	require.Equal(t, []string{"unspecified", "lead", "support"}, words[plan.Role]().Enum)
	require.Equal(t, []string{"none", "Hans", "Hant", "mixed"}, words[plan.Script]().Enum, "a zero that is no error")
	require.Contains(t, words[target.Op]().Enum, ">=")
}

func TestMembersKeepTheirOrder(t *testing.T) {
	t.Parallel()
	data, err := encode(members{{"z", &schema{Type: "string"}}, {"a", ref("b<c")}})
	require.NoError(t, err)
	require.Equal(t, `{"z":{"type":"string"},"a":{"$ref":"#/$defs/b<c"}}`, string(data))
}
