package postings

import "math"

// Batch gathers the terms of new documents. It is made without the lists, so
// that these need not stand still meanwhile. The zero Batch is ready for use.
type Batch struct {
	ids      map[string]uint32
	terms    []string
	weights  []float32 // of the terms in the document at hand
	seen     []uint32  // the terms in it
	postings []posting
	ends     []int // of each document in postings
}

type posting struct {
	term   uint32
	impact uint8
}

// Count adds weight to what the term counts in the document at hand. It keeps
// no reference to term.
func (b *Batch) Count(term []byte, weight float32) {
	id, ok := b.ids[string(term)]
	if !ok {
		if b.ids == nil {
			b.ids = map[string]uint32{}
		}
		id = uint32(len(b.terms))
		b.terms = append(b.terms, string(term))
		b.ids[b.terms[id]] = id
		b.weights = append(b.weights, 0)
	}
	if b.weights[id] == 0 {
		b.seen = append(b.seen, id)
	}
	b.weights[id] += weight
}

// End ends the document at hand. The impact of a term is w / (w + saturation),
// w being what it counts: the BM25 formula, in 255 steps.
func (b *Batch) End(saturation float32) {
	for _, id := range b.seen {
		w := b.weights[id]
		impact := math.Round(float64(math.MaxUint8 * w / (w + saturation)))
		b.postings = append(b.postings, posting{id, uint8(max(1, impact))})
		b.weights[id] = 0
	}
	b.seen = b.seen[:0]
	b.ends = append(b.ends, len(b.postings))
}

// Docs returns the number of documents that were ended.
func (b *Batch) Docs() int { return len(b.ends) }
