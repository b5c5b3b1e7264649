package likely

import (
	"math"
	"slices"
)

// wordWeight is what words count beside pairs. It was fitted to letters taken
// out of texts.
const wordWeight = 0.8

// longClause is taken for the length of a clause whose beginning is not seen.
const longClause = 8

// span is a row of slots.
type span struct{ from, to int }

// ban is what a decoding must not choose: a character of a slot, -1 for none.
// entry is the character of the slot before the first one.
type ban struct{ slot, choice, entry int }

// decoded is the likeliest text of a lattice, as the number of the character
// that each slot has.
type decoded struct {
	choice []int
	score  float32
}

// node is the best text that ends with a whole word in a character of a slot.
type node struct {
	score float32
	from  int32 // the node before the word, -1 for none
	slot  int32 // the slot of its last character
	last  int32 // and the number of that
	words []int // the numbers of the characters of the word
	since int32 // characters since the last stop
}

// decoder finds the likeliest text of a row of slots by pairs of characters and
// by words: the best way through all words that the slots can spell.
type decoder struct {
	*Lattice
	span
	ban
	nodes []node
	at    [][]int32 // for each slot, the node of each of its characters, -1 for none
}

func (l *Lattice) decode(part span, but ban) decoded {
	d := &decoder{Lattice: l, span: part, ban: but, at: make([][]int32, part.to-part.from)}
	for i := range d.at {
		d.at[i] = slices.Repeat([]int32{-1}, len(l.slots[part.from+i]))
	}
	for i := part.from; i < part.to; i++ {
		for c := range l.slots[i] {
			if i != but.slot || c != but.choice {
				d.words(i, c)
			}
		}
	}
	return d.best()
}

// best returns the text of the best node at the last slot.
func (d *decoder) best() decoded {
	out := decoded{score: float32(math.Inf(-1))}
	if len(d.at) == 0 {
		return out
	}
	top := int32(-1)
	for _, n := range d.at[len(d.at)-1] {
		if n >= 0 && d.nodes[n].score > out.score {
			top, out.score = n, d.nodes[n].score
		}
	}
	for n := top; n >= 0; n = d.nodes[n].from {
		for _, c := range slices.Backward(d.nodes[n].words) {
			out.choice = append(out.choice, c)
		}
	}
	slices.Reverse(out.choice)
	return out
}

// add keeps a node if it is the best that ends in its character.
func (d *decoder) add(n node) {
	at := &d.at[int(n.slot)-d.from][n.last]
	switch {
	case *at < 0:
		*at = int32(len(d.nodes))
		d.nodes = append(d.nodes, n)
	case d.nodes[*at].score < n.score:
		d.nodes[*at] = n
	}
}

// words follows all words that begin at a slot with its character number c.
func (d *decoder) words(slot, c int) {
	n, ok := d.enter(slot, c)
	if !ok {
		return
	}
	r := d.slots[slot][c]
	lone := n
	lone.score += wordWeight * Lone(r)
	d.add(lone)
	if w, ok := FirstWord(r); ok {
		d.extend(w, n)
	}
}

// enter returns the best text up to a character that begins a word.
func (d *decoder) enter(slot, c int) (node, bool) {
	n := node{score: float32(math.Inf(-1)), from: -1, slot: int32(slot), last: int32(c), words: []int{c}}
	costs, width := d.pairs(slot), len(d.slots[slot])
	if slot == d.from {
		n.score, n.since = costs[d.entry*width+c], longClause
		return n, true
	}
	r := d.slots[slot][c]
	for i, from := range d.at[slot-1-d.from] {
		if from < 0 {
			continue
		}
		before := &d.nodes[from]
		score := before.score + costs[i*width+c] + ShortClause(int(before.since), r)
		if score > n.score {
			n.score, n.from, n.since = score, from, before.since+1
		}
	}
	if IsStop(r) {
		n.since = 0
	}
	return n, n.from >= 0
}

// extend goes on with a word by the characters of the next slot.
func (d *decoder) extend(w Word, n node) {
	slot := int(n.slot) + 1
	if slot >= d.to {
		return
	}
	width := len(d.slots[slot])
	for c, r := range d.slots[slot] {
		next, ok := w.Next(r)
		if !ok || slot == d.slot && c == d.choice {
			continue
		}
		longer := n
		longer.score += d.pairs(slot)[int(n.last)*width+c]
		longer.slot, longer.last = int32(slot), int32(c)
		longer.since++
		longer.words = append(slices.Clip(n.words), c)
		if chance, ends := next.Chance(); ends {
			whole := longer
			whole.score += wordWeight * chance
			d.add(whole)
		}
		d.extend(next, longer)
	}
}
