package repair

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/internal/lazy"
)

// model tells how likely a text is, character by character: by the frequency
// of characters and pairs in Chinese at large, and by those of the document
// itself, without its damaged places. It is read only once it is built.
type model struct {
	followers map[rune]follower  // what the document has behind a character
	pairs     map[[2]rune]uint16 // how often two follow each other
	singles   map[rune]float32   // how often the document has a character
	total     float32
	hant      bool // the document is in Traditional script
	hans      bool // or in Simplified
}

// follower counts what stands behind a character.
type follower struct{ all, kinds float32 }

// The most of a document that a model learns from, in bytes: more makes it no
// better, and repair no faster.
const learned = 256 << 10

// learn builds the model of a document. skip tells, in order, the parts that
// are suspected of damage.
func learn(text string, skip []offset.Span) *model {
	m := &model{singles: map[rune]float32{}, pairs: map[[2]rune]uint16{}, followers: map[rune]follower{}}
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
		case !isHan(r):
		case convert.FoldRune(r) != r:
			folded++
		default:
			simple++
		}
	}
	m.hant = folded*8 > folded+simple
	m.hans = !m.hant && simple > 40 && folded*50 < simple
	return m
}

// count adds a character and the one before it.
func (m *model) count(prev, r rune) {
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

// cost returns the natural logarithm of the chance that r follows prev. prev is
// 0 where nothing is known. The document's own pairs weigh the more, the fewer
// kinds of characters they have behind prev (Witten and Bell's estimate).
func (m *model) cost(prev, r rune) float32 {
	base := m.atLarge(prev, r)
	f := m.followers[prev]
	if prev == 0 || f.all == 0 {
		return log32(base)
	}
	weight := weightOwn * f.all / (f.all + f.kinds)
	own := float32(m.pairs[[2]rune{prev, r}]) / f.all
	return log32(weight*own + (1-weight)*base)
}

// atLarge is the chance of r behind prev without the document's pairs.
func (m *model) atLarge(prev, r rune) float32 {
	if !isHan(r) {
		return exp32(m.otherCost(prev, r))
	}
	f := convert.FoldRune(r)
	p := weightSingle * chance(frequency.Rune(f))
	if isHan(prev) {
		if pair, ok := frequency.Pair(convert.FoldRune(prev), f); ok {
			p += weightPair * chance(pair)
		}
	} else {
		p *= 1.5 // not all words begin a sentence as often
	}
	if own := m.singles[r]; own > 0 {
		return p + weightOwnSingle*own/(m.total+1)
	}
	return p * m.scriptShare(r, f)
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

// scriptShare is how much less likely a character is that the document has
// not and that belongs to the other script.
func (m *model) scriptShare(r, folded rune) float32 {
	switch {
	case m.hans && r != folded:
		return 0.02
	case m.hant && r == folded && simplifiedOnly(r):
		return 0.1
	}
	return 1
}

// otherCost is the cost of what is no ideograph, in round figures that keep
// apart what texts are made of and what damage leaves.
func (m *model) otherCost(prev, r rune) float32 {
	base := baseCost(r)
	if prev != 0 && r < utf8.RuneSelf && isWordByte(r) && prev < utf8.RuneSelf && isWordByte(prev) {
		base += 1.5
	}
	if r == '\n' && strings.ContainsRune("“‘（《「『〔【、，　", prev) {
		return -10
	}
	if n := m.singles[r]; n > 0 && base < -4 {
		own := float32(math.Log(float64((n + 0.5) / (m.total + 1))))
		return max(base, min(own-1, -4))
	}
	return base
}

func isWordByte(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

func baseCost(r rune) float32 {
	switch {
	case r == '?':
		return -7
	case r == utf8.RuneError:
		return -14
	case '0' <= r && r <= '9', r == ' ', r == '\n':
		return -4.5
	case r < utf8.RuneSelf:
		return asciiCost(r)
	case r < 0xA0:
		return -20
	}
	switch r {
	case '，', '。', '、':
		return -3.5
	case '“', '”', '‘', '’':
		return -6.5
	case '；', '：', '（', '）', '《', '》', '—', '·', '\u3000', '「', '」', '？', '！', '…':
		return -4.5
	}
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return -9
	case 0x3000 <= r && r < 0x3020, 0x2010 <= r && r < 0x2030:
		return -9
	case unicode.Is(unicode.Co, r):
		return -20
	case r >= 0x530:
		return -16
	}
	return -12
}

func asciiCost(r rune) float32 {
	switch r {
	case ',', '.', '(', ')', ':', ';', '"', '-':
		return -5
	}
	if isWordByte(r) {
		return -6
	}
	return -8
}

func exp32(x float32) float32 { return float32(math.Exp(float64(x))) }

// isHan reports whether r is of the main block of ideographs, which holds all
// that texts are made of and all that GBK and Big5 proper know.
func isHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF }
