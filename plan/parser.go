package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// parser turns the paragraphs of a text into a plan.
type parser struct {
	t      *runes.Text
	blocks []layout.Block
	plan   *Plan
	settings
	rules      []Rule
	where      string              // the place that the plan speaks for
	ids        map[string][]string // of the lists of names so far
	unnumbered bool                // the text has no numbers, and headings in their stead
	notes      []Span              // of all notes
	noteAt     int
	loose      []*table.Table // tables of duties before the first unit
	table      *table.Table   // the last one that was read
	annexes    []annexTable
	facts      facts
}

// parse reads the whole text.
func (p *parser) parse() {
	p.inferHeadings()
	f := p.findFront()
	body := f.body
	end := p.readClosing(body)
	p.readFront(f)
	roots := p.tree(p.blocks[body:end])
	p.readTails(roots)
	p.divide(roots)
	spread(roots)
	for _, u := range roots {
		settle(u)
	}
	hoist(roots)
	p.headingTitle(roots)
	p.where = p.plan.place()
	p.addLoose()
	p.build(roots)
	p.addAnnexes()
	p.finish()
}
