package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// isRuleAlone reports whether the text from i to j, all of a bracket, states a
// rule: （括号中为牵头部门，下同）, （责任单位排第一位的为牵头单位）.
func isRuleAlone(t *runes.Text, i, j int) bool {
	if t.Find(i, j, "简称") >= 0 || LabelAt(t, i, j) {
		return false
	}
	if ranksLead(t, i, j) {
		return true
	}
	if t.Find(i, j, "下同") < 0 || !hasAny(t, Range{i, j}, []string{"牵头", "责任", "负责"}) {
		return false
	}
	n := Note{}
	return n.takeRules(t, i, j) == j
}

// RankRule reports whether the text from i to j is a bracket that says which body
// of each list leads, and nothing else.
func RankRule(t *runes.Text, i, j int) bool {
	inner, ok := wholeBracket(t, Range{i, j})
	return ok && ranksLead(t, inner.Start, inner.End)
}

// rankWords tell a place in a list, or the mark of a name in it. 第一 alone does
// not: 市第一医院.
var rankWords = []string{"第一位", "第一个", "第一的", "第一名", "第一者", "首位", "首个", "第一单位", "第一部门", "第一责任单位", "排在前", "列在前", "*", "★", "☆", "▲", "△", "※"}

// maxRank is how many runes may stand between a place in a list and the word that
// says who stands there: 排第一位的责任单位为牵头单位.
const maxRank = 10

// ranksLead reports whether the first clause from i to j says of a place in all
// lists, not of a body, that it leads.
func ranksLead(t *runes.Text, i, j int) bool {
	end := nextMark(t, i, j)
	for _, w := range rankWords {
		k := t.Find(i, end, w)
		if k >= 0 && hasAny(t, Range{k, min(end, k+maxRank)}, []string{"为牵头", "为主办", "为主责", "是牵头"}) {
			return true
		}
	}
	return false
}
