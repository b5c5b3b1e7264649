package replaced

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// site is a place where bytes may have been replaced: a marker, for the lead
// byte that lost its trail byte, and behind it the ASCII characters of the
// replacement. A decoder that leaves no marker leaves the replacement alone.
type site struct {
	at    int  // the byte where the marker stands, or the replacement
	first byte // the first character of the replacement
	end   int  // the end of what looks odd behind it
}

// What the characters behind a site must show to be suspected.
const (
	lookAhead     = 8 // characters
	suspect       = 2 // behind a marker
	suspectBare   = 9 // where there is none
	firstNoBlank  = 0x40
	suspectLength = 120 // bytes behind it at the least that are not learned from
)

// sites finds the places of a text.
func sites(text string) []site {
	var found []site
	for i := 0; i < len(text); i++ {
		b := text[i]
		if b != '?' && b != 0xEF && (b < ' ' || b >= firstNoBlank) {
			continue
		}
		s, ok := siteAt(text, i)
		if !ok {
			continue
		}
		found = append(found, s)
		i = s.end - 1
	}
	return found
}

// siteAt reads a site at byte i.
func siteAt(text string, i int) (site, bool) {
	marked, size := utf8.DecodeRuneInString(text[i:])
	if isMarker(marked) && i+size < len(text) {
		if next := text[i+size]; ' ' <= next && next < firstNoBlank {
			if n, odd := oddness(text[i+size+1:]); odd >= suspect {
				return site{at: i, first: next, end: i + size + 1 + n}, true
			}
		}
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:i]); text[i] < utf8.RuneSelf && likely.IsHan(before) {
		if n, odd := oddness(unmarked(text[i+1 : min(len(text), i+1+lookAhead*utf8.UTFMax)])); odd >= suspectBare {
			return site{at: i, first: text[i], end: i + 1 + n}, true
		}
	}
	return site{}, false
}

// unmarked returns the text before the first marker: what is odd behind that is
// of a site of its own. A character that text ends within is cut off, too.
func unmarked(text string) string {
	if i := strings.IndexFunc(text, isMarker); i >= 0 {
		return text[:i]
	}
	return text
}

// oddness tells how odd the first characters of text look, and how many bytes
// they are.
func oddness(text string) (size, odd int) {
	prev, n := rune(0), 0
	for i, r := range text {
		if r == '\n' || n == lookAhead {
			return i, odd
		}
		odd += oddBehind(prev, r, n == 0)
		prev = r
		n++
	}
	return len(text), odd
}

// oddBehind tells how much odder a text looks by a character behind another.
func oddBehind(prev, r rune, first bool) int {
	switch {
	case first:
		if likely.Odd(r) || isLetter(r) {
			return 2
		}
	case likely.IsHan(prev) && likely.IsHan(r):
		if likely.Fits(prev, r) {
			return -oddAlone(prev) // a word is nothing odd, rare as it may be
		}
		return 1 + oddAlone(r)
	case likely.IsHan(r):
		return oddAlone(r)
	case likely.Odd(r):
		return 2
	case isMarker(r) && likely.IsHan(prev):
		return 1
	}
	return 0
}

// oddAlone tells how odd a character looks by itself.
func oddAlone(r rune) int {
	if likely.Odd(r) {
		return 2
	}
	return 0
}

func isLetter(r rune) bool { return firstNoBlank <= r && r < utf8.RuneSelf }

// suspects lists the stretches that no model is to learn from: what follows each
// site up to where it must be in step again, at the end of the line or, when it
// is some way behind, at a character of one byte.
func suspects(text string, sites []site) []offset.Span {
	var spans []offset.Span
	for _, s := range sites {
		last := len(spans) - 1
		if last < 0 || spans[last].End <= s.at {
			spans = append(spans, offset.Span{Start: s.at, End: s.at})
			last++
		}
		end := max(s.end, spans[last].End)
		for end < len(text) && text[end] != '\n' && (end < s.end+suspectLength || text[end] >= utf8.RuneSelf || text[end] == '?') {
			_, size := utf8.DecodeRuneInString(text[end:])
			end += size
		}
		spans[last].End = end
	}
	return spans
}

// lineAt returns the rest of the line that begins at byte i.
func lineAt(text string, i int) string {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return text[i : i+n]
	}
	return text[i:]
}
