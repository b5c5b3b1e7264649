package repair

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// replaced repairs double-byte text in which a byte sequence was replaced: it
// finds out the charset, the sequence and the replacement from all suspicious
// places together, and then the sound text of each place.
func replaced(text string, anchors []offset.Span) []finding {
	if len(anchors) == 0 {
		return nil
	}
	r := &replacement{
		text:   text,
		model:  learn(text, anchors),
		marker: markerOf(text, anchors),
		narrow: findNarrowing(text),
	}
	for _, a := range anchors {
		r.places = append(r.places, newPlace(text, a))
	}
	best := r.infer()
	if best == nil {
		return nil
	}
	return r.apply(best)
}

// replacement is the state of that work.
type replacement struct {
	text   string
	model  *model
	marker rune
	narrow narrowing
	places []*place
}

// markerOf tells what bad bytes became: U+FFFD if any place has it.
func markerOf(text string, anchors []offset.Span) rune {
	for _, a := range anchors {
		for _, r := range a.Of(text) {
			if r == utf8.RuneError {
				return r
			}
		}
	}
	return '?'
}

// What a replacement costs, in nats, before anything is known of the document,
// and once other places have shown it.
const (
	firstCost   = 8
	knownCost   = 3
	enoughGain  = 6  // for a place to count as a witness
	enoughVotes = 10 // for a rule to be believed
)

// How many places are asked for the rule, and how many that agree on one are
// enough to stop asking.
const (
	sampled = 24
	agreed  = 4
)

// theory is a channel that explains places.
type theory struct {
	channel *channel
	options searchOptions
	votes   float32
	places  int // how many spoke for it
	asked   int // and of how many
}

// sure reports whether no other theory need be tried.
func (t *theory) sure() bool { return t != nil && t.places >= agreed && 2*t.places > t.asked }

// infer returns the theory that explains most, nil if none explains enough.
func (r *replacement) infer() *theory {
	var best *theory
	for _, code := range r.codes() {
		for _, o := range []searchOptions{{}, {hidden: true}} {
			t := r.ask(code, o)
			if t == nil {
				continue
			}
			if best == nil || t.votes*float32(best.asked) > best.votes*float32(t.asked) {
				best = t
			}
			break
		}
		if best.sure() {
			break
		}
	}
	return best
}

// codes lists the charsets that the text may have been in.
func (r *replacement) codes() []charset.Charset {
	if r.model.hans {
		return []charset.Charset{charset.GB18030}
	}
	return []charset.Charset{charset.GB18030, charset.Big5}
}

// ask lets places vote on the rules of the catalog.
func (r *replacement) ask(code charset.Charset, o searchOptions) *theory {
	c := &channel{code: code, narrow: r.narrow}
	for _, rule := range catalog(code) {
		o.rules = append(o.rules, ruleCost{rule, firstCost})
	}
	o.beam = askedBeam
	votes := make([]float32, len(o.rules))
	witnesses := make([]int, len(o.rules))
	step, asked, most := 1+len(r.places)/sampled, 0, 0
	for i := 0; i < len(r.places) && most < agreed; i += step {
		asked++
		out, ok := c.solve(r.model, r.places[i], r.marker, o)
		if !ok || out.gain < enoughGain {
			continue
		}
		for _, n := range out.rules {
			votes[n] += out.gain
			witnesses[n]++
			most = max(most, witnesses[n])
		}
	}
	return r.believe(c, o, votes, witnesses, asked)
}

// believe keeps the rules with enough votes.
func (r *replacement) believe(c *channel, o searchOptions, votes []float32, witnesses []int, asked int) *theory {
	t := &theory{channel: c, options: searchOptions{hidden: o.hidden, beam: beamWidth}, asked: asked}
	top := slices.Max(votes)
	for i, v := range votes {
		if v < enoughVotes || v < top/20 {
			continue
		}
		cost := float32(firstCost)
		if witnesses[i] > 1 {
			cost = knownCost
		}
		t.options.rules = append(t.options.rules, ruleCost{o.rules[i].rule, cost})
		c.rules = append(c.rules, o.rules[i].rule)
		t.votes += v
		t.places = max(t.places, witnesses[i])
	}
	if len(c.rules) == 0 {
		return nil
	}
	return t
}

