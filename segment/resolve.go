package segment

import (
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert/numeral"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/segment/internal/fold"
)

// Referent is a part of a plan that a reference leads to.
type Referent struct {
	Number     int              // the one of the reference's numbers that leads here; 0 for a whole document
	Node       plan.Node        // a section, an item, a point or the plan itself; nil for an attachment
	Attachment *plan.Attachment // nil for all others
	Span       plan.Span        // in bytes of the text that the plan was parsed from
}

// Resolve returns the parts of p that a reference means, one for each of its
// numbers, in their order. The reference may stand in the plan or in another
// text. Where numbers start again in each section, only a path says which item is
// meant.
//
// An article (第三条) of a plan whose units are no articles is its item 3, as people
// say it. Of the two meanings of 项 and 款, that of the text counts: in
// 第12條第1項第3款 an unnumbered paragraph stands above a numbered point, in
// 第三条第二款第（四）项 as well. The model does not count unnumbered paragraphs, so they do not
// narrow down what is meant.
//
// The error is nil or a [*ResolveError], which says why the first number that leads
// nowhere does so; the other numbers' parts are returned beside it. It takes time
// linear in the plan for each number, and is safe for concurrent use. A nil plan
// has no parts.
func Resolve(p *plan.Plan, ref Reference) ([]Referent, error) {
	if p == nil {
		p = new(plan.Plan)
	}
	if ref.Document != "" && !names(p, ref.Document) {
		return nil, &ResolveError{Reference: ref, Reason: OtherDocument}
	}
	if ref.Kind == reference.Document {
		return []Referent{{Node: p, Span: p.Extent()}}, nil
	}
	if ref.Elided {
		return nil, &ResolveError{Reference: ref, Reason: TooMany}
	}
	r := resolver{plan: p, ref: ref, rungs: rungsOf(ref), articled: articled(p)}
	var found []Referent
	var first error
	for _, n := range ref.Numbers {
		x, err := r.resolve(n)
		if err == nil {
			found = append(found, x)
		} else if first == nil {
			first = err
		}
	}
	return found, first
}

// names reports whether a name in 《》 is that of the plan, or one that the plan
// gives itself.
func names(p *plan.Plan, document string) bool {
	name := title(document)
	own := title(p.Title)
	if name == "" || own == "" {
		return false
	}
	if name == own {
		return true
	}
	for _, t := range p.Terms {
		if title(t.Term) == name && title(t.Meaning) == own {
			return true
		}
	}
	return false
}

// title returns a title in one form for comparing, without marks.
func title(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, fold.Key(s))
}

// articled reports whether the items of a plan are articles.
func articled(p *plan.Plan) bool {
	for i := range p.Items() {
		if hasUnit(i.Label, "条") {
			return true
		}
	}
	return false
}

func hasUnit(label, unit string) bool {
	return unit != "" && strings.Contains(fold.Key(label), unit)
}

// rung is one level of a reference's path.
type rung struct {
	reference.Level
	unit  string // for sections: the word as written, folded, if labels have it too
	plain bool   // an unnumbered paragraph
}

// rungsOf returns the levels of a reference; the last one's number is any of the
// reference's.
func rungsOf(ref Reference) []rung {
	if len(ref.Path) == 0 {
		return []rung{{Level: reference.Level{Kind: ref.Kind}, unit: sectionUnit(ref.Text)}}
	}
	rungs := make([]rung, len(ref.Path))
	pieces := strings.Split(strings.TrimPrefix(fold.Key(ref.Text), "第"), "第")
	for i, l := range ref.Path {
		rungs[i].Level = l
		if i < len(pieces) {
			rungs[i].unit = sectionUnit(pieces[i])
		}
	}
	rungs[len(rungs)-1].unit = sectionUnit(ref.Text)
	markPlain(rungs, ref.Text)
	return rungs
}

// sectionUnits are the words for sections that headings have in their labels.
var sectionUnits = [...]string{"章", "节", "编", "篇"}

