package target_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/target"
)

func TestConformance(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/targets.json")
	require.NoError(t, err)
	type goal struct {
		Text  string
		Op    target.Op
		Value target.Decimal
		Unit  string
	}
	type due struct {
		Text     string
		From, By target.Date
		Within   string
	}
	var file struct {
		Cases []struct {
			Text      string
			Targets   []goal
			Deadlines []due
		}
	}
	require.NoError(t, json.Unmarshal(data, &file))
	require.NotEmpty(t, file.Cases)
	for _, c := range file.Cases {
		goals, dues := []goal{}, []due{}
		for _, f := range find(t, c.Text) {
			if x := f.Target; x != nil {
				goals = append(goals, goal{x.Text, x.Op, x.Value, x.Unit})
			} else {
				d := f.Deadline
				dues = append(dues, due{d.Text, d.From, d.By, d.Within})
			}
		}
		require.Equal(t, c.Targets, goals, c.Text)
		require.Equal(t, c.Deadlines, dues, c.Text)
	}
}

// find collects the findings of text, and checks their spans.
func find(t testing.TB, text string) []target.Finding {
	t.Helper()
	var out []target.Finding
	start := 0
	for f := range target.Find(text) {
		if (f.Target == nil) == (f.Deadline == nil) {
			t.Fatalf("%q: %v", text, f)
		}
		span, slice := offsetOf(f)
		if span.Start < start || span.End > len(text) || span.Of(text) != slice || slice == "" {
			t.Fatalf("%q: span %v of %q", text, span, slice)
		}
		start = span.Start
		out = append(out, f)
	}
	return out
}

func offsetOf(f target.Finding) (offset.Span, string) {
	if f.Target != nil {
		return f.Target.Span, f.Target.Text
	}
	return f.Deadline.Span, f.Deadline.Text
}
