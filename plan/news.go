package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
)

// isNews reports whether a block is the line of a press report that the text of a
// plan follows: 《青山市护林方案》全文如下。
func (p *parser) isNews(b layout.Block) bool {
	if b.Kind != layout.Prose || b.Labeled || p.t.Find(b.Start, b.End, "《") < 0 {
		return false
	}
	_, j := p.t.TrimFunc(b.Start, b.End, func(r rune) bool { return strings.ContainsRune("。:", r) })
	return p.t.EndsAny(b.Start, j, []string{"全文如下", "内容如下", "原文如下", "全文公布如下", "全文刊登如下"}) && !p.isAddressee(b)
}

// readNews takes what nothing else told of the title and the issuer from the lines
// of a press report over block n: 近日，青山市人民政府印发了《青山市护林方案》。
func (p *parser) readNews(n int) {
	last := -1
	for i, b := range p.blocks[:n] {
		if p.isNews(b) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	if b := p.blocks[last]; p.plan.Title == "" {
		if i, j := p.quoted(b.Start, b.End); i < j {
			p.setTitle(i, j)
		}
	}
	for _, b := range p.blocks[:last+1] {
		if p.plan.Issuer != "" {
			return
		}
		p.issuerOfNews(b)
	}
}

// issuerOfNews takes the issuer from a report that says who issued what.
func (p *parser) issuerOfNews(b layout.Block) {
	k := p.t.Find(b.Start, b.End, "印发")
	if k < 0 || p.t.Find(k, b.End, "《") < 0 {
		return
	}
	i := k
	for i > b.Start && !strings.ContainsRune("。,;:)", p.t.Folded[i-1]) {
		i--
	}
	for _, w := range []string{"近日", "日前", "联合", "正式"} {
		if p.t.Has(i, k, w) {
			i += len([]rune(w))
		}
		if p.t.Ends(i, k, w) {
			k -= len([]rune(w))
		}
	}
	if names, ok := p.issuersIn(i, k); ok {
		p.plan.Issuer = p.issuer(names)
	}
}
