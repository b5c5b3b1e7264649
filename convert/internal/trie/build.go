package trie

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Item is what a text matches that leads to Key and no further: the first
// KeyLen bytes of Key, which may be all of it, become Result.
type Item struct {
	Key    string
	KeyLen int
	Result string
	Flags  byte
}

// ErrSize is returned by Build for more than fits in an image: about a million
// nodes, or 16 MiB of entries.
var ErrSize = errors.New("trie: dictionary too large")

// Build packs items, which must be sorted by key, without duplicates, and with
// keys of valid UTF-8 that are not empty. Look-ups tell of the runes that are
// listed as special. The same items give the same bytes.
//
// It takes time linear in the length of the keys.
func Build(items []Item, special []rune) (string, error) {
	b := builder{items: items, codes: codes(items)}
	b.putRecords()
	if err := b.putNodes(); err != nil {
		return "", err
	}
	return b.image(special)
}

// builder packs items.
type builder struct {
	items   []Item
	codes   map[rune]uint32
	at      []Record // of each item
	records []byte
	nodes   []node // breadth first
	units   []uint64
}

// codes numbers the runes of the keys, the most used first, so that the
// children of a node lie close to each other.
func codes(items []Item) map[rune]uint32 {
	count := map[rune]int{}
	prev := ""
	for _, it := range items {
		for i, r := range it.Key {
			if i >= len(prev) || it.Key[:i+utf8.RuneLen(r)] != prev[:min(len(prev), i+utf8.RuneLen(r))] {
				count[r]++
			}
		}
		prev = it.Key
	}
	runes := make([]rune, 0, len(count))
	for r := range count {
		runes = append(runes, r)
	}
	slices.SortFunc(runes, func(a, b rune) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	codes := make(map[rune]uint32, len(runes))
	for i, r := range runes {
		codes[r] = uint32(i + firstCode)
	}
	return codes
}

// putRecords writes the entries, equal ones once.
func (b *builder) putRecords() {
	b.records = []byte{0}
	seen := map[string]Record{}
	for _, it := range b.items {
		if it.Result == it.Key[:it.KeyLen] {
			it.Flags |= Same
		}
		rec := appendRecord(nil, it)
		r, ok := seen[string(rec)]
		if !ok {
			r = Record(len(b.records))
			seen[string(rec)] = r
			b.records = append(b.records, rec...)
		}
		b.at = append(b.at, r)
	}
}

func appendRecord(rec []byte, it Item) []byte {
	if it.KeyLen < longRecord && len(it.Result) <= 0xFF {
		rec = append(rec, byte(it.KeyLen), byte(len(it.Result)), it.Flags)
	} else {
		rec = append(rec, longRecord, 0, it.Flags)
		rec = binary.LittleEndian.AppendUint32(rec, uint32(it.KeyLen))
		rec = binary.LittleEndian.AppendUint32(rec, uint32(len(it.Result)))
	}
	return append(rec, it.Result...)
}

// node is a node of the trie: the items that share its path, which is depth
// bytes long.
type node struct {
	depth, lo, hi int
	record        Record
	parent        int // number of the parent in builder.nodes
	code          uint32
	children      []uint32 // codes, ascending
	base          int
}

// putNodes lays the nodes out. Those with many children come first, and those
// with one child fill the gaps.
func (b *builder) putNodes() error {
	b.nodes = []node{{hi: len(b.items), parent: -1}}
	for i := 0; i < len(b.nodes); i++ {
		b.branch(i)
	}
	order := make([]int, 0, len(b.nodes))
	for i := range b.nodes {
		if i > 0 && len(b.nodes[i].children) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Compare(len(b.nodes[j].children), len(b.nodes[i].children))
	})
	lay := layout{}
	lay.claim(0, codeRange(firstCode))
	lay.claim(0, b.nodes[0].children)
	for _, i := range order {
		b.nodes[i].base = lay.place(b.nodes[i].children)
	}
	if len(lay.used) > baseMask || len(b.records) > recordMask {
		return ErrSize
	}
	b.units = make([]uint64, len(lay.used))
	for i := range b.nodes {
		n := &b.nodes[i]
		b.units[b.unit(i)] = uint64(n.record) | uint64(n.base)<<recordBits |
			uint64(b.unit(max(n.parent, 0)))<<(recordBits+baseBits)
	}
	return nil
}

// unit returns the number of the unit of node i.
func (b *builder) unit(i int) int {
	if i == 0 {
		return 0
	}
	return b.nodes[b.nodes[i].parent].base + int(b.nodes[i].code)
}

func codeRange(n int) []uint32 {
	codes := make([]uint32, n)
	for i := range codes {
		codes[i] = uint32(i)
	}
	return codes
}

// branch adds the children of node i. A child whose path is no key inherits the
// record of its parent.
func (b *builder) branch(i int) {
	n := b.nodes[i]
	lo := n.lo
	if lo < n.hi && len(b.items[lo].Key) == n.depth {
		lo++ // the item of n itself
	}
	for lo < n.hi {
		r, size := utf8.DecodeRuneInString(b.items[lo].Key[n.depth:])
		c := node{depth: n.depth + size, lo: lo, record: n.record, parent: i, code: b.codes[r]}
		prefix := b.items[lo].Key[:c.depth]
		for lo < n.hi && strings.HasPrefix(b.items[lo].Key, prefix) {
			lo++
		}
		c.hi = lo
		if len(b.items[c.lo].Key) == c.depth {
			c.record = b.at[c.lo]
		}
		n.children = append(n.children, c.code)
		b.nodes = append(b.nodes, c)
	}
	slices.Sort(n.children)
	b.nodes[i].children = n.children
}

