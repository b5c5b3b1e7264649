package replaced

import (
	"slices"
	"unicode/utf8"
)

// begin reads the marker that a replacement leaves: the lead byte before it was
// bad. Without a marker it was dropped.
func (r *reader) begin(s state) {
	t := r.tape.token(0)
	if t == nil {
		return
	}
	switch {
	case t.marker && r.matches(2):
		r.broken(s, t, 2)
	case r.channel.source == nil && r.matches(0):
		r.broken(s, &token{}, 0)
	}
}

// broken reads the lead byte that a marker stands for, whose trail byte a rule
// replaced: any where it is not known. What the rule wrote stands at place.
func (r *reader) broken(s state, t *token, place int) {
	s.bad = 0
	if t.bad != nil {
		if len(t.bad) == 1 {
			s.pend = t.bad[0]
			r.undo(s, place)
		}
		return
	}
	for b := 0x81; b <= 0xFE; b++ {
		s.pend, s.guess = byte(b), leadLost
		r.undo(s, place)
	}
}

func (r *reader) matches(place int) bool {
	return slices.ContainsFunc(r.rules, func(u rule) bool {
		_, ok := r.match(place, u.to)
		return ok
	})
}

// expand follows all that may come next for a state, which has the given rank
// among those at the place.
func (r *reader) expand(s state, place, rank int) {
	t := r.tape.token(place / 2)
	if t == nil {
		if s.pend != 0 && !s.stayed {
			r.trim(s, place)
		}
		return
	}
	if place&1 == 1 {
		if s.pend != 0 {
			r.undo(s, place)
		}
		r.byte(s, t.pair[1], place+1)
		return
	}
	if s.pend == 0 {
		r.copy(s, t, place)
		return
	}
	if t.solid {
		return
	}
	r.shifted(s, t, place, rank)
}

// copy takes a token as it is.
func (r *reader) copy(s state, t *token, place int) {
	if s.bad != 0 && t.isPair && !r.follows(&s, t.pair[0]) {
		return
	}
	s.bad = 0
	if t.marker && r.matches(place+2) {
		r.broken(s, t, place+2)
	}
	r.emit(&s, t.r, place+2, known)
	r.put(place+2, s)
}

// shifted reads a token where a lead byte waits.
func (r *reader) shifted(s state, t *token, place, rank int) {
	r.undo(s, place)
	switch {
	case len(t.bad) == 1:
		r.byte(s, t.bad[0], place+2)
	case t.isPair || len(t.bad) == 2:
		r.byte(s, t.pair[0], place+1)
		if t.r == euro {
			r.byte(s, euroByte, place+2)
		}
	case t.r != utf8.RuneError:
		r.byte(s, byte(t.r), place+2)
	}
	if t.wide {
		r.byte(s, t.pair[0], place+1)
	}
	if t.marker && t.bad == nil && r.ban != (doubt{place, false}) {
		r.lost(s, place+2)
		if rank < wildStates || s.guess == leadLost && r.spare > 0 {
			r.spare -= rank / wildStates
			s.score -= markedCost
			if r.channel.signs.users {
				s.score -= usersCost
			}
			r.unassigned(s, place+2)
		}
	}
	if r.hidden && t.isPair && !s.stayed && rank < bareStates {
		s.score -= hiddenCost
		s.stayed = true
		r.unassigned(s, place)
	}
}

// trim reads a bad byte that left no marker at the end of the line.
func (r *reader) trim(s state, place int) {
	s.score -= trimCost
	s.stayed = true
	r.lost(s, place)
}

// lost reads a bad byte, whatever it is, as a trail byte.
func (r *reader) lost(s state, place int) {
	for b := 0x80; b <= 0xFE; b++ {
		next := s
		if r.follows(&next, byte(b)) && r.feed(&next, byte(b), place, trailLost) {
			next.bad = byte(b)
			r.put(place, next)
		}
	}
}

