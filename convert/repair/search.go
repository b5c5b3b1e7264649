package repair

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// A search looks for the sound text behind a window of damaged text. It walks
// over the window's bytes, as they were before they were decoded, and reads
// them anew from a state that may be shifted by a byte. Where a rule's
// replacement stands, the replaced bytes may be put back; a marker may be any
// byte. Of the many readings it keeps those that the model finds likely.
//
// A place in the window is 2i before character i, 2i+1 between its two bytes.
type search struct {
	channel *channel
	model   *model
	window  []token
	options searchOptions

	buckets [][]node
	trace   []step
	visits  int
}

type searchOptions struct {
	rules   []ruleCost
	hidden  bool // unassigned pairs may have been dropped
	dropped bool // markers themselves were dropped
	beam    int  // states kept at a place
	last    int  // the last character at which a sound reading may leave the window's own
}

type ruleCost struct {
	rule
	cost float32
}

// token is a character of the damaged text with its possible bytes.
type token struct {
	r      rune
	pair   [2]byte // its two bytes; of ASCII, those of its full-width form
	isPair bool    // it has two bytes for certain
	wide   bool    // ASCII that may have been full-width
	marker bool    // it may stand for a bad byte
	solid  bool    // it cannot have been touched: the charset lacks it, or uses four bytes
}

// node is a state of the search at some place.
type node struct {
	score  float32
	rival  float32 // the least lead over a reading that was dropped for this one
	prev   rune    // the last sound character
	trace  int32   // index of the last step, -1 for none
	pend   byte    // a lead byte that waits for its trail byte
	bad    byte    // the byte that a marker just stood for, which the next must not complete
	events uint8   // how often a rule was undone
	pure   bool    // nothing was changed; this state is kept whatever its score
	rule   int16   // the rule that is being undone, -1 for none
	stay   uint8   // how often the search stayed at this place
}

// step is a sound character, and the place in the window behind it.
type step struct {
	parent int32
	r      rune
	place  int32
	rule   int16 // the rule that was undone within it, -1 for none
}

// What bounds the search.
const (
	beamWidth  = 160 // states kept at a place
	askedBeam  = 80  // while only the rule is wanted
	beamDepth  = 22  // the greatest distance from the best of them, in nats
	wildStates = 24  // states from which a marker is followed
	pairStates = 6   // and from which as two bytes
	hiddenCost = 5   // for a pair that left no trace
	markedCost = 1   // for one marker that stands for two bytes
	gapCost    = 3   // for a character, such as a space, that was taken out later
)

// tokens reads the runes of a window.
func (c *channel) tokens(window []rune, marker rune) []token {
	out := make([]token, len(window))
	for i, r := range window {
		t := token{r: r, marker: r == marker && marker != 0 || r == utf8.RuneError}
		if w, ok := c.narrow.wide(r); ok && r < utf8.RuneSelf {
			t.pair, t.wide = c.pairOf(w)
		}
		if r >= utf8.RuneSelf && r != utf8.RuneError {
			t.pair, t.isPair = c.pairOf(r)
			t.solid = !t.isPair
		}
		out[i] = t
	}
	return out
}

func (c *channel) pairOf(r rune) ([2]byte, bool) {
	b, ok := c.code.AppendRune(nil, r)
	if !ok || len(b) != 2 {
		return [2]byte{}, false
	}
	return [2]byte{b[0], b[1]}, true
}

// run walks the window and returns the states at its end, the best first; all
// have read whole characters. It stops before the end where all states agree
// for a while, and returns the number of characters walked.
func (s *search) run(start rune) ([]node, int) {
	places := 2*len(s.window) + 1
	s.buckets = make([][]node, places+1)
	s.buckets[0] = []node{{rival: math.MaxFloat32, prev: start, trace: -1, rule: -1, pure: true}}
	calm := 0
	for p := 0; p < places-1; p++ {
		states := s.prune(p)
		if p&1 == 0 {
			if calm = s.calm(states, calm); calm > settledAfter && p/2 > s.options.last+1 {
				return states, p / 2
			}
		}
		for i := 0; i < len(s.buckets[p]); i++ { // it may grow
			n := s.buckets[p][i]
			if i <= s.options.beam || n.stay > 0 {
				s.expand(n, p, i)
			}
		}
		s.buckets[p] = nil
	}
	states := s.prune(places - 1)
	states = slices.DeleteFunc(states, func(n node) bool { return n.pend != 0 })
	return states, len(s.window)
}

