package engine

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// maxStretch bounds a stretch of text in bytes, but for its last character.
const maxStretch = 768

// bordered converts text with the borders that the caller sets. What
// it cannot decide on yet has no borders up to r.seen.
func (r *Run) bordered(text string, final bool) int {
	start, p := 0, min(r.seen, len(text))
	for p < len(text) {
		n, ok := r.stretch(text[p:], final)
		if !ok {
			break
		}
		r.found = r.p.cut(r.found[:0], text[p:p+n])
		for _, border := range r.found {
			if border += p; border > start && border < p+n && utf8.RuneStart(text[border]) {
				r.scheme(text[start:border], true)
				start = border
			}
		}
		p += n
	}
	n := start + r.scheme(text[start:p], final && p == len(text))
	r.seen = p - n
	return n
}

// stretch returns the length of the next piece of text that the caller is to see
// at once. It reports false where more text is needed.
func (r *Run) stretch(text string, final bool) (int, bool) {
	t := r.p.First()
	for i := 0; i < len(text); {
		if j := r.plain(text, i); j > i {
			if i = j; i >= maxStretch {
				return i, true
			}
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError && !final && !utf8.FullRuneInString(text[i:]) {
			return 0, false
		}
		if t.Special(c) {
			if !r.slow { // the stretch is shown when it is normalized
				r.slow = true
				return 0, false
			}
			n, ok := unmatched(text[i:], trie.Match{Size: size, Special: true}, final)
			if !ok {
				return 0, false
			}
			size = n
		}
		if i += size; i >= maxStretch || !ideograph(c) {
			return i, true
		}
	}
	return len(text), final
}

// plain returns the end of the common ideographs from i on, in a stretch that
// begins at the start of text.
func (r *Run) plain(text string, i int) int {
	if !r.p.unmarked {
		return i
	}
	for ; i+2 < len(text) && i < maxStretch; i += 3 {
		if c := text[i]; c < 0xE4 || c > 0xE9 || text[i+1]&0xC0 != 0x80 || text[i+2]&0xC0 != 0x80 {
			break
		}
	}
	return i
}

// unmarked reports whether none of the common ideographs, which begin with the
// bytes E4 to E9 in UTF-8, has to be normalized.
func unmarked(t *trie.Trie) bool {
	for r := rune(0x4000); r <= 0x9FFF; r++ {
		if t.Special(r) {
			return false
		}
	}
	return true
}

// ideograph reports whether c lies in a block of Chinese characters.
func ideograph(c rune) bool { return 0x3400 <= c && c <= 0x9FFF || c >= 0x20000 && c <= 0x3FFFF }
