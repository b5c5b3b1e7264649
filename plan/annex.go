package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// annex makes the attachment that block b opens: by its label, by its title, or
// by both in one line.
func (p *parser) annex(b layout.Block) Attachment {
	end := p.annexLabel(b)
	start, _ := p.t.Trim(end, b.End)
	switch {
	case end > b.Start && start < b.End && p.titleLine(start, b.End):
		return p.attachment(b, end)
	case b.Kind == layout.Attachment:
		return p.attachment(b, b.End)
	default:
		span := p.t.Span(b.Start, b.End)
		return Attachment{Title: p.t.Slice(b.Start, b.End), TitleSpan: span, Span: span}
	}
}

// attachment makes the attachment of block b whose label ends at end, with what
// follows for its title.
func (p *parser) attachment(b layout.Block, end int) Attachment {
	a := Attachment{Span: p.t.Span(b.Start, b.End), LabelSpan: p.t.Span(b.Start, end), Label: p.t.Slice(b.Start, end)}
	if start, _ := p.t.Trim(end, b.End); start < b.End {
		a.Title, a.TitleSpan = p.t.Slice(start, b.End), p.t.Span(start, b.End)
	}
	return a
}

// annexLabel returns where the label of an attachment ends that block b begins
// with: 附件1：, 附表2-1, 附件一 with a blank behind it. Where it has none, that is
// the start of b: 附件一览表.
func (p *parser) annexLabel(b layout.Block) int {
	i := layout.AttachmentWord(p.t, b.Start, b.End)
	if i == b.Start {
		return i
	}
	i, _ = p.t.Trim(i, b.End)
	for i < b.End && (runes.IsDigit(p.t.Folded[i]) || strings.ContainsRune("一二三四五六七八九十-", p.t.Folded[i])) {
		i++
	}
	mark, _ := p.t.Trim(i, b.End)
	switch {
	case mark < b.End && strings.ContainsRune(":.、", p.t.Folded[mark]):
		return mark + 1
	case mark > i:
		return i
	default:
		return b.Start
	}
}
