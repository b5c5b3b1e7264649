package convert

import (
	"slices"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// pipeline is a configuration ready for use. It is immutable.
type pipeline struct {
	norm  []*trie.Trie // steps over the whole text, before all else
	front *trie.Trie   // the caller's dictionaries, whose results are final
	seg   *trie.Trie   // cuts the text into segments
	chain []*trie.Trie // steps over each segment
	// choices holds, for each step of the chain, the characters that have
	// several forms. A nil one has none.
	choices []*trie.Trie
	// fused says that there are segments, and that the entries of chain[0] with
	// the flag trie.Phrase are these; seg is nil then.
	fused bool
	// inert is the flag by which chain[0] marks what chain[1] leaves alone; 0
	// where nothing is known.
	inert   byte
	borders Borders
	// unmarked is what the function of that name says, where borders is set.
	unmarked bool
}

// compiled returns the pipeline of a scheme, a view over the embedded tables.
func (s Scheme) compiled(noRare bool) *pipeline {
	sp := &specs[s]
	chain := sp.chain
	if noRare {
		chain = sp.common
	}
	p := &pipeline{
		norm:    openTables([]uint8{sp.norm}),
		seg:     openTable(sp.seg),
		chain:   openTables(chain),
		choices: openTables(sp.choices),
		fused:   sp.fused,
	}
	if sp.fused && len(chain) == 2 {
		p.inert = trie.User << sp.inert
	}
	return p
}

func openTables(numbers []uint8) []*trie.Trie {
	var tries []*trie.Trie
	for _, n := range numbers {
		tries = append(tries, openTable(n))
	}
	return tries
}

// openTable returns a view over an embedded table, nil for number 0. A test
// opens every table, so that the error need not be passed on.
func openTable(number uint8) *trie.Trie {
	if number == 0 {
		return nil
	}
	span := tables[number]
	t, err := trie.Open(tableData[span.start:span.end])
	if err != nil {
		return nil
	}
	return t
}

// compile packs a configuration of the caller's.
func compile(cfg *opencc.Config) (*pipeline, error) {
	b := packer{special: opencc.Operators()}
	p := &pipeline{}
	for i := range cfg.Normalization {
		p.norm = append(p.norm, b.pack(cfg.Normalization[i].Items()))
	}
	if b.err != nil {
		return nil, b.err
	}
	b.special = specialRunes(p.norm)
	if cfg.Segmentation != nil {
		items, ok := []trie.Item(nil), false
		if len(cfg.Chain) > 0 {
			items, ok = opencc.Fuse(cfg.Segmentation, &cfg.Chain[0])
		}
		if ok {
			p.fused = true
			p.chain = append(p.chain, b.pack(items))
		} else {
			p.seg = b.pack(cfg.Segmentation.Items())
		}
	}
	for i := len(p.chain); i < len(cfg.Chain); i++ {
		p.chain = append(p.chain, b.pack(cfg.Chain[i].Items()))
	}
	if len(p.chain) == 0 {
		p.chain = append(p.chain, b.pack(nil))
	}
	for i := range cfg.Chain {
		p.choices = append(p.choices, b.pack(cfg.Chain[i].Choices()))
	}
	return p, b.err
}

// packer builds tries until the first error.
type packer struct {
	special []rune
	err     error
}

func (b *packer) pack(items []trie.Item) *trie.Trie {
	if b.err != nil {
		return nil
	}
	image, err := trie.Build(items, b.special)
	if err != nil {
		b.err = err
		return nil
	}
	t, err := trie.Open(image)
	b.err = err
	return t
}

// specialRunes returns the runes that the normalization may have to do with.
func specialRunes(norm []*trie.Trie) []rune {
	special := opencc.Operators()
	for _, t := range norm {
		special = t.AppendRunes(special)
	}
	slices.Sort(special)
	return slices.Compact(special)
}
