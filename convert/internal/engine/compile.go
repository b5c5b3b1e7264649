package engine

import (
	"slices"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// Compile packs a configuration. Its errors are those of trie.Build.
func Compile(cfg *opencc.Config) (*Pipeline, error) {
	b := packer{special: opencc.Operators()}
	p := &Pipeline{}
	for i := range cfg.Normalization {
		p.Norm = append(p.Norm, b.pack(cfg.Normalization[i].Items()))
	}
	if b.err != nil {
		return nil, b.err
	}
	b.special = specialRunes(p.Norm)
	b.chain(p, cfg)
	for i := range cfg.Chain {
		p.Choices = append(p.Choices, b.pack(cfg.Chain[i].Choices()))
	}
	return p, b.err
}

// chain packs the segmentation and the chain, as one where that can be done.
func (b *packer) chain(p *Pipeline, cfg *opencc.Config) {
	if cfg.Segmentation != nil && len(cfg.Chain) > 0 {
		var items []trie.Item
		if items, p.Fused = opencc.Fuse(cfg.Segmentation, &cfg.Chain[0]); p.Fused {
			p.Chain = append(p.Chain, b.pack(items))
		} else {
			p.Seg = b.pack(cfg.Segmentation.Items())
		}
	}
	for i := len(p.Chain); i < len(cfg.Chain); i++ {
		p.Chain = append(p.Chain, b.pack(cfg.Chain[i].Items()))
	}
	if len(p.Chain) == 0 {
		p.Chain = append(p.Chain, b.pack(nil))
	}
}

// Pack packs dictionaries of the caller's, for use in p.
func (p *Pipeline) Pack(dictionaries opencc.Group) (*trie.Trie, error) {
	b := packer{special: specialRunes(p.Norm)}
	t := b.pack(dictionaries.Items())
	return t, b.err
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

// specialRunes returns the runes that the normalization may have to do with, and
// the operators of description sequences.
func specialRunes(norm []*trie.Trie) []rune {
	special := opencc.Operators()
	for _, t := range norm {
		special = t.AppendRunes(special)
	}
	slices.Sort(special)
	return slices.Compact(special)
}
