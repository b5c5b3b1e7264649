package replaced

import (
	"unicode/utf8"
)

// token is a character of the damaged text with its possible bytes.
type token struct {
	r      rune
	pair   [2]byte // its two bytes; of ASCII, those of its full-width form
	isPair bool    // it has two bytes for certain
	wide   bool    // ASCII that may have been full-width
	marker bool    // it may stand for a bad byte
	bad    []byte  // the bytes that it stands for, where they are known
	solid  bool    // it cannot have been touched: the charset lacks it
}

// tape reads the tokens of a line from some place on, as far as they are asked
// for.
type tape struct {
	channel *channel
	line    string // the rest of the line
	base    int    // where that begins in the text
	read    int    // bytes of it that are tokens
	tokens  []token
	at      []int // where each token begins in line
}

// newTape reads the rest of a line that begins at byte base of the text.
func newTape(c *channel, line string, base int) *tape {
	return &tape{channel: c, line: line, base: base}
}

// token returns token i, nil behind the last one.
func (t *tape) token(i int) *token {
	for len(t.tokens) <= i {
		if t.read == len(t.line) {
			return nil
		}
		r, size := utf8.DecodeRuneInString(t.line[t.read:])
		next := t.channel.token(r)
		if r == utf8.RuneError {
			next.know(t.channel.source.bytes(t.base + t.read))
		}
		t.tokens = append(t.tokens, next)
		t.at = append(t.at, t.read)
		t.read += size
	}
	return &t.tokens[i]
}

// start returns the byte of the line at which token i begins.
func (t *tape) start(i int) int {
	if t.token(i) == nil {
		return len(t.line)
	}
	return t.at[i]
}

func (c *channel) token(r rune) token {
	t := token{r: r, marker: r == c.signs.marker}
	switch {
	case r == utf8.RuneError:
	case r < utf8.RuneSelf:
		if w, ok := c.narrow.wide(r); ok {
			t.pair, t.wide = c.pairOf(w)
		}
	default:
		t.pair, t.isPair = c.pairOf(r)
		t.solid = !t.isPair
	}
	return t
}

// know takes note of the bytes that a marker stands for. A pair is one that no
// character has; more bytes than two were no pairs at all.
func (t *token) know(bad []byte) {
	t.bad = bad
	switch {
	case len(bad) == 2:
		t.pair = [2]byte(bad)
	case len(bad) > 2:
		t.solid = true
	}
}

func (c *channel) pairOf(r rune) ([2]byte, bool) {
	if pair, ok := userBytes(c.code, r); ok {
		return pair, true
	}
	var buf [4]byte
	b, ok := c.code.AppendRune(buf[:0], r)
	if !ok || len(b) != 2 {
		return [2]byte{}, false
	}
	return [2]byte{b[0], b[1]}, true
}

// isMarker reports whether r is what decoders put for bytes that they cannot
// read.
func isMarker(r rune) bool { return r == '?' || r == utf8.RuneError }
