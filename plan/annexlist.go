package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
)

// behindList returns the first block of the attachments themselves where block i
// only opens the list of them that stands under a text: 附件：1.…. It returns i
// where none follows.
func (p *parser) behindList(i int) int {
	if i == len(p.blocks) || !p.opensList(p.blocks[i]) {
		return i
	}
	for k := i + 1; k < len(p.blocks); k++ {
		if b := p.blocks[k]; b.Kind == layout.Attachment && !p.opensList(b) {
			return k
		}
	}
	return i
}

// opensList reports whether b opens a list of attachments: 附件：, and not 附件1.
func (p *parser) opensList(b layout.Block) bool {
	i := layout.AttachmentWord(p.t, b.Start, b.End)
	return b.Kind == layout.Attachment && i < b.End && p.t.Folded[i] == ':'
}

// maxListed is how many entries a list of attachments has at most.
const maxListed = 60

// listed reports whether block i is an entry of a list of attachments.
func (p *parser) listed(i int) bool {
	if b := p.blocks[i]; !b.Labeled || !b.Label.Form.Numbered() || !p.titleLine(b.Label.End, b.End) {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-maxListed; k-- {
		if b := p.blocks[k]; !b.Labeled {
			return p.opensList(b)
		}
	}
	return false
}

// addListed adds the attachment that the entry b of a list names: 2.任务分工表, or
// 附件：1.任务分工表.
func (p *parser) addListed(b layout.Block) {
	i := b.Start
	if p.opensList(b) {
		i = layout.AttachmentWord(p.t, i, b.End) + 1
	}
	i, _ = p.t.Trim(i, b.End)
	end := i
	if l, ok := label.Parse(p.t, i, b.End); ok && l.Form.Numbered() {
		end = l.End
	}
	p.plan.Attachments = append(p.plan.Attachments, p.attachment(b, end))
}
