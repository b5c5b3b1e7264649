package plan

import "slices"

// spread gives the notes that stand in parts led in by a dash or a bullet to these
// parts, where all notes of the text stand so, and most of the parts beside them
// have some: 二、重点行动 ——甲。（市科委）——乙。（市教委）. Elsewhere such notes belong to the
// numbered unit, whose last part often has one for all.
func spread(roots []*unit) {
	var hosts []*unit
	parts, noted := 0, 0
	direct := false
	var visit func([]*unit)
	visit = func(units []*unit) {
		for _, u := range units {
			visit(u.children)
			if len(u.notes) == 0 {
				continue
			}
			n := u.ledNotes()
			direct = direct || n < len(u.notes)
			hosts = append(hosts, u)
			parts, noted = parts+len(u.children), noted+n
		}
	}
	visit(roots)
	if direct || noted < 2 || noted*3 <= parts*2 {
		return
	}
	for _, u := range hosts {
		u.spreadNotes()
	}
}

// ledNotes returns how many of u's notes stand in parts without a number.
func (u *unit) ledNotes() int {
	count := 0
	for _, c := range u.children {
		if c.numbered() || c.heading > 0 {
			return 0
		}
	}
	for i := range u.notes {
		if u.partOf(i) != nil {
			count++
		}
	}
	return count
}

// partOf returns the part of u whose block note i stands in, or nil.
func (u *unit) partOf(i int) *unit {
	n := &u.notes[i]
	k, _ := slices.BinarySearchFunc(u.children, n.Start, func(c *unit, at int) int {
		if c.block.End <= at {
			return -1
		}
		return 1
	})
	if k == len(u.children) || u.children[k].block.Start > n.Start {
		return nil
	}
	return u.children[k]
}

// spreadNotes moves the notes of u to the parts that they stand in.
func (u *unit) spreadNotes() {
	for i := range u.notes {
		c := u.partOf(i)
		c.notes = append(c.notes, u.notes[i])
	}
	u.notes = nil
}
