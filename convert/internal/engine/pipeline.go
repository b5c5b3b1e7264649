// Package engine runs a text through the dictionaries of a configuration, by
// OpenCC's rules and with bounded memory.
package engine

import "github.com/qiaotoubao/fangan/convert/internal/trie"

// Pipeline is a configuration ready for use. It is immutable once it is used.
type Pipeline struct {
	Norm  []*trie.Trie // steps over the whole text, before all else
	Front *trie.Trie   // the caller's dictionaries, whose results are final
	Seg   *trie.Trie   // cuts the text into segments
	Chain []*trie.Trie // steps over each segment, at least one
	// Choices holds, for each step of the chain, the characters that have
	// several forms. A nil one has none.
	Choices []*trie.Trie
	// Fused says that there are segments, and that the entries of Chain[0] with
	// the flag trie.Phrase are these; Seg is nil then.
	Fused bool
	// Inert is the flag by which Chain[0] marks what Chain[1] leaves alone; 0
	// where nothing is known.
	Inert byte
	// cut appends borders in a stretch of text that no phrase may cross; nil
	// sets none.
	cut      func(dst []int, text string) []int
	unmarked bool // what the function of that name says
}

// SetCut lets cut set borders that no phrase may cross.
func (p *Pipeline) SetCut(cut func(dst []int, text string) []int) {
	p.cut, p.unmarked = cut, unmarked(p.First())
}

// First returns the trie that tells where the look-ups of the scheme start.
func (p *Pipeline) First() *trie.Trie {
	if p.Seg != nil {
		return p.Seg
	}
	return p.Chain[0]
}

// longestKey returns the length of the longest key of the chain in bytes.
func (p *Pipeline) longestKey() int {
	n := 0
	for _, t := range p.Chain {
		n = max(n, t.MaxKey())
	}
	return n
}
