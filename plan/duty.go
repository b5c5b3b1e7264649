package plan

import (
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/target"
)

// addNote turns a note into duties and deadlines of b.
func (p *parser) addNote(b *Body, n note.Note) {
	span := p.t.Span(n.Start, n.End)
	p.notes = append(p.notes, span)
	if n.Unclosed {
		p.report(Warning, UnclosedBracket, "the bracket of a note is not closed", p.t.Span(n.Start, n.Start+1))
	}
	seen := map[string]bool{}
	first := len(b.Duties)
	defer func() { p.identify(b.Duties[first:]) }()
	for _, g := range n.Groups {
		if !g.When.Empty() {
			b.Deadlines = append(b.Deadlines, p.deadline(g.When))
		}
		if !g.Other.Empty() {
			b.Paragraphs = append(b.Paragraphs, p.paragraph(g.Label.Start, g.Other.End))
		}
		if !g.When.Empty() || !g.Other.Empty() {
			continue
		}
		if len(g.Names) == 0 && !g.Open {
			p.report(Warning, EmptyNote, "a note names no department", span)
			continue
		}
		for _, part := range p.applyRules(n, g) {
			b.Duties = append(b.Duties, p.duty(part, span, seen))
		}
	}
}

// duty makes the duty of a group. Names that stand twice are reported.
func (p *parser) duty(g note.Group, span Span, seen map[string]bool) *Duty {
	d := &Duty{Role: roles[g.Role], Open: g.Open, Span: span}
	if !g.Label.Empty() {
		d.Label = p.t.Compact(g.Label.Start, g.Label.End)
		d.LabelSpan = p.t.Span(g.Label.Start, g.Label.End)
	}
	for _, name := range g.Names {
		x := p.department(name)
		if key := x.Name + "\x00" + d.Role.String(); seen[key] {
			p.report(Warning, RepeatedName, "a department stands twice in one note: "+x.Name, x.Span)
		} else {
			seen[key] = true
		}
		d.Departments = append(d.Departments, x)
	}
	return d
}

// identify gives the departments of one note their ids; a level that is said
// once (省商务厅、发展改革委) counts for the bare names behind it.
func (p *parser) identify(duties []*Duty) {
	var list []*Department
	var names []string
	for _, d := range duties {
		for _, x := range d.Departments {
			list = append(list, x)
			names = append(names, x.Name)
		}
	}
	key := strings.Join(names, "\n")
	ids, known := p.ids[key]
	if !known {
		ids = p.registry.IDs(names, department.Scope{Place: p.where})
		p.ids[key] = ids
	}
	for i, id := range ids {
		list[i].ID = id
	}
}

var roles = [...]Role{
	note.NoRole: RoleUnspecified, note.Unspecified: RoleUnspecified, note.Lead: RoleLead, note.Support: RoleSupport,
}

// department makes the department that stands at r.
func (p *parser) department(r note.Range) *Department {
	span := p.t.Span(r.Start, r.End)
	return &Department{Name: p.t.Compact(r.Start, r.End), Written: span.Of(p.t.Source), Span: span}
}

// addRules notes the rules that n states.
func (p *parser) addRules(n note.Note) {
	for _, r := range n.Rules {
		p.rules = append(p.rules, Rule{Text: p.t.Compact(r.Start, r.End), Kind: ruleKind(p.t, r), Span: p.t.Span(r.Start, r.End)})
	}
}

// ruleKind tells what the rule at r says.
func ruleKind(t *runes.Text, r note.Range) RuleKind {
	has := func(words ...string) bool {
		for _, w := range words {
			if t.Find(r.Start, r.End, w) >= 0 {
				return true
			}
		}
		return false
	}
	switch {
	case has("逗号前", "分号前"):
		return RuleCommaLead
	case has("第一", "首位", "首个", "排在前", "排名在前", "列第") && has("牵头", "主办", "主责"):
		return RuleFirstLead
	case has("均需", "均由", "均包", "均为", "均有", "不再列出", "不再"):
		return RuleAddAll
	}
	return RuleOther
}

// applyRules splits the group g of n by the rules that hold so far: where the
// first name leads, it becomes a group of its own. A note that says itself who
// leads needs no rule.
func (p *parser) applyRules(n note.Note, g note.Group) []note.Group {
	if slices.ContainsFunc(n.Groups, func(g note.Group) bool { return g.Role == note.Lead }) {
		return []note.Group{g}
	}
	for _, r := range p.rules {
		switch {
		case g.Role != note.Unspecified || len(g.Names) == 0:
		case r.Kind == RuleFirstLead:
			return splitGroup(g, 1)
		case r.Kind == RuleCommaLead:
			return splitGroup(g, p.beforeComma(g, r))
		case r.Kind == RuleOther && strings.ContainsAny(r.Text, leadMarks) && strings.Contains(r.Text, "牵"):
			return p.markedLeads(g, r.Text)
		}
	}
	return []note.Group{g}
}

// leadMarks are marks that a rule may set at the names of those who lead:
// 标*的为牵头单位.
const leadMarks = "*＊★☆▲△※"

// markedLeads makes those names of g lead that have the mark of the rule before
// or behind them.
func (p *parser) markedLeads(g note.Group, rule string) []note.Group {
	marked := func(k int) bool {
		return k >= 0 && k < p.t.Len() && strings.ContainsRune(leadMarks, p.t.Folded[k]) && strings.ContainsRune(rule, p.t.Folded[k])
	}
	lead, rest := g, g
	lead.Role, lead.Names, lead.Open = note.Lead, nil, false
	rest.Names = nil
	for _, name := range g.Names {
		if marked(name.End) || marked(name.Start-1) {
			lead.Names = append(lead.Names, name)
		} else {
			rest.Names = append(rest.Names, name)
		}
	}
	switch {
	case len(lead.Names) == 0:
		return []note.Group{g}
	case len(rest.Names) == 0 && !g.Open:
		return []note.Group{lead}
	}
	return []note.Group{lead, rest}
}

// beforeComma returns how many names of g stand before its first comma. Where
// there is none, all lead, unless the rule speaks of lists that name no lead.
func (p *parser) beforeComma(g note.Group, rule Rule) int {
	for i := 1; i < len(g.Names); i++ {
		for k := g.Names[i-1].End; k < g.Names[i].Start; k++ {
			if r := p.t.Folded[k]; r == ',' || r == ';' {
				return i
			}
		}
	}
	if strings.Contains(rule.Text, "未明确") || strings.Contains(rule.Text, "未注明") {
		return 0
	}
	return len(g.Names)
}

// splitGroup makes the first n names of g lead.
func splitGroup(g note.Group, n int) []note.Group {
	if n == 0 {
		return []note.Group{g}
	}
	lead, rest := g, g
	lead.Role, lead.Names, lead.Open = note.Lead, g.Names[:n], g.Open && n == len(g.Names)
	rest.Names = g.Names[n:]
	if len(rest.Names) == 0 {
		return []note.Group{lead}
	}
	return []note.Group{lead, rest}
}

// report adds a diagnostic.
func (p *parser) report(s Severity, c Code, message string, span Span) {
	p.plan.Diagnostics = append(p.plan.Diagnostics, Diagnostic{Severity: s, Code: c, Message: message, Span: span})
}

// deadline reads the deadline that stands at r in a note.
func (p *parser) deadline(r note.Range) Deadline {
	text := p.t.Compact(r.Start, r.End)
	d, _ := target.ParseNote(text)
	d.Text, d.Span = text, p.t.Span(r.Start, r.End)
	return Deadline{Deadline: d, InNote: true}
}
