package replaced

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// same reports whether step s is the damaged text's own character; from is the
// place before it.
func (r *reading) same(s step, from int32) bool {
	return from&1 == 0 && s.place == from+2 && r.tape.token(int(from/2)).r == s.r
}

// changed returns the number of steps up to the last change.
func (r *reading) changed() int {
	n, from := 0, int32(0)
	for i, s := range r.steps {
		if !r.same(s, from) {
			n = i + 1
		}
		from = s.place
	}
	return n
}

// proof runs the channel forward over the sound text, and reports whether that
// makes the damaged text. Where it fails for all that was read, it takes the
// text up to the last change alone: what was behind that may have been taken
// out since.
func (c *channel) proof(r *reading) (sound, damaged string, ok bool) {
	for _, n := range []int{len(r.steps), r.changed()} {
		var b strings.Builder
		for _, s := range r.steps[:n] {
			b.WriteRune(s.r)
		}
		sound = b.String()
		damaged = r.tape.line[:r.tape.start(int(r.steps[n-1].place+1)/2)]
		if c.proves(sound, damaged) {
			return sound, damaged, true
		}
	}
	return sound, damaged, false
}

func (c *channel) proves(sound, damaged string) bool {
	for _, marker := range []rune{'?', utf8.RuneError, 0} {
		for _, d := range dialects(marker) {
			if got, ok := c.forward(sound, d); ok && got == damaged {
				return true
			}
		}
	}
	return false
}

// differing lists the stretches of the text that differ from the sound text,
// without what both have at their ends.
func (p *place) differing(text string, n narrowing) []Change {
	var all []Change
	var open *Change
	from := int32(0)
	for _, s := range p.steps {
		same := p.same(s, from)
		switch {
		case same:
			open = nil
		case open == nil:
			all = append(all, Change{Span: offset.Span{Start: p.at + p.tape.start(int(from/2))}})
			open = &all[len(all)-1]
		}
		if !same {
			open.To += string(n.rune(s.r))
			open.Span.End = p.at + p.tape.start(int(s.place+1)/2)
		}
		from = s.place
	}
	for i := range all {
		all[i].trim(text)
	}
	return all
}

// trim cuts off what the change and the text have in common at both ends.
func (c *Change) trim(text string) {
	from := c.Span.Of(text)
	for len(from) > 0 && len(c.To) > 0 {
		r, size := utf8.DecodeRuneInString(from)
		if q, _ := utf8.DecodeRuneInString(c.To); q != r || !strings.HasPrefix(c.To, from[:size]) {
			break
		}
		from, c.To = from[size:], c.To[size:]
		c.Span.Start += size
	}
	for len(from) > 0 && len(c.To) > 0 {
		_, size := utf8.DecodeLastRuneInString(from)
		if !strings.HasSuffix(c.To, from[len(from)-size:]) {
			break
		}
		from, c.To = from[:len(from)-size], c.To[:len(c.To)-size]
		c.Span.End -= size
	}
}
