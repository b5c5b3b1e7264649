package trie

import (
	"encoding/binary"
	"unicode/utf8"
)

// room is how many bytes of the output have to be free for another entry: some
// are written in pieces of eight, beyond their end.
const room = 40

// longestCopy is the longest result that is written in pieces of eight.
const longestCopy = room - 8

// Replace converts the start of s, as far as it is simple: characters of three
// bytes and ASCII, with entries of ordinary length, none of them marked, none
// whose outcome the end of s leaves open. It appends the result to dst, without
// growing it, and returns how many bytes of s it converted; the caller goes on
// from there with Next, which handles all else, for one entry at least.
//
// It writes what has no entry as well, by the same way as what has one, so that
// the processor need not guess which comes next.
func (t *Trie) Replace(dst []byte, s string) ([]byte, int) {
	out := dst[len(dst):cap(dst)]
	n, p := 0, 0
	e := uint32(unknown) // the entry of the rune at p
	for p+4 <= len(s) && n+room <= len(out) {
		if e == unknown {
			w := le32(s, p)
			if w&0xC0C0F0 != 0x8080E0 {
				k := t.copyASCII(out[n:], s[p:])
				if n, p = n+k, p+k; k == 0 {
					break
				}
				continue
			}
			e = t.entry(w)
		}
		if e&marked != 0 {
			break
		}
		c := e & codeMask
		u := le64(t.units, int(c)*8)
		f := uint32(unknown) // the entry of the rune behind that
		if branches(u) {
			if f = t.entryNext(s, p+3); f&marked != 0 {
				break
			}
			next := unitBase(u) + f&codeMask
			if v := le64(t.units, int(next)*8); unitParent(v) == c && f&codeMask != 0 {
				r, ok := t.deeper(s, p+6, v, next)
				if !ok {
					break
				}
				if r != 0 {
					k, w := t.copyRecord(out[n:], r)
					if k == 0 {
						break
					}
					n, p, e = n+w, p+k, unknown
					continue
				}
			}
		}
		switch {
		case e>>16 != 0:
			put3(out[n:], e>>16)
			n, p = n+3, p+3
		case c != 0 && u&recordMask != 0 && unitParent(u) == 0:
			k, w := t.copyRecord(out[n:], Record(u&recordMask))
			if n, p = n+w, p+k; k == 0 {
				return dst[:len(dst)+n], p
			}
		default:
			n, p = n+copy(out[n:], s[p:p+3]), p+3
		}
		if e = f; e == 0 { // ASCII, or a rune of an empty block
			e = unknown
		}
	}
	return dst[:len(dst)+n], p
}

// unknown stands for an entry that was not looked up. No rune has it: bits 15
// and up are those of a marked rune that becomes U+FFFF.
const unknown = 0xFFFF_FFFF

// entry returns the entry in the pages for the rune of three bytes in w; that
// of a marked one for what is not valid.
func (t *Trie) entry(w uint32) uint32 {
	block := int(w&0x0F<<6 | w>>8&0x3F)
	if block < 0x800>>pageShift {
		return unknown
	}
	return le32(t.pages, (int(le16(t.top, 2*block))<<pageShift|int(w>>16&0x3F))*4)
}

// deeper goes on from unit at, which holds v, with the rune at q, and returns
// the record at the end of the way. It reports false where that is not simple.
func (t *Trie) deeper(s string, q int, v uint64, at uint32) (Record, bool) {
	for unitBase(v) != 0 {
		f := t.entryNext(s, q)
		if f&marked != 0 {
			return 0, false
		}
		next := unitBase(v) + f&codeMask
		w := le64(t.units, int(next)*8)
		if f&codeMask == 0 || unitParent(w) != at {
			break
		}
		v, at = w, next
		q += 3
	}
	return Record(v & recordMask), true
}

