package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// ranks are the words of a sentence outside of notes that says which of the bodies
// in a list leads: 列第一位的责任单位为牵头单位.
var ranks = []string{"第一位", "首位", "首个", "第一个", "第一单位", "第一责任单位", "排名第一", "列第一", "排第一", "排在第一", "排在首", "排在前", "逗号前", "分号前", "*", "★", "☆", "▲", "△", "※"}

// addProse adds the runes from i to j to list as paragraphs. A sentence that states
// who leads in all lists is a rule and no text.
func (p *parser) addProse(list []Paragraph, i, j int) []Paragraph {
	r := p.rankRule(i, j)
	if r.Empty() {
		return append(list, p.paragraph(i, j))
	}
	p.rules = append(p.rules, Rule{Text: p.t.Compact(r.Start, r.End), Kind: ruleKind(p.t, r), Span: p.t.Span(r.Start, r.End)})
	if a, b := p.t.Trim(i, r.Start); a < b {
		list = append(list, p.paragraph(a, b))
	}
	if a, b := p.t.TrimFunc(r.End, j, func(r rune) bool { return r == '。' || runes.IsBlank(r) }); a < b {
		list = append(list, p.paragraph(a, j))
	}
	return list
}

// rankRule returns the sentence between i and j that says which body of a list
// leads.
func (p *parser) rankRule(i, j int) note.Range {
	for _, w := range ranks {
		k := p.t.Find(i, j, w)
		if k < 0 {
			continue
		}
		r := note.Range{Start: k, End: k}
		for r.Start > i && p.t.Folded[r.Start-1] != '。' {
			r.Start--
		}
		for r.End < j && p.t.Folded[r.End] != '。' {
			r.End++
		}
		if kind := ruleKind(p.t, r); kind == RuleFirstLead || kind == RuleCommaLead || p.isMarkRule(r, k) {
			return r
		}
	}
	return note.Range{}
}

// isMarkRule reports whether the sentence at r says that the mark at k is that of
// those who lead: 标*的为牵头单位.
func (p *parser) isMarkRule(r note.Range, k int) bool {
	if !strings.ContainsRune(leadMarks, p.t.Folded[k]) {
		return false
	}
	lead := p.t.Find(k, r.End, "牵头")
	return lead >= 0 && lead-k < 10 && p.t.Find(k, lead, "为") >= 0 && p.t.Find(k, lead, "、") < 0
}

// isRemark reports whether the text from i to j is a remark on the whole: 注：…, or
// （排在首位的为牵头单位）.
func (p *parser) isRemark(i, j int) bool {
	return p.t.HasAny(i, j, []string{"注:", "备注:", "说明:", "(注:", "(备注:"}) || note.RankRule(p.t, i, j)
}
