package trie

import "unicode/utf8"

// Next looks for the first place in s, from p on, where Match has something to
// say: an entry, a marked rune, or a text that ends too early. It returns
// len(s) and the zero Match where there is none. p must be a rune border.
//
// This is where a conversion spends its time, so the loop does all for the
// usual case, runes of three bytes, and leaves the others to step.
func (t *Trie) Next(s string, p int) (int, Match) {
	var node uint32    // the unit that led here, 0 at the root
	var u uint64       // what it holds
	pos, first := p, 0 // the rune to look at, and the size of that at p
	for pos < len(s) {
		var c uint32
		size := 3
		switch b := s[pos]; {
		case b < utf8.RuneSelf && !t.ascii:
			if node == 0 {
				pos = skipASCII(s, pos)
				p = pos
				continue
			}
			size = 1
		case b&0xF0 == 0xE0 && pos+2 < len(s) && s[pos+1]&0xC0 == 0x80 && s[pos+2]&0xC0 == 0x80:
			block := int(b&0x0F)<<6 | int(s[pos+1]&0x3F)
			if block >= 0x800>>pageShift && 2*block < len(t.top) {
				c = le32(t.pages, (int(le16(t.top, 2*block))<<pageShift|int(s[pos+2]&0x3F))*4)
			}
		default:
			c, size = t.rareCode(s[pos:])
		}
		if c&marked != 0 {
			return t.next(s, p)
		}
		c &= codeMask
		if node != 0 {
			at := unitBase(u) + c
			if v := le64(t.units, int(at)*8); c != 0 && unitParent(v) == node {
				node, u = at, v
				if pos += size; unitBase(v) != 0 {
					continue
				}
				return p, Match{Record: Record(v & recordMask), Size: first}
			}
			if u&recordMask != 0 {
				return p, Match{Record: Record(u & recordMask), Size: first}
			}
			node = 0
			if p += first; pos != p { // start anew behind the rune at p
				pos = p
				continue
			}
		}
		u = le64(t.units, int(c)*8)
		pos += size
		switch {
		case c == 0 || u == 0 || unitParent(u) != 0:
			p = pos
		case unitBase(u) == 0:
			return p, Match{Record: Record(u & recordMask), Size: size}
		default:
			node, first = c, size
		}
	}
	return t.next(s, p) // from the end, or from the rune whose text s ends in
}

// rareCode returns the entry in the pages for the first rune of s and its size,
// that of a marked rune for what is not valid.
func (t *Trie) rareCode(s string) (code uint32, size int) {
	r, size := decode(s)
	if size == 0 {
		return marked, 0
	}
	return t.code(r), size
}

// next does what Next does, by the rules of Match and rune by rune.
func (t *Trie) next(s string, p int) (int, Match) {
	for p < len(s) {
		if s[p] < utf8.RuneSelf && !t.ascii {
			p = skipASCII(s, p)
			continue
		}
		r, size := decode(s[p:])
		if size == 0 {
			if !utf8.FullRuneInString(s[p:]) {
				return p, Match{Size: 1, Open: true}
			}
			p++
			continue
		}
		c := t.code(r)
		m := Match{Size: size, Special: c&marked != 0}
		c &= codeMask
		if u := t.unit(c); u != 0 && unitParent(u) == 0 {
			t.walk(&m, s[p+size:], c, u)
		}
		if m != (Match{Size: size}) {
			return p, m
		}
		p += size
	}
	return p, Match{}
}

// walk goes down from the child of the root that the first rune led to, as far
// as rest allows.
func (t *Trie) walk(m *Match, rest string, at uint32, u uint64) {
	for unitBase(u) != 0 {
		r, size := decode(rest)
		if size == 0 {
			m.Open = !utf8.FullRuneInString(rest)
			break
		}
		c := t.code(r)
		m.Special = m.Special || c&marked != 0
		c &= codeMask
		if c == 0 {
			break
		}
		next := unitBase(u) + c
		v := t.unit(next)
		if unitParent(v) != at {
			break
		}
		at, u = next, v
		rest = rest[size:]
	}
	m.Record = Record(u & recordMask)
}

// skipASCII returns the first place from p on that is not ASCII.
func skipASCII(s string, p int) int {
	for p+8 <= len(s) && le64(s, p)&0x8080808080808080 == 0 {
		p += 8
	}
	for p < len(s) && s[p] < utf8.RuneSelf {
		p++
	}
	return p
}
