package replaced

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// finder looks for replaced bytes in one text, for one charset.
type finder struct {
	text     string
	model    *likely.Model
	sites    []site
	channel  *channel
	budget   int             // states that may still be followed
	readings map[int]reading // by the rules so far, of the sites that begin at a byte
	encoded  []byte          // the beginning of the text in the charset, once it was asked for

	rules []rule  // those that the document shows
	sure  float32 // the least trust in one of them
	gain  float32 // of all that was asked
}

// What bounds the questions, and when the answers are believed.
const (
	sampled    = 12 // sites that are asked for the rule of one replacement
	askedLimit = 14 // tokens that are then read
	enough     = 6  // nats that a rule must gain
)

func newFinder(text string, model *likely.Model, found []site, c *channel) *finder {
	return &finder{
		text: text, model: model, sites: found, channel: c,
		budget:   leastBudget + budgetEach*len(text) + siteBudget*min(len(found), mostSites),
		readings: map[int]reading{},
	}
}

// The states that are followed in a text at most: what is beyond them stays as
// it is. Damaged texts take a tenth; what is made to take long is cut off.
const (
	leastBudget = 200_000
	budgetEach  = 4      // for each byte
	siteBudget  = 30_000 // for each site, of the first hundred
	mostSites   = 100
)

// maxRules is how many replacements are looked for in one text.
const maxRules = 4

// infer finds the rules, the one that explains most first. What its readings
// cover says nothing of the others: it is full of markers.
func (f *finder) infer() {
	f.sure = 1000
	rest := f.sites
	for len(rest) > 0 && len(f.rules) < maxRules {
		groups := map[byte][]site{}
		for _, s := range rest {
			groups[s.first] = append(groups[s.first], s)
		}
		var best answer
		for first := byte(' '); first < firstNoBlank; first++ {
			if a := f.ask(first, groups[first]); a.gain > best.gain {
				best = a
			}
		}
		if best.gain < enough {
			return
		}
		f.rules = append(f.rules, best.rule)
		clear(f.readings)
		f.gain += best.gain
		f.sure = min(f.sure, best.trust())
		rest = f.uncovered(rest)
	}
}

// uncovered returns the sites that the readings by the rules so far leave.
func (f *finder) uncovered(list []site) []site {
	var rest []site
	done := 0
	for _, s := range list {
		if s.at < done {
			continue
		}
		known := slices.ContainsFunc(f.rules, func(r rule) bool { return r.to[0] == s.first })
		if !known {
			rest = append(rest, s)
		} else if r, ok := f.plain(s); ok {
			done = s.at + r.tape.start(r.end)
		}
	}
	return rest
}

// answer is the rule that explains some sites best.
type answer struct {
	rule
	gain float32
	lead float32 // over the next rule
	cost float32 // of believing in it
}

// trust is how far the lead of a rule is believed: less where it is not the
// usual one, since what is fitted to few places may fit by chance.
func (a *answer) trust() float32 {
	if a.cost <= costWidth {
		return 0.8 * a.lead
	}
	return 0.4*a.lead - 0.5
}

// ask lets the sites of one replacement decide what was replaced: something
// that programs are known to replace, or any two bytes.
func (f *finder) ask(first byte, group []site) answer {
	list := catalog(f.channel.code, rune(first))
	readable := slices.Concat(list, probes(first))
	var asked []map[string]*head
	for _, s := range f.sample(group) {
		asked = append(asked, f.heads(s, readable))
	}
	list = append(list, f.unknown(string(first), asked)...)
	var best, second answer
	for _, c := range list {
		a := answer{rule: c.rule, gain: -c.cost, cost: c.cost}
		for _, heads := range asked {
			if h := heads[c.to]; h != nil {
				a.gain += f.value(h, c.rule)
			}
		}
		if a.gain > best.gain {
			best, second = a, best
		} else if a.gain > second.gain {
			second = a
		}
	}
	best.lead = best.gain - second.gain
	return best
}

// sample picks sites from all over a group, of those that look alike one.
func (f *finder) sample(group []site) []site {
	seen := map[string]bool{}
	var unlike []site
	for _, s := range group {
		key := string(f.context(s)) + string(f.own(s))
		if !seen[key] {
			seen[key] = true
			unlike = append(unlike, s)
		}
	}
	var picked []site
	for i := 0; i < len(unlike); i += 1 + len(unlike)/sampled {
		picked = append(picked, unlike[i])
	}
	return picked
}

// How many characters before a site and behind it words are looked for in.
const (
	contextBefore = 6
	contextBehind = 7
)

