package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/export"
)

// validator checks JSON against the keywords of JSON Schema that the schema
// uses. It fails on any other keyword, so that none is overlooked.
type validator struct {
	root     map[string]any
	patterns map[string]*regexp.Regexp
}

func readSchema(t testing.TB) *validator {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, export.Schema(&b))
	v := &validator{patterns: map[string]*regexp.Regexp{}}
	require.NoError(t, json.Unmarshal(b.Bytes(), &v.root))
	v.compile(v.root)
	return v
}

func (v *validator) compile(x any) {
	switch x := x.(type) {
	case map[string]any:
		if s, ok := x["pattern"].(string); ok {
			v.patterns[s] = regexp.MustCompile(s)
		}
		for _, y := range x {
			v.compile(y)
		}
	case []any:
		for _, y := range x {
			v.compile(y)
		}
	}
}

func (v *validator) validate(data []byte) error {
	var x any
	if err := json.Unmarshal(data, &x); err != nil {
		return err
	}
	return v.check(v.root, x, "$")
}

func (v *validator) check(s map[string]any, x any, path string) error {
	for _, keyword := range slices.Sorted(maps.Keys(s)) {
		if err := v.keyword(s, keyword, x, path); err != nil {
			return err
		}
	}
	return nil
}

func (v *validator) keyword(s map[string]any, keyword string, x any, path string) error {
	arg := s[keyword]
	switch keyword {
	case "$schema", "$id", "$comment", "$defs", "title", "description":
		return nil
	case "$ref":
		name := strings.TrimPrefix(arg.(string), "#/$defs/")
		return v.check(v.root["$defs"].(map[string]any)[name].(map[string]any), x, path)
	case "type":
		return unless(isType(arg.(string), x), "%s is no %v: %v", path, arg, x)
	case "enum":
		return unless(slices.Contains(arg.([]any), x), "%s: %v is none of %v", path, x, arg)
	case "pattern":
		text, ok := x.(string)
		return unless(!ok || v.patterns[arg.(string)].MatchString(text), "%s: %q does not match %v", path, text, arg)
	case "minimum":
		n, ok := x.(float64)
		return unless(!ok || n >= arg.(float64), "%s: %v is less than %v", path, x, arg)
	case "minItems":
		list, ok := x.([]any)
		return unless(!ok || len(list) >= int(arg.(float64)), "%s has less than %v", path, arg)
	case "required":
		object, ok := x.(map[string]any)
		for _, key := range arg.([]any) {
			if _, has := object[key.(string)]; ok && !has {
				return fmt.Errorf("%s lacks %v", path, key)
			}
		}
		return nil
	case "properties", "additionalProperties":
		return v.properties(s, keyword, x, path)
	case "items", "prefixItems":
		return v.items(s, keyword, x, path)
	}
	return fmt.Errorf("%s: keyword %q is not known here", path, keyword)
}

func (v *validator) properties(s map[string]any, keyword string, x any, path string) error {
	object, _ := x.(map[string]any)
	known := s["properties"].(map[string]any)
	for key, value := range object {
		sub, ok := known[key].(map[string]any)
		if !ok && s["additionalProperties"] == false {
			return fmt.Errorf("%s: unknown key %q", path, key)
		}
		if ok && keyword == "properties" {
			if err := v.check(sub, value, path+"."+key); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *validator) items(s map[string]any, keyword string, x any, path string) error {
	list, _ := x.([]any)
	prefix, _ := s["prefixItems"].([]any)
	for i, value := range list {
		place := fmt.Sprintf("%s[%d]", path, i)
		var sub any
		switch {
		case i < len(prefix) && keyword == "prefixItems":
			sub = prefix[i]
		case i >= len(prefix) && keyword == "items":
			sub = s["items"]
		default:
			continue
		}
		if sub == false {
			return fmt.Errorf("%s is too much", place)
		}
		if err := v.check(sub.(map[string]any), value, place); err != nil {
			return err
		}
	}
	return nil
}

func unless(ok bool, format string, args ...any) error {
	if ok {
		return nil
	}
	return fmt.Errorf(format, args...)
}

func isType(name string, x any) bool {
	switch x := x.(type) {
	case string:
		return name == "string"
	case bool:
		return name == "boolean"
	case float64:
		return name == "number" || name == "integer" && x == math.Trunc(x)
	case []any:
		return name == "array"
	case map[string]any:
		return name == "object"
	}
	return false
}

// TestSchema holds that the embedded plan and the miniature ones fit.
func TestSchema(t *testing.T) {
	t.Parallel()
	v := readSchema(t)
	plans := map[string]*plan.Plan{"bridgehead": plan.Bridgehead(), "zero": {}}
	for name, text := range minis {
		plans[name] = parse(t, text)
	}
	for name, p := range plans {
		data, err := json.Marshal(p)
		require.NoError(t, err)
		require.NoError(t, v.validate(data), name)
	}
}

// TestSchemaSeesAllKinds holds that the plans of the tests have a value for
// every key of the schema: else TestSchema would say little.
func TestSchemaSeesAllKinds(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	var visit func(x any)
	visit = func(x any) {
		switch x := x.(type) {
		case map[string]any:
			for key, value := range x {
				seen[key] = true
				visit(value)
			}
		case []any:
			for _, value := range x {
				visit(value)
			}
		}
	}
	all := []*plan.Plan{plan.Bridgehead()}
	for _, text := range minis {
		all = append(all, parse(t, text))
	}
	for _, p := range all {
		data, err := json.Marshal(p)
		require.NoError(t, err)
		var x any
		require.NoError(t, json.Unmarshal(data, &x))
		visit(x)
	}
	var unseen []string
	var keys func(x any)
	keys = func(x any) {
		s, _ := x.(map[string]any)
		properties, _ := s["properties"].(map[string]any)
		for key := range properties {
			if !seen[key] {
				unseen = append(unseen, key)
			}
		}
		defs, _ := s["$defs"].(map[string]any)
		for _, d := range defs {
			keys(d)
		}
	}
	keys(readSchema(t).root)
	slices.Sort(unseen)
	require.Empty(t, slices.Compact(unseen))
}

// TestSchemaRejects holds that the schema is no blank cheque.
func TestSchemaRejects(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(parse(t, minis["roles"]))
	require.NoError(t, err)
	v := readSchema(t)
	for _, tt := range []struct{ name, old, replacement string }{
		{"a role that is none", `"role":"lead"`, `"role":"boss"`},
		{"an unknown key", `"sections":`, `"chapters":[],"sections":`},
		{"no sections", `"sections":`, `"title2":`},
		{"a number as text", `"number":1`, `"number":"1"`},
		{"a span of one end", `"span":[0,`, `"span":[`},
		{"a span before the text", `"span":[0,`, `"span":[-1,`},
		{"a day that no month has", `"by":"2026-12-31"`, `"by":"2026-12-32"`},
		{"a date that is none", `"script"`, `"date":"soon","script"`},
		{"an open list that is no truth value", `"open":true`, `"open":"yes"`},
	} {
		bad := strings.Replace(string(data), tt.old, tt.replacement, 1)
		require.NotEqual(t, string(data), bad, tt.name)
		require.Error(t, v.validate([]byte(bad)), tt.name)
	}
}
