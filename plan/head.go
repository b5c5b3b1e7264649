package plan

import (
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// readFront fills what stands before the plan's text: title, number, date,
// issuer, addressees, notice.
func (p *parser) readFront(f front) {
	p.factsBehind()
	n := f.body
	if !f.title.Empty() {
		i, j := p.titleStart(f.title.Start), p.titleEnd(f.title)
		p.setTitle(i, j)
		p.addNotice(p.blocks[f.title.Start].Start, i)
		p.addNotice(j, p.blocks[f.title.End-1].End)
		n = f.title.Start
	}
	for i, b := range p.blocks[:f.body] {
		if i >= n && i < f.title.End {
			continue
		}
		p.readHead(b)
		if b.Kind == layout.Date {
			p.readSeal(i)
		}
		p.addNotice(b.Start, b.End)
	}
	if p.plan.Title == "" {
		p.titleOfNotice(n)
	}
	if p.plan.Title == "" {
		p.titleOfIssue(n)
	}
	p.titleOfFacts()
	if p.plan.Issuer == "" {
		p.issuerOfTitle(f.body)
	}
	p.readNews(n)
	p.overTitle(f.body)
	if !f.title.Empty() {
		p.readDecrees(f.title.End)
		p.underTitle(f.title.End)
	}
}

// addNotice adds the runes from i to j to the notice, if there are any.
func (p *parser) addNotice(i, j int) {
	if i, j = p.t.Trim(i, j); i < j {
		p.plan.Notice = p.addProse(p.plan.Notice, i, j)
	}
}

// titleEnd returns where the title in the blocks of r ends. The day that a
// collection adds in brackets, （2023年5月4日）, is none of it.
func (p *parser) titleEnd(r note.Range) int {
	i, j := p.blocks[r.Start].Start, p.blocks[r.End-1].End
	if p.bracketDay(i, j).IsZero() {
		return j
	}
	return p.withoutBracket(i, j)
}

// bracketDay returns the day that stands in brackets at the end of the text from i
// to j: 青山市护林方案（2023年5月4日）.
func (p *parser) bracketDay(i, j int) Date {
	open := p.withoutBracket(i, j)
	a, b := p.t.TrimFunc(open, j, isBlankOrBracket)
	if open <= i || a >= b || p.dateStart(a, b) > a || !p.t.Ends(a, b, "日") {
		return Date{}
	}
	return p.date(a, b)
}

// overTitle takes the day in brackets behind a title before block body, and the
// number before it in its line, where nothing else told them.
func (p *parser) overTitle(body int) {
	for i, b := range p.blocks[:body] {
		if b.Kind != layout.Prose {
			continue
		}
		if p.plan.Date.IsZero() {
			p.plan.Date = p.bracketDay(b.Start, b.End)
		}
		if start := p.titleStart(i); p.plan.DocumentNumber == "" && !b.Labeled && start > b.Start {
			p.plan.DocumentNumber = p.numberBefore(b.Start, start)
		}
	}
}

// numberBefore returns the document number at the end of the text from i to j, behind
// the head of an office's paper: 青山市林业局文件 青林发〔2024〕3号.
func (p *parser) numberBefore(i, j int) string {
	for k := i; k < j && p.t.Folded[k] != '〔' && p.t.Folded[k] != '['; k++ {
		if runes.IsBlank(p.t.Folded[k]) && p.t.Ends(i, k, "文件") {
			i = k
		}
	}
	i, j = p.t.Trim(i, j)
	return p.t.Compact(i, j)
}

// setTitle sets the title from the runes i to j.
func (p *parser) setTitle(i, j int) {
	p.plan.Title = p.joinTitle(i, j)
	p.plan.TitleSpan = p.t.Span(i, j)
}

// joinTitle returns the title without the breaks between its lines.
func (p *parser) joinTitle(i, j int) string {
	s := p.t.Slice(i, j)
	if !strings.ContainsFunc(s, runes.IsBreak) {
		return s
	}
	var b strings.Builder
	for line := range strings.FieldsFuncSeq(s, runes.IsBreak) {
		b.WriteString(strings.TrimFunc(line, runes.IsBlank))
	}
	return b.String()
}

// readHead reads the facts that one block of the notice holds.
func (p *parser) readHead(b layout.Block) {
	switch {
	case b.Kind == layout.Date:
		p.plan.Date = p.date(b.Start, b.End)
	case b.Kind == layout.Number:
		i, j := p.t.TrimFunc(b.Start, b.End, isBlankOrBracket)
		if pairs := layout.Pairs(p.t, b.Start, b.End); len(pairs) == 1 {
			i = pairs[0].Value.Start
		}
		p.plan.DocumentNumber = p.t.Compact(i, j)
	case !p.facts.headed && p.isNotice(b.Start, b.End) && p.titleLine(b.Start, b.End):
		p.facts.headed = true
		p.plan.Addressees = nil // those over it are of the page
	case p.isAddressee(b) && p.plan.Addressees == nil:
		for _, r := range note.Split(p.t, b.Start, b.End-1) {
			p.plan.Addressees = append(p.plan.Addressees, p.t.Compact(r.Start, r.End))
		}
	case p.isLetterhead(b):
		p.setIssuer(b.Start, b.End-2, ownRank-1)
	default:
		p.readFacts(b)
	}
}

// isLetterhead reports whether the block is the head of an office's paper:
// 云溪市人民政府文件.
func (p *parser) isLetterhead(b layout.Block) bool {
	return b.Kind == layout.Prose && !b.Labeled && p.t.Ends(b.Start, b.End, "文件") && note.IsName(p.t, b.Start, b.End-2)
}

// maxSeal is how many lines a seal has at most: one for each issuer.
const maxSeal = 40

// readSeal reads the issuer from the lines over the date at block i.
func (p *parser) readSeal(i int) {
	var names []note.Range
	for k := i - 1; k >= 0 && k >= i-maxSeal; k-- {
		b := p.blocks[k]
		if b.Kind != layout.Prose || b.Labeled || !p.isName(b) && !p.isSeal(b) || p.isRemark(b.Start, b.End) {
			break
		}
		names = append(names, p.namesOf(b)...)
	}
	if slices.Reverse(names); len(names) > 0 {
		p.plan.Issuer = p.issuer(names)
	}
}

// namesOf returns the names in a line of a seal, the last one first, or the line
// itself where it is a part of one.
func (p *parser) namesOf(b layout.Block) []note.Range {
	names, ok := p.issuersIn(b.Start, b.End)
	if !ok {
		return []note.Range{{Start: b.Start, End: b.End}}
	}
	slices.Reverse(names)
	return names
}

// isSeal reports whether a block is a line of an issuer's name: short, without
// marks and digits, or （代章）.
func (p *parser) isSeal(b layout.Block) bool {
	return b.End-b.Start <= 24 && !slices.ContainsFunc(p.t.Folded[b.Start:b.End], runes.IsDigit) && p.titleLine(b.Start, b.End) && !p.isTitle(b.Start, b.End) && !p.isNotice(b.Start, b.End) && b.Kind != layout.Number
}

// titleOfNotice takes the title from a notice's own: from its 《》, or from what
// it forwards.
func (p *parser) titleOfNotice(n int) {
	for i := range n {
		for j := min(n, i+3); j > i; j-- {
			if !p.noticeLines(i, j) {
				continue
			}
			a, b := p.titleStart(i), p.titleEnd(note.Range{Start: i, End: j})
			if a, b = p.forwarded(a, b); a < b {
				p.plan.Title = p.joinTitle(a, b)
				p.plan.TitleSpan = p.t.Span(a, b)
			}
			return
		}
	}
}

// titleOfIssue takes the title from the sentence of a notice, in the first n blocks,
// that issues the plan: 现将《青山市护林方案》印发给你们.
func (p *parser) titleOfIssue(n int) {
	for _, b := range p.blocks[:n] {
		k := p.t.Find(b.Start, b.End, "现将")
		if k < 0 || b.Kind != layout.Prose || !p.issues(b) {
			continue
		}
		i, _ := p.t.Trim(k+len([]rune("现将")), b.End)
		j := p.t.Find(i, min(b.End, i+maxTitle), "》")
		if j < 0 || p.t.Folded[i] != '《' || !p.isTitle(i+1, j) || !p.issuedAt(j+1, b.End) {
			continue
		}
		p.plan.Title, p.plan.TitleSpan = p.joinTitle(i+1, j), p.t.Span(i+1, j)
		return
	}
}

// issuedAt reports whether the text from i to j begins with a word for issuing, behind
// a bracket: （以下简称《方案》）印发给你们.
func (p *parser) issuedAt(i, j int) bool {
	if pairs, _ := p.t.Pairs(i, min(j, i+maxTitle)); len(pairs) > 0 && pairs[0].Open == i {
		i, _ = p.t.Trim(pairs[0].Close+1, j)
	}
	return p.t.HasAny(i, j, []string{"印发", "转发", "下发", "发给", "予以"})
}

// noticeLines reports whether the blocks from i to j are the title of a notice.
func (p *parser) noticeLines(i, j int) bool {
	for k := i; k < j; k++ {
		if b := p.blocks[k]; b.Kind != layout.Prose || b.Labeled && !p.collected(k) || !p.titleLine(b.Start, b.End) {
			return false
		}
	}
	return p.isNotice(p.titleStart(i), p.blocks[j-1].End)
}

// forwards are the words before what a notice issues or passes on.
var forwards = []string{"印发", "转发", "发布", "公布", "下发"}

// forwarded returns the name of what a notice forwards, or its own.
func (p *parser) forwarded(i, j int) (int, int) {
	start, found := i, false
	for _, w := range forwards {
		if k := p.t.Find(i, j, w); k >= 0 {
			start, found = k+len([]rune(w)), true
			break
		}
	}
	if a, b := p.quoted(start, j); a < b && (found || a == i+1) {
		return a, b
	}
	if p.t.Ends(start, j, "的通知") && (found || p.t.EndsAny(start, j-3, kindsOfPlan) && p.t.Find(start, j, "关于") < 0) {
		j -= 3
	}
	return p.t.Trim(start, j)
}

// quoted returns what stands in the first title marks from i to j: 《甲〈乙〉方案》, or
// 〈甲方案〉 where 《》 are outside.
func (p *parser) quoted(i, j int) (int, int) {
	for k := i; k < j; k++ {
		if open := p.t.Folded[k]; open == '《' || open == '〈' {
			if end := p.closing(k, j, open, open+1); end > 0 { // 》 follows 《 in Unicode
				return k + 1, end
			}
		}
	}
	return i, i
}

// closing returns where the mark is that closes the one at k, or the last of its
// kind before j, or -1.
func (p *parser) closing(k, j int, open, end rune) int {
	last, depth := -1, 0
	for ; k < j; k++ {
		switch p.t.Folded[k] {
		case open:
			depth++
		case end:
			last = k
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return last
}

// date reads the date at i: 2023年5月18日, 2025-05-27, 二〇一七年十月.
func (p *parser) date(i, j int) Date { return parseDate(p.t.Compact(i, j)) }

// headingTitle takes the title from the one Markdown heading of level 1, label
// and all, where the text has no other title.
func (p *parser) headingTitle(roots []*unit) {
	if p.plan.Title != "" || len(roots) != 1 || roots[0].heading != 1 {
		return
	}
	u := roots[0]
	p.setTitle(u.block.Start, u.title.End)
}