// settledAfter is for how many characters all states must agree.
const settledAfter = 5

// calm counts the places at which every state has read whole characters, and
// the same last one.
func (s *search) calm(states []node, before int) int {
	for _, n := range states {
		if n.pend != 0 {
			return 0
		}
	}
	return before + 1
}

// prune sorts the states at a place, merges those that have the same future,
// and drops the unlikely ones.
func (s *search) prune(p int) []node {
	b := likely(s.buckets[p])
	slices.SortFunc(b, func(x, y node) int {
		return cmp.Or(cmp.Compare(x.future(), y.future()), cmp.Compare(y.score, x.score))
	})
	kept := b[:0]
	for _, n := range b {
		if len(kept) > 0 {
			if last := &kept[len(kept)-1]; last.future() == n.future() {
				if !s.sameText(last.trace, n.trace) {
					last.rival = min(last.rival, last.score-n.score)
				}
				continue
			}
		}
		kept = append(kept, n)
	}
	slices.SortFunc(kept, func(x, y node) int { return cmp.Compare(y.score, x.score) })
	kept = narrowBeam(kept, s.options.beam)
	s.buckets[p] = kept
	return kept
}

// future tells apart the states that may go on differently.
func (n *node) future() uint64 {
	f := uint64(n.prev)<<17 | uint64(n.bad)<<9 | uint64(n.pend)<<1
	if n.pure {
		f |= 1
	}
	return f
}

// likely drops the states that are too far from the best.
func likely(states []node) []node {
	best := float32(math.Inf(-1))
	for i := range states {
		best = max(best, states[i].score)
	}
	return slices.DeleteFunc(states, func(n node) bool { return n.score < best-beamDepth && !n.pure })
}

// narrowBeam drops states that are too many or too unlikely, but for the pure
// one.
func narrowBeam(states []node, width int) []node {
	for i, n := range states {
		if i < width && n.score >= states[0].score-beamDepth {
			continue
		}
		kept := states[:i]
		for _, n := range states[i:] {
			if n.pure {
				return append(kept, n)
			}
		}
		return kept
	}
	return states
}

// sameText reports whether two readings came to the same text.
func (s *search) sameText(a, b int32) bool {
	for a >= 0 && b >= 0 && a != b {
		if s.trace[a].r != s.trace[b].r {
			return false
		}
		a, b = s.trace[a].parent, s.trace[b].parent
	}
	return a == b
}

// put adds a state at a place.
func (s *search) put(p int, n node) { s.buckets[p] = append(s.buckets[p], n) }

// expand follows all that may come next for a state; rank is its place in the
// beam.
func (s *search) expand(n node, p, rank int) {
	s.visits++
	t := &s.window[p/2]
	if p&1 == 1 {
		s.undo(n, p)
		s.byte(n, t.pair[1], p+1)
		return
	}
	if n.pend == 0 && n.stay == 0 {
		s.copy(n, t, p)
	}
	if t.solid || n.pend == 0 && p/2 > s.options.last {
		return
	}
	n.pure = false
	s.undo(n, p)
	switch {
	case t.isPair:
		s.byte(n, t.pair[0], p+1)
	case t.r != utf8.RuneError && n.pend != 0:
		s.byte(n, byte(t.r), p+2)
	}
	if t.wide && n.pend != 0 {
		s.byte(n, t.pair[0], p+1)
	}
	if t.marker && rank < wildStates {
		s.wild(n, p+2, rank)
	}
	if n.pend != 0 && s.options.hidden && n.stay == 0 && rank < 4 {
		s.hide(n, p)
	}
	if s.options.dropped && n.stay == 0 && rank < wildStates {
		n.score--
		n.stay = 1
		s.wild(n, p, rank)
	}
}

// copy takes a character of the window as it is.
func (s *search) copy(n node, t *token, p int) {
	if n.bad != 0 && t.isPair && !s.follows(&n, t.pair[0]) {
		n.score -= gapCost
	}
	n.bad = 0
	s.emit(&n, t.r, p+2)
	s.put(p+2, n)
}

// emit ends a sound character.
func (s *search) emit(n *node, r rune, p int) {
	n.score += s.model.cost(n.prev, r)
	s.trace = append(s.trace, step{parent: n.trace, r: r, place: int32(p), rule: n.rule})
	n.trace = int32(len(s.trace) - 1)
	n.prev, n.pend, n.rule = r, 0, -1
}

