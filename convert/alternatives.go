package convert

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/internal/engine"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// Alternative is a character of a text that could have been converted another
// way.
type Alternative struct {
	Span  offset.Span // of the character, in bytes of the text
	Text  string      // the character
	Chose string      // what it became here; its form alone where a phrase changed its length
	Forms []string    // all its forms, the usual one first; Chose may not be among them
}

// Alternatives yields the characters of text that have more than one form in
// what c converts to (后 and 後 for 后, 發 and 髮 for 发), in order, each with the
// form that it got. An editor can offer the others, and a search can look for
// all of them.
//
// It converts text first, so that the time is that of [Converter.Map].
func (c *Converter) Alternatives(text string) iter.Seq[Alternative] {
	return func(yield func(Alternative) bool) {
		out, m := c.Map(text)
		for i, r := range text {
			forms := c.Forms(r)
			if len(forms) < 2 {
				continue
			}
			span := offset.Span{Start: i, End: i + utf8.RuneLen(r)}
			a := Alternative{Span: span, Text: span.Of(text), Forms: forms}
			a.Chose = m.ToAfter(span).Of(out)
			if !yield(a) {
				return
			}
		}
	}
}

// Forms returns the forms that the character r may take in what c converts to,
// the usual one first, without regard to its company. It has one form, which may
// be r itself, where the dictionaries know no others.
func (c *Converter) Forms(r rune) []string {
	all := []string{string(r)}
	for i := range c.p.Chain {
		var next []string
		for _, f := range all {
			for _, g := range forms(c.p, i, f) {
				if !slices.Contains(next, g) {
					next = append(next, g)
				}
			}
		}
		all = next
	}
	return all
}

// forms returns what step i of the chain may make of one character.
func forms(p *engine.Pipeline, i int, s string) []string {
	if i < len(p.Choices) && p.Choices[i] != nil {
		t := p.Choices[i]
		if m := t.Match(s); m.Record != 0 && m.Size == len(s) {
			return strings.Split(t.Entry(m.Record).Result, " ")
		}
	}
	t := p.Chain[i]
	if m := t.Match(s); m.Record != 0 && m.Size == len(s) {
		return []string{t.Entry(m.Record).Result}
	}
	return []string{s}
}
