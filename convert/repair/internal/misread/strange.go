package misread

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// strange returns the part of a line that has what misread text is made of:
// characters of the upper half of Latin-1 side by side, or close to each other
// two rare ideographs that make no word with their neighbours. It is empty
// where the line has nothing of that.
func strange(line string) offset.Span {
	var part offset.Span
	latin, since := 0, closeBy
	var before, now rune // the last two characters
	mark := func(end int) {
		if part.Empty() {
			part.Start = max(0, end-strangeMargin)
		}
		part.End = min(len(line), end+strangeMargin)
	}
	for i, r := range line {
		switch _, ok := latinByte(r); {
		case LatinLetter(r):
			if latin++; latin > 1 {
				mark(i)
			}
		case !ok || r < 0x80:
			latin = 0
		case latin > 0:
			mark(i)
		}
		since++
		if loose(before, now, r) {
			if since <= closeBy {
				mark(i)
			}
			since = 0
		}
		before, now = now, r
	}
	if loose(before, now, 0) && since < closeBy {
		mark(len(line))
	}
	return runes(line, part)
}

// strangeMargin is how many bytes about what looks strange are looked at.
const strangeMargin = 64

// runes widens a span to whole characters.
func runes(text string, s offset.Span) offset.Span {
	for s.Start > 0 && !utf8.RuneStart(text[s.Start]) {
		s.Start--
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	return s
}

// loose reports whether a character is a rare ideograph that fits neither of
// its neighbours.
func loose(before, r, behind rune) bool {
	return likely.IsHan(r) && likely.Rare(r) && !likely.Fits(before, r) && !likely.Fits(r, behind)
}

// LatinLetter reports whether r is what misread bytes become, and none of the
// signs of Latin-1 that Chinese text uses.
func LatinLetter(r rune) bool {
	switch r {
	case '·', '×', '°', '±', '§', '÷':
		return false
	}
	return 0x80 <= r && r < 0x180
}

// closeBy is within how many characters two such look strange.
const closeBy = 2
