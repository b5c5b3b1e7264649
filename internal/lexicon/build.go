package lexicon

import (
	"encoding/binary"
	"errors"
	"iter"
	"math/bits"
	"slices"
)

// ErrTooBig says that a list has more letters or more words than fit: about
// 65,000 letters, about a million words.
var ErrTooBig = errors.New("lexicon: too many words")

// word is an entry with its text as letters.
type word struct {
	letters []uint16
	cost    uint16
	class   Class
}

// BuildTrie makes a trie of entries, whose letters come from letter. Of entries
// with one text the first counts, and an entry with a rune that has no letter is
// left out. Cost 0 is taken as 1.
//
// It takes about a second for a million letters.
func BuildTrie(entries []Entry, letter func(rune) uint16) (Trie, error) {
	b := builder{words: spell(entries, letter)}
	b.grow(1)
	b.used[0] = 1 // the root, which no child may take
	if err := b.place(); err != nil {
		return Trie{}, err
	}
	image := make([]byte, 0, len(b.slots)*slotBytes)
	for _, s := range b.slots {
		image = binary.LittleEndian.AppendUint64(image, s)
	}
	return Trie{string(image)}, nil
}

// spell returns the entries as letters, sorted, each text once.
func spell(entries []Entry, letter func(rune) uint16) []word {
	words := make([]word, 0, len(entries))
	for _, e := range entries {
		w := word{cost: max(e.Cost, 1), class: e.Class & classMask}
		for _, r := range e.Text {
			w.letters = append(w.letters, letter(r))
		}
		if len(w.letters) > 0 && !slices.Contains(w.letters, 0) {
			words = append(words, w)
		}
	}
	slices.SortStableFunc(words, func(a, b word) int { return slices.Compare(a.letters, b.letters) })
	return slices.CompactFunc(words, func(a, b word) bool { return slices.Equal(a.letters, b.letters) })
}

// builder places the nodes of a trie in slots. It places those with the most
// children first: they need a wide gap, and the many that have one child fill
// what is left.
type builder struct {
	words []word
	slots []uint64
	used  []uint64              // a bit for each slot that is taken
	wait  [maxWait + 1][]family // families by how many children they have
	low   [maxWait + 1]int      // no free slot is worth a look below, for such families
}

// maxWait is the number of children from which on families are not told apart.
const maxWait = 64

// family is a node that has children: the words all begin with the same depth
// letters, which lead to the node's slot.
type family struct {
	words    []word
	depth    int
	slot     int
	children int
}

// place places all families below the root.
func (b *builder) place() error {
	b.enter(b.words, 0, 0)
	for n := maxWait; n >= 0; {
		last := len(b.wait[n]) - 1
		if last < 0 {
			n--
			continue
		}
		f := b.wait[n][last]
		b.wait[n] = b.wait[n][:last]
		if err := b.placeChildren(f); err != nil {
			return err
		}
		n = maxWait
	}
	return nil
}

// enter notes the word that ends at the node at slot, the first of words if it
// has no more than depth letters, and lets the others wait for their place.
func (b *builder) enter(words []word, depth, slot int) {
	if len(words) > 0 && len(words[0].letters) == depth {
		b.slots[slot] |= uint64(words[0].cost) | uint64(words[0].class)<<classShift
		words = words[1:]
	}
	if len(words) == 0 {
		return
	}
	f := family{words: words, depth: depth, slot: slot}
	for range f.split() {
		f.children++
	}
	n := min(f.children, maxWait)
	b.wait[n] = append(b.wait[n], f)
}

// split ranges over the children of a family: the next letter, and the words
// that go on with it.
func (f *family) split() iter.Seq2[uint16, []word] {
	return func(yield func(uint16, []word) bool) {
		for from := 0; from < len(f.words); {
			letter, to := f.words[from].letters[f.depth], from
			for to < len(f.words) && f.words[to].letters[f.depth] == letter {
				to++
			}
			if !yield(letter, f.words[from:to]) {
				return
			}
			from = to
		}
	}
}

// placeChildren gives the children of a family their slots.
func (b *builder) placeChildren(f family) error {
	var letters []int
	for letter := range f.split() {
		letters = append(letters, int(letter))
	}
	base := b.findBase(letters)
	if base+letters[len(letters)-1] >= maxSlots {
		return ErrTooBig
	}
	b.grow(base + letters[len(letters)-1] + 1)
	b.slots[f.slot] |= uint64(base) << baseShift
	for _, letter := range letters {
		b.take(base+letter, f.slot)
	}
	for letter, words := range f.split() {
		b.enter(words, f.depth+1, base+int(letter))
	}
	return nil
}

// findBase returns a base of 1 or more at which all letters find a free slot:
// the lowest one, but that stretches which were searched in vain by many
// families of that size are left out.
func (b *builder) findBase(letters []int) int {
	low := &b.low[min(len(letters), maxWait)]
	*low = b.free(*low)
	tries := 0
	for slot := b.free(max(*low, letters[0]+1)); ; slot = b.free(slot + 1) {
		if base := slot - letters[0]; b.fits(base, letters) {
			return base
		}
		if tries++; tries > maxTries && slot > *low {
			*low, tries = slot, 0
		}
	}
}

// maxTries is how many free slots one family tries before the next families of
// its size begin behind them.
const maxTries = 1 << 14

func (b *builder) fits(base int, letters []int) bool {
	for _, letter := range letters {
		if b.taken(base + letter) {
			return false
		}
	}
	return true
}

// free returns the first free slot from slot on.
func (b *builder) free(slot int) int {
	open := ^uint64(0) << (slot % 64)
	for i := slot / 64; i < len(b.used); i++ {
		if open &^= b.used[i]; open != 0 {
			return i*64 + bits.TrailingZeros64(open)
		}
		open = ^uint64(0)
	}
	return max(slot, len(b.used)*64)
}

func (b *builder) taken(slot int) bool {
	return slot/64 < len(b.used) && b.used[slot/64]&(1<<(slot%64)) != 0
}

// take gives a slot to a child of parent.
func (b *builder) take(slot, parent int) {
	b.slots[slot] = uint64(parent) << parentShift
	b.used[slot/64] |= 1 << (slot % 64)
}

func (b *builder) grow(n int) {
	for len(b.slots) < n {
		b.slots = append(b.slots, freeSlot)
	}
	for len(b.used)*64 < n {
		b.used = append(b.used, 0)
	}
}
