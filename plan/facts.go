package plan

import (
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// facts are what a page says of the document over its text. A document's own
// facts win over those of its publication, and what the document says itself
// over both.
type facts struct {
	title                note.Range
	issuerRank, dateRank int
	headed               bool // the title of the notice was read
}

// factPairs returns the keys and values in a line or a row over the text.
func (p *parser) factPairs(b layout.Block) []layout.Pair {
	switch b.Kind {
	case layout.Meta:
		return layout.Pairs(p.t, b.Start, b.End)
	case layout.Table:
		return p.rowPairs(b)
	default:
		return nil
	}
}

// rowPairs returns the keys and values of a row: a cell with a key and the cell
// behind it, or cells with both.
func (p *parser) rowPairs(b layout.Block) []layout.Pair {
	var pairs []layout.Pair
	row := table.Cells(p.t, b.Start, b.End, b.Cut)
	for i := 0; i < len(row); i++ {
		c := row[i].Range
		if fact, rank := layout.CellKey(p.t, c.Start, c.End); fact != layout.NoFact {
			if i+1 < len(row) && !p.isKey(row[i+1].Range) {
				pairs = append(pairs, layout.Pair{Fact: fact, Rank: rank, Value: row[i+1].Range})
			}
			i++
			continue
		}
		pairs = append(pairs, layout.Pairs(p.t, c.Start, c.End)...)
	}
	return pairs
}

func (p *parser) isKey(c note.Range) bool {
	fact, _ := layout.CellKey(p.t, c.Start, c.End)
	return fact != layout.NoFact
}

// factsBehind makes what the text has under itself win over the page.
func (p *parser) factsBehind() {
	if p.plan.Issuer != "" {
		p.facts.issuerRank = ownRank
	}
	if !p.plan.Date.IsZero() {
		p.facts.dateRank = ownRank
	}
}

// ownRank is the rank of what a document says itself.
const ownRank = 3

// readFacts reads the facts in a line or a row over the text.
func (p *parser) readFacts(b layout.Block) {
	for _, x := range p.factPairs(b) {
		i, j := p.t.Trim(x.Value.Start, x.Value.End)
		if j-i < 2 || x.Fact != layout.DateFact && !runes.IsHan(p.t.Folded[i]) && p.t.Folded[i] != '《' && p.t.Folded[i] != '“' {
			continue
		}
		switch x.Fact {
		case layout.TitleFact:
			if p.facts.title.Empty() {
				p.facts.title = note.Range{Start: i, End: j}
			}
		case layout.NumberFact:
			if j = p.withoutKind(i, j); p.plan.DocumentNumber == "" && p.isNumberFact(i, j) {
				p.plan.DocumentNumber = p.t.Compact(i, j)
			}
		case layout.IssuerFact:
			if !p.t.EndsAny(i, j, presses) {
				p.setIssuer(i, j, x.Rank)
			}
		case layout.DateFact:
			if d := p.factDate(i, j); x.Rank > p.facts.dateRank && !d.IsZero() {
				p.plan.Date, p.facts.dateRank = d, x.Rank
			}
		default:
		}
	}
}

// setIssuer takes the issuer from the runes i to j, unless one of the rank is
// known.
func (p *parser) setIssuer(i, j, rank int) {
	if rank > p.facts.issuerRank {
		p.plan.Issuer, p.facts.issuerRank = p.t.Slice(i, j), rank
	}
}

// isNumberFact reports whether the value of a key for it is a document number:
// brackets may be of any kind then.
func (p *parser) isNumberFact(i, j int) bool {
	if layout.IsNumber(p.t, i, j) {
		return true
	}
	digits := slices.ContainsFunc(p.t.Folded[i:j], runes.IsDigit)
	return j-i <= 30 && digits && p.t.Ends(i, j, "号") && runes.IsHan(p.t.Folded[i])
}

// withoutKind returns the end of the number from i to j without the word for the
// kind of letter behind it: 府行規字第1120001号 函.
func (p *parser) withoutKind(i, j int) int {
	for _, w := range []string{"函", "令", "公告"} {
		if end := j - len([]rune(w)); p.t.Ends(i, j, w) {
			if _, end = p.t.Trim(i, end); p.t.Ends(i, end, "号") {
				return end
			}
		}
	}
	return j
}

// factDate reads a date that a time of day may follow: 2025-05-27 10:22.
func (p *parser) factDate(i, j int) Date {
	if colon := p.t.Find(i, j, ":"); colon > 0 {
		for j = colon; j > i && runes.IsDigit(p.t.Folded[j-1]); j-- {
		}
	}
	d := p.date(i, j)
	if d.IsZero() { // the year of an era that is not named: 113-05-20
		if d = readDate(p.t.Compact(i, j), firstOfEra); d.Year < 1960 {
			return Date{}
		}
	}
	return d
}

// titleOfFacts takes the title from the key for it.
func (p *parser) titleOfFacts() {
	i, j := p.facts.title.Start, p.facts.title.End
	if p.plan.Title != "" || i >= j {
		return
	}
	if p.isNotice(i, j) {
		i, j = p.forwarded(i, j)
	}
	if i < j {
		p.plan.Title = strings.TrimSpace(p.joinTitle(i, j))
		p.plan.TitleSpan = p.t.Span(i, j)
	}
}

// isFacts reports whether the block says facts of the document.
func (p *parser) isFacts(b layout.Block) bool {
	return b.Kind == layout.Meta || b.Kind == layout.Table && len(p.rowPairs(b)) > 0
}
