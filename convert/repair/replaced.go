package repair

import (
	"cmp"
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
	firstCost   = 6
	knownCost   = 3
	enoughGain  = 6  // for a place to count as a witness
	enoughVotes = 10 // for a rule to be believed
)

// How many places are asked for the rule, how many that agree on one are
// enough to stop asking, and how many rules are then compared.
const (
	sampled  = 24
	agreed   = 4
	hopeless = 5 // places that say nothing
	compared = 8
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
func (t *theory) sure() bool { return t != nil && t.places >= agreed && 4*t.places > 3*t.asked }

// infer returns the theory that explains most, nil if none explains enough.
func (r *replacement) infer() *theory {
	var best *theory
	for _, code := range r.codes() {
		for _, o := range []searchOptions{{}, {hidden: true}} {
			t := r.ask(code, o)
			if t == nil {
				continue
			}
			if best == nil || t.votes > best.votes {
				best = t
			}
			if t.sure() {
				break
			}
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

// vote is what the places say of a rule.
type vote struct {
	rule
	gain   float32
	places int
}

// prior is what the rule costs while nothing is known: what explains much by
// little, single bytes and deletions, costs more.
func (r rule) prior() float32 {
	cost := float32(firstCost)
	if len(r.from) < 2 {
		cost += 5
	}
	if r.to == "" {
		cost += 4
	}
	return cost
}

// ask lets places vote on the rules of the catalog.
func (r *replacement) ask(code charset.Charset, o searchOptions) *theory {
	c := &channel{code: code, narrow: r.narrow}
	for _, rule := range catalog(code) {
		o.rules = append(o.rules, ruleCost{rule, rule.prior()})
	}
	o.beam = askedBeam
	var votes []vote
	var asked []*place
	most := 0
	for i := 0; i < len(r.places) && most < agreed && (len(votes) > 0 || len(asked) < hopeless); i += 1 + len(r.places)/sampled {
		asked = append(asked, r.places[i])
		out, ok := c.solve(r.model, r.places[i], r.marker, o)
		if !ok || out.gain < enoughGain {
			continue
		}
		for _, rule := range out.rules {
			n := slices.IndexFunc(votes, func(v vote) bool { return v.rule == rule })
			if n < 0 {
				n = len(votes)
				votes = append(votes, vote{rule: rule})
			}
			votes[n].gain += out.gain
			votes[n].places++
			most = max(most, votes[n].places)
		}
	}
	slices.SortStableFunc(votes, func(a, b vote) int { return cmp.Compare(b.gain, a.gain) })
	return r.compare(c, o, votes[:min(len(votes), compared)], asked)
}

// compare tries rules one by one on all places that were asked, and keeps the
// best, and with it all that explain further ones.
func (r *replacement) compare(c *channel, o searchOptions, votes []vote, asked []*place) *theory {
	var best *theory
	for range maxRules {
		var next *theory
		for _, v := range votes {
			if best != nil && slices.Contains(best.channel.rules, v.rule) {
				continue
			}
			t := r.theory(c, o, best, v, asked)
			if next == nil || t.votes > next.votes {
				next = t
			}
		}
		if next == nil || best != nil && (next.votes < best.votes+enoughVotes || next.places < best.places+1) {
			break
		}
		best = next
	}
	if best == nil || best.votes < enoughVotes {
		return nil
	}
	return best
}

// maxRules is how many replacements are looked for in one text.
const maxRules = 3

// theory tests a rule on top of those of another theory.
func (r *replacement) theory(c *channel, o searchOptions, on *theory, v vote, asked []*place) *theory {
	t := &theory{
		channel: &channel{code: c.code, narrow: c.narrow},
		options: searchOptions{hidden: o.hidden, beam: askedBeam},
		asked:   len(asked),
	}
	if on != nil {
		t.channel.rules = append(t.channel.rules, on.channel.rules...)
	}
	t.channel.rules = append(t.channel.rules, v.rule)
	for _, rule := range t.channel.rules {
		t.options.rules = append(t.options.rules, ruleCost{rule, rule.prior() + knownCost - firstCost})
	}
	for _, p := range asked {
		if out, ok := t.channel.solve(r.model, p, r.marker, t.options); ok {
			t.votes += out.gain
			t.places++
		}
	}
	if t.places < 2 {
		t.votes -= firstCost - knownCost
	}
	t.options.beam = beamWidth
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
		c := &channel{code: t.channel.code, rules: out.rules, narrow: r.narrow}
		if _, _, proved := c.proof(&out, r.marker); proved {
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
	c := &channel{code: t.channel.code, rules: o.rules, narrow: r.narrow}
	rules := strings.Trim(fmt.Sprint(c.rules), "[]")
	confidence := r.confidence(o)
	sound, damaged, ok := c.proof(o, r.marker)
	evidence := fmt.Sprintf("%s in %v makes %q of %q", rules, c.code, damaged, sound)
	if !ok {
		confidence = min(confidence, unproved)
		evidence = fmt.Sprintf("%s in %v, but this does not make %q of %q", rules, c.code, damaged, sound)
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
