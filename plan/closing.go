package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/layout"
)

// readClosing returns where the plan's own text ends: before its attachments,
// and before the seal, date and remarks under it. It reads what comes behind.
func (p *parser) readClosing(body int) int {
	end := p.findAttachments(body)
	p.readAttachments(end)
	last := end
	for last > body+1 && p.isClosing(last-1) {
		last--
	}
	for i := last; i < end; i++ {
		b := p.blocks[i]
		p.plan.Closing = append(p.plan.Closing, p.paragraph(b.Start, b.End))
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
		return !b.Labeled && b.Heading == 0 && i+1 < len(p.blocks) && p.blocks[i+1].Kind == layout.Date && p.isSeal(b) ||
			!b.Labeled && p.isName(b) && p.isSeal(b)
	default:
		return false
	}
}

// findAttachments returns the first block of the attachments: a line 附件 behind
// at least one unit.
func (p *parser) findAttachments(body int) int {
	for i := p.firstUnit(body) + 1; i < len(p.blocks); i++ {
		if p.blocks[i].Kind == layout.Attachment {
			return i
		}
	}
	return len(p.blocks)
}

// readAttachments reads the blocks from i on as attachments.
func (p *parser) readAttachments(i int) {
	for ; i < len(p.blocks); i++ {
		b := p.blocks[i]
		span := p.t.Span(b.Start, b.End)
		list := p.plan.Attachments
		if b.Kind == layout.Attachment || len(list) == 0 {
			p.plan.Attachments = append(list, Attachment{Label: p.t.Slice(b.Start, b.End), LabelSpan: span, Span: span})
			continue
		}
		a := &list[len(list)-1]
		if a.Title == "" && len(a.Paragraphs) == 0 && p.titleLine(b.Start, b.End) {
			a.Title, a.TitleSpan = p.t.Slice(b.Start, b.End), span
		} else {
			a.Paragraphs = append(a.Paragraphs, p.paragraph(b.Start, b.End))
		}
		a.Span.End = span.End
	}
}
