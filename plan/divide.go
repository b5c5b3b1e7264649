package plan

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// minDivided is how many units at least must hold paragraphs with notes of their
// own before these become units themselves.
const minDivided = 2

// divide makes units of the paragraphs that have notes of their own, where they
// stand right under the chapters, and most of these hold several: 一、… 甲。（市科委
// 负责） 乙。（市教委负责）. Those under smaller units, such as （一）, are parts of these.
func (p *parser) divide(roots []*unit) {
	var hosts []*unit
	several := 0
	for _, u := range roots {
		n := p.paragraphs(u)
		if n == 0 {
			if u.anyNotes() {
				return
			}
			continue
		}
		hosts = append(hosts, u)
		if n > 1 {
			several++
		}
	}
	if several < minDivided || several*2 < len(hosts) || p.repeatKeys(hosts) {
		return
	}
	for _, u := range hosts {
		p.divideUnit(u)
	}
}

// maxKey is the length in runes of the longest key of a field.
const maxKey = 8

// repeatKeys reports whether paragraphs of two units open with the same key, as
// fields do, and not parts: 责任领导：….
func (p *parser) repeatKeys(units []*unit) bool {
	seen := map[string]*unit{}
	for _, u := range units {
		for _, r := range u.pieces {
			colon := p.t.Find(r.Start, min(r.End, r.Start+maxKey+1), ":")
			if colon < 0 {
				continue
			}
			key := p.t.Compact(r.Start, colon)
			if first := seen[key]; first != nil && first != u {
				return true
			}
			seen[key] = u
		}
	}
	return false
}

// anyNotes reports whether a note stands in u or below it.
func (u *unit) anyNotes() bool {
	return len(u.notes) > 0 || slices.ContainsFunc(u.children, (*unit).anyNotes)
}

// paragraphs returns how many paragraphs of u have notes of their own, or 0
// where u is none of those that divide: its heading has a note, or text follows
// the last one.
func (p *parser) paragraphs(u *unit) int {
	if !u.numbered() || len(u.children) > 0 || len(u.notes) == 0 || len(u.pieces) == 0 {
		return 0
	}
	count, k := 0, 0
	for i, n := range u.notes {
		if n.Start < u.block.End || !p.endsLine(n.End) {
			return 0
		}
		first := k
		for k < len(u.pieces) && u.pieces[k].Start < n.Start {
			k++
		}
		switch {
		case k == first && i == 0, k > first && u.pieces[k-1].Start < u.block.End:
			return 0
		case k > first:
			count++
		}
	}
	if k < len(u.pieces) {
		return 0
	}
	return count
}

// endsLine reports whether nothing but a stop follows in the line at i.
func (p *parser) endsLine(i int) bool {
	for ; i < p.t.Len(); i++ {
		switch r := p.t.Folded[i]; {
		case runes.IsBreak(r):
			return true
		case r != '。' && r != ';' && !runes.IsBlank(r):
			return false
		}
	}
	return true
}

// divideUnit moves the notes of u, and the paragraphs that they stand under, to
// units of their own. What stands before the first of these stays.
func (p *parser) divideUnit(u *unit) {
	pieces, notes := u.pieces, u.notes
	k := 0
	for k+1 < len(pieces) && pieces[k+1].Start < notes[0].Start {
		k++
	}
	u.pieces, u.notes = pieces[:k:k], nil
	b := treeBuilder{parser: p}
	var last *unit
	for _, n := range notes {
		if k < len(pieces) && pieces[k].Start < n.Start {
			first := pieces[k]
			last = &unit{heading: itemLevel, parent: u, block: layout.Block{Kind: layout.Prose, Start: first.Start, End: first.End, Heading: itemLevel}}
			last.title = b.titleRange(first.Start, first.End, nil)
			b.addPiece(last, last.title.End, first.End)
			u.children = append(u.children, last)
			for k++; k < len(pieces) && pieces[k].Start < n.Start; k++ {
				last.pieces = append(last.pieces, pieces[k])
			}
		}
		last.notes = append(last.notes, n)
	}
}
