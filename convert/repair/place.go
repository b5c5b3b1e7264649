package repair

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// place is a stretch of a line that may hide replaced bytes.
type place struct {
	anchor offset.Span // what looks suspicious, in bytes of the text
	at     []int       // where each character of the window begins, and its end
	runes  []rune
	before rune // the character before the window, 0 at the start of a line
	last   int  // the last character at which damage may begin
	whole  bool // the window reaches the end of the line
}

// How far a window reaches, in characters: a few before the suspicious ones,
// since the first wrong character may look right; enough behind them for the
// bytes to fall into step again.
const (
	windowBefore = 8
	windowBehind = 240

	longestWindow = 320 // whatever looks suspicious
)

// newPlace cuts the window around an anchor out of its line.
func newPlace(text string, anchor offset.Span) *place {
	start := anchor.Start
	for range windowBefore {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if size == 0 || r == '\n' {
			break
		}
		start -= size
	}
	p := &place{anchor: anchor}
	p.before, _ = utf8.DecodeLastRuneInString(text[:start])
	if start == 0 || p.before == '\n' {
		p.before = 0
	}
	p.whole = true
	for i, r := range text[start:] {
		if r == '\n' {
			break
		}
		if len(p.runes) >= longestWindow || start+i >= anchor.End && len(p.runes) > p.last+windowBehind {
			p.whole = false
			break
		}
		if start+i < anchor.End {
			p.last = len(p.runes)
		}
		p.at = append(p.at, start+i)
		p.runes = append(p.runes, r)
	}
	end := start
	if n := len(p.at); n > 0 {
		_, size := utf8.DecodeRuneInString(text[p.at[n-1]:])
		end = p.at[n-1] + size
	}
	p.at = append(p.at, end)
	return p
}

// outcome is what a search found for a place.
type outcome struct {
	place  *place
	steps  []step
	walked int     // characters of the window
	gain   float32 // how much likelier the sound text is than the window's own
	lead   float32 // the least lead over another sound text
	rules  []rule  // the rules that were undone, each once
}

// solve searches a place. It reports false where the window's own text is the
// likeliest.
func (c *channel) solve(m *model, p *place, marker rune, o searchOptions) (outcome, bool) {
	o.last = p.last
	s := &search{channel: c, model: m, window: c.tokens(p.runes, marker), options: o}
	states, walked := s.run(p.before)
	if p.whole && walked == len(p.runes) {
		for i := range states {
			states[i].score += m.cost(states[i].prev, '\n')
		}
		slices.SortStableFunc(states, func(x, y node) int { return cmp.Compare(y.score, x.score) })
	}
	if len(states) == 0 || states[0].pure {
		return outcome{}, false
	}
	best := states[0]
	out := outcome{place: p, steps: s.text(best), walked: walked, lead: best.rival}
	for _, n := range states[1:] {
		if n.pure {
			out.gain = best.score - n.score
		} else if !s.sameText(best.trace, n.trace) {
			out.lead = min(out.lead, best.score-n.score)
		}
	}
	for _, st := range out.steps {
		if st.rule >= 0 && !slices.Contains(out.rules, o.rules[st.rule].rule) {
			out.rules = append(out.rules, o.rules[st.rule].rule)
		}
	}
	return out, len(out.rules) > 0
}

// text returns the sound text of the walked part.
func (o *outcome) text() string {
	var b strings.Builder
	for _, s := range o.steps {
		b.WriteRune(s.r)
	}
	return b.String()
}

// damaged returns the walked part of the window.
func (o *outcome) damaged() string { return string(o.place.runes[:o.walked]) }

// same reports whether step i is the window's own character, from is the place
// before it.
func (o *outcome) same(s step, from int32) bool {
	return from&1 == 0 && s.place == from+2 && o.place.runes[from/2] == s.r
}

// lastChange returns the number of steps up to the last change and the place
// behind it.
func (o *outcome) lastChange() (steps int, place int32) {
	from := int32(0)
	for i, s := range o.steps {
		if !o.same(s, from) {
			steps, place = i+1, s.place
		}
		from = s.place
	}
	return steps, place
}

func (o *outcome) upToChange() string {
	n, _ := o.lastChange()
	part := outcome{steps: o.steps[:n]}
	return part.text()
}

func (o *outcome) damagedUpToChange() string {
	_, place := o.lastChange()
	return string(o.place.runes[:(place+1)/2])
}

// change is a stretch of the text that is to be another.
type change struct {
	span offset.Span
	to   string
}

// changes lists the stretches of the window that differ from the sound text,
// without what both have at their ends.
func (o *outcome) changes() []change {
	var all []change
	var open *change
	from := int32(0) // the place in the window before the step
	for _, s := range o.steps {
		same := o.same(s, from)
		switch {
		case same:
			open = nil
		case open == nil:
			all = append(all, change{span: offset.Span{Start: o.place.at[from/2]}})
			open = &all[len(all)-1]
		}
		if !same {
			open.to += string(s.r)
			open.span.End = o.place.at[(s.place+1)/2]
		}
		from = s.place
	}
	return all
}

// trimmed cuts off what the change and the text have in common at both ends.
func (c change) trimmed(text string) change {
	from := c.span.Of(text)
	for len(from) > 0 && len(c.to) > 0 {
		r, size := utf8.DecodeRuneInString(from)
		if q, _ := utf8.DecodeRuneInString(c.to); q != r || !strings.HasPrefix(c.to, from[:size]) {
			break
		}
		from, c.to = from[size:], c.to[size:]
		c.span.Start += size
	}
	for len(from) > 0 && len(c.to) > 0 {
		_, size := utf8.DecodeLastRuneInString(from)
		if !strings.HasSuffix(c.to, from[len(from)-size:]) {
			break
		}
		from, c.to = from[:len(from)-size], c.to[:len(c.to)-size]
		c.span.End -= size
	}
	return c
}
