package record

import (
	"math"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
)

// Write writes the record.
func (p *Plan) Write(w *wire.Writer) {
	w.String(p.ID)
	w.String(p.Title)
	w.String(p.text)
	w.Bytes(p.aligned)
	w.Uint(len(p.Agents))
	for _, a := range p.Agents {
		w.String(a.ID)
		w.String(a.Name)
	}
	w.Uint(len(p.Pieces))
	for i := range p.Pieces {
		p.Pieces[i].write(w)
	}
	w.Uint(len(p.Headings))
	for _, h := range p.Headings {
		w.Uint(int(h.Number))
		write(w, h.Pieces)
	}
	w.Uint(len(p.responsible))
	for _, a := range p.responsible {
		w.Uint(int(a))
	}
	w.Uint(len(p.Items))
	for i := range p.Items {
		p.Items[i].write(w)
	}
}

func write(w *wire.Writer, r Range) {
	w.Uint(int(r.From))
	w.Uint(int(r.To - r.From))
}

func (x *Piece) write(w *wire.Writer) {
	w.Uint(int(x.Field) | int(x.Kind)<<4)
	w.Uint(int(x.text.To - x.text.From)) // texts follow each other
	write(w, x.span)
	w.Uint(int(x.aligned))
	w.Uint(int(x.agent))
}

func (i *Item) write(w *wire.Writer) {
	w.Uint(int(i.Number))
	w.Uint(int(i.Heading))
	write(w, i.Pieces)
	write(w, rangeOf(i.Span))
	w.Uint(int(i.Deadline))
	w.Uint(number(i.Target))
	write(w, i.agents)
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Read reads what [Plan.Write] wrote. All that it returns can be used without
// fear: what lies outside of what it points into fails.
func Read(r *wire.Reader) *Plan {
	p := &Plan{ID: r.String(), Title: r.String(), text: r.String()}
	p.aligned = append(p.aligned, r.Bytes()...)
	p.Agents = make([]Agent, r.Count(2))
	for i := range p.Agents {
		p.Agents[i] = Agent{r.String(), r.String()}
	}
	p.Pieces = make([]Piece, r.Count(6))
	end := uint32(0)
	for i := range p.Pieces {
		p.Pieces[i] = p.readPiece(r, end)
		end = p.Pieces[i].text.To
	}
	p.Headings = make([]Heading, r.Count(3))
	for i := range p.Headings {
		p.Headings[i] = Heading{r.Uint32(), read(r, len(p.Pieces))}
		r.Check(p.Headings[i].Pieces.size() >= 1)
	}
	p.responsible = make([]uint32, r.Count(1))
	for i := range p.responsible {
		p.responsible[i] = uint32(r.Uint(len(p.Agents) - 1))
	}
	p.Items = make([]Item, r.Count(10))
	for i := range p.Items {
		p.Items[i] = p.readItem(r)
	}
	return p
}

func (r Range) size() int { return int(r.To) - int(r.From) }

// read reads a range that ends at limit at the latest.
func read(r *wire.Reader, limit int) Range {
	from := r.Uint(limit)
	return Range{uint32(from), uint32(from + r.Uint(limit-from))}
}

func (p *Plan) readPiece(r *wire.Reader, from uint32) Piece {
	kind := r.Uint(0xff)
	x := Piece{Field: Field(kind & 0xf), Kind: Kind(kind >> 4)}
	x.text = Range{from, from + uint32(r.Uint(len(p.text)-int(from)))}
	x.span = read(r, math.MaxInt32)
	x.aligned = uint32(r.Uint(len(p.aligned)))
	x.agent = uint32(r.Uint(len(p.Agents)))
	r.Check(x.Field < Fields && x.Kind <= Alias)
	return x
}

func (p *Plan) readItem(r *wire.Reader) Item {
	i := Item{Number: r.Uint32(), Heading: uint32(r.Uint(len(p.Headings) - 1)), Pieces: read(r, len(p.Pieces))}
	span := read(r, math.MaxInt32)
	i.Span = offset.Span{Start: int(span.From), End: int(span.To)}
	i.Deadline = r.Uint32()
	i.Target = r.Uint(1) == 1
	i.agents = read(r, len(p.responsible))
	r.Check(i.Pieces.size() >= 2)
	return i
}
