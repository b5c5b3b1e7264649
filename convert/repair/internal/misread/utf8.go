package misread

import "unicode/utf8"

// sequence returns the length of the UTF-8 sequence that b begins, 0 for none.
func sequence(b int16) int {
	switch {
	case 0xC2 <= b && b <= 0xDF:
		return 2
	case 0xE0 <= b && b <= 0xEF:
		return 3
	case 0xF0 <= b && b <= 0xF4:
		return 4
	}
	return 0
}

func (g *garbled) continues(i int) bool { return g.is(i, 0x80, 0xBF) }

// leadLost reports whether the lost byte i began a sequence whose other two
// bytes are there.
func (g *garbled) leadLost(i int) bool {
	return g.right == codingUTF8 && g.lost(i) && g.continues(i+1) && g.continues(i+2) && !g.continues(i+3)
}

// utf8Letter reads a sequence at unit i. Of three bytes one may be lost, or the
// last two to one marker.
func (g *garbled) utf8Letter(i int) (letter, bool) {
	if g.leadLost(i) {
		return g.fill(letter{start: i, end: i + 3}, [3]int{i, i + 1, i + 2})
	}
	size := sequence(g.units[i].known)
	at := [utf8.UTFMax]int{i}
	next, gaps := i+1, 0
	for k := 1; k < size; k++ {
		if g.maybe(next) && g.continues(next+1) {
			next++ // the marker stood for one byte
		}
		switch {
		case g.continues(next):
		case g.lost(next) && size == 3:
			gaps++
		default:
			return letter{}, false
		}
		at[k] = next
		next++
	}
	l := letter{start: i, end: next}
	if gaps > 0 {
		return g.fill(l, [3]int(at[:3]))
	}
	var buf [utf8.UTFMax]byte
	for k := range size {
		buf[k] = byte(g.units[at[k]].known)
	}
	r, n := utf8.DecodeRune(buf[:size])
	l.slot = []rune{r}
	return l, size > 0 && n == size && r != utf8.RuneError
}

// fill lists what a sequence of three may be of whose units some are lost.
func (g *garbled) fill(l letter, at [3]int) (letter, bool) {
	options := [3][]byte{}
	gaps := 0
	for k, u := range at {
		switch {
		case !g.lost(u):
			options[k] = []byte{byte(g.units[u].known)}
		case k == 0:
			options[k] = g.lostBytes(0xE2, 0xEF)
			gaps++
		default:
			options[k] = g.lostBytes(0x80, 0xBF)
			gaps++
		}
	}
	least := float32(rareLetter)
	if gaps > 1 {
		least = rareOfMany
	}
	for _, a := range options[0] {
		for _, b := range options[1] {
			for _, c := range options[2] {
				if gaps > 1 && !g.bad(b, c) {
					continue
				}
				if r, n := utf8.DecodeRune([]byte{a, b, c}); n == 3 {
					l.add(r, least)
				}
			}
		}
	}
	l.slot = l.likeliest()
	return l, gaps < 3 && len(l.slot) > 0
}

// rest returns the unit behind the bytes at unit i that begin a UTF-8 sequence
// and do not end it, 0 where there is none.
func (g *garbled) rest(i int) int {
	if i >= len(g.units) || g.right != codingUTF8 || sequence(g.units[i].known) == 0 {
		return 0
	}
	for i++; g.continues(i); i++ {
	}
	return i
}