// sectionUnit returns the word of sectionUnits that s ends in, if any.
func sectionUnit(s string) string {
	s = fold.Key(s)
	for _, unit := range sectionUnits {
		if strings.HasSuffix(s, unit) {
			return unit
		}
	}
	return ""
}

// markPlain finds the unnumbered paragraphs of a path: 款 before 项, and in
// the other order, which Taiwan's laws have, 项 behind 条. There 项 never has a bracket.
func markPlain(rungs []rung, text string) {
	for i := 1; i < len(rungs); i++ {
		last := i == len(rungs)-1
		switch {
		case rungs[i].Kind == reference.Paragraph:
			rungs[i].plain = !rungs[i-1].plain
		case rungs[i].Kind != reference.Item || rungs[i-1].Kind != reference.Article:
		case last:
			rungs[i].plain = strings.Contains(text, "條") && !strings.ContainsAny(text, "(（")
		default:
			rungs[i].plain = rungs[i+1].Kind == reference.Paragraph
		}
	}
}

// resolver resolves one reference.
type resolver struct {
	plan     *plan.Plan
	ref      Reference
	rungs    []rung
	articled bool
}

// resolve follows the path to the number n of its deepest level.
func (r *resolver) resolve(n int) (Referent, error) {
	if r.rungs[0].Kind == reference.Annex {
		return r.annex(n)
	}
	within := []plan.Node{r.plan}
	for i, s := range r.rungs {
		if i == len(r.rungs)-1 {
			s.Number = n
		}
		if s.plain || s.Kind == reference.Paragraph && i == 0 {
			if i == len(r.rungs)-1 {
				return Referent{}, r.fail(NoSuchUnit, s.Level, referents(within, n))
			}
			continue
		}
		found, at := r.below(within, s), s.Level
		if len(found) == 0 {
			s.Number = anyNumber
			reason := OutOfRange
			if len(r.below(within, s)) == 0 {
				reason = NoSuchUnit
			}
			return Referent{}, r.fail(reason, at, nil)
		}
		within = found
	}
	if len(within) > 1 {
		return Referent{}, r.fail(Ambiguous, reference.Level{Kind: r.ref.Kind, Number: n}, referents(within, n))
	}
	return Referent{Number: n, Node: within[0], Span: within[0].Extent()}, nil
}

func (r *resolver) fail(reason Reason, l reference.Level, candidates []Referent) error {
	return &ResolveError{Reference: r.ref, Reason: reason, Level: l, Candidates: candidates}
}

func referents(nodes []plan.Node, n int) []Referent {
	all := make([]Referent, len(nodes))
	for i, node := range nodes {
		all[i] = Referent{Number: n, Node: node, Span: node.Extent()}
	}
	return all
}

// annex finds an attachment. The model does not read what is in one.
func (r *resolver) annex(n int) (Referent, error) {
	number := n
	if len(r.rungs) > 1 {
		number = r.rungs[0].Number
	}
	l := reference.Level{Kind: reference.Annex, Number: number}
	for i := range r.plan.Attachments {
		a := &r.plan.Attachments[i]
		if k := annexNumber(a.Label); k == number || k == 0 && number == 1 && len(r.plan.Attachments) == 1 {
			x := Referent{Number: n, Attachment: a, Span: a.Span}
			if len(r.rungs) > 1 {
				return Referent{}, r.fail(NoSuchUnit, reference.Level{Kind: r.ref.Kind, Number: n}, []Referent{x})
			}
			return x, nil
		}
	}
	if len(r.plan.Attachments) == 0 {
		return Referent{}, r.fail(NoSuchUnit, l, nil)
	}
	return Referent{}, r.fail(OutOfRange, l, nil)
}

// annexNumber returns the number of 附件2：任务表, 0 if there is none.
func annexNumber(label string) int {
	s := strings.TrimLeft(fold.Key(label), "附件表录图")
	end := strings.IndexFunc(s, func(r rune) bool { return !strings.ContainsRune("0123456789一二三四五六七八九十百", r) })
	if end < 0 {
		end = len(s)
	}
	n, err := numeral.Parse(s[:end])
	if err != nil || n > 1<<30 {
		return 0
	}
	return int(n)
}