// unassigned reads a pair that is no character, whatever it is: its first byte
// ends a character, its second begins one.
func (r *reader) unassigned(s state, place int) {
	var best [pairFirsts]state
	var leads [pairFirsts]byte
	for lead := 0x81; lead <= 0xFE; lead++ {
		next := s
		if len(r.channel.unassigned(byte(lead))) == 0 || !r.feed(&next, byte(lead), place, pairLost) {
			continue
		}
		for i := range best {
			if leads[i] == 0 || next.score > best[i].score {
				copy(best[i+1:], best[i:])
				copy(leads[i+1:], leads[i:])
				best[i], leads[i] = next, byte(lead)
				break
			}
		}
	}
	for i, first := range best {
		if leads[i] == 0 || first.score < best[0].score-pairDepth {
			break
		}
		first.guess, first.stayed = leadLost, s.stayed
		for _, trail := range r.channel.unassigned(leads[i]) {
			second := first
			if second.pend = trail; trail > 0x80 && trail < 0xFF {
				r.put(place, second)
			}
		}
	}
}

// emit ends a sound character.
func (r *reader) emit(s *state, c rune, place int, g guess) {
	now := r.channel.narrow.rune(c)
	s.score += r.model.Pair(s.prev, now)
	r.trace = append(r.trace, step{parent: s.trace, r: c, place: int32(place), rule: s.rule, guess: s.guess | g})
	s.trace = int32(len(r.trace) - 1)
	s.prev, s.pend, s.rule, s.guess = now, 0, -1, known
}

// feed reads one byte in the state, and reports whether it could be.
func (r *reader) feed(s *state, b byte, place int, g guess) bool {
	if s.pend != 0 {
		c, ok := r.channel.code.DecodePair(s.pend, b)
		if !ok || 0xE000 <= c && c <= 0xF8FF {
			return false
		}
		r.emit(s, c, place, g)
		return true
	}
	switch {
	case b < utf8.RuneSelf:
		r.emit(s, rune(b), place, g)
	case b == 0x80 || b == 0xFF:
		return false
	default:
		s.pend = b
	}
	return true
}

// byte reads one byte and goes on to a place.
func (r *reader) byte(s state, b byte, place int) {
	s.stayed = false
	if r.follows(&s, b) && r.feed(&s, b, place, known) {
		r.put(place, s)
	}
}

// follows takes note of a byte of the damaged text, and reports whether it can
// stand behind the last one: had it made a pair with a bad byte, there would be
// a character and no marker.
func (r *reader) follows(s *state, b byte) bool {
	if s.bad == 0 {
		return true
	}
	_, ok := r.channel.code.DecodePair(s.bad, b)
	s.bad = 0
	return !ok
}

// undo puts back what a rule replaced, where its replacement stands.
func (r *reader) undo(s state, place int) {
	if r.ban == (doubt{place, true}) {
		return
	}
	for i := range r.rules {
		u := &r.rules[i]
		end, ok := r.match(place, u.to)
		if !ok || s.stayed {
			continue
		}
		next := s
		next.rule = int8(i)
		next.score -= undoCost
		fine := r.follows(&next, u.to[0])
		for j := 0; j < len(u.from) && fine; j++ {
			fine = r.feed(&next, u.from[j], end, known)
		}
		if fine {
			r.put(end, next)
		}
	}
}

// match tells where the bytes of to end that begin at a place.
func (r *reader) match(place int, to string) (int, bool) {
	for i := 0; i < len(to); i++ {
		t := r.tape.token(place / 2)
		if t == nil || t.solid {
			return 0, false
		}
		b, width := byte(t.r), 2
		switch {
		case place&1 == 1:
			b, width = t.pair[1], 1
		case t.isPair:
			b, width = t.pair[0], 1
		case t.r >= utf8.RuneSelf:
			return 0, false
		}
		if b != to[i] {
			return 0, false
		}
		place += width
	}
	return place, true
}
