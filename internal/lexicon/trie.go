package lexicon

// Trie is a double array. The child of the node at slot s by letter c is at slot
// base(s)+c, if that slot names s as its parent. A slot is a number of 64 bits:
//
//	bits  0–15  cost of the word that ends here, 0 for none
//	bits 16–20  class of that word
//	bits 21–41  parent's slot, all ones in a free slot
//	bits 42–63  base
type Trie struct {
	slots string
}

const (
	slotBytes   = 8
	classShift  = 16
	classMask   = 1<<5 - 1
	parentShift = 21
	parentMask  = 1<<21 - 1
	baseShift   = 42
	freeSlot    = parentMask << parentShift
	maxSlots    = 1<<21 - 1
)

// Node is a place in a trie: a slot's number and what it holds. The zero Node
// is not a place; begin at Root.
type Node struct {
	slot uint32
	data uint64
}

// Root returns the place from which all words start.
func (t Trie) Root() Node {
	if t.slots == "" {
		return Node{}
	}
	return Node{0, le64(t.slots, 0)}
}

// Next goes on by one letter. It reports false where no word goes on so.
func (t Trie) Next(n Node, letter uint16) (Node, bool) {
	slot := int(n.data>>baseShift) + int(letter)
	if letter == 0 || slot >= len(t.slots)/slotBytes {
		return Node{}, false
	}
	data := le64(t.slots, slot*slotBytes)
	if uint32(data>>parentShift)&parentMask != n.slot {
		return Node{}, false
	}
	return Node{uint32(slot), data}, true
}

// Match is a word that a text begins with.
type Match struct {
	Len   int32 // in letters
	Cost  uint16
	Class Class
}

// Match appends to matches all words that letters begin with, the shortest
// first.
func (t Trie) Match(letters []uint16, matches []Match) []Match {
	if t.slots == "" {
		return matches
	}
	data, parent := le64(t.slots, 0), uint64(0)
	for i, letter := range letters {
		slot := data>>baseShift + uint64(letter)
		at := int(slot * slotBytes)
		if letter == 0 || at >= len(t.slots) {
			break
		}
		data = le64(t.slots, at)
		if data>>parentShift&parentMask != parent {
			break
		}
		if cost := uint16(data); cost != 0 {
			matches = append(matches, Match{int32(i + 1), cost, Class(data>>classShift) & classMask})
		}
		if data>>baseShift == 0 {
			break
		}
		parent = slot
	}
	return matches
}

// Cost returns the cost of the word that ends at n, 0 if none does.
func (n Node) Cost() uint32 { return uint32(uint16(n.data)) }

// Class returns the class of the word that ends at n.
func (n Node) Class() Class { return Class(n.data>>classShift) & classMask }

// Len returns how many slots the trie has.
func (t Trie) Len() int { return len(t.slots) / slotBytes }
