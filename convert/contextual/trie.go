package contextual

import _ "embed" // for image

// image is two filters, an index and a trie, packed by foldgen from the word list
// of github.com/go-ego/gse v1.0.2 (data/dict/zh/s_1.txt; words of up to four
// ideographs that it counted more than three times) and the phrases of the npm
// package opencc 1.4.2, both Apache-2.0. All text is folded by convert.FoldRune
// and between U+3400 and U+9FFF.
//
// The first filter is phrasesSize bytes: a bit, as in mayBegin, is set for each
// special phrase's first two runes with 0, and for these with 1 where there are no
// more, otherwise with the third. Special is a phrase that some dictionary of
// OpenCC converts otherwise than character by character. The second filter is
// pairsSize bytes: a bit, as in mayJoin, for each two runes that follow one another
// in some word.
//
// The index has two bytes, low byte first, for each rune from firstHan to
// lastHan: the node below the root for it, or 0.
//
// The trie is nodes of six bytes, level by level, so that the children of a node
// lie together and end where those of the next node begin: the last rune of the
// prefix (two bytes), the cost of the prefix as a word (0 is none, otherwise the
// negative logarithm of its probability in units of 1/12), and in three bytes the
// number of the first child (lowest 22 bits), whether the prefix is a phrase that
// holds a special one (bit 22), and whether it is special itself (bit 23). Node 0
// is the root; one more node closes the last one.
//
//go:embed words.bin
var image string

const (
	firstHan = 0x3400
	lastHan  = 0x9FFF

	phrasesSize = 1 << 15
	pairsSize   = 1 << 17
	indexAt     = phrasesSize + pairsSize
	nodesAt     = indexAt + 2*(lastHan-firstHan+1)
	nodeSize    = 6

	specialFlag = 1 << 23
	holdsFlag   = 1 << 22
	childMask   = holdsFlag - 1
)

// isHan reports whether the folded rune r may be in the trie.
func isHan(r rune) bool { return firstHan <= r && r <= lastHan }

// mayBegin looks three runes up in the first filter, which says yes for what it
// holds and for about one in fifteen of all others.
func mayBegin(a, b, c rune) bool {
	bit := hash(a, b, c) >> 14
	return image[bit/8]>>(bit%8)&1 != 0
}

// mayJoin looks two runes up in the second filter, which says yes for what it
// holds and for about one in ten of all others.
func mayJoin(a, b rune) bool {
	bit := hash(a, b, 0) >> 12
	return image[phrasesSize+bit/8]>>(bit%8)&1 != 0
}

func hash(a, b, c rune) uint32 {
	return uint32(a)*0x9E3779B1 + uint32(b)*0x85EBCA6B + uint32(c)*0xC2B2AE35
}

// node is the number of a node of the trie. The root is no child of any, so
// that 0 also says that there is none.
type node int

// first is the node of the words that begin with r, which isHan.
func first(r rune) node {
	at := indexAt + 2*int(r-firstHan)
	_ = image[at+1]
	return node(image[at]) | node(image[at+1])<<8
}

// child is the node below n for the rune r. Its search has no branches but the
// loop, as they could not be predicted.
func (n node) child(r rune) node {
	low, end := n.children(), (n + 1).children()
	if low == end {
		return 0
	}
	for size := end - low; size > 1; {
		half := size / 2
		mid := low + half
		if mid.label() <= r {
			low = mid
		}
		size -= half
	}
	if low.label() != r {
		return 0
	}
	return low
}

// children is the first node below n, or below a later one.
func (n node) children() node { return node(n.fields() >> 8 & childMask) }

func (n node) label() rune {
	at := nodesAt + int(n)*nodeSize
	_ = image[at+1]
	return rune(image[at]) | rune(image[at+1])<<8
}

// fields are all of the node but its label: the cost in the lowest byte.
func (n node) fields() uint32 {
	at := nodesAt + int(n)*nodeSize + 2
	_ = image[at+3]
	return uint32(image[at]) | uint32(image[at+1])<<8 | uint32(image[at+2])<<16 | uint32(image[at+3])<<24
}

// cost is that of the word that ends here, 0 where none does.
func (n node) cost() int { return int(n.fields() & 0xFF) }

// special reports whether the word's conversion differs from that of its
// characters.
func (n node) special() bool { return n.fields()>>8&specialFlag != 0 }

// protects reports whether the word is a phrase that decides for special ones
// inside it.
func (n node) protects() bool { return n.fields()>>8&(specialFlag|holdsFlag) != 0 }