// head is the first characters of a site as they read by some rule. Other rules
// differ in the two characters that the replaced bytes are of; what is behind
// them reads the same.
type head struct {
	context []rune
	runes   []rune
	lead    byte    // the lead byte of the first character, 0 where it was lost
	trail   byte    // the trail byte of the second character
	gain    float32 // of all but the first two characters
}

// heads reads a site, for each replacement by the first rule by which it can be
// read.
func (f *finder) heads(s site, list []candidate) map[string]*head {
	found := map[string]*head{}
	for _, c := range list {
		if found[c.to] != nil {
			continue
		}
		r, ok := f.read(s, []rule{c.rule}, askedLimit, false)
		if !ok || len(r.steps) < 3 {
			continue
		}
		pair, ok := f.channel.pairOf(r.steps[1].r)
		if !ok {
			continue
		}
		h := &head{context: f.context(s), runes: r.runes(contextBehind), trail: pair[1]}
		if r.steps[0].guess&leadLost == 0 {
			first, _ := f.channel.pairOf(r.steps[0].r)
			h.lead = first[0]
		}
		h.gain = r.gain - likely.Words(slices.Concat(h.context, f.own(s))) - f.pairs(h, h.runes)
		found[c.to] = h
	}
	return found
}

// pairs weighs the first three characters behind a context.
func (f *finder) pairs(h *head, text []rune) float32 {
	prev := rune(0)
	if n := len(h.context); n > 0 {
		prev = h.context[n-1]
	}
	return f.model.Text(prev, text[:3])
}

// value tells how much likelier a rule makes the text at a site, with the words
// that come of it; 0 where the rule cannot have been at work.
func (f *finder) value(h *head, u rule) float32 {
	second, ok := f.channel.code.DecodePair(u.from[1], h.trail)
	if !ok {
		return 0
	}
	text := slices.Clone(h.runes)
	text[1] = second
	best := float32(-1000)
	for _, first := range f.endings(h, text, u.from[0]) {
		text[0] = first.r
		best = max(best, first.score+likely.Words(slices.Concat(h.context, text)))
	}
	return max(0, h.gain+best)
}

// weighed is a character with the chance of the text that it makes.
type weighed struct {
	r     rune
	score float32
}

// mostEndings is how many characters are looked at that may have ended in a
// replaced byte.
const mostEndings = 8

// endings lists the likeliest characters by pairs that end in a trail byte and
// may be the first of text.
func (f *finder) endings(h *head, text []rune, trail byte) []weighed {
	var all []weighed
	for b := 0x81; b <= 0xFE; b++ {
		if h.lead != 0 && h.lead != byte(b) {
			continue
		}
		if c, ok := f.channel.code.DecodePair(byte(b), trail); ok {
			text[0] = c
			all = append(all, weighed{c, f.pairs(h, text)})
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), mostEndings)]
}

// own returns the characters that stand at a site.
func (f *finder) own(s site) []rune {
	var text []rune
	for _, r := range lineAt(f.text, s.at) {
		if text = append(text, r); len(text) == contextBehind {
			break
		}
	}
	return text
}

// runes returns the first characters of the reading.
func (r *reading) runes(n int) []rune {
	var text []rune
	for _, s := range r.steps[:min(n, len(r.steps))] {
		text = append(text, s.r)
	}
	return text
}

// plain reads the line from a site on by all rules that are known, once.
func (f *finder) plain(s site) (reading, bool) {
	if r, ok := f.readings[s.at]; ok {
		return r, len(r.steps) > 0
	}
	r, ok := f.read(s, f.rules, longest, false)
	if !ok {
		r = reading{}
	}
	f.readings[s.at] = r
	return r, ok
}

// read reads the line from a site on.
func (f *finder) read(s site, rules []rule, limit int, hidden bool) (reading, bool) {
	r := f.reader(s, rules, limit)
	r.hidden = hidden && f.channel.source == nil
	return r.read(f.before(s))
}

func (f *finder) reader(s site, rules []rule, limit int) *reader {
	return &reader{
		channel: f.channel, model: f.model, rules: rules, limit: limit, ban: doubt{place: -1}, budget: &f.budget,
		tape: newTape(f.channel, lineAt(f.text, s.at), s.at),
	}
}

// context returns the characters of the line before a site.
func (f *finder) context(s site) []rune {
	start := s.at
	var text []rune
	for len(text) < contextBefore {
		r, size := utf8.DecodeLastRuneInString(f.text[:start])
		if size == 0 || r == '\n' {
			break
		}
		start -= size
		text = append(text, r)
	}
	slices.Reverse(text)
	return text
}
