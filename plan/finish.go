package plan

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// finish fills what is worked out from the whole text: script, terms, marks and
// diagnostics.
func (p *parser) finish() {
	p.plan.Rules = append(p.plan.Rules, p.rules...) // behind those of tables
	slices.SortStableFunc(p.plan.Rules, func(a, b Rule) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	p.plan.Script = scripts[convert.Detect(p.t.Source).Script]
	p.setYears()
	p.findTerms()
	p.findDamage()
	p.fillGaps()
	p.plan.Diagnostics.sort()
}

var scripts = map[convert.Script]Script{
	convert.ScriptHans: ScriptHans, convert.ScriptHant: ScriptHant, convert.ScriptMixed: ScriptMixed,
}

// findDamage reports characters that a transcoding left: U+FFFD, and two or more
// question marks in a row between Chinese characters.
func (p *parser) findDamage() {
	f := p.t.Folded
	for i := 0; i < len(f); i++ {
		switch {
		case f[i] == utf8.RuneError:
			start := i
			for i+1 < len(f) && f[i+1] == utf8.RuneError {
				i++
			}
			p.report(Warning, DamagedText, "characters were lost", p.t.Span(start, i+1))
		case f[i] == '?' && i > 0 && i+2 < len(f) && f[i+1] == '?' && runes.IsHan(f[i-1]) && runes.IsHan(f[i+2]):
			p.report(Warning, DamagedText, "text was damaged by a transcoding", p.t.Span(i-1, i+3))
			i++
		}
	}
}

// fillGaps looks at what stands between the leaves of the tree: punctuation and
// the words of notes become marks; other text was placed nowhere and is
// reported.
func (p *parser) fillGaps() {
	slices.SortFunc(p.notes, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	leaves := p.plan.treeLeaves()
	if slices.Contains(leaves, Leaf{LeafTitle, p.plan.TitleSpan}) { // a title of several lines holds the marks between them
		p.plan.marks = slices.DeleteFunc(p.plan.marks, p.plan.TitleSpan.Overlaps)
	}
	p.dropTableMarks()
	for _, m := range p.plan.marks {
		leaves = append(leaves, Leaf{LeafMark, m})
	}
	sortLeaves(leaves)
	at := 0
	for _, l := range append(leaves, Leaf{Span: Span{Start: len(p.t.Source), End: len(p.t.Source)}}) {
		if l.Span.Start > at {
			p.gap(Span{Start: at, End: l.Span.Start})
		}
		at = max(at, l.Span.End)
	}
}

// dropTableMarks drops the marks between the rows of tables, which hold them.
func (p *parser) dropTableMarks() {
	tables := p.plan.Tables // in the order of the text but for those of annexes
	spans := make([]Span, len(tables))
	for i := range tables {
		spans[i] = tables[i].Span
	}
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	p.plan.marks = slices.DeleteFunc(p.plan.marks, func(m Span) bool {
		i, _ := slices.BinarySearchFunc(spans, m.Start, func(s Span, at int) int { return cmp.Compare(s.End, at+1) })
		return i < len(spans) && spans[i].Overlaps(m)
	})
}

// gap places the text between two leaves.
func (p *parser) gap(s Span) {
	text := s.Of(p.t.Source)
	trimmed := strings.TrimLeftFunc(text, runes.IsBlank)
	s.Start += len(text) - len(trimmed)
	trimmed = strings.TrimRightFunc(trimmed, runes.IsBlank)
	s.End = s.Start + len(trimmed)
	if s.Empty() {
		return
	}
	isText := func(r rune) bool { return r == utf8.RuneError || !runes.IsPunct(r) && !runes.IsBlank(r) }
	if strings.IndexFunc(trimmed, isText) < 0 || p.inNote(s) {
		p.plan.marks = append(p.plan.marks, s)
		return
	}
	p.report(Warning, Unplaced, "no rule placed this text", s)
}

// inNote reports whether s touches a note. Notes are in order.
func (p *parser) inNote(s Span) bool {
	for p.noteAt < len(p.notes) && p.notes[p.noteAt].End <= s.Start {
		p.noteAt++
	}
	return p.noteAt < len(p.notes) && p.notes[p.noteAt].Overlaps(s)
}
