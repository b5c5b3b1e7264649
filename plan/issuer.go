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
	var over []note.Range
	for i, b := range p.blocks[:body] {
		if b.Kind != layout.Prose || b.Labeled && !p.collected(i) {
			over = nil
			continue
		}
		start := p.behindBox(p.titleStart(i), b.End)
		if names, ok := p.issuersIn(start, b.End); ok {
			over = append(over, names...)
			continue
		}
		k := p.titleVerb(start, b.End)
		switch {
		case !p.opensTitle(i, body) || k < 0 && (i == 0 || len(over) < i):
			over = nil
			continue
		case k > start:
			names, ok := p.issuersIn(start, k)
			if !ok {
				return
			}
			over = append(over, names...)
		}
		p.plan.Issuer = p.issuer(over)
		return
	}
}

// issuer joins the names of issuers by 、. A line that goes on with a name, which
// are no names each, is a part of it.
func (p *parser) issuer(names []note.Range) string {
	var b strings.Builder
	for k, r := range names {
		if k > 0 && p.isIssuer(names[k-1]) && p.isIssuer(r) && !p.t.Has(r.Start, r.End, "办公") {
			b.WriteString("、")
		}
		b.WriteString(p.t.Compact(r.Start, r.End))
	}
	return b.String()
}

// isIssuer reports whether r is the name of a body that issues plans.
func (p *parser) isIssuer(r note.Range) bool {
	return note.IsName(p.t, r.Start, r.End) || p.t.EndsAny(r.Start, r.End, centre)
}

// centre are the ends of names of the centre that other names do not have.
var centre = []string{"中央", "国务院", "部"}

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

// areIssuers reports whether the text from i to j is one name, or several.
func (p *parser) areIssuers(i, j int) bool {
	_, ok := p.issuersIn(i, j)
	return ok
}

// issuersIn returns the names in the text from i to j, one or several with blanks
// or 、 between them; false where there is anything else.
func (p *parser) issuersIn(i, j int) ([]note.Range, bool) {
	var names []note.Range
	i, j = p.t.Trim(i, j)
	for k := i; k <= j; k++ {
		if k < j && !betweenIssuers(p.t.Folded[k]) {
			continue
		}
		name := note.Range{Start: i, End: k}
		if !p.isIssuer(name) {
			return nil, false
		}
		names = append(names, name)
		i, _ = p.t.TrimFunc(k, j, betweenIssuers)
		k = max(k, i)
	}
	return names, true
}

func betweenIssuers(r rune) bool { return r == '、' || runes.IsBlank(r) }

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
	if names, ok := p.issuersIn(c.issuer.Start, c.issuer.End); ok && p.plan.Issuer == "" && !c.issuer.Empty() {
		p.plan.Issuer = p.issuer(names)
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
