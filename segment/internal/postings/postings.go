// Package postings holds for each term the documents that have it.
//
// A list is a run of pairs: the distance from the document before, as a varint,
// and one byte, the impact of the term there. Both together take two bytes for
// most, and are read in place.
package postings

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// Lists are the lists of all terms. Documents are numbered from 0 in the order
// they are added. Lists may be read by many goroutines or changed by one.
type Lists struct {
	ids   map[string]uint32
	terms []string
	lists []list
	docs  uint32
}

type list struct {
	data []byte
	next uint32 // the document behind the last
	live uint32 // how many documents are not removed
}

// New returns empty lists.
func New() *Lists { return &Lists{ids: map[string]uint32{}} }

// Docs returns how many documents were added, removed ones too.
func (l *Lists) Docs() int { return int(l.docs) }

// Live returns how many documents that were not removed have the term.
func (l *Lists) Live(term string) int {
	id, ok := l.ids[term]
	if !ok {
		return 0
	}
	return int(l.lists[id].live)
}

// Append adds the documents of b behind those that are there.
func (l *Lists) Append(b *Batch) {
	ids := make([]uint32, len(b.terms))
	for i, term := range b.terms {
		ids[i] = l.id(term)
	}
	for doc, end := range b.ends {
		start := 0
		if doc > 0 {
			start = b.ends[doc-1]
		}
		for _, p := range b.postings[start:end] {
			l.lists[ids[p.term]].add(l.docs, p.impact)
		}
		l.docs++
	}
}

func (l *Lists) id(term string) uint32 {
	id, ok := l.ids[term]
	if !ok {
		id = uint32(len(l.lists))
		l.ids[term] = id
		l.terms = append(l.terms, term)
		l.lists = append(l.lists, list{})
	}
	return id
}

func (p *list) add(doc uint32, impact uint8) {
	p.data = binary.AppendUvarint(p.data, uint64(doc-p.next))
	p.data = append(p.data, impact)
	p.next = doc + 1
	p.live++
}

// Forget counts the documents of b as removed; it must hold what was added with
// them. Their postings stay until [Lists.Compact].
func (l *Lists) Forget(b *Batch) {
	for _, p := range b.postings {
		if id, ok := l.ids[b.terms[p.term]]; ok && l.lists[id].live > 0 {
			l.lists[id].live--
		}
	}
}

// Compact returns lists without the documents for which number is negative.
// The others get the number it has for them, in the same order.
func (l *Lists) Compact(number []int32) *Lists {
	c := New()
	for _, n := range number {
		if n >= 0 {
			c.docs++
		}
	}
	var kept list
	for i, term := range l.terms {
		kept = list{data: kept.data[:0]}
		l.lists[i].each(func(doc uint32, impact uint8) {
			if n := number[doc]; n >= 0 {
				kept.add(uint32(n), impact)
			}
		})
		if kept.live > 0 {
			c.ids[term] = uint32(len(c.lists))
			c.terms = append(c.terms, term)
			c.lists = append(c.lists, list{slices.Clone(kept.data), kept.next, kept.live})
		}
	}
	return c
}

func (p *list) each(do func(doc uint32, impact uint8)) {
	doc := uint32(0)
	for i := 0; i < len(p.data); {
		gap, size := binary.Uvarint(p.data[i:])
		doc += uint32(gap)
		do(doc, p.data[i+size])
		doc++
		i += size + 1
	}
}

// Each calls do for each document that has the term, removed ones too, in order.
func (l *Lists) Each(term string, do func(doc uint32)) {
	if id, ok := l.ids[term]; ok {
		l.lists[id].each(func(doc uint32, _ uint8) { do(doc) })
	}
}

// Sum is what was found of a query in one document.
type Sum struct {
	Score float32 // the weights of the terms found, by their impacts
	Cover float32 // the shares of the query that the terms found are
}

// Add adds up the term in sums, which has a Sum for each document. A document
// with the highest impact gets weight as score. It takes one to three
// nanoseconds for each document that has the term.
func (l *Lists) Add(sums []Sum, term string, weight, cover float32) {
	id, ok := l.ids[term]
	if !ok {
		return
	}
	var scores [256]float32
	for i := range scores {
		scores[i] = weight * float32(i) / math.MaxUint8
	}
	data, doc := l.lists[id].data, uint32(0)
	for i := 0; i+1 < len(data); i += 2 {
		gap := uint32(data[i])
		if gap >= 0x80 {
			long, size := binary.Uvarint(data[i:])
			gap = uint32(long)
			i += size - 1
		}
		doc += gap
		s := &sums[doc]
		s.Score += scores[data[i+1]]
		s.Cover += cover
		doc++
	}
}

// Write writes the lists in the order of their terms.
func (l *Lists) Write(w *wire.Writer) {
	order := make([]uint32, len(l.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		if l.terms[a] < l.terms[b] {
			return -1
		}
		return 1
	})
	w.Uint(int(l.docs))
	w.Uint(len(order))
	for _, i := range order {
		w.String(l.terms[i])
		w.Bytes(l.lists[i].data)
	}
}

// Read reads what [Lists.Write] wrote of lists from which nothing was removed,
// for docs documents. Every posting is looked at.
func Read(r *wire.Reader, docs int) *Lists {
	l := New()
	l.docs = uint32(r.Uint(docs))
	r.Check(int(l.docs) == docs)
	n := r.Count(4)
	l.terms, l.lists = make([]string, 0, n), make([]list, 0, n)
	l.ids = make(map[string]uint32, n)
	for range n {
		term := r.String()
		r.Check(len(l.terms) == 0 || l.terms[len(l.terms)-1] < term)
		p := list{data: slices.Clone(r.Bytes())}
		r.Check(p.count(docs))
		if r.Err != nil {
			return New()
		}
		l.ids[term] = uint32(len(l.lists))
		l.terms, l.lists = append(l.terms, term), append(l.lists, p)
	}
	return l
}

// count finds the last document and the number of documents of a list that was
// read. It reports whether the list is well-formed.
func (p *list) count(docs int) bool {
	next := uint64(0)
	for i := 0; i < len(p.data); {
		gap, size := binary.Uvarint(p.data[i:])
		if size <= 0 || gap >= uint64(docs) || i+size >= len(p.data) {
			return false
		}
		if next += gap + 1; next > uint64(docs) {
			return false
		}
		p.live++
		i += size + 1
	}
	p.next = uint32(next)
	return p.live > 0
}
