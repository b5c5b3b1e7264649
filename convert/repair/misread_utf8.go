package repair

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset/frequency"
)

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

func (g *garbled) continues(i int) bool {
	return i < len(g.units) && 0x80 <= g.units[i].known && g.units[i].known <= 0xBF
}

func (g *garbled) lost(i int) bool {
	return i < len(g.units) && (g.units[i].known == unitLost || g.units[i].known == unitMaybe)
}

// leadLost reports whether the lost byte i began a sequence whose other two
// bytes are there.
func (g *garbled) leadLost(i int) bool {
	return g.right == codingUTF8 && g.lost(i) && g.continues(i+1) && g.continues(i+2) && !g.continues(i+3)
}

// utf8Letter reads a sequence at unit i. Of three bytes one may be lost.
func (g *garbled) utf8Letter(i int) (letter, bool) {
	if g.leadLost(i) {
		return g.fill(i, 0)
	}
	size := sequence(g.units[i].known)
	missing := -1
	var buf [utf8.UTFMax]byte
	for k := range size {
		switch {
		case k == 0 || g.continues(i+k):
			buf[k] = byte(g.units[i+k].known)
		case g.lost(i+k) && size == 3 && missing < 0:
			missing = k
		default:
			return letter{}, false
		}
	}
	if missing > 0 {
		return g.fill(i, missing)
	}
	r, n := utf8.DecodeRune(buf[:size])
	return letter{r: r, start: i, end: i + size}, n == size && r != utf8.RuneError
}

// fill lists what the sequence of three at unit i may be whose byte missing is
// lost.
func (g *garbled) fill(i, missing int) (letter, bool) {
	l := letter{start: i, end: i + 3}
	var buf [3]byte
	for k := range buf {
		if k != missing {
			buf[k] = byte(g.units[i+k].known)
		}
	}
	from, to := 0x80, 0xBF
	if missing == 0 {
		from, to = 0xE2, 0xEF
	}
	for b := from; b <= to; b++ {
		buf[missing] = byte(b)
		r, size := utf8.DecodeRune(buf[:])
		if size == 3 && (isHan(r) && frequency.Rune(r) > -14 || 0x2000 <= r && r < 0x2070 || 0x3000 <= r && r < 0x3020 || 0xFF00 < r && r < 0xFF60) {
			l.others = append(l.others, r)
		}
	}
	return l, len(l.others) > 0
}

// fillLead is how much likelier, in nats, a letter must be than the next best
// to be put where a byte was lost; where it is not, U+FFFD stands.
const fillLead = 2

// choose settles the letters of which a byte was lost, by their neighbours.
func (g *garbled) choose(letters []letter) {
	var neutral model
	for i := range letters {
		l := &letters[i]
		if l.others == nil {
			continue
		}
		prev, next := rune(0), rune(0)
		if i > 0 {
			prev = letters[i-1].r
		}
		if i+1 < len(letters) && letters[i+1].others == nil {
			next = letters[i+1].r
		}
		best, second := float32(-1000), float32(-1000)
		for _, r := range l.others {
			c := neutral.cost(prev, r)
			if next != 0 {
				c += neutral.cost(r, next)
			}
			switch {
			case c > best:
				l.r, best, second = r, c, best
			case c > second:
				second = c
			}
		}
		if best-second < fillLead {
			l.r = utf8.RuneError
		}
	}
}

// rest returns the character behind the bytes at unit i that begin a UTF-8
// sequence and do not end it.
func (g *garbled) rest(i int) int32 {
	if i >= len(g.units) || g.right != codingUTF8 || sequence(g.units[i].known) == 0 {
		return 0
	}
	for i++; g.continues(i); i++ {
	}
	return g.units[i-1].owner + 1
}
