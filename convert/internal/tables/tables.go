// Package tables holds the dictionaries of OpenCC's configurations, compiled.
package tables

import (
	"github.com/qiaotoubao/fangan/convert/internal/engine"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

//go:generate go run ../../gen

// spec tells which tables a configuration uses, by their numbers; 0 is none.
type spec struct {
	name      string
	norm, seg uint8
	chain     []uint8
	common    []uint8 // the chain without characters that most fonts lack
	choices   []uint8 // for each step, the characters that have several forms
	fused     bool    // the first step of the chain tells the segments
	inert     uint8   // number of the flag by which it tells what step two leaves alone
}

// Open returns a view over the tables of the configuration with the given name,
// nil where there is none.
func Open(name string, noRare bool) *engine.Pipeline {
	for i := range specs {
		if specs[i].name == name {
			return specs[i].open(noRare)
		}
	}
	return nil
}

func (s *spec) open(noRare bool) *engine.Pipeline {
	chain := s.chain
	if noRare {
		chain = s.common
	}
	p := &engine.Pipeline{
		Norm:    openAll([]uint8{s.norm}),
		Seg:     open(s.seg),
		Chain:   openAll(chain),
		Choices: openAll(s.choices),
		Fused:   s.fused,
	}
	if s.fused && len(chain) == 2 {
		p.Inert = trie.User << s.inert
	}
	return p
}

func openAll(numbers []uint8) []*trie.Trie {
	var tries []*trie.Trie
	for _, n := range numbers {
		tries = append(tries, open(n))
	}
	return tries
}

// open returns a view over an embedded table, nil for number 0. A test opens
// every table, so that the error need not be passed on.
func open(number uint8) *trie.Trie {
	if number == 0 {
		return nil
	}
	span := spans[number]
	t, err := trie.Open(data[span.start:span.end])
	if err != nil {
		return nil
	}
	return t
}
