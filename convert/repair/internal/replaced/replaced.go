// Package replaced repairs double-byte text in which a byte sequence was
// replaced at any alignment: it finds out the charset, the sequence and the
// replacement from all suspicious places together, and then the sound text of
// each place.
package replaced

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// Change is a stretch of the text that is to be another.
type Change struct {
	Span       offset.Span // in bytes of the text
	To         string
	Evidence   string
	Confidence float64
}

// Find returns the damaged places of a text, in order, with what they are to
// be. It takes time linear in the length of the text. src is nil where only the
// text is known.
func Find(text string, src *Source) []Change {
	found := sites(text)
	if len(found) == 0 {
		return nil
	}
	model := likely.Learn(text, suspects(text, found))
	var best *finder
	for _, c := range channels(text, model, src) {
		f := newFinder(text, model, found, c)
		f.infer()
		if len(f.rules) > 0 && (best == nil || f.gain > best.gain) {
			best = f
		}
	}
	if best == nil {
		return nil
	}
	return best.changes(best.places())
}

// channels lists the ways that the text may have taken.
func channels(text string, m *likely.Model, src *Source) []*channel {
	if src != nil {
		return []*channel{{code: src.Code, source: src, signs: signs{marker: utf8.RuneError}}}
	}
	var list []*channel
	narrow, signs := findNarrowing(text), findSigns(text)
	for _, code := range codes(m) {
		list = append(list, &channel{code: code, narrow: narrow, signs: signs})
	}
	return list
}

// codes lists the charsets that the text may have been in.
func codes(m *likely.Model) []charset.Charset {
	if m.Hans {
		return []charset.Charset{charset.GB18030}
	}
	return []charset.Charset{charset.GB18030, charset.Big5}
}

// place is a site with its reading.
type place struct {
	site
	reading
	lead   float32 // of the reading over others of the same characters
	chance float64 // that all lost letters are right
}

// places reads all sites by the rules of the document.
func (f *finder) places() []place {
	var list []place
	done := 0
	for _, s := range f.sites {
		if s.at < done {
			continue
		}
		r, ok := f.solve(s)
		if !ok {
			continue
		}
		list = append(list, place{site: s, reading: r, lead: f.lead(s, &r)})
		done = s.at + r.tape.start(r.end)
	}
	f.elect(list)
	return list
}

// solve tries the plain reading first, and where that does not read well, one
// with pairs that left no trace.
func (f *finder) solve(s site) (reading, bool) {
	r, ok := f.plain(s)
	if ok && f.fluent(&r) {
		return r, true
	}
	if deep, fine := f.read(s, f.rules, longest, true); fine && (!ok || deep.gain > r.gain) {
		return deep, true
	}
	return r, ok
}

// rough is what a character costs that does not fit the one before it.
const rough = -8.5

// fluent reports whether all characters of the changed part fit those before
// them.
func (f *finder) fluent(r *reading) bool {
	prev := rune(0)
	for i, c := range r.steps[:r.changed()] {
		if i > 0 && f.model.Pair(prev, c.r) < rough {
			return false
		}
		prev = c.r
	}
	return true
}

// elect settles the lost letters of all places: first of all by what the
// document has beyond them, then again with the places that are sure.
func (f *finder) elect(list []place) {
	for range 2 {
		for i := range list {
			p := &list[i]
			p.chance = likely.Chance(p.lead) * f.settle(p.site, &p.reading)
		}
		for i := range list {
			if p := &list[i]; p.chance > surely {
				f.model.Add(f.before(p.site), p.runes(p.changed()))
			}
		}
	}
}

// surely is how sure a place must be for others to learn from it.
const surely = 0.9

// before returns the character before a site, 0 for none.
func (f *finder) before(s site) rune {
	if c := f.context(s); len(c) > 0 {
		return c[len(c)-1]
	}
	return 0
}

// changes makes changes of the readings, with the proof of each.
func (f *finder) changes(list []place) []Change {
	var all []Change
	for i := range list {
		p := &list[i]
		if p.changed() == 0 {
			continue
		}
		c := &channel{code: f.channel.code, rules: p.rules, narrow: f.channel.narrow}
		rules := strings.Trim(fmt.Sprint(c.rules), "[]")
		confidence := f.confidence(p)
		sound, damaged, ok := c.proof(&p.reading)
		evidence := fmt.Sprintf("%s in %v makes %q of %q", rules, c.code, damaged, sound)
		if !ok {
			confidence = min(confidence, unproved)
			evidence = fmt.Sprintf("%s in %v, but this does not make %q of %q", rules, c.code, damaged, sound)
		}
		for _, ch := range p.differing(f.text, f.channel.narrow) {
			ch.Evidence, ch.Confidence = evidence, confidence
			all = append(all, ch)
		}
	}
	return all
}

// unproved is the most confidence in what running the damage forward does not
// prove.
const unproved = 0.4

// confidence turns the leads of a place into a number from 0 to 1.
func (f *finder) confidence(p *place) float64 {
	return min(p.chance, likely.Sigmoid((p.gain-enough)/2), likely.Sigmoid(f.sure))
}
