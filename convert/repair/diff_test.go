package repair_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
)

// difference is a stretch of one text that another has otherwise. Its spans are
// in runes.
type difference struct{ of, other offset.Span }

// inStep is how many characters must agree for two texts to be in step again.
const inStep = 5

// differences lists where two texts differ, from left to right: at each place
// they are held to be in step again where the fewest characters are passed over.
func differences(of, other []rune) []difference {
	var list []difference
	i, j := 0, 0
	for i < len(of) || j < len(other) {
		if i < len(of) && j < len(other) && of[i] == other[j] {
			i, j = i+1, j+1
			continue
		}
		di, dj := resume(of[i:], other[j:])
		list = append(list, difference{offset.Span{Start: i, End: i + di}, offset.Span{Start: j, End: j + dj}})
		i, j = i+di, j+dj
	}
	return list
}

// resume returns how many characters of each text to pass over until both are
// in step, which they are at the ends.
func resume(of, other []rune) (int, int) {
	for sum := 1; sum < len(of)+len(other); sum++ {
		for i := max(0, sum-len(other)); i <= min(sum, len(of)); i++ {
			if agree(of[i:], other[sum-i:]) {
				return i, sum - i
			}
		}
	}
	return len(of), len(other)
}

func agree(a, b []rune) bool {
	for k := range inStep {
		if k >= len(a) || k >= len(b) {
			return len(a) == len(b)
		}
		if a[k] != b[k] {
			return false
		}
	}
	return true
}

// tally counts damaged places by what became of them.
type tally struct {
	places, restored, left, wrong int
	partly                        int // of the changes all are right, but something is left
	falsely                       int // changes of what was sound
}

// judge compares what a repair made of a damaged text with the sound one. What
// is not restored is wrong where the repair changed it, and left where not.
func judge(sound, hurt string, res repair.Result) tally {
	s, h := []rune(sound), []rune(hurt)
	damage, rest := differences(s, h), differences(s, []rune(res.Text))
	at := make([]int, len(h)+1) // where each character of hurt begins
	for i, r := range h {
		at[i+1] = at[i] + utf8.RuneLen(r)
	}
	t := tally{places: len(damage)}
	for _, d := range damage {
		span := offset.Span{Start: at[d.other.Start], End: at[d.other.End]}
		edited, right := false, true
		for _, e := range res.Edits {
			if e.Before.Overlaps(span) {
				edited = true
				near := s[max(0, d.of.Start-100):min(len(s), d.of.End+100)] // it may reach beyond the place
				right = right && strings.Contains(string(near), e.To)
			}
		}
		switch {
		case len(touching(rest, d.of)) == 0:
			t.restored++
		case edited && right:
			t.partly++
		case edited:
			t.wrong++
		default:
			t.left++
		}
	}
	for _, r := range rest {
		if len(touching(damage, r.of)) == 0 {
			t.falsely++
		}
	}
	return t
}

// touching lists the differences that lie in or beside a span of the text.
func touching(list []difference, span offset.Span) []difference {
	var found []difference
	for _, d := range list {
		if d.of.Start <= span.End && span.Start <= d.of.End {
			found = append(found, d)
		}
	}
	return found
}

func (t *tally) add(o tally) {
	t.places += o.places
	t.restored += o.restored
	t.left += o.left
	t.partly += o.partly
	t.wrong += o.wrong
	t.falsely += o.falsely
}

// require holds the share of restored places to a floor, that of wrong ones to
// a ceiling, and what was sound to no change at all.
func (t *tally) require(tb testing.TB, floor, ceiling float64) {
	tb.Helper()
	require.NotZero(tb, t.places)
	require.GreaterOrEqual(tb, float64(t.restored)/float64(t.places), floor, "%+v", t)
	require.LessOrEqual(tb, float64(t.wrong)/float64(t.places), ceiling, "%+v", t)
	require.Zero(tb, t.falsely, "%+v", t)
}

func (t tally) String() string {
	return fmt.Sprintf("%d places: %d restored (%.1f %%), %d partly, %d left, %d wrong; %d sound ones changed",
		t.places, t.restored, 100*float64(t.restored)/float64(max(1, t.places)), t.partly, t.left, t.wrong, t.falsely)
}
