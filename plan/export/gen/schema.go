package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"path/filepath"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/plan/target"
)

// schema is a JSON Schema with the keywords that are needed here.
type schema struct {
	Dialect     string    `json:"$schema,omitempty"`
	ID          string    `json:"$id,omitempty"`
	Comment     string    `json:"$comment,omitempty"`
	Title       string    `json:"title,omitempty"`
	Ref         string    `json:"$ref,omitempty"`
	Description string    `json:"description,omitempty"`
	Type        string    `json:"type,omitempty"`
	Enum        []string  `json:"enum,omitempty"`
	Pattern     string    `json:"pattern,omitempty"`
	Minimum     *int      `json:"minimum,omitempty"`
	MinItems    int       `json:"minItems,omitempty"`
	PrefixItems []*schema `json:"prefixItems,omitempty"`
	Items       any       `json:"items,omitempty"` // a *schema, or false
	Properties  members   `json:"properties,omitempty"`
	Required    []string  `json:"required,omitempty"`
	More        *bool     `json:"additionalProperties,omitempty"`
	Defs        members   `json:"$defs,omitempty"`
}

// members are the schemas of keys, in order.
type members []member

type member struct {
	name string
	*schema
}

// MarshalJSON writes an object.
func (m members) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, x := range m {
		if i > 0 {
			b.WriteByte(',')
		}
		value, err := encode(x.schema)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%q:%s", x.name, value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// encode is json.Marshal without escapes for HTML.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

// object is a type that JSON writes as an object: the struct that has its form,
// the structs whose comments describe it, and what its MarshalJSON leaves out
// of the form or always writes.
type object struct {
	name   string
	form   string
	about  []string
	leaves []string
	always []string
}

// objects are the types below a plan, in the order of the schema.
var objects = []object{
	{name: "section", form: "plan.unitJSON", about: unitDocs("plan.Section"), leaves: []string{"text", "textSpans"}, always: []string{"number"}},
	{name: "item", form: "plan.unitJSON", about: unitDocs("plan.Item"), leaves: []string{"paragraphs", "items", "sections"}, always: []string{"number"}},
	{name: "point", form: "plan.unitJSON", about: unitDocs("plan.Point"), leaves: []string{"paragraphs", "items", "sections"}},
	{name: "paragraph", form: "plan.Paragraph"},
	{name: "duty", form: "plan.dutyJSON", about: []string{"plan.Duty"}},
	{name: "department", form: "plan.departmentJSON", about: []string{"plan.Department"}},
	{name: "deadline", form: "plan.Deadline"},
	{name: "target", form: "target.Target"},
	{name: "reference", form: "reference.Reference"},
	{name: "mention", form: "plan.Mention"},
	{name: "attachment", form: "plan.Attachment"},
	{name: "table", form: "plan.Table"},
	{name: "term", form: "plan.Term"},
	{name: "rule", form: "plan.ruleJSON", about: []string{"plan.Rule"}},
	{name: "diagnostic", form: "plan.Diagnostic"},
}

// unitDocs names the structs that a unit is made of.
func unitDocs(own string) []string { return []string{own, "plan.Heading", "plan.Body", "plan.Section"} }

// leaves are the types that JSON writes as no object, by their Go names.
var leaves = map[string]*schema{
	"string":           {Type: "string"},
	"bool":             {Type: "boolean"},
	"int":              {Type: "integer"},
	"offset.Span":      ref("span"),
	"plan.Span":        ref("span"),
	"plan.Date":        {Type: "string", Pattern: `^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`},
	"target.Date":      {Type: "string", Pattern: `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`},
	"target.Decimal":   {Type: "number"},
	"plan.Role":        words[plan.Role](),
	"plan.Script":      words[plan.Script](),
	"plan.Severity":    words[plan.Severity](),
	"plan.Code":        words[plan.Code](),
	"plan.RuleKind":    words[plan.RuleKind](),
	"target.Op":        words[target.Op](),
	"reference.Kind":   words[reference.Kind](),
	"reference.Level":  {Type: "array", PrefixItems: []*schema{words[reference.Kind](), {Type: "integer"}}, Items: false, MinItems: 2},
	"plan.Section":     ref("section"),
	"plan.Item":        ref("item"),
	"plan.Point":       ref("point"),
	"plan.Duty":        ref("duty"),
	"plan.Department":  ref("department"),
	"plan.ruleJSON":    ref("rule"),
	"plan.Target":      ref("target"),
	"plan.Reference":   ref("reference"),
	"plan.Diagnostics": {Type: "array", Items: ref("diagnostic")},
}

// ref refers to a definition.
func ref(name string) *schema { return &schema{Ref: "#/$defs/" + name} }

// words lists an enum's words.
func words[T interface {
	~int | ~uint8
	String() string
}]() *schema {
	s := &schema{Type: "string"}
	for v := range 100 {
		if word := T(v).String(); word != "invalid" {
			s.Enum = append(s.Enum, word)
		}
	}
	return s
}

// build returns the schema of the package in dir and of those below it.
func build(dir string) ([]byte, error) {
	src := &source{types: map[string]ast.Expr{}, docs: map[string]string{}}
	for _, d := range []string{"", "target", "reference"} {
		if err := src.load(filepath.Join(dir, d)); err != nil {
			return nil, err
		}
	}
	root, err := src.object(object{form: "plan.planJSON", about: []string{"plan.Plan"}})
	if err != nil {
		return nil, err
	}
	root.Dialect = "https://json-schema.org/draft/2020-12/schema"
	root.ID = "https://github.com/qiaotoubao/fangan/plan/export/schema.json"
	root.Comment = "Code generated by plan/export/gen; DO NOT EDIT."
	root.Title = "Plan"
	zero := 0
	offset := &schema{Type: "integer", Minimum: &zero}
	root.Defs = members{{"span", &schema{
		Description: "A half-open range of bytes of the text that was parsed, or of the file that was read: start and end.",
		Type:        "array", PrefixItems: []*schema{offset, offset}, Items: false, MinItems: 2,
	}}}
	for _, o := range objects {
		def, err := src.object(o)
		if err != nil {
			return nil, err
		}
		root.Defs = append(root.Defs, member{o.name, def})
	}
	data, err := encode(root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = json.Indent(&b, data, "", "  ")
	b.WriteByte('\n')
	return b.Bytes(), err
}

// object returns the schema of an object. Keys without omitempty and omitzero are
// required, and no others are allowed.
func (s *source) object(o object) (*schema, error) {
	fields, err := s.fields(o.form)
	if err != nil {
		return nil, err
	}
	pkg, _, _ := strings.Cut(o.form, ".")
	about := append(slices.Clip(o.about), o.form)
	more := false
	out := &schema{Type: "object", Description: s.docs[about[0]], More: &more}
	for _, f := range fields {
		if slices.Contains(o.leaves, f.name) {
			continue
		}
		value, err := s.value(pkg, f.typ)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", o.form, f.goName, err)
		}
		described := *value
		described.Description = s.describe(about, f)
		out.Properties = append(out.Properties, member{f.name, &described})
		if !f.optional || slices.Contains(o.always, f.name) {
			out.Required = append(out.Required, f.name)
		}
	}
	return out, nil
}

// describe returns the comment on a field.
func (s *source) describe(about []string, f field) string {
	if f.comment != "" {
		return f.comment
	}
	for _, a := range about {
		if text := s.docs[a+"."+f.goName]; text != "" {
			return text
		}
	}
	return ""
}

var errType = errors.New("type without a schema")

// value returns the schema of a Go type.
func (s *source) value(pkg string, t ast.Expr) (*schema, error) {
	switch t := t.(type) {
	case *ast.ArrayType:
		item, err := s.value(pkg, t.Elt)
		return &schema{Type: "array", Items: item}, err
	case *ast.StarExpr:
		return s.value(pkg, t.X)
	case *ast.Ident:
		if leaf, ok := leaves[t.Name]; ok {
			return leaf, nil
		}
	}
	name := qualify(pkg, t)
	if leaf, ok := leaves[name]; ok {
		return leaf, nil
	}
	for _, o := range objects {
		if o.form == name {
			return ref(o.name), nil
		}
	}
	return nil, fmt.Errorf("%w: %s", errType, name)
}
