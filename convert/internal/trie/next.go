package trie

import "unicode/utf8"

// Next looks for the first place in s, from p on, where Match has something to
// say: an entry, a marked rune, or a text that ends too early. It returns
// len(s) and the zero Match where there is none. p must be a rune border.
func (t *Trie) Next(s string, p int) (int, Match) {
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
		if c == 0 {
			p += size
			continue
		}
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
		if c >= marked {
			m.Special = true
			c &= codeMask
		}
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
