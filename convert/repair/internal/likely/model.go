// Package likely tells how likely a text is: what repair weighs readings with.
//
// It knows the frequency of characters and pairs in Chinese at large, the words
// of the module's list, and what the document itself holds beyond its damaged
// places. Chances are natural logarithms. A Model that is
// not learning is safe for concurrent use.
package likely

import (
	"math"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/internal/lazy"
)

// Model is what is known of a document. The zero Model knows Chinese at large
// alone.
type Model struct {
	followers map[rune]follower  // what the document has behind a character
	pairs     map[[2]rune]uint16 // how often two follow each other
	singles   map[rune]float32   // how often the document has a character
	total     float32

	Hant bool // the document is in Traditional script
	Hans bool // or in Simplified
}

// follower counts what stands behind a character.
type follower struct{ all, kinds float32 }

// The most of a document that a model learns from, in bytes: more makes it no
// better, and repair no faster.
const learned = 256 << 10

// Learn builds the model of a document. skip tells, in order, the parts that
// are suspected of damage.
func Learn(text string, skip []offset.Span) *Model {
	m := &Model{singles: map[rune]float32{}, pairs: map[[2]rune]uint16{}, followers: map[rune]follower{}}
	folded, simple := 0, 0
	prev := rune(0)
	for i, r := range text[:min(len(text), learned)] {
		for len(skip) > 0 && skip[0].End <= i {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].Start <= i {
			prev = 0
			continue
		}
		m.count(prev, r)
		prev = r
		switch {
		case !IsHan(r):
		case convert.FoldRune(r) != r:
			folded++
		default:
			simple++
		}
	}
	m.Hant = folded*8 > folded+simple
	m.Hans = !m.Hant && simple > 40 && folded*50 < simple
	return m
}

// Add learns a text that was found to be right.
func (m *Model) Add(before rune, text []rune) {
	for _, r := range text {
		m.count(before, r)
		before = r
	}
}

// count adds a character and the one before it.
func (m *Model) count(prev, r rune) {
	m.singles[r]++
	m.total++
	if prev == 0 {
		return
	}
	pair := [2]rune{prev, r}
	f := m.followers[prev]
	f.all++
	if m.pairs[pair] == 0 {
		f.kinds++
	}
	m.followers[prev] = f
	if m.pairs[pair] < math.MaxUint16 {
		m.pairs[pair]++
	}
}

// How the sources of a character's chance are weighted. They need not be exact.
const (
	weightPair      = 0.7  // the pair at large
	weightSingle    = 0.25 // the character at large
	weightOwnSingle = 0.05 // the character in the document
	weightOwn       = 0.85 // the most that the document's own pairs weigh
)

// Pair returns the chance that r follows prev. prev is 0 where nothing is
// known. The document's own pairs weigh the more, the fewer kinds of characters
// they have behind prev (Witten and Bell's estimate).
func (m *Model) Pair(prev, r rune) float32 {
	if !IsHan(r) {
		return m.ownPair(prev, r, m.symbol(prev, r))
	}
	return m.ownPair(prev, r, log32(m.ideograph(prev, r)))
}

// Single returns the chance of r wherever it stands.
func (m *Model) Single(r rune) float32 {
	if !IsHan(r) {
		return m.symbol(0, r)
	}
	return log32(m.ideograph(0, r) / weightSingle)
}

// ownPair mixes the chance at large with what the document has behind prev.
func (m *Model) ownPair(prev, r rune, atLarge float32) float32 {
	f := m.followers[prev]
	if prev == 0 || f.all == 0 {
		return atLarge
	}
	weight := weightOwn * f.all / (f.all + f.kinds)
	n := m.pairs[[2]rune{prev, r}]
	if n == 0 {
		return atLarge + log32(1-weight)
	}
	return log32(weight*float32(n)/f.all + (1-weight)*exp32(atLarge))
}

// ideograph is the chance of r behind prev without the document's pairs, not
// as a logarithm.
func (m *Model) ideograph(prev, r rune) float32 {
	f := convert.FoldRune(r)
	p := weightSingle * chance(frequency.Rune(f))
	if IsHan(prev) {
		if pair, ok := frequency.Pair(convert.FoldRune(prev), f); ok {
			p += weightPair * chance(pair)
		}
	} else {
		p *= 1.5 * exp32(opening(prev)*frequency.Begin(f)) // not all words begin a sentence as often
	}
	if own := m.singles[r]; own > 0 {
		return p + weightOwnSingle*own/(m.total+1)
	}
	return p * m.scriptShare(r, f)
}

// scriptShare is how much less likely a character is that the document has
// not and that belongs to the other script.
func (m *Model) scriptShare(r, folded rune) float32 {
	switch {
	case m.Hans && r != folded:
		return 0.02
	case m.Hant && r == folded && simplifiedOnly(r):
		return 0.1
	}
	return 1
}

// chances holds the chances of the levels of package frequency, half a nat each.
func chances() *[256]float32 { return chancesValue.Get(makeChances) }

var chancesValue lazy.Value[*[256]float32]

func makeChances() *[256]float32 {
	var t [256]float32
	for i := range t {
		t[i] = exp32(-float32(i) / 2)
	}
	return &t
}

func chance(log float32) float32 { return chances()[uint8(-2*log)] }

func log32(x float32) float32 { return float32(math.Log(float64(x))) }

func exp32(x float32) float32 { return float32(math.Exp(float64(x))) }

// Fits reports whether two characters are known to follow each other.
func Fits(a, b rune) bool {
	_, ok := frequency.Pair(convert.FoldRune(a), convert.FoldRune(b))
	return ok
}

// IsHan reports whether r is of the main block of ideographs, which holds all
// that texts are made of and all that GBK and Big5 proper know.
func IsHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }

// Odd reports whether r is what damage leaves rather than what writers write: a
// rare ideograph, or a symbol of rows that Chinese text hardly uses.
func Odd(r rune) bool {
	if IsHan(r) {
		return Rare(r)
	}
	return r == utf8.RuneError || 0x370 <= r && r < 0x530 || 0x2500 <= r && r < 0x2580 || 0xE000 <= r && r < 0xF900 || 0x3100 <= r && r < 0x3130
}
