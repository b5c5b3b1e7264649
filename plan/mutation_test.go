package plan_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan"
)

var only = flag.Int("layout", -1, "lay the model plan out in the style of this number alone, and show it")

// TestMutations lays the model plan out in random styles, and reads each back.
func TestMutations(t *testing.T) {
	t.Parallel()
	layouts := 500
	if testing.Short() {
		layouts = 500
	}
	const workers = 4
	for w := range workers {
		t.Run(fmt.Sprint(w), func(t *testing.T) {
			t.Parallel()
			for i := w; i < layouts; i += workers {
				if *only >= 0 && i != *only {
					continue
				}
				r := rand.New(rand.NewPCG(2024, uint64(i)))
				s := randomStyle(r)
				text, want := write(s, r)
				if *only >= 0 {
					t.Log(text)
				}
				if got := compareModel(t, text, want); got != "" {
					t.Errorf("layout %d: %s\n%+v", i, got, s)
				}
			}
		})
	}
}

// compareModel reads text and returns the first difference from what is wanted.
func compareModel(t *testing.T, text string, want wantPlan) string {
	p, err := plan.Parse(text, nil)
	if err != nil {
		return err.Error()
	}
	checkSpans(t, text, p, plan.Span{End: len(text)})
	got := readBack(p)
	for i, w := range want.items {
		if w.points == anyPoints && i < len(got.items) {
			got.items[i].points = anyPoints
		}
	}
	for i, w := range want.list() {
		g := "nothing"
		if list := got.list(); i < len(list) {
			g = list[i]
		}
		if plain(g) != plain(w) {
			return fmt.Sprintf("got\n  %s\nwant\n  %s", plain(g), plain(w))
		}
	}
	if g := got.list(); len(g) > len(want.list()) {
		return "too much: " + g[len(want.list())]
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
