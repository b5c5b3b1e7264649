package numeral

import "math"

var errNone = &Error{Reason: Foreign}

// Scan reads the numeral at the start of text and returns its value and its
// length n in bytes. What follows is not looked at, but a numeral is always
// taken whole: text that begins with numeral characters that make no numeral
// (三四百, 一百零) gives their length n and an [*Error], never the number of a part
// of them. Where text begins with no numeral character, n is 0 and err is not
// nil.
//
// A comma belongs to a number only between groups of three digits, and a point
// only in a decimal before 万 or 亿, so that Scan reads the labels 1.1 and 12． as
// 1 and 12. An enclosed or Roman character is a numeral by itself. A sign is
// not read.
func Scan(text string) (value int64, n int, err error) {
	c, size := next(text)
	switch c.class {
	case none:
		return 0, 0, errNone
	case enclosed:
		return int64(c.value), size, nil
	case digit: // most often one digit or 十 alone
		if after, _ := next(text[size:]); after.class == none {
			return int64(c.value), size, nil
		}
	default:
	}
	n = Len(text)
	if n == 0 {
		return 0, 0, errNone
	}
	v, e := parse(text[:n], math.MaxInt64)
	if e != nil {
		return 0, n, e
	}
	return int64(v), n, nil
}

// Len returns the length in bytes of the numeral characters at the start of
// text that [Scan] takes for one numeral, right or wrong; 0 for none.
func Len(text string) int {
	c, size := next(text)
	switch {
	case c.class == none, isCircle(text):
		return 0
	case c.class == enclosed:
		return size
	}
	pos := 0
	for pos < len(text) {
		c, size = next(text[pos:])
		switch c.class {
		case none, enclosed:
			return pos
		case arabic:
			if pos > 0 && !joins(text, pos, c, size) {
				return pos
			}
			pos = arabicEnd(text, pos)
			continue
		case digit, two, tens:
			if pos > 0 && arabicBefore(text, pos) && !zeroBefore(text, pos) {
				return pos
			}
		default:
		}
		pos += size
	}
	return pos
}

// isCircle reports whether text begins with a circle, which is a 〇 only behind
// a digit: before a line it is a bullet.
func isCircle(text string) bool {
	return len(text) >= len("○") && (text[:len("○")] == "○" || text[:len("◯")] == "◯")
}

// joins reports whether the Arabic digit at text[pos:] goes on the numeral
// before it: behind a unit or 零 (1亿2000万), or as the 0 of a digit string (二0二三).
func joins(text string, pos int, c char, size int) bool {
	switch before := last(text[:pos]); before.class {
	case unit, big, zero:
		return true
	case digit:
		after, _ := next(text[pos+size:])
		return c.value == 0 && after.class != arabic
	default:
		return false
	}
}

// last returns what the last character of s is.
func last(s string) char {
	start := len(s) - 1
	for start > 0 && s[start]&0xC0 == 0x80 {
		start--
	}
	c, _ := next(s[start:])
	return c
}

func arabicBefore(text string, pos int) bool { return last(text[:pos]).class == arabic }

// zeroBefore reports whether the Arabic digit before pos is the lone 0 of a
// digit string.
func zeroBefore(text string, pos int) bool {
	c := last(text[:pos])
	if c.class != arabic || c.value != 0 {
		return false
	}
	width := 1
	if text[pos-1] >= 0x80 {
		width = len("０")
	}
	return pos > width && last(text[:pos-width]).class == digit
}

// arabicEnd returns the offset behind the Arabic number at text[pos:]. A
// decimal belongs to it only before 万 or 亿: 1.5亿, but of 1.1 it is 1.
func arabicEnd(text string, pos int) int {
	n, end := scanArabic(text, pos)
	if n.scale == 0 {
		return end
	}
	if c, _ := next(text[end:]); c.class == big && c.value < 12 {
		return end
	}
	return n.point
}
