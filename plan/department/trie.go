package department

import (
	"errors"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

// errAlphabet is the cause of an error for a list with more than 65,535
// different characters.
var errAlphabet = errors.New("too many different characters")

// trie holds folded names, each with a number. It reads text as it is written:
// its table of symbols gives each rune of the basic plane the symbol of its
// folding, so that matching costs no folding. It is never changed once built.
//
// A symbol stands for a folded rune. Those that a name begins with are 1 to
// starts; 0 is in no name. Nodes are in breadth-first order, so the children of
// node n are those from first[n] up to first[n+1], ordered by label, and the
// root's child of symbol s is node s.
type trie struct {
	blocks  [1 << 10]uint16 // of a rune r: block of r>>6
	symbols []uint16        // block<<6 + r&63: symbol
	beyond  map[rune]uint16 // symbols of folded runes beyond the basic plane
	starts  uint16
	first   []uint32
	label   []uint16
	value   []int32 // number of the name that ends here, or none
}

const none = -1

// entry is a folded name with its number.
type entry struct {
	name  string
	value int32
}

// newTrie builds the trie of entries, none of them empty and no two of the same
// name. Time is that of sorting them.
func newTrie(entries []entry) (*trie, error) {
	t := &trie{}
	symbolOf, err := t.number(entries)
	if err != nil {
		return nil, err
	}
	words := make([]word, len(entries))
	total := 0
	for _, e := range entries {
		total += utf8.RuneCountInString(e.name)
	}
	pool := make([]uint16, 0, total)
	for i, e := range entries {
		start := len(pool)
		for _, r := range e.name {
			pool = append(pool, symbolOf[r])
		}
		words[i] = word{pool[start:len(pool):len(pool)], e.value}
	}
	slices.SortFunc(words, func(a, b word) int { return slices.Compare(a.symbols, b.symbols) })
	t.grow(words, total)
	t.spread(symbolOf)
	return t, nil
}

type word struct {
	symbols []uint16
	value   int32
}

// number gives symbols to the runes of the names, those at a start first.
func (t *trie) number(entries []entry) (map[rune]uint16, error) {
	symbolOf := make(map[rune]uint16, 1024)
	add := func(r rune) {
		if symbolOf[r] == 0 {
			symbolOf[r] = uint16(len(symbolOf) + 1)
		}
	}
	for _, e := range entries {
		r, _ := utf8.DecodeRuneInString(e.name)
		if add(r); len(symbolOf) >= 1<<16-1 {
			return nil, errAlphabet
		}
	}
	t.starts = uint16(len(symbolOf))
	for _, e := range entries {
		for _, r := range e.name {
			if add(r); len(symbolOf) >= 1<<16-1 {
				return nil, errAlphabet
			}
		}
	}
	return symbolOf, nil
}

// grow makes the nodes of sorted words, level by level; total is how many symbols
// they have. A level's words are runs of the sorted list, one run a node, so each
// symbol is looked at once, and found by halving.
func (t *trie) grow(words []word, total int) {
	type span struct{ lo, hi, depth int }
	n := min(total, 1<<22) + 2
	t.first = make([]uint32, 0, n)
	t.label = append(make([]uint16, 0, n), 0)
	t.value = append(make([]int32, 0, n), none)
	queue := []span{{0, len(words), 0}}
	for len(queue) > 0 {
		level := queue
		queue = nil
		for _, s := range level {
			t.first = append(t.first, uint32(len(t.label)))
			lo := s.lo
			for lo < s.hi && len(words[lo].symbols) == s.depth {
				lo++ // ends at this node
			}
			for lo < s.hi {
				label := words[lo].symbols[s.depth]
				hi := lo + sort.Search(s.hi-lo, func(i int) bool { return words[lo+i].symbols[s.depth] != label })
				t.label = append(t.label, label)
				t.value = append(t.value, valueAt(words[lo], s.depth+1))
				queue = append(queue, span{lo, hi, s.depth + 1})
				lo = hi
			}
		}
	}
	t.first = append(t.first, uint32(len(t.label)))
	t.first, t.label, t.value = slices.Clip(t.first), slices.Clip(t.label), slices.Clip(t.value)
}

// valueAt returns the number of w if it ends after depth symbols.
func valueAt(w word, depth int) int32 {
	if len(w.symbols) == depth {
		return w.value
	}
	return none
}

// spread fills the table of symbols with every rune whose folding has one. It
// asks for the folding of the whole basic plane, in about 0.5 ms; blocks of 64
// runes without a symbol share one.
func (t *trie) spread(symbolOf map[rune]uint16) {
	folded := make([]uint16, 1<<16)
	for r, s := range symbolOf {
		if r < 1<<16 {
			folded[r] = s
			continue
		}
		if t.beyond == nil {
			t.beyond = make(map[rune]uint16)
		}
		t.beyond[r] = s
	}
	t.symbols = make([]uint16, 64) // block 0: nothing
	for b := range t.blocks {
		var block [64]uint16
		for i := range block {
			if f := convert.FoldRune(rune(b<<6 + i)); f < 1<<16 {
				block[i] = folded[f]
			} else {
				block[i] = symbolOf[f]
			}
		}
		if block != [64]uint16{} {
			t.blocks[b] = uint16(len(t.symbols) >> 6)
			t.symbols = append(t.symbols, block[:]...)
		}
	}
}

// symbol returns the symbol of a rune, 0 if no name has it.
func (t *trie) symbol(r rune) uint16 {
	if uint32(r) < 1<<16 {
		return t.symbols[uint32(t.blocks[uint32(r)>>6])<<6|uint32(r)&63]
	}
	f := convert.FoldRune(r)
	if f < 1<<16 {
		return t.symbols[uint32(t.blocks[f>>6])<<6|uint32(f)&63]
	}
	return t.beyond[f]
}

// symbolAt returns the symbol of the rune at text[i:] and its size; a byte that
// is no UTF-8 has none.
func (t *trie) symbolAt(text string, i int) (uint16, int) {
	if c := text[i]; c&0xF0 == 0xE0 && i+2 < len(text) {
		b, d := text[i+1], text[i+2]
		r := rune(c&15)<<12 | rune(b&63)<<6 | rune(d&63)
		if b&0xC0 == 0x80 && d&0xC0 == 0x80 && r >= 0x800 && r>>11 != 0xD800>>11 {
			return t.symbols[int(t.blocks[r>>6])<<6|int(r&63)], 3
		}
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	if r == utf8.RuneError && size < 2 {
		return 0, size
	}
	return t.symbol(r), size
}

// child returns the child of a node by its symbol, 0 if there is none.
func (t *trie) child(node uint32, symbol uint16) uint32 {
	lo, hi := t.first[node], t.first[node+1]
	for hi-lo > 8 {
		mid := (lo + hi) / 2
		if t.label[mid] > symbol {
			hi = mid
		} else {
			lo = mid
		}
	}
	for ; lo < hi; lo++ {
		if t.label[lo] == symbol {
			return lo
		}
	}
	return 0
}

// get returns the number of a name, folded or not, without blanks.
func (t *trie) get(name string) (int32, bool) {
	var node uint32
	for _, r := range name {
		s := t.symbol(r)
		if s == 0 {
			return none, false
		}
		if node = t.child(node, s); node == 0 {
			return none, false
		}
	}
	v := t.value[node]
	return v, v != none
}