// feed reads one byte in the state, and reports whether it could be.
func (s *search) feed(n *node, b byte, p int) bool {
	if n.pend != 0 {
		r, ok := s.channel.code.DecodePair(n.pend, b)
		if !ok || 0xE000 <= r && r <= 0xF8FF {
			return false
		}
		s.emit(n, r, p)
		return true
	}
	switch {
	case b < utf8.RuneSelf:
		s.emit(n, rune(b), p)
	case b == 0x80 || b == 0xFF:
		return false
	default:
		n.pend = b
	}
	return true
}

// byte reads one byte and goes on to place p.
func (s *search) byte(n node, b byte, p int) {
	n.stay = 0
	if s.follows(&n, b) && s.feed(&n, b, p) {
		s.put(p, n)
	}
}

// follows takes note of a byte of the damaged text, and reports whether it can
// stand behind the last one: had it made a pair with a bad byte, there would be
// a character and no marker.
func (s *search) follows(n *node, b byte) bool {
	if n.bad == 0 {
		return true
	}
	_, ok := s.channel.code.DecodePair(n.bad, b)
	n.bad = 0
	return !ok
}

// wild reads an unknown bad byte, or a pair of them, for which a marker stands.
func (s *search) wild(n node, p, rank int) {
	for b := 0x81; b <= 0xFE; b++ {
		next := n
		if s.follows(&next, byte(b)) && s.feed(&next, byte(b), p) {
			next.bad = byte(b)
			s.put(p, next)
		}
	}
	if n.pend != 0 && n.events > 0 && rank < pairStates {
		n.score -= markedCost
		s.pair(n, p)
	}
}

// hide reads an unassigned pair that left no trace.
func (s *search) hide(n node, p int) {
	n.score -= hiddenCost
	n.stay = 1
	s.pair(n, p)
}

// pair reads the two bytes of an unassigned pair, whatever it is.
func (s *search) pair(n node, p int) {
	for lead := 0x81; lead <= 0xFE; lead++ {
		trails := unassigned(s.channel, byte(lead))
		if len(trails) == 0 {
			continue
		}
		first := n
		if !s.feed(&first, byte(lead), p) || first.score < n.score-hiddenCost-7 {
			continue
		}
		for _, trail := range trails {
			second := first
			if s.feed(&second, trail, p) {
				s.put(p, second)
			}
		}
	}
}

// undo puts back what a rule replaced, where its replacement stands.
func (s *search) undo(n node, p int) {
	if n.pend == 0 || n.events > maxEvents {
		return
	}
	for i := range s.options.rules {
		r := &s.options.rules[i]
		if r.to == "" && n.stay > 0 {
			continue
		}
		end, ok := s.match(p, r.to)
		if !ok {
			continue
		}
		next := n
		next.score -= r.cost
		next.events++
		next.rule = int16(i)
		next.stay = 0
		if end == p {
			next.stay = 1
		}
		fine := r.to == "" || s.follows(&next, r.to[0])
		for j := 0; j < len(r.from) && fine; j++ {
			fine = s.feed(&next, r.from[j], end)
		}
		if fine {
			s.put(end, next)
		}
	}
}

// maxEvents is how many replacements one window may have.
const maxEvents = 40

// match tells where the bytes of to end that begin at place p.
func (s *search) match(p int, to string) (int, bool) {
	for i := 0; i < len(to); i++ {
		if p/2 >= len(s.window) {
			return 0, false
		}
		t := &s.window[p/2]
		switch {
		case t.solid:
			return 0, false
		case p&1 == 1:
			if t.pair[1] != to[i] {
				return 0, false
			}
			p++
		case t.isPair:
			if t.pair[0] != to[i] {
				return 0, false
			}
			p++
		default:
			if t.r != rune(to[i]) {
				return 0, false
			}
			p += 2
		}
	}
	return p, true
}

// text returns the sound characters of a state.
func (s *search) text(n node) []step {
	var steps []step
	for t := n.trace; t >= 0; t = s.trace[t].parent {
		steps = append(steps, s.trace[t])
	}
	slices.Reverse(steps)
	return steps
}

// unassigned lists the trail bytes beyond ASCII that make no pair with lead, or
// one that only newer editions have.
func unassigned(c *channel, lead byte) []byte {
	var trails []byte
	for trail := 0x80; trail <= 0xFE; trail++ {
		r, ok := c.code.DecodePair(lead, byte(trail))
		if !ok || c.beyondWindows(lead, byte(trail), r) || 0xE000 <= r && r <= 0xF8FF {
			trails = append(trails, byte(trail))
		}
	}
	return trails
}