// ReplaceBoth does what Replace does for a text that t cuts into segments, at
// its entries with the flag Phrase, and converts, before next converts what came
// of each segment. Besides what Replace stops at, it stops at segments without
// the flag inert, which says that next leaves their result alone, and where an
// entry of next with several characters may start.
func (t *Trie) ReplaceBoth(next *Trie, inert byte, dst []byte, s string) ([]byte, int) {
	out := dst[len(dst):cap(dst)]
	n, p := 0, 0
	e := uint32(unknown)
	for p+4 <= len(s) && n+room <= len(out) {
		if e == unknown {
			w := le32(s, p)
			if w&0xC0C0F0 != 0x8080E0 {
				k := t.copyBoth(next, out[n:], s[p:])
				if k == 0 {
					break
				}
				n, p = n+k, p+k
				continue
			}
			e = t.entry(w)
		}
		f := t.entryNext(s, p+3)
		if (e|f)&marked != 0 {
			break
		}
		c := e & codeMask
		if u := le64(t.units, int(c)*8); branches(u) {
			to := unitBase(u) + f&codeMask
			if v := le64(t.units, int(to)*8); unitParent(v) == c && f&codeMask != 0 {
				r, ok := t.deeper(s, p+6, v, to)
				if !ok {
					break
				}
				if flags := t.records[r+2]; r != 0 && flags&Phrase != 0 {
					if flags&inert == 0 {
						break
					}
					k, w := t.copyRecord(out[n:], r)
					if k == 0 {
						break
					}
					n, p, e = n+w, p+k, unknown
					continue
				}
			}
		}
		r := e >> 16
		if r == 0 && c == 0 {
			r = rune3(s, p)
		}
		r, ok := next.single(r, t.result(f, s, p+3))
		if !ok {
			break
		}
		put3(out[n:], r)
		n, p = n+3, p+3
		if e = f; e == 0 {
			e = unknown
		}
	}
	return dst[:len(dst)+n], p
}

// copyBoth is copyASCII for two tries.
func (t *Trie) copyBoth(next *Trie, out []byte, s string) int {
	n := 0
	for n < min(len(s), len(out)) && s[n] < utf8.RuneSelf && !t.holdsASCII(s[n]) && !next.holdsASCII(s[n]) {
		out[n] = s[n]
		n++
	}
	return n
}

// single returns what t makes of r, which must be of three bytes, before the
// rune after; it reports false where the two may begin a longer entry, and where
// either is 0.
func (t *Trie) single(r, after uint32) (uint32, bool) {
	e := t.code(r)
	c := e & codeMask
	if u := le64(t.units, int(c)*8); branches(u) {
		d := t.code(after) & codeMask
		if after == 0 || d != 0 && unitParent(le64(t.units, int(unitBase(u)+d)*8)) == c {
			return 0, false
		}
	}
	switch {
	case e>>16 != 0:
		return e >> 16, true
	case c == 0:
		return r, r != 0
	default:
		return 0, false
	}
}

// result returns what the entry f of a page makes of the rune at p: the rune of
// one result, the rune itself where there is none, 0 where it is not simple.
func (t *Trie) result(f uint32, s string, p int) uint32 {
	switch {
	case s[p] < utf8.RuneSelf:
		return uint32(s[p])
	case f>>16 == 0 && f&codeMask == 0:
		return rune3(s, p)
	default:
		return f >> 16
	}
}

// branches reports whether u is a child of the root that has children.
func branches(u uint64) bool { return u>>recordBits-1 < baseMask }

// entryNext returns the entry for a rune behind another, 0 for ASCII that is in
// no key, and that of a marked rune for all that is not simple.
func (t *Trie) entryNext(s string, p int) uint32 {
	if p+4 > len(s) {
		return unknown
	}
	w := le32(s, p)
	if w&0xC0C0F0 == 0x8080E0 {
		return t.entry(w)
	}
	if w&utf8.RuneSelf == 0 && !t.holdsASCII(s[p]) {
		return 0
	}
	return unknown
}

// holdsASCII reports whether c, which is ASCII, is in a key.
func (t *Trie) holdsASCII(c byte) bool { return t.ascii && t.code(uint32(c)) != 0 }

// copyASCII copies the ASCII at the start of s, as far as there is room and no
// key has it.
func (t *Trie) copyASCII(out []byte, s string) int {
	if !t.ascii {
		return copy(out, s[:skipASCII(s, 0)])
	}
	n := 0
	for n < min(len(s), len(out)) && s[n] < utf8.RuneSelf && t.code(uint32(s[n])) == 0 {
		out[n] = s[n]
		n++
	}
	return n
}

// copyRecord writes the result of record r and returns the lengths of its key
// and of the result; 0 for one that is too long.
func (t *Trie) copyRecord(out []byte, r Record) (keyLen, size int) {
	keyLen, size = int(t.records[r]), int(t.records[r+1])
	if keyLen == longRecord || size > longestCopy {
		return 0, 0
	}
	for i := 0; i < size; i += 8 {
		binary.LittleEndian.PutUint64(out[i:], le64(t.records, int(r)+3+i))
	}
	return keyLen, size
}

func rune3(s string, p int) uint32 {
	return uint32(s[p]&0x0F)<<12 | uint32(s[p+1]&0x3F)<<6 | uint32(s[p+2]&0x3F)
}

// put3 writes a rune of three bytes. It writes a fourth byte.
func put3(out []byte, r uint32) {
	binary.LittleEndian.PutUint32(out, 0x8080E0|r>>12|r<<2&0x3F00|r<<16&0x3F0000)
}
