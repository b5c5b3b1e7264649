package likely

import (
	"math"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/internal/lexicon"
)

// What a character costs that is no part of a word, in nats.
const (
	loneIdeograph = 3 // beyond its own rareness
	loneSymbol    = 4
)

// Lone returns the chance of a character as a word of its own.
func Lone(r rune) float32 {
	if IsHan(r) {
		return frequency.Rune(convert.FoldRune(r)) - loneIdeograph
	}
	return -loneSymbol
}

// Word is the beginning of a word of the list.
type Word struct {
	list *lexicon.Lexicon
	node lexicon.Node
}

// FirstWord returns the words that begin with r, false where there is none.
func FirstWord(r rune) (Word, bool) {
	list, err := lexicon.Words()
	if err != nil {
		return Word{}, false
	}
	return Word{list, list.Trie.Root()}.Next(r)
}

// Next goes on by a character, false where no word does.
func (w Word) Next(r rune) (Word, bool) {
	node, ok := w.list.Trie.Next(w.node, w.list.Alphabet.Letter(r))
	return Word{w.list, node}, ok
}

// Chance returns the chance of the word that ends here, if one does.
func (w Word) Chance() (float32, bool) {
	cost := w.node.Cost()
	return -float32(cost) * (math.Ln2 / lexicon.CostUnit), cost > 0
}

// Words returns the chance of a row of characters as words of the list, those
// that make it the likeliest.
func Words(text []rune) float32 {
	var buf [32]float32
	best := append(buf[:0], make([]float32, len(text)+1)...)
	for i := range best {
		best[i] = float32(math.Inf(-1))
	}
	best[0] = 0
	for i, r := range text {
		best[i+1] = max(best[i+1], best[i]+Lone(r))
		w, ok := FirstWord(r)
		for j := i + 1; ok && j < len(text); j++ {
			if w, ok = w.Next(text[j]); !ok {
				break
			}
			if chance, ends := w.Chance(); ends {
				best[j+1] = max(best[j+1], best[i]+chance)
			}
		}
	}
	return best[len(text)]
}
