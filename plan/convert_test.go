package plan_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan"
)

func converter(t *testing.T, s convert.Scheme) *convert.Converter {
	t.Helper()
	c, err := convert.New(s, nil)
	require.NoError(t, err)
	return c
}

func toJSON(t *testing.T, p *plan.Plan) string {
	t.Helper()
	data, err := json.Marshal(p)
	require.NoError(t, err)
	return string(data)
}

// quiet returns the JSON of the plan without its diagnostics, which quote the
// text that was read.
func quiet(t *testing.T, p *plan.Plan) string {
	t.Helper()
	q := *p
	q.Diagnostics = nil
	return toJSON(t, &q)
}

func TestConvertBridgehead(t *testing.T) {
	t.Parallel()
	p := plan.Bridgehead()
	before := toJSON(t, p)
	hans := p.Convert(converter(t, convert.T2S))
	require.Equal(t, plan.ScriptHans, hans.Script)
	require.Zero(t, convert.Detect(quiet(t, hans)).Hant, "no string is left out")
	require.Equal(t, "上海自贸试验区", hans.Terms[0].Term)
	require.Equal(t, "中国(上海)自由贸易试验区", hans.Terms[0].Meaning)

	tw := hans.Convert(converter(t, convert.S2TW))
	require.Equal(t, plan.ScriptHant, tw.Script)
	require.Equal(t, "上海服務國家“一帶一路”建設發揮橋頭堡作用行動方案", tw.Title)
	ids := regexp.MustCompile(`"id":"[^"]*"`) // those are Simplified in every plan
	require.Zero(t, convert.Detect(ids.ReplaceAllString(quiet(t, tw), "")).Hans)
	require.Equal(t, before, toJSON(t, p), "the embedded plan stays")

	for _, q := range []*plan.Plan{hans, tw} {
		require.Equal(t, shape(p), shape(q), "spans, ids and numbers stay")
		require.Equal(t, p.Diagnostics, q.Diagnostics)
		require.Equal(t, p.Date, q.Date)
		require.Equal(t, slices.Collect(p.Leaves()), slices.Collect(q.Leaves()))
		require.Len(t, slices.Collect(q.ItemsOf("市商务委")), len(slices.Collect(p.ItemsOf("市商务委"))))
	}
}

// shape returns what conversion must not change of each node.
func shape(p *plan.Plan) []string {
	var list []string
	for n := range plan.Preorder(p) {
		s := fmt.Sprintf("%T %v", n, n.Extent())
		switch n := n.(type) {
		case *plan.Item:
			s += fmt.Sprint(n.Number, n.LabelSpan, n.TitleSpan, len(n.Targets), len(n.Mentions))
		case *plan.Department:
			s += n.ID
		}
		list = append(list, s)
	}
	return list
}

// fill gives every exported field below v a value, and lists one element.
func fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("發")
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), depth)
	case reflect.Slice:
		if depth < 10 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), depth+1)
		}
	case reflect.Struct:
		for _, field := range v.Fields() {
			if field.CanSet() {
				fill(field, depth+1)
			}
		}
	default:
		panic("a kind of field that the test does not know: " + v.Kind().String())
	}
}

// kept are the strings that are no text of the plan.
var kept = map[string]bool{"ID": true, "Message": true}

// compare holds that every string of q is that of p, converted, everything else
// is the same, and the two share no memory.
func compare(t *testing.T, path string, p, q reflect.Value, seen map[string]bool) {
	t.Helper()
	switch p.Kind() {
	case reflect.Pointer:
		require.NotEqual(t, p.Pointer(), q.Pointer(), "%s is shared", path)
		compare(t, path, p.Elem(), q.Elem(), seen)
	case reflect.Slice:
		require.Equal(t, p.Len(), q.Len(), path)
		require.Equal(t, p.IsNil(), q.IsNil(), path)
		if p.Len() > 0 {
			require.NotEqual(t, p.Pointer(), q.Pointer(), "%s is shared", path)
			compare(t, path, p.Index(0), q.Index(0), seen)
		}
	case reflect.Struct:
		for i := range p.NumField() {
			if f := p.Type().Field(i); f.IsExported() {
				compare(t, path+"."+f.Name, p.Field(i), q.Field(i), seen)
			}
		}
	case reflect.String:
		seen[path] = true
		if kept[path[strings.LastIndexByte(path, '.')+1:]] {
			require.Equal(t, "發", q.String(), path)
			return
		}
		require.Equal(t, "发", q.String(), "%s is not converted", path)
	default:
		if path != "Plan.Script" {
			require.Equal(t, p.Interface(), q.Interface(), path)
		}
	}
}

// TestConvertCoversAllFields fills a plan with something in every field, so that
// a new one cannot be forgotten.
func TestConvertCoversAllFields(t *testing.T) {
	t.Parallel()
	var p plan.Plan
	fill(reflect.ValueOf(&p).Elem(), 0)
	q := p.Convert(converter(t, convert.T2S))
	seen := map[string]bool{}
	compare(t, "Plan", reflect.ValueOf(p), reflect.ValueOf(*q), seen)
	require.Greater(t, len(seen), 30, "strings of the model")
	require.Equal(t, plan.ScriptHans, q.Script)
}

func TestConvertNil(t *testing.T) {
	t.Parallel()
	p := parse(t, sample)
	q := p.Convert(nil)
	require.Equal(t, p, q)
	require.NotSame(t, p.Sections[0], q.Sections[0])
	q.Sections[0].Items[0].Duties[0].Departments[0].Name = "x"
	require.Equal(t, "市人才局", p.Sections[0].Items[0].Duties[0].Departments[0].Name)

	var empty plan.Plan
	require.Equal(t, &empty, empty.Convert(nil))
	require.Equal(t, &empty, empty.Convert(converter(t, convert.S2T)))
}

func TestConvertThereAndBack(t *testing.T) {
	t.Parallel()
	p := parse(t, sample)
	there := p.Convert(converter(t, convert.S2TW))
	require.Equal(t, plan.ScriptHant, there.Script)
	require.Equal(t, toJSON(t, p), toJSON(t, there.Convert(converter(t, convert.TW2S))))
}
