package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// annex makes the attachment that block b opens: by its label, by its title, or
// by both in one line.
func (p *parser) annex(b layout.Block) Attachment {
	span := p.t.Span(b.Start, b.End)
	end := p.annexLabel(b)
	start, _ := p.t.Trim(end, b.End)
	switch {
	case end > b.Start && start < b.End && p.titleLine(start, b.End):
		return Attachment{
			Label: p.t.Slice(b.Start, end), LabelSpan: p.t.Span(b.Start, end),
			Title: p.t.Slice(start, b.End), TitleSpan: p.t.Span(start, b.End),
			Span: span,
		}
	case b.Kind == layout.Attachment:
		return Attachment{Label: p.t.Slice(b.Start, b.End), LabelSpan: span, Span: span}
	default:
		return Attachment{Title: p.t.Slice(b.Start, b.End), TitleSpan: span, Span: span}
	}
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
