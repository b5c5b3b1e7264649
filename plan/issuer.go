package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
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
			over = append(over, p.t.Compact(start, b.End))
			continue
		}
		k := p.titleVerb(start, b.End)
		switch {
		case !p.opensTitle(i, body) || k < 0 && (i == 0 || len(over) < i):
			over = nil
			continue
		case k < 0: // nothing but the names stands over it
		case k > start && !p.areIssuers(start, k):
			return
		case k > start:
			over = append(over, p.t.Compact(start, k))
		}
		p.plan.Issuer = strings.Join(over, "")
		return
	}
}

// behindBox returns where the text goes on behind a word of the page in 【】, or in
// quotation marks and with a blank behind them, at i: 【规范性文件】青山市人民政府.
func (p *parser) behindBox(i, j int) int {
	if k := p.t.Find(i, j, "】"); p.t.Folded[i] == '【' && k > 0 {
		i, _ = p.t.Trim(k+1, j)
	}
	if k := p.t.Find(i, j, "”"); p.t.Folded[i] == '“' && k > 0 && k+1 < j && runes.IsBlank(p.t.Folded[k+1]) {
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

// cover is what stands under a title as on a cover.
type cover struct {
	lines  int // 0, 1 or 2
	issuer note.Range
	date   Date
}

// cover reads the day, and the issuer before it, in the line or two at block i:
// （2024年3月5日）, 青山市林业局 2024年3月.
func (p *parser) cover(i int) cover {
	if i == 0 || i >= len(p.blocks) || p.blocks[i].Labeled {
		return cover{}
	}
	c := cover{lines: 1}
	start, end := p.inside(i)
	if p.areIssuers(start, end) && i+1 < len(p.blocks) {
		c.lines = 2
		_, end = p.inside(i + 1)
	}
	day := p.dateStart(start, end)
	c.date = p.date(day, end)
	_, name := p.t.TrimFunc(start, day, isBlankOrBracket)
	c.issuer = note.Range{Start: start, End: name}
	if c.date.IsZero() || p.t.Find(day, end, "年") < 0 || p.t.Find(day, end, "月") < 0 || !c.issuer.Empty() && !p.areIssuers(start, name) {
		return cover{}
	}
	return c
}

// underTitle takes the day and the issuer from the lines under the title at block i.
func (p *parser) underTitle(i int) {
	c := p.cover(i)
	if c.lines == 0 || !p.plan.Date.IsZero() && p.plan.Date != c.date {
		return
	}
	p.plan.Date = c.date
	if p.plan.Issuer == "" && !c.issuer.Empty() {
		p.plan.Issuer = p.t.Compact(c.issuer.Start, c.issuer.End)
	}
}

// inside returns the text of block i without the brackets around it.
func (p *parser) inside(i int) (int, int) {
	b := p.blocks[i]
	return p.t.TrimFunc(b.Start, b.End, isBlankOrBracket)
}

func isBlankOrBracket(r rune) bool {
	return runes.IsBlank(r) || runes.Close(r) != 0 || runes.IsClose(r)
}

// dateStart returns where the date begins that ends at end, i at the earliest.
func (p *parser) dateStart(i, end int) int {
	for end > i && inDate(p.t.Folded[end-1]) {
		end--
	}
	return end
}

// inDate reports whether r may stand in a date.
func inDate(r rune) bool {
	return runes.IsDigit(r) || runes.IsBlank(r) || strings.ContainsRune("年月日〇零一二三四五六七八九十", r)
}
