package convert

import (
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// Borders decides where the segments of a text begin and end, in place of
// OpenCC's forward longest match. A converter gives it one stretch of text after
// the other, at most some hundred characters each, and converts each segment
// that it answers with on its own: no phrase of any dictionary reaches across a
// border, and within a segment OpenCC's rules hold.
//
// A Borders must be safe for concurrent use, and must give the same answer for
// the same text: then a stream cut anywhere is converted as the whole is.
type Borders interface {
	// Cut appends to dst the ends of the segments of text, as byte offsets in
	// text, ascending, on rune borders. The end of text itself may be left
	// out; so can all others, which makes text one segment.
	//
	// phrases tells what the dictionaries of the conversion know in text.
	Cut(dst []int, text string, phrases *Phrases) []int
}

// Phrases tells which phrases of a converter's dictionaries match where. It may
// be used only during the call that got it.
type Phrases struct {
	p *pipeline
}

// Ends appends to dst the ends of the phrases, of two characters or more, that
// start at byte offset pos of text, in no order and possibly twice. Those are the
// phrases of the first step of the conversion, which take text as it is, and
// those of later steps, which take it as the first step converts its characters
// one by one (变量 in s2twp by the entry of 變量).
func (p *Phrases) Ends(dst []int, text string, pos int) []int {
	if p.p.seg != nil {
		dst = ends(dst, p.p.seg, text, pos)
	}
	dst = ends(dst, p.p.chain[0], text, pos)
	for _, later := range p.p.chain[1:] {
		dst = p.laterEnds(dst, later, text, pos)
	}
	return dst
}

// ends appends the ends of the keys of t at pos.
func ends(dst []int, t *trie.Trie, text string, pos int) []int {
	c := t.Cursor()
	for i, r := range text[pos:] {
		if !c.Step(r) {
			break
		}
		end := pos + i + utf8.RuneLen(r)
		if i > 0 && c.Record() != 0 && t.Entry(c.Record()).KeyLen == end-pos {
			dst = append(dst, end)
		}
	}
	return dst
}

// laterEnds appends the ends of the keys of t in what text becomes by the first
// step, character by character.
func (p *Phrases) laterEnds(dst []int, t *trie.Trie, text string, pos int) []int {
	first := p.p.chain[0]
	c := t.Cursor()
	size := 0 // of what was stepped over in the converted text
	for i, r := range text[pos:] {
		end := pos + i + utf8.RuneLen(r)
		s := text[pos+i : end]
		if m := first.Match(s); m.Record != 0 {
			s = first.Entry(m.Record).Result
		}
		for _, r := range s {
			if !c.Step(r) {
				return dst
			}
		}
		size += len(s)
		if i > 0 && c.Record() != 0 && t.Entry(c.Record()).KeyLen == size {
			dst = append(dst, end)
		}
	}
	return dst
}

// maxStretch bounds a stretch of text in bytes.
const maxStretch = 768

// bordered converts text in segments that the caller's Borders decide on.
func (r *run) bordered(text string, final bool) int {
	var buf [64]int
	phrases := Phrases{r.p}
	for p := 0; p < len(text); {
		n, ok := r.stretch(text[p:], final)
		if !ok {
			return p
		}
		start := p
		for _, end := range r.p.borders.Cut(buf[:0], text[p:p+n], &phrases) {
			if end += p; end > start && end < p+n && utf8.RuneStart(text[end]) {
				r.push(0, text[start:end], true)
				start = end
			}
		}
		p += n
		r.push(0, text[start:p], true)
	}
	return len(text)
}

// stretch returns the length of the next piece of text that Borders is to see at
// once: up to and with the first character that neither is a Chinese one nor
// occurs in phrases, or, in a very long piece, up to the last one that is not
// Chinese. It reports false where more text is needed.
func (r *run) stretch(text string, final bool) (int, bool) {
	soft := 0 // behind the last character that is not Chinese
	for i := 0; i < len(text) && i < maxStretch; {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError && size == 1 && !final && !utf8.FullRuneInString(text[i:]) {
			return 0, false
		}
		known, special := r.p.knows(c)
		if special {
			if !r.slow {
				r.slow = true
				return 0, false
			}
			n, ok := unmatched(text[i:], trie.Match{Size: size, Special: true}, final)
			if !ok {
				return 0, false
			}
			size = n
		}
		i += size
		if unicode.Is(unicode.Han, c) {
			continue
		}
		if !known {
			return i, true
		}
		soft = i
	}
	switch {
	case len(text) <= maxStretch && !final:
		return 0, false
	case len(text) <= maxStretch:
		return len(text), true
	case soft > 0:
		return soft, true
	}
	n := maxStretch
	for !utf8.RuneStart(text[n]) {
		n--
	}
	return n, true
}

// knows reports whether any dictionary has c in a key, and whether c is one of
// the characters that are looked at apart.
func (p *pipeline) knows(c rune) (known, special bool) {
	known, special = p.first().Knows(c)
	for _, t := range p.chain {
		if known {
			break
		}
		known, _ = t.Knows(c)
	}
	return known, special
}
