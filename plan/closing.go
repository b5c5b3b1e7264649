package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// readClosing returns where the plan's own text ends: before its attachments,
// and before the seal, date and remarks under it. It reads what comes behind.
func (p *parser) readClosing(body int) int {
	end := p.findAttachments(body)
	last := end
	end = p.behindList(end)
	p.readAttachments(p.firstUnit(body), end)
	for last > body+1 && p.isClosing(last-1) {
		last--
	}
	for i := last; i < end; i++ {
		b := p.blocks[i]
		p.plan.Closing = p.addProse(p.plan.Closing, b.Start, b.End)
		if b.Kind == layout.Date {
			p.plan.Date = p.date(b.Start, b.End)
			p.readSeal(i)
		}
	}
	return last
}

// isClosing reports whether block i belongs under the plan's text.
func (p *parser) isClosing(i int) bool {
	b := p.blocks[i]
	switch b.Kind {
	case layout.Date, layout.Remark, layout.Meta:
		return true
	case layout.Prose:
		if p.isTerm(i) {
			return true
		}
		if b.Labeled || !p.isSeal(b) {
			return false
		}
		return b.Heading == 0 && p.overDate(i) || p.isName(b)
	default:
		return false
	}
}

// isTerm reports whether block i says from when, and how long, the whole plan holds:
// 本措施自印发之日起施行，有效期2年。 Under a heading of its own it is the text of that.
func (p *parser) isTerm(i int) bool {
	b, before := p.blocks[i], p.blocks[max(0, i-1)]
	if b.Labeled || b.End-b.Start > maxTermText || before.Labeled && runes.IsHan(p.t.Folded[before.End-1]) {
		return false
	}
	since := p.t.Find(b.Start, b.End, "自")
	return since >= 0 && p.t.HasAny(b.Start, b.End, []string{"本", "以上", "上述", "各项", "各政策"}) &&
		p.t.FindsAny(since, b.End, []string{"起施行", "起实施", "起执行", "起生效", "起试行"})
}

// maxTermText is the length in runes of the longest such paragraph.
const maxTermText = 160

// overDate reports whether only names stand between block i and a date.
func (p *parser) overDate(i int) bool {
	for k := i + 1; k < len(p.blocks) && k <= i+maxSeal; k++ {
		switch b := p.blocks[k]; {
		case b.Kind == layout.Date:
			return true
		case b.Kind != layout.Prose || b.Labeled || !note.IsBody(p.t, b.Start, b.End):
			return false
		}
	}
	return false
}

// findAttachments returns the first block of the attachments: a line 附件, the
// title of a further plan, or that of a table of duties behind the last unit.
func (p *parser) findAttachments(body int) int {
	first := p.firstUnit(body)
	last, end := first, len(p.blocks)
	for i := first + 1; i < end; i++ {
		switch b := p.blocks[i]; {
		case b.Kind == layout.Attachment || p.furtherPlan(first, i) > i:
			end = i
		case b.Labeled && b.Label.Form.Numbered():
			last = i
		}
	}
	for i := last + 1; i < end; i++ {
		if p.tableAnnex(i) {
			return i
		}
	}
	return end
}

// maxBeforeUnit is how many blocks may stand between the title of a plan behind
// other text, or the date over it, and its first unit.
const maxBeforeUnit = 12

// furtherPlan returns the end of the title of a further plan that begins at
// block i, or i: a title that ends as those of plans do, behind which the
// numbering begins anew with labels like that of the block first.
func (p *parser) furtherPlan(first, i int) int {
	b := p.blocks[i]
	if b.Kind != layout.Prose || b.Labeled || b.End-b.Start > maxTitle || !p.titleLine(b.Start, b.End) {
		return i
	}
	for end := min(i+3, len(p.blocks)); end > i; end-- {
		if !p.titleBlocks(i, end) || !p.ownLine(b.Start, p.blocks[end-1].End) {
			continue
		}
		for k := end; k < len(p.blocks) && k < end+maxBeforeUnit; k++ {
			if l := p.blocks[k].Label; p.blocks[k].Labeled && l.Form.Numbered() {
				if l.Number == 1 && l.Level() == p.blocks[first].Label.Level() {
					return end
				}
				break
			}
		}
	}
	return i
}

// readAttachments reads the blocks from i on as attachments. A further plan is
// one without a label.
func (p *parser) readAttachments(first, i int) {
	for ; i < len(p.blocks); i++ {
		b := p.blocks[i]
		span := p.t.Span(b.Start, b.End)
		list := p.plan.Attachments
		if p.opensList(b) {
			p.addListed(b)
			continue
		}
		if b.Kind == layout.Attachment {
			p.plan.Attachments = append(list, p.annex(b))
			continue
		}
		if p.listed(i) {
			p.addListed(b)
			continue
		}
		if n := len(list); n == 0 || list[n-1].Label == "" {
			if end := p.furtherPlan(first, i); end > i {
				p.addPlan(b.Start, p.blocks[end-1].End)
				i = end - 1
				continue
			}
			if p.tableAnnex(i) {
				p.plan.Attachments = append(list, p.annex(b))
				continue
			}
		}
		if b.Kind == layout.Date && p.plan.Date.IsZero() { // under the list of attachments
			p.plan.Date = p.date(b.Start, b.End)
			p.readSeal(i)
		}
		a := &list[len(list)-1]
		if len(a.Paragraphs) == 0 && p.isClosing(i) {
			p.plan.Closing = append(p.plan.Closing, p.paragraph(b.Start, b.End))
			continue
		}
		switch {
		case b.Kind == layout.Table:
			end := tableEnd(p.blocks, i)
			for _, t := range p.dutyTables(p.blocks[i:end]) {
				p.annexes = append(p.annexes, annexTable{len(list) - 1, t})
			}
			i = end - 1
			span = p.t.Span(b.Start, p.blocks[i].End)
		case a.Title == "" && a.Span == a.LabelSpan && b.Kind != layout.Meta && p.titleLine(b.Start, b.End):
			a.Title, a.TitleSpan = p.t.Slice(b.Start, b.End), span
		default:
			a.Paragraphs = append(a.Paragraphs, p.paragraph(b.Start, b.End))
		}
		a.Span.End = span.End
	}
}

// addPlan adds a further plan, whose title are the runes from i to j.
func (p *parser) addPlan(i, j int) {
	span := p.t.Span(i, j)
	p.plan.Attachments = append(p.plan.Attachments, Attachment{Title: p.joinTitle(i, j), TitleSpan: span, Span: span})
	p.report(Info, SeveralPlans, "a further plan begins here; it is kept as an attachment", span)
}
