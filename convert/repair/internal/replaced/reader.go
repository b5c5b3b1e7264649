package replaced

import (
	"cmp"
	"math"
	"slices"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// A reader looks for the sound text behind a stretch of damaged text. It walks
// over the bytes, as they were before they were decoded, and reads them anew
// from a state that may be shifted by a byte. Where a rule's replacement stands,
// the replaced bytes are put back; a marker may be any bad byte. Of the readings
// it keeps those that the model finds likely, until all are in step with the
// damaged text again.
//
// A place is 2i before token i, 2i+1 between its two bytes.
type reader struct {
	channel *channel
	model   *likely.Model
	tape    *tape
	rules   []rule
	hidden  bool // unassigned pairs may have left no marker
	limit   int  // tokens to read at most
	ban     doubt
	budget  *int // states that may still be followed

	places [][]state
	trace  []step
	spare  int                 // how many more states may be followed than the least
	seen   map[uint64]struct{} // the futures of the states at one place
}

// state is a reading up to some place.
type state struct {
	score  float32
	prev   rune  // the last sound character
	trace  int32 // index of the last step, -1 for none
	pend   byte  // a lead byte that waits for its trail byte, 0 for none
	bad    byte  // the byte that a marker just stood for, which the next must not complete
	guess  guess // what of the pending byte is known
	rule   int8  // the rule that was undone since the last character, -1 for none
	stayed bool  // bytes were put in at this place
}

// step is a sound character, and the place behind it.
type step struct {
	parent int32
	r      rune
	place  int32
	rule   int8  // the rule that was undone within it, -1 for none
	guess  guess // which of its bytes is a guess
}

// guess tells which bytes of a character were lost.
type guess uint8

const known guess = 0
const (
	leadLost  guess = 1 << iota // any lead byte may stand there
	trailLost                   // any bad byte may be its trail byte
	pairLost                    // its trail byte began an unassigned pair
)

// What bounds the search, and what its liberties cost, in nats.
const (
	beamWidth   = 24 // states kept at a place, beyond those that differ in a guess
	firstWidth  = 128
	beamDepth   = 20   // the greatest distance from the best of them
	wildStates  = 6    // states from which a pair behind a marker is followed
	spareStates = 4000 // and how many more in one reading where nothing tells them apart
	bareStates  = 2    // and from which one that left no trace
	pairFirsts  = 3    // characters that may end in the pair
	pairDepth   = 8    // and how much less likely than the best one they may be
	calmTokens  = 4    // for how many tokens all must be in step at the end
	hiddenCost  = 5    // a pair that left no trace
	markedCost  = 2    // one marker that stands for two bytes
	usersCost   = 2    // and more where decoding left private characters
	undoCost    = 1    // a replacement
	trimCost    = 4    // a bad byte without a marker at the end of a line
	longest     = 1 << 16
)

// reading is what a reader found.
type reading struct {
	tape   *tape
	steps  []step
	end    int     // tokens read
	score  float32 // of the sound text
	gain   float32 // over the text as it stands
	rules  []rule  // the rules that were undone, each once
	source *reader
}

// read reads from token 0, behind the character before, where one of the rules
// must have been at work. It reports false where no reading is likelier than
// the text as it stands.
func (r *reader) read(before rune) (reading, bool) {
	if *r.budget <= 0 {
		return reading{}, false
	}
	r.seen = map[uint64]struct{}{}
	r.spare = spareStates
	start := state{prev: before, trace: -1, rule: -1}
	r.begin(start)
	if len(r.places) == 0 {
		return reading{}, false
	}
	calm := 0
	place := 0
	for ; place < len(r.places) && place < 2*r.limit; place++ {
		if *r.budget <= 0 {
			return reading{}, false
		}
		states := r.prune(place)
		if place&1 == 0 && place > 0 {
			if calm++; !inStep(states) {
				calm = 0
			}
			if calm > calmTokens && len(r.places) <= place+1 {
				break
			}
		}
		for i := 0; i < len(r.places[place]); i++ { // it may grow
			r.expand(r.places[place][i], place, i)
		}
		if place+2 < len(r.places) {
			r.places[place] = nil
		}
	}
	return r.best(before, place >= 2*r.limit)
}

func inStep(states []state) bool {
	for _, s := range states {
		if s.pend != 0 {
			return false
		}
	}
	return len(states) > 0
}

// best makes a reading of the likeliest state at the last place that has one:
// one that is in step, unless the reading was cut off.
func (r *reader) best(before rune, cut bool) (reading, bool) {
	fine := func(s state) bool { return s.pend == 0 || cut }
	last := (len(r.places) - 1) &^ 1
	for last > 0 && !slices.ContainsFunc(r.places[last], fine) {
		last -= 2
	}
	if last <= 0 {
		return reading{}, false
	}
	out := reading{tape: r.tape, end: last / 2, source: r}
	top := state{score: float32(math.Inf(-1))}
	for _, s := range r.places[last] {
		if fine(s) && s.score > top.score {
			top = s
		}
	}
	for t := top.trace; t >= 0; t = r.trace[t].parent {
		out.steps = append(out.steps, r.trace[t])
	}
	slices.Reverse(out.steps)
	out.score = top.score
	own := float32(0)
	prev := before
	for i := range out.end {
		c := r.tape.token(i).r
		own += r.model.Pair(prev, c)
		prev = c
	}
	out.gain = out.score - own
	for _, s := range out.steps {
		if s.rule >= 0 && !slices.Contains(out.rules, r.rules[s.rule]) {
			out.rules = append(out.rules, r.rules[s.rule])
		}
	}
	return out, out.gain > 0 && len(out.rules) > 0
}

// put adds a state at a place.
func (r *reader) put(place int, s state) {
	*r.budget--
	for len(r.places) <= place {
		r.places = append(r.places, nil)
	}
	r.places[place] = append(r.places[place], s)
}

// prune drops the unlikely states at a place, and of those that have the same
// future all but the likeliest.
func (r *reader) prune(place int) []state {
	all := r.places[place]
	if len(all) < 2 {
		return all
	}
	least := float32(math.Inf(-1))
	for i := range all {
		least = max(least, all[i].score-beamDepth)
	}
	all = slices.DeleteFunc(all, func(s state) bool { return s.score < least })
	slices.SortFunc(all, func(x, y state) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.future(), y.future()))
	})
	clear(r.seen)
	kept := all[:0]
	for _, s := range all {
		f := s.future()
		if _, ok := r.seen[f]; ok {
			continue
		}
		r.seen[f] = struct{}{}
		kept = append(kept, s)
		if len(kept) == firstWidth || len(kept) == beamWidth && s.guess == known && r.trace[max(s.trace, 0)].guess == known {
			break
		}
	}
	r.places[place] = kept
	return kept
}

// future tells apart the states that may go on differently.
func (s *state) future() uint64 {
	return uint64(s.prev)<<18 | uint64(s.bad)<<10 | uint64(s.pend)<<2 | uint64(s.guess)
}
