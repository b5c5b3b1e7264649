package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// oddCost is how rare a character must be, in nats, to look out of place.
const oddCost = -11

// odd reports whether r is an ideograph that is rare, or of no script's text.
func odd(r rune) bool {
	return isHan(r) && frequency.Rune(convert.FoldRune(r)) < oddCost && !strings.ContainsRune(bankFigures, r)
}

// bankFigures are rare, and stand in rows where they do.
const bankFigures = "零壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億圆圓"

// fits reports whether two characters are known to follow each other.
func fits(a, b rune) bool {
	_, ok := frequency.Pair(convert.FoldRune(a), convert.FoldRune(b))
	return ok
}

// anchors finds the places at which bytes may have been replaced: where markers
// stand beside ideographs, and where characters that are rare and do not fit
// their neighbours crowd. Each is the span of the suspected characters.
func anchors(text string) []offset.Span {
	var found []offset.Span
	var a anchorScan
	for i, size := 0, 0; i < len(text); i += size {
		var r rune
		if r, size = utf8.DecodeRuneInString(text[i:]); a.next(r) {
			at := offset.Span{Start: i, End: i + size}
			if n := len(found) - 1; n >= 0 && i-found[n].End <= anchorGap {
				found[n].End = at.End
			} else {
				found = append(found, at)
			}
		}
	}
	return found
}

// anchorGap is how many bytes may lie between the signs of one place.
const anchorGap = 12

// anchorScan remembers what the last characters were.
type anchorScan struct {
	prev, prev2 rune
	oddity      int // a score of how odd the last characters are, fading
	marks       int // markers in a row
	han         bool
	since       int // characters since a marker behind an ideograph, 0 for none
}

// afterMarker is for how many characters behind a marker little is enough to
// look suspicious.
const afterMarker = 5

// next takes the next character and reports whether it is suspect.
func (a *anchorScan) next(r rune) bool {
	hit := a.near(r)
	switch {
	case r == '?' || r == utf8.RuneError:
		if a.marks++; a.marks == 1 {
			a.han = isHan(a.prev)
		}
		if a.han {
			a.since = 1
		}
		hit = hit || a.han && (r == utf8.RuneError || a.marks >= 2)
		a.oddity = max(0, a.oddity-1)
	case isHan(r):
		hit = hit || a.marks >= 2 || a.marks > 0 && a.prev == utf8.RuneError
		if odd(r) && !fits(a.prev, r) {
			a.oddity += 3
			hit = hit || a.oddity >= 6 || a.prev == '?' || a.prev2 == '?'
		} else {
			a.oddity = max(0, a.oddity-1)
		}
		a.marks = 0
	default:
		hit = hit || unlikely(r) && (isHan(a.prev) || a.oddity > 0)
		if r == '\n' {
			a.oddity = 0
		}
		a.marks = 0
	}
	a.prev2, a.prev = a.prev, r
	return hit
}

// near reports whether r is suspect since a marker is near.
func (a *anchorScan) near(r rune) bool {
	if a.since == 0 {
		return false
	}
	if a.since++; a.since > afterMarker || r == '\n' {
		a.since = 0
		return false
	}
	switch {
	case isHan(r):
		return rare(r) || isHan(a.prev) && !fits(a.prev, r)
	case r >= utf8.RuneSelf:
		return !isHan(a.prev) || 0x3040 <= r && r < 0x3100 || r >= 0xFF00
	}
	return false
}

// unlikely reports whether r is a symbol that shifted bytes give rather than
// writers: the rows of Greek, Cyrillic, box drawing and private characters.
func unlikely(r rune) bool {
	return 0x370 <= r && r < 0x530 || 0x2500 <= r && r < 0x2580 || 0xE000 <= r && r < 0xF900 || 0x3100 <= r && r < 0x3130
}
