package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
)

// front tells what stands before the plan's first unit, as ranges of blocks.
type front struct {
	title note.Range // the blocks of the plan's title; empty where there is none
	body  int        // the first block behind the title, or behind the notice
}

// findFront looks for the title of the plan: the last line before the first
// unit that reads as a title and is not that of a notice. A notice may have
// numbered paragraphs of its own; then the plan begins behind its date.
func (p *parser) findFront() front {
	first := p.firstUnit(0)
	title, ok := p.lastTitle(0, p.beforeList(first))
	if later, found := p.planBehindNotice(first); found {
		title, ok = later, true
	}
	if ok {
		return front{title: title, body: p.behindFacts(p.behindTitle(title.End), first)}
	}
	return front{body: p.behindHead(first)}
}

// beforeList returns the first block with a bullet in a text without units, or first:
// what stands behind it is a heading of the text, and not its title.
func (p *parser) beforeList(first int) int {
	if first < len(p.blocks) {
		return first
	}
	for i, b := range p.blocks {
		if b.Labeled && b.Kind == layout.Prose {
			return i
		}
	}
	return first
}

// behindTitle returns the first block behind the number and the addressees of a
// plan that is issued without a notice, which stand under its title.
func (p *parser) behindTitle(i int) int {
	i += p.cover(i).lines
	for i < len(p.blocks) && (p.blocks[i].Kind == layout.Number || p.isFacts(p.blocks[i]) && !p.opensTable(i) || p.isAddressee(p.blocks[i])) {
		i++
	}
	return i
}

// behindFacts returns the first block behind the last line of facts or controls
// between blocks i and first, as encyclopedias have them behind an introduction; or i.
func (p *parser) behindFacts(i, first int) int {
	for k := first - 1; k > i; k-- {
		if p.blocks[k].Kind == layout.Meta {
			return k + 1
		}
	}
	return i
}

// firstUnit returns the first block at or behind i that opens a unit, or a table
// of duties.
func (p *parser) firstUnit(i int) int { return p.unitWithin(i, len(p.blocks)) }

// unitWithin returns the first block from i to j that opens a unit or a table of
// duties, or j.
func (p *parser) unitWithin(i, j int) int {
	for ; i < j; i++ {
		b := p.blocks[i]
		if b.Labeled && b.Label.Form.Numbered() && !p.inList(i) && !p.collected(i) || p.opensTable(i) || p.unnumbered && i > 0 && b.Heading > 0 {
			return i
		}
	}
	return j
}

// collected reports whether block i opens the text with the title of a notice,
// or of a plan without one, and the number that a collection gave it.
func (p *parser) collected(i int) bool {
	b := p.blocks[i]
	if i > 0 || b.Label.Form != label.Arabic || p.t.Find(b.Label.End, b.End, "关于") < 0 && !p.overFirst(i) {
		return false
	}
	for k := i; k < len(p.blocks) && k < i+3 && (k == i || !p.blocks[k].Labeled); k++ {
		if end := p.blocks[k].End; p.isNotice(b.Label.End, end) || p.isTitle(b.Label.End, end) {
			return true
		}
	}
	return false
}

// overFirst reports whether the next label behind block i is a first one of a
// larger form: 3. over 一、.
func (p *parser) overFirst(i int) bool {
	for _, b := range p.blocks[i+1:] {
		if b.Labeled && b.Label.Form.Numbered() {
			return b.Label.Number == 1 && b.Label.Form < label.Arabic
		}
	}
	return false
}

// inList reports whether block i belongs to the list of attachments of a
// notice: it stands behind the line 附件 and reads as a title.
func (p *parser) inList(i int) bool {
	b := p.blocks[i]
	if b.Heading > 0 {
		return false
	}
	for k := i - 1; k >= 0 && k > i-20; k-- {
		switch prev := p.blocks[k]; {
		case prev.Kind == layout.Attachment:
			return prev.End-prev.Start > 3 || k < i-1 || p.isTitle(b.Label.End, b.End)
		case !prev.Labeled:
			return false
		}
	}
	return false
}

// planBehindNotice looks for a plan behind a notice whose paragraphs are
// numbered themselves: a date alone, then a title, then a unit of number 1.
func (p *parser) planBehindNotice(first int) (note.Range, bool) {
	for i := first; i < len(p.blocks)*3/4; i++ {
		if p.blocks[i].Kind != layout.Date && p.blocks[i].Kind != layout.Attachment {
			continue
		}
		end := min(len(p.blocks), i+maxBeforeUnit)
		next := p.unitWithin(i, end)
		if next == end || p.blocks[next].Label.Number != 1 {
			continue
		}
		if title, ok := p.lastTitle(i, next); ok {
			return title, !p.anyNote(first, i)
		}
	}
	return note.Range{}, false
}

// anyNote reports whether a responsibility note stands in the blocks from i to j:
// those of a notice have none.
func (p *parser) anyNote(i, j int) bool {
	for _, b := range p.blocks[i:j] {
		if b.Kind == layout.Note || len(note.Find(p.t, b.Start, b.End)) > 0 {
			return true
		}
	}
	return false
}

// isName reports whether a line is the name of an issuer.
func (p *parser) isName(b layout.Block) bool {
	return note.IsName(p.t, b.Start, b.End)
}

// behindHead returns the first block behind a notice without a plan's title
// below it: behind the title lines, numbers, addressees and dates.
func (p *parser) behindHead(first int) int {
	at := 0
	for i := range first {
		b := p.blocks[i]
		head := b.Kind == layout.Date || p.isFacts(b) || b.Kind == layout.Remark || b.Heading > 0 ||
			b.Kind == layout.Number || p.isNotice(b.Start, b.End) && p.titleLine(b.Start, b.End) || p.isAddressee(b)
		if head || p.isNews(b) || p.issues(b) {
			at = i + 1
		}
	}
	return at
}

// issues reports whether the block says that a notice issues a plan: 现将《…》印发给你们.
func (p *parser) issues(b layout.Block) bool {
	if b.Kind != layout.Prose || b.Labeled || p.t.Find(b.Start, b.End, "《") < 0 {
		return false
	}
	return p.t.FindsAny(b.Start, b.End, []string{"发给你们", "发你们", "现予印发", "现予公布", "现予发布"})
}

// isAddressee reports whether the block says to whom the notice goes: a list
// that ends in a colon, without a stop.
func (p *parser) isAddressee(b layout.Block) bool {
	return b.Kind == layout.Prose && !b.Labeled && p.t.Folded[b.End-1] == ':' && p.t.Find(b.Start, b.End, "。") < 0 &&
		!p.t.EndsAny(b.Start, b.End-1, []string{"如下", "以下", "下"}) && note.IsList(p.t, b.Start, b.End-1)
}
