// Package record holds what an index keeps of a plan: the texts of its items
// field by field, each with its place in the source, and the facts that filters
// ask for. A record shares no memory with the plan.
package record

import (
	"github.com/qiaotoubao/fangan/convert/offset"
)

// Field is a part of an item. The values are those of segment.Field.
type Field uint8

// The fields. The zero Field is text that is shown but not searched.
const (
	Label Field = iota
	Title
	Body
	Note
	Department
	Section
	Term
	Fields // their number
)

// Plan is a plan for an index.
type Plan struct {
	ID, Title string
	Pieces    []Piece
	Items     []Item
	Headings  []Heading
	Agents    []Agent

	text        string   // of all pieces, one after the other
	aligned     []byte   // see align
	responsible []uint32 // indices in Agents, by items
}

// Range is a half-open range of indices or bytes.
type Range struct{ From, To uint32 }

func (r Range) span() offset.Span { return offset.Span{Start: int(r.From), End: int(r.To)} }

func rangeOf(s offset.Span) Range { return Range{uint32(s.Start), uint32(s.End)} }

// Piece is a text of one field in one run.
type Piece struct {
	text, span Range
	aligned    uint32 // 1 + the offset of the alignment; 0 where the source has the text as it is
	agent      uint32 // 1 + the index of the body that the piece names
	Field      Field
	Kind       Kind
}

// Kind tells how a piece stands in the source.
type Kind uint8

// The kinds of pieces.
const (
	Plain Kind = iota // each character has its place
	Whole             // only the place of the whole text is known
	Alias             // the text does not stand there, but something that means the same
)

// Item is an item of a plan.
type Item struct {
	Number   uint32
	Heading  uint32 // index in Headings
	Pieces   Range  // the first is the label, the second the title
	Span     offset.Span
	Deadline uint32 // the first day that something is due as 20231231, or 0
	Target   bool   // it has one
	agents   Range
}

// Heading is a section, or a section within it.
type Heading struct {
	Number uint32 // of the outermost section
	Pieces Range  // the titles, outermost first
}

// Agent is a body that a plan names.
type Agent struct {
	ID, Name string
}

// Text returns the text of a piece.
func (p *Plan) Text(x *Piece) string { return p.text[x.text.From:x.text.To] }

// Span returns the place of the whole piece.
func (x *Piece) Span() offset.Span { return x.span.span() }

// Agent returns the body that the piece names, nil where it names none.
func (p *Plan) Agent(x *Piece) *Agent {
	if x.agent == 0 {
		return nil
	}
	return &p.Agents[x.agent-1]
}

// Of returns the pieces in r.
func (p *Plan) Of(r Range) []Piece { return p.Pieces[r.From:r.To] }

// Responsible returns the indices in Agents of the bodies that are responsible
// for the item, each once.
func (p *Plan) Responsible(i *Item) []uint32 { return p.responsible[i.agents.From:i.agents.To] }

// Place returns the place in the source of a part of a piece's text.
func (p *Plan) Place(x *Piece, part offset.Span) offset.Span {
	switch {
	case x.Kind != Plain:
		return x.Span()
	case x.aligned == 0:
		return part.Shift(int(x.span.From))
	default:
		return place(p.aligned[x.aligned-1:], p.Text(x), part).Shift(int(x.span.From))
	}
}
