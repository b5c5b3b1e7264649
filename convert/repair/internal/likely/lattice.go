package likely

import "math"

// Lattice is a text of which some characters are known and others may be one of
// several.
type Lattice struct {
	model *Model
	slots [][]rune    // what each character may be
	costs [][]float32 // for each slot, the pairs of its characters with those before, row by row
	best  []int
}

// NewLattice returns a lattice that begins with characters that are known.
func (m *Model) NewLattice(context []rune) *Lattice {
	l := &Lattice{model: m}
	for _, c := range context {
		l.Add([]rune{c})
	}
	return l
}

// Add adds a character, which may be one of several.
func (l *Lattice) Add(slot []rune) {
	l.slots = append(l.slots, slot)
	l.costs = append(l.costs, nil)
}

// pairs returns the costs of the characters of slot k behind those of the slot
// before it, row by row.
func (l *Lattice) pairs(k int) []float32 {
	if l.costs[k] == nil {
		before := []rune{0}
		if k > 0 {
			before = l.slots[k-1]
		}
		for _, a := range before {
			for _, b := range l.slots[k] {
				l.costs[k] = append(l.costs[k], l.model.Pair(a, b))
			}
		}
	}
	return l.costs[k]
}

// Decode finds the likeliest text. It returns the number of the character that
// each slot has in it, none where there is no text.
func (l *Lattice) Decode() []int {
	l.best = l.decode(span{0, len(l.slots)}, ban{slot: -1}).choice
	return l.best
}

// leadSpan is how far around a character another choice of it may change others.
const leadSpan = 7

// Lead tells how much likelier the text that Decode found is than any that has
// another character at slot k: infinitely where there is no other.
func (l *Lattice) Lead(k int) float32 {
	if len(l.slots[k]) < 2 {
		return float32(math.Inf(1))
	}
	part := span{max(0, k-leadSpan), min(len(l.slots), k+leadSpan+1)}
	entry := ban{slot: -1}
	if part.from > 0 {
		entry.entry = l.best[part.from-1]
	}
	top := l.decode(part, entry)
	entry.slot, entry.choice = k, l.best[k]
	return top.score - l.decode(part, entry).score
}

// How the lead of a character becomes its chance to be right. Fitted to letters
// that were taken out of texts.
const (
	leadSlope = 0.7
	leadBias  = 0.9
)

// Chance turns the lead of a reading over the next into its chance to be right.
func Chance(lead float32) float64 { return Sigmoid(leadSlope*lead - leadBias) }

// Sigmoid turns the logarithm of odds into a chance.
func Sigmoid(odds float32) float64 { return 1 / (1 + math.Exp(-float64(odds))) }
