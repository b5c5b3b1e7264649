package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// settle works out for u and all below it where it ends and whether duties
// stand in it.
func settle(u *unit) {
	u.end = u.block.End
	for _, n := range u.notes {
		u.end = max(u.end, n.End)
		u.duties = u.duties || hasNames(n)
	}
	for _, piece := range u.pieces {
		u.end = max(u.end, piece.End)
	}
	for _, t := range u.tables {
		u.end = max(u.end, t.End)
		u.below = true
	}
	for _, c := range u.children {
		settle(c)
		u.end = max(u.end, c.end)
		u.below = u.below || c.below || c.duties
	}
}

// hoist gives the notes of last parts to the units over them. Where the last
// part of a unit alone has a note, （三）…：（1）…（2）…（责任单位：…）, it speaks for
// all of （三）, unless units of that form mostly have notes in their other parts.
func hoist(roots []*unit) {
	votes := map[label.Form]int{} // how many units of a form have notes as wholes, less the others
	ones := map[label.Form]int{}  // how many have one part, with a note: they tell nothing
	var count func([]*unit)
	count = func(units []*unit) {
		for _, u := range units {
			switch {
			case u.lastNoted() != nil && len(u.children) == 1:
				ones[u.label.Form]++
			case u.duties || u.lastNoted() != nil:
				votes[u.label.Form]++
			case u.below:
				votes[u.label.Form]--
			}
			count(u.children)
		}
	}
	count(roots)
	var move func([]*unit)
	move = func(units []*unit) {
		for _, u := range units {
			if last := u.lastNoted(); last != nil && votes[u.label.Form] > 0 && votes[u.label.Form]+ones[u.label.Form] > 1 {
				u.notes, last.notes = append(u.notes, last.notes...), nil
				u.duties, u.below, last.duties = true, false, false
			}
			move(u.children)
		}
	}
	move(roots)
}

// lastNoted returns the last of u's numbered parts where it alone has a note
// with names, and u itself has none.
func (u *unit) lastNoted() *unit {
	if !u.numbered() && u.heading == 0 || u.duties || len(u.children) == 0 {
		return nil
	}
	for i, c := range u.children {
		if c.below || c.duties && i < len(u.children)-1 {
			return nil
		}
	}
	last := u.children[len(u.children)-1]
	if !last.numbered() || !last.duties {
		return nil
	}
	return last
}

func hasNames(n note.Note) bool {
	for _, g := range n.Groups {
		if len(g.Names) > 0 {
			return true
		}
	}
	return false
}

// build makes sections, items and points of the outermost units. Which units
// are items is decided from the whole document: those that the responsibility
// notes belong to, and those that stand beside them.
func (p *parser) build(roots []*unit) {
	if itemsOnTop(roots) {
		s := &Section{}
		for _, u := range roots {
			s.Items = append(s.Items, p.item(u))
		}
		s.Span = p.t.Span(roots[0].block.Start, roots[len(roots)-1].end)
		p.plan.Sections = append(p.plan.Sections, s)
		return
	}
	for _, u := range roots {
		p.plan.Sections = append(p.plan.Sections, p.section(u))
	}
}

// itemsOnTop reports whether the outermost units are the items themselves:
// more of them carry notes than have units with notes below them; or, where
// there are no notes at all, they are articles or nothing stands below them.
func itemsOnTop(roots []*unit) bool {
	own, below, parts, articles := 0, 0, 0, 0
	for _, u := range roots {
		switch {
		case u.below:
			below++
		case u.duties:
			own++
		}
		if hasNumbered(u) {
			parts++
		}
		if u.label.Form == label.Article || u.label.Form == label.Decimal {
			articles++
		}
	}
	if own+below > 0 {
		return own > below
	}
	return articles*2 > len(roots) || parts == 0 && len(roots) > 2 && !headingsOnly(roots)
}

func hasNumbered(u *unit) bool {
	for _, c := range u.children {
		if c.numbered() || hasNumbered(c) {
			return true
		}
	}
	return false
}

// headingsOnly reports whether most units are headings with paragraphs under
// them rather than sentences with a title.
func headingsOnly(roots []*unit) bool {
	alone := 0
	for _, u := range roots {
		if u.title.End >= u.block.End || !u.numbered() {
			alone++
		}
	}
	return alone*2 >= len(roots)
}

// section makes a section of u. Units below it that have notes below
// themselves are sections too, the others items or points.
func (p *parser) section(u *unit) *Section {
	s := &Section{Heading: p.heading(u), Body: p.body(u)}
	noted := notedForms(u)
	for _, c := range u.children {
		if u.duties && !u.below { // the section is the item, its parts are points
			s.Points = append(s.Points, p.point(c))
			continue
		}
		p.put(s, u, c, noted)
	}
	for _, t := range u.tables {
		p.addRows(s, t)
	}
	return s
}

// put puts the child c of u into the section s.
func (p *parser) put(s *Section, u, c *unit, noted map[label.Form]bool) {
	switch {
	case !c.numbered() && !c.below && !c.duties:
		s.Points = append(s.Points, p.point(c))
	case c.below || u.below && !c.duties && groups(c, noted):
		s.Sections = append(s.Sections, p.section(c))
	default:
		s.Items = append(s.Items, p.item(c))
	}
}

// notedForms returns the forms of the units below u that carry notes.
func notedForms(u *unit) map[label.Form]bool {
	forms := map[label.Form]bool{}
	var visit func(*unit)
	visit = func(u *unit) {
		for _, c := range u.children {
			if c.duties {
				forms[c.label.Form] = true
			}
			visit(c)
		}
	}
	visit(u)
	return forms
}

// groups reports whether c is a heading over units of a form that carries notes
// elsewhere, while its own form does not.
func groups(c *unit, noted map[label.Form]bool) bool {
	if noted[c.label.Form] {
		return false
	}
	for _, x := range c.children {
		if noted[x.label.Form] {
			return true
		}
	}
	return false
}

// item makes an item of u; what is below it are its points.
func (p *parser) item(u *unit) *Item {
	i := &Item{Heading: p.heading(u), Body: p.body(u)}
	for _, c := range u.children {
		i.Points = append(i.Points, p.point(c))
	}
	for _, t := range u.tables {
		i.Points = append(i.Points, p.pointRows(t)...)
	}
	return i
}

// point makes a point of u and of what is below it.
func (p *parser) point(u *unit) *Point {
	x := &Point{Heading: p.heading(u), Body: p.body(u)}
	for _, c := range u.children {
		x.Points = append(x.Points, p.point(c))
	}
	for _, t := range u.tables {
		x.Points = append(x.Points, p.pointRows(t)...)
	}
	return x
}

// heading returns what u begins with.
func (p *parser) heading(u *unit) Heading {
	h := Heading{
		Number:    u.label.Number,
		Title:     p.t.Slice(u.title.Start, u.title.End),
		TitleSpan: p.t.Span(u.title.Start, u.title.End),
		Span:      p.t.Span(u.block.Start, u.end),
	}
	if u.block.Labeled {
		h.Label = p.t.Slice(u.label.Start, u.label.End)
		h.LabelSpan = p.t.Span(u.label.Start, u.label.End)
	}
	return h
}

// body returns the paragraphs and the duties of u.
func (p *parser) body(u *unit) Body {
	var b Body
	p.annotate(&b, u.title)
	for _, piece := range u.pieces {
		b.Paragraphs = append(b.Paragraphs, p.paragraph(piece.Start, piece.End))
		p.annotate(&b, piece)
	}
	for _, n := range u.notes { // they may stand behind the notes they speak of
		p.addRules(n)
	}
	for _, n := range u.notes {
		p.addNote(&b, n)
	}
	settleBody(&b)
	return b
}

// paragraph returns the runes from i to j as a paragraph. A line break that is
// left between two words is a blank.
func (p *parser) paragraph(i, j int) Paragraph {
	text := p.t.Slice(i, j)
	if strings.ContainsFunc(text, runes.IsBreak) {
		text = strings.Map(func(r rune) rune {
			if runes.IsBreak(r) {
				return ' '
			}
			return r
		}, text)
	}
	return Paragraph{Text: text, Span: p.t.Span(i, j)}
}
