package plan

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// minTails is how many units at least must end in a clause that says who does
// them before such clauses count as notes.
const minTails = 3

// tail is the clause at the end of a unit that says who does it, and the text
// that it ends.
type tail struct {
	unit *unit
	note note.Note
	text *note.Range
}

// readTails reads the clauses 由市科委会同市教委负责 at the ends of units as notes, where
// the text has no others, and many of its units end so.
func (p *parser) readTails(roots []*unit) {
	var tails []tail
	leaves, assigned, noted := 0, 0, false
	var visit func([]*unit)
	visit = func(units []*unit) {
		for _, u := range units {
			noted = noted || slices.ContainsFunc(u.notes, func(n note.Note) bool { return !n.Assigned })
			visit(u.children)
			if !u.numbered() || hasNumbered(u) || noted {
				continue
			}
			leaves++
			if len(u.notes) > 0 {
				assigned++
				continue
			}
			text := &u.title
			if n := len(u.pieces); n > 0 {
				text = &u.pieces[n-1]
			}
			if n, ok := note.Tail(p.t, text.Start, text.End); ok {
				tails = append(tails, tail{u, n, text})
			}
		}
	}
	visit(roots)
	if all := len(tails) + assigned; noted || all < minTails || all*3 < leaves {
		return
	}
	for _, x := range tails {
		x.unit.notes = append(x.unit.notes, x.note)
		_, x.text.End = p.t.TrimFunc(x.text.Start, x.note.Start, func(r rune) bool { return r == ',' || runes.IsBlank(r) })
	}
}