// apply repairs each place by the theory.
func (r *replacement) apply(t *theory) []finding {
	var found []finding
	done := 0
	for _, p := range r.places {
		if p.anchor.End <= done {
			continue
		}
		out, ok := r.solve(t, p)
		if !ok {
			continue
		}
		done = p.at[out.walked]
		found = append(found, r.findings(t, &out)...)
	}
	return found
}

// solve tries the plain search first, and where that leaves a text that does
// not read well or that nothing proves, one with pairs that left no trace.
func (r *replacement) solve(t *theory, p *place) (outcome, bool) {
	o := t.options
	o.hidden = false
	out, ok := t.channel.solve(r.model, p, r.marker, o)
	if ok && r.fluent(&out) {
		if _, _, proved := t.channel.proof(&out, r.marker); proved {
			return out, true
		}
	}
	o.hidden = true
	if deep, fine := t.channel.solve(r.model, p, r.marker, o); fine && (!ok || deep.gain > out.gain) {
		return deep, true
	}
	return out, ok
}

// roughCost is what a character costs that does not fit the one before it.
const roughCost = -7.5

// fluent reports whether all characters of the changed part fit those before
// them.
func (r *replacement) fluent(o *outcome) bool {
	last, _ := o.lastChange()
	prev := o.place.before
	for _, s := range o.steps[:last] {
		if r.model.cost(prev, s.r) < roughCost {
			return false
		}
		prev = s.r
	}
	return true
}

// confidence turns the leads of an outcome into a number from 0 to 1.
func (r *replacement) confidence(o *outcome) float64 {
	lead := float64(min(o.lead, o.gain))
	return 1 / (1 + math.Exp(-lead))
}

// findings makes the changes of an outcome known, with their evidence.
func (r *replacement) findings(t *theory, o *outcome) []finding {
	rules := strings.Trim(fmt.Sprint(t.channel.rules), "[]")
	confidence := r.confidence(o)
	sound, damaged, ok := t.channel.proof(o, r.marker)
	evidence := fmt.Sprintf("%s in %v makes %q of %q", rules, t.channel.code, damaged, sound)
	if !ok {
		confidence = min(confidence, unproved)
		evidence = fmt.Sprintf("%s in %v, but this does not make %q of %q", rules, t.channel.code, damaged, sound)
	}
	var found []finding
	for _, c := range o.changes() {
		found = append(found, finding{change: c.trimmed(r.text), kind: Replaced, evidence: evidence, confidence: confidence})
	}
	return found
}

// unproved is the most confidence in what running the damage forward does not
// prove.
const unproved = 0.4

// proof runs the channel forward over the sound text, and reports whether that
// makes the damaged text. Where it fails for the whole window, it takes the
// text up to the last change alone: what was behind that, a space or a line
// end, may have been taken out since.
func (c *channel) proof(o *outcome, marker rune) (sound, damaged string, ok bool) {
	if sound, damaged = o.text(), o.damaged(); c.proves(sound, damaged, marker) {
		return sound, damaged, true
	}
	sound, damaged = o.upToChange(), o.damagedUpToChange()
	return sound, damaged, c.proves(sound, damaged, marker)
}

func (c *channel) proves(sound, damaged string, marker rune) bool {
	for _, d := range dialects(marker) {
		if got, ok := c.forward(sound, d); ok && got == damaged {
			return true
		}
	}
	return false
}

// finding is a change that a repairer proposes.
type finding struct {
	change
	kind       Kind
	evidence   string
	confidence float64
}
