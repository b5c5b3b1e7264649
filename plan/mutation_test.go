package plan_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan"
)

var only = flag.Int("layout", -1, "lay the model plan out in the style of this number alone, and show it")

// TestMutations lays the model plan out in random styles, and reads each back.
// Known limits are left out: see write.
func TestMutations(t *testing.T) {
	t.Parallel()
	layouts := 10000
	if testing.Short() {
		layouts = 500
	}
	if *only >= 0 {
		checkLayout(t, *only)
		return
	}
	const workers = 4
	var limits atomic.Int64
	t.Run("all", func(t *testing.T) {
		for w := range workers {
			t.Run(strconv.Itoa(w), func(t *testing.T) {
				t.Parallel()
				for i := w; i < layouts; i += workers {
					if !checkLayout(t, i) {
						limits.Add(1)
					}
				}
			})
		}
	})
	require.Less(t, int(limits.Load()), layouts/100, "layouts that cannot be read")
}

// checkLayout checks the layout of number i. It reports false where the layout
// is one of the known limits.
func checkLayout(t *testing.T, i int) bool {
	t.Helper()
	r := rand.New(rand.NewPCG(2024, uint64(i)))
	s := randomStyle(r)
	text, want, ok := write(s, r)
	if *only >= 0 {
		t.Log(text)
	}
	if !ok {
		return false
	}
	p := must(plan.Parse(text, nil))
	if got := compareModel(p, want); got != "" {
		t.Errorf("layout %d: %s\n%+v", i, got, s)
	}
	if i%10 == 0 {
		checkSpans(t, text, p, plan.Span{End: len(text)})
		checkCover(t, text, p)
	}
	return true
}

// compareModel returns the first difference of p from what is wanted.
func compareModel(p *plan.Plan, want wantPlan) string {
	got := readBack(p)
	for i, w := range want.items {
		if w.points == anyPoints && i < len(got.items) {
			got.items[i].points = anyPoints
		}
	}
	g, w := got.list(), want.list()
	for i := range max(len(g), len(w)) {
		a, b := "nothing", "nothing"
		if i < len(g) {
			a = plain(g[i])
		}
		if i < len(w) {
			b = plain(w[i])
		}
		if a != b {
			return fmt.Sprintf("got\n  %s\nwant\n  %s", a, b)
		}
	}
	return ""
}

// plain folds script and width, and takes white space out.
func plain(s string) string {
	s, _ = convert.Fold(s)
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// list returns all that is compared, a line each.
func (w wantPlan) list() []string {
	out := []string{"title: " + w.title, "number: " + w.number, "date: " + w.date, "to: " + strings.Join(w.addressees, "|")}
	out = append(out, "sections: "+strings.Join(w.sections, "|"), "groups: "+strings.Join(w.groups, "|"))
	for _, i := range w.items {
		out = append(out, i.String())
	}
	return out
}

func (i wantItem) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d/%d %s when=%s points=%d", i.section, i.number, i.title, i.when, i.points)
	for _, d := range i.duties {
		fmt.Fprintf(&b, " %v:%s", d.role, strings.Join(d.names, "|"))
		if d.open {
			b.WriteString("|…")
		}
	}
	return b.String()
}

// readBack takes from a plan what is compared.
func readBack(p *plan.Plan) wantPlan {
	w := wantPlan{title: p.Title, number: p.DocumentNumber, addressees: p.Addressees}
	if len(p.Addressees) > 0 {
		w.date = p.Date.String()
	}
	for _, s := range p.Sections {
		if s.Number > 0 {
			w.sections = append(w.sections, fmt.Sprint(s.Number, s.Title))
		}
		w.addItems(s.Number, s.Items)
		for _, g := range s.Sections {
			w.groups = append(w.groups, g.Title)
			w.addItems(s.Number, g.Items)
		}
	}
	return w
}

func (w *wantPlan) addItems(section int, items []*plan.Item) {
	for _, i := range items {
		x := wantItem{section: section, number: i.Number, title: i.Title, points: len(i.Points)}
		for _, d := range i.Duties {
			var names []string
			for _, n := range d.Departments {
				names = append(names, n.Name)
			}
			x.duties = append(x.duties, wantDuty{d.Role, names, d.Open})
		}
		if k := slices.IndexFunc(i.Deadlines, func(d plan.Deadline) bool { return d.InNote }); k >= 0 {
			x.when = i.Deadlines[k].Text
		}
		w.items = append(w.items, x)
	}
}
