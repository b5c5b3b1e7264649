// Package trie holds dictionaries of phrases in a packed form that is used
// where it lies: a view over a string, without decoding and without heap.
//
// A trie answers one question fast: which entry does a text match at a place?
// The answer is kept in the nodes. Each node knows what its dictionaries decide
// for a text that leads to this node and no further, so the deepest node on the
// way is the answer, whatever the rules between the dictionaries were when the
// trie was built.
package trie

import (
	"errors"
	"unicode/utf8"
)

// A trie image is little-endian and holds, one after the other:
//
//	header   32 bytes: magic, sizes of the four sections in bytes, flags
//	top      uint16 for each block of 64 runes: number of its page (0: empty)
//	pages    64 uint32 each, for the runes of the block. Bits 0–14 are the code
//	         (0: in no key), 15 says that the rune is marked, and 16–31 are what
//	         becomes of the rune alone, itself if nothing, where both have
//	         three bytes in UTF-8; else 0
//	units    uint64 each, a double array: the child of node n by code c is unit
//	         base(n)+c, if that unit's parent is n. Bits 0–23 are the record
//	         (offset in the last section, 0 for none), 24–43 base (0: a leaf),
//	         44–63 the parent. Unit 0 is the root.
//	records  key length, result length, flags (a byte each), result
//
// A record whose key length is 255 has both lengths as uint32 behind the flags.
// Sections are padded to multiples of 8.
const (
	magic      = 0x31_49_52_54 // "TRI1"
	headerSize = 32

	recordBits = 24
	baseBits   = 20
	recordMask = 1<<recordBits - 1
	baseMask   = 1<<baseBits - 1

	longRecord = 255
	pageShift  = 6
	pageSize   = 1 << pageShift
)

// The parts of an entry in a page, but for the result.
const (
	marked    = 1 << 15
	codeMask  = marked - 1
	firstCode = 1
)

// Flags of a record.
const (
	// Same marks a result that equals its key.
	Same = 1 << iota
	// Phrase marks a key that a segmentation dictionary holds.
	Phrase
	// User is the first of the flags that are left to the caller.
	User
)

// ErrImage is returned by Open for bytes that are no trie image.
var ErrImage = errors.New("trie: not a trie image")

// Trie is a view over an image. It is immutable and safe for concurrent use.
type Trie struct {
	top, pages, units, records string
	ascii                      bool
	maxKey                     int
}

// Open returns a view over an image that Build made. It checks the header only.
func Open(image string) (*Trie, error) {
	if len(image) < headerSize || le32(image, 0) != magic {
		return nil, ErrImage
	}
	t := &Trie{ascii: le32(image, 20) != 0, maxKey: int(le32(image, 24))}
	at := headerSize
	for i, section := range []*string{&t.top, &t.pages, &t.units, &t.records} {
		size := int(le32(image, 4+4*i))
		if size < 0 || size > len(image)-at {
			return nil, ErrImage
		}
		*section = image[at : at+size]
		at += size
	}
	return t, nil
}

// MaxKey returns the length of the longest key in bytes.
func (t *Trie) MaxKey() int { return t.maxKey }

// code returns the entry in the pages for r.
func (t *Trie) code(r uint32) uint32 {
	i := int(r>>pageShift) * 2
	if i >= len(t.top) {
		return 0
	}
	return le32(t.pages, (int(le16(t.top, i))<<pageShift+int(r&(pageSize-1)))*4)
}

// unit returns unit i, 0 outside of the array.
func (t *Trie) unit(i uint32) uint64 { return le64(t.units, int(i)*8) }

func unitBase(u uint64) uint32   { return uint32(u>>recordBits) & baseMask }
func unitParent(u uint64) uint32 { return uint32(u >> (recordBits + baseBits)) }

// Record is the place of an entry in a trie; 0 is none.
type Record uint32

// Entry is what a record says.
type Entry struct {
	KeyLen int // in bytes
	Result string
	Flags  byte
}

// Entry returns what record r says.
func (t *Trie) Entry(r Record) Entry {
	at := int(r)
	keyLen, size, flags := int(t.records[at]), int(t.records[at+1]), t.records[at+2]
	at += 3
	if keyLen == longRecord {
		keyLen, size = int(le32(t.records, at)), int(le32(t.records, at+4))
		at += 8
	}
	return Entry{keyLen, t.records[at : at+size], flags}
}

// Special reports whether r is one of the runes that Build was told to mark.
func (t *Trie) Special(r rune) bool { return t.code(uint32(r))&marked != 0 }

// AppendRunes appends the runes that occur in keys or are marked.
func (t *Trie) AppendRunes(dst []rune) []rune {
	for r := range rune(len(t.top) / 2 << pageShift) {
		if t.code(uint32(r))&(marked|codeMask) != 0 {
			dst = append(dst, r)
		}
	}
	return dst
}

// Starts reports whether a key starts with r.
func (t *Trie) Starts(r rune) bool {
	c := t.code(uint32(r)) & codeMask
	return c != 0 && t.unit(c) != 0 && unitParent(t.unit(c)) == 0
}

// Match is the outcome of a look-up.
type Match struct {
	Record Record // 0 where nothing matches
	Size   int    // bytes of the first rune
	// Open is set where the text ended while longer keys were still possible,
	// or within a rune: more text could change the outcome.
	Open bool
	// Special is set where the look-up met a marked rune, whatever came of it.
	Special bool
}

// Match looks up what matches at the start of s, which must not be empty.
// Bytes that are not UTF-8 match nothing, one by one.
func (t *Trie) Match(s string) Match {
	r, size := decode(s)
	if size == 0 {
		return Match{Size: 1, Open: !utf8.FullRuneInString(s)}
	}
	c := t.code(r)
	m := Match{Size: size, Special: c&marked != 0}
	if u := t.unit(c & codeMask); u != 0 && unitParent(u) == 0 {
		t.walk(&m, s[size:], c&codeMask, u)
	}
	return m
}

// decode returns the first rune of s and its size, 0 for bytes that are not
// UTF-8 and for the end of s.
func decode(s string) (uint32, int) {
	if len(s) >= 3 && s[0]&0xF0 == 0xE0 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80 {
		r := uint32(s[0]&0x0F)<<12 | uint32(s[1]&0x3F)<<6 | uint32(s[2]&0x3F)
		if r >= 0x800 && r&0xF800 != 0xD800 {
			return r, 3
		}
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && size < 3 {
		return 0, 0
	}
	return uint32(r), size
}

func le16(s string, i int) uint32 {
	_ = s[i+1]
	return uint32(s[i]) | uint32(s[i+1])<<8
}

func le32(s string, i int) uint32 {
	_ = s[i+3]
	return uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24
}

func le64(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}