// layout is the double array while it is filled.
type layout struct {
	used    []bool
	rejects []uint8
	// next leads from a unit to the next one that a set of children may start
	// at; head is the first of them. It may lead to used ones.
	next  []int
	head  int
	first int // no unit below it is free
}

// maxRejects is how many sets a free unit is tried for before it is left to
// sets of one, which bounds the work for each unit.
const maxRejects = 32

// place returns a base above 0 at which all children fall on free units, which
// it claims.
func (l *layout) place(children []uint32) int {
	base := 0
	if len(children) == 1 {
		base = l.placeOne(int(children[0]))
	} else {
		base = l.placeMany(children)
	}
	l.claim(base, children)
	return base
}

func (l *layout) placeOne(code int) int {
	for l.first < len(l.used) && l.used[l.first] {
		l.first++
	}
	for at := max(l.first, code+1); ; at++ {
		if at >= len(l.used) || !l.used[at] {
			return at - code
		}
	}
}

func (l *layout) placeMany(children []uint32) int {
	code := int(children[0])
	prev := -1
	for at := l.head; at < len(l.used); at = l.next[at] {
		fits := at > code && l.fits(at-code, children)
		if !fits && at > code {
			l.rejects[at]++
		}
		if fits || l.used[at] || l.rejects[at] >= maxRejects {
			l.unlink(prev, at)
		} else {
			prev = at
		}
		if fits {
			return at - code
		}
	}
	return max(len(l.used), code+1) - code
}

func (l *layout) unlink(prev, at int) {
	if prev < 0 {
		l.head = l.next[at]
	} else {
		l.next[prev] = l.next[at]
	}
}

func (l *layout) fits(base int, children []uint32) bool {
	for _, c := range children {
		if i := base + int(c); i < len(l.used) && l.used[i] {
			return false
		}
	}
	return true
}

func (l *layout) claim(base int, children []uint32) {
	for _, c := range children {
		for len(l.used) <= base+int(c) {
			l.used = append(l.used, false)
			l.rejects = append(l.rejects, 0)
			l.next = append(l.next, len(l.used))
		}
		l.used[base+int(c)] = true
	}
}

// image writes the sections. The units are padded so that no base leads out.
func (b *builder) image(special []rune) (string, error) {
	b.units = append(b.units, make([]uint64, len(b.codes)+firstCode)...)
	if len(b.codes)+firstCode > codeMask {
		return "", fmt.Errorf("%w: %d different characters", ErrSize, len(b.codes))
	}
	top, pages, ascii := b.pages(special)
	units := make([]byte, 0, 8*len(b.units))
	for _, u := range b.units {
		units = binary.LittleEndian.AppendUint64(units, u)
	}
	sections := [][]byte{top, pages, units, b.records}
	out := binary.LittleEndian.AppendUint32(nil, magic)
	b.records = append(b.records, make([]byte, longestCopy+8)...) // read beyond the end
	sections[3] = b.records
	for i, s := range sections {
		for len(s)%8 != 0 {
			s = append(s, 0)
		}
		sections[i] = s
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s)))
	}
	out = binary.LittleEndian.AppendUint32(out, ascii)
	out = binary.LittleEndian.AppendUint32(out, uint32(b.maxKey()))
	out = binary.LittleEndian.AppendUint32(out, 0)
	return string(slices.Concat(out, slices.Concat(sections...))), nil
}

func (b *builder) maxKey() int {
	n := 0
	for _, it := range b.items {
		n = max(n, len(it.Key))
	}
	return n
}

// pages writes the table of runes.
func (b *builder) pages(special []rune) (top, pages []byte, ascii uint32) {
	entry := map[rune]uint32{}
	for _, r := range special {
		entry[r] = marked
	}
	for r, c := range b.codes {
		entry[r] |= c
		if r < utf8.RuneSelf {
			ascii = 1
		}
	}
	alone := b.alone()
	pages = make([]byte, 4*pageSize)
	for _, first := range blocks(entry) {
		block := int(first >> pageShift)
		top = append(top, make([]byte, 2*block+2-len(top))...)
		binary.LittleEndian.PutUint16(top[2*block:], uint16(len(pages)/(4*pageSize)))
		for r := first; r < first+pageSize; r++ {
			e := entry[r]
			if result, ok := alone[r]; ok {
				e |= uint32(result) << 16
			} else if threeBytes(r) {
				e |= uint32(r) << 16
			}
			pages = binary.LittleEndian.AppendUint32(pages, e)
		}
	}
	if missing := 2<<16>>pageShift - len(top); missing > 0 {
		top = append(top, make([]byte, missing)...) // all runes of three bytes
	}
	return top, pages, ascii
}

// blocks returns the first runes of the blocks that have entries, sorted.
func blocks(entry map[rune]uint32) []rune {
	var firsts []rune
	for r := range entry {
		firsts = append(firsts, r&^(pageSize-1))
	}
	slices.Sort(firsts)
	return slices.Compact(firsts)
}

// alone returns the results of the keys of one rune; 0 for those that are not a
// rune of three bytes for another.
func (b *builder) alone() map[rune]rune {
	results := map[rune]rune{}
	for _, it := range b.items {
		r, size := utf8.DecodeRuneInString(it.Key)
		if size != len(it.Key) {
			continue
		}
		results[r] = 0
		s, n := utf8.DecodeRuneInString(it.Result)
		if n == 3 && n == len(it.Result) && threeBytes(r) && it.KeyLen == size {
			results[r] = s
		}
	}
	return results
}

// threeBytes reports whether r has three bytes in UTF-8.
func threeBytes(r rune) bool { return utf8.RuneLen(r) == 3 }
