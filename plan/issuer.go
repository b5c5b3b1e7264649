package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
)

// issuerOfTitle takes the issuer from the title of the notice, or of the plan, in
// the blocks before body: 青山市人民政府办公室关于印发…的通知. The names of several may
// stand on lines of their own over it.
func (p *parser) issuerOfTitle(body int) {
	var over []string
	for i, b := range p.blocks[:body] {
		if b.Kind != layout.Prose || b.Labeled && !p.collected(i) {
			over = nil
			continue
		}
		start := p.behindBox(p.titleStart(i), b.End)
		if p.areIssuers(start, b.End) {
			over = append(over, p.t.Slice(start, b.End))
			continue
		}
		k := p.titleVerb(start, b.End)
		switch {
		case k < 0 || !p.opensTitle(i, body):
			over = nil
			continue
		case k > start && !p.areIssuers(start, k):
			return
		case k > start:
			over = append(over, strings.TrimSpace(p.t.Slice(start, k)))
		}
		p.plan.Issuer = strings.Join(over, "")
		return
	}
}

// behindBox returns where the text goes on behind a word of the page in 【】 at i:
// 【规范性文件】青山市人民政府.
func (p *parser) behindBox(i, j int) int {
	if k := p.t.Find(i, j, "】"); p.t.Folded[i] == '【' && k > 0 {
		i, _ = p.t.Trim(k+1, j)
	}
	return i
}

// titleVerb returns where the words begin that follow the issuer in a title, or -1.
func (p *parser) titleVerb(i, j int) int {
	at := -1
	for _, w := range []string{"关于", "印发", "转发"} {
		if k := p.t.Find(i, j, w); k >= 0 && (at < 0 || k < at) {
			at = k
		}
	}
	return at
}

// opensTitle reports whether a title of a notice or a plan begins in block i.
func (p *parser) opensTitle(i, body int) bool {
	for j := i + 1; j <= min(body, i+maxNoticeLines); j++ {
		if p.noticeLines(i, j) || p.titleBlocks(i, j) {
			return true
		}
	}
	return false
}

// maxNoticeLines is how many lines the title of a notice has at most.
const maxNoticeLines = 4

// areIssuers reports whether the text from i to j is one name, or several with
// blanks between them.
func (p *parser) areIssuers(i, j int) bool {
	i, j = p.t.Trim(i, j)
	for k := i; k <= j; k++ {
		if k < j && p.t.Folded[k] != ' ' && p.t.Folded[k] != '、' && p.t.Folded[k] != '\u3000' {
			continue
		}
		if !note.IsName(p.t, i, k) && !p.t.Ends(i, k, "中央") && !p.t.Ends(i, k, "国务院") && !p.t.Ends(i, k, "部") {
			return false
		}
		i, _ = p.t.Trim(k, j)
		k = max(k, i)
	}
	return true
}
