package note

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// bracketed reads the pair p as a note. The text it belongs to ends at end.
func bracketed(t *runes.Text, p runes.Pair, end int) (Note, bool) {
	i, j := t.Trim(p.Open+1, p.Close)
	closes := closesText(t, p.Close+1, end)
	if !closes && !hasDutyRune(t, i, j) && !hasPhone(t, i, j) {
		return Note{}, false
	}
	if isRuleAlone(t, i, j) {
		return Note{Range: Range{p.Open, p.Close + 1}, Rules: []Range{{i, j}}}, true
	}
	n, ok := parse(t, i, j)
	if !ok {
		return Note{}, false
	}
	n.Range = Range{p.Open, p.Close + 1}
	switch {
	case n.Labeled:
		return n, n.speaks()
	case n.hasVerb(t, i, j):
		return n, true
	case n.onlyTimes():
		return n, closes && n.behindStop(t) && setsTime(t, i, j)
	case hasPhone(t, i, j):
		return n, n.anyName(t, looksListed)
	}
	return n, isBare(t, n, end)
}

// onlyTimes reports whether the note says when, and not who.
func (n *Note) onlyTimes() bool {
	for _, g := range n.Groups {
		if g.When.Empty() {
			return false
		}
	}
	return true
}

// hasDutyRune reports whether a colon or a character that every verb of a duty
// has one of stands between i and j. Most brackets hold none and need no closer
// look.
func hasDutyRune(t *runes.Text, i, j int) bool {
	for ; i < j; i++ {
		switch t.Folded[i] {
		case ':', '责', '负', '牵', '配', '协', '主', '落', '实', '承', '推', '执', '办', '参', '支':
			return true
		}
	}
	return false
}

// closesText reports whether nothing but stops stands between i and j.
func closesText(t *runes.Text, i, j int) bool {
	for ; i < j; i++ {
		if r := t.Folded[i]; r != '。' && r != ';' && r != '.' && !runes.IsBlank(r) {
			return false
		}
	}
	return true
}

// speaks reports whether a group of the note says who or when, not only whom to
// call.
func (n *Note) speaks() bool {
	for _, g := range n.Groups {
		if g.Other.Empty() {
			return true
		}
	}
	return false
}

// hasVerb reports whether what is in the note ends in the verb of a duty and
// speaks of bodies alone: （市科委牵头，各区配合）.
func (n *Note) hasVerb(t *runes.Text, i, j int) bool {
	body := clauseEnd(t, i, j)
	for _, s := range slices.Backward(segments(t, i, body)) {
		if !isWhen(t, s) {
			body = s.End
			break
		}
	}
	if _, role := trimVerb(t, i, body); role == NoRole {
		return false
	}
	return n.anyName(t, looksLike) && n.mostNames(t)
}

// mostNames reports whether at least half of the names look like names, and
// none reads as a clause: 广州、深圳、东莞等市人民政府 has cities among them.
func (n *Note) mostNames(t *runes.Text) bool {
	all, like := 0, 0
	for _, g := range n.Groups {
		for _, name := range g.Names {
			all++
			if looksLike(t, name) {
				like++
			} else if name.End-name.Start > 10 || hasSentence(t, name) {
				return false
			}
		}
	}
	return like*2 >= all
}

// isBare reports whether the note is a list of bodies in brackets that closes
// its text: nothing but a stop follows.
func isBare(t *runes.Text, n Note, end int) bool {
	return closesText(t, n.End, end) && n.allNames(t, looksListed) && n.anyName(t, looksBare) && (n.behindStop(t) || n.alone() && n.ranked(t) || n.anyName(t, looksOffice) && (!n.alone() || !n.explains(t)))
}

// explains reports whether the note may say which body the noun before it means:
// 主管部门（教育局）.
func (n *Note) explains(t *runes.Text) bool {
	return endsAny(t, Range{max(0, n.Start-4), n.Start}, []string{"部门", "单位", "机构", "机关", "主体", "局", "委", "厅", "署", "办", "处", "室", "会", "政府", "中心", "简称", "称"})
}

// looksOffice reports whether s ends as the name of an office does: what stands
// right behind a noun, without a stop, may as well say what it is made of.
// 四大中心（物流中心、会展中心）.
func looksOffice(t *runes.Text, s Range) bool {
	return endsAny(t, bareName(t, s), []string{"委", "委员会", "局", "厅", "署", "办", "办公室", "办公厅", "处", "处室", "科室", "政府", "海关", "部门", "单位", "组织部", "宣传部", "统战部", "总工会", "妇联", "残联"}) || t.Folded[s.Start] == '各' || isWord(t, s, ministries)
}

// looksBare is [looksCertain], or tells a ministry or an office by its level:
// 公安部, 市禁毒办, 镇派出所.
func looksBare(t *runes.Text, s Range) bool {
	switch {
	case looksCertain(t, s), isWord(t, s, ministries):
		return true
	case !runesIn("省市县区州镇乡", t.Folded[s.Start]) && !hasPrefix(t, s, []string{"中央", "国家", "全国"}), s.End-s.Start < 3, s.End-s.Start > maxMinistry:
		return false
	}
	return endsAny(t, s, []string{"办", "站", "馆", "所", "校", "院", "宫", "督查室", "研究室", "工作队", "人武部"}) &&
		!endsAny(t, s, []string{"通办", "联办", "即办", "代办", "网办", "快办", "场所", "网站", "学校"})
}

// behindStop reports whether a sentence, or nothing, ends before the note.
func (n *Note) behindStop(t *runes.Text) bool {
	k := n.Start - 1
	for k >= 0 && runes.IsBlank(t.Folded[k]) && !runes.IsBreak(t.Folded[k]) {
		k--
	}
	return k < 0 || runes.IsBreak(t.Folded[k]) || runes.EndsSentence(t.Folded[k]) || runes.IsClose(t.Folded[k]) || t.Folded[k] == '”'
}

// alone reports whether the note names one body.
func (n *Note) alone() bool { return len(n.Groups) == 1 && len(n.Groups[0].Names) == 1 }

// ranked reports whether the first name opens with its level: 市公安局, 厅法规处.
func (n *Note) ranked(t *runes.Text) bool {
	name := n.Groups[0].Names[0]
	return runesIn("省市县区州厅局委镇乡", t.Folded[name.Start]) && !t.Has(name.Start, name.End, "委托")
}

func (n *Note) allNames(t *runes.Text, is func(*runes.Text, Range) bool) bool {
	count := 0
	for _, g := range n.Groups {
		for _, name := range g.Names {
			count++
			if !is(t, name) {
				return false
			}
		}
		if !g.Other.Empty() {
			return false
		}
	}
	return count > 0
}

func (n *Note) anyName(t *runes.Text, is func(*runes.Text, Range) bool) bool {
	for _, g := range n.Groups {
		for _, name := range g.Names {
			if is(t, name) {
				return true
			}
		}
	}
	return false
}

// Bracketed reports whether the text from i to j ends in the bracket of a note.
func Bracketed(t *runes.Text, i, j int) bool {
	pairs, _ := t.Pairs(i, j)
	if len(pairs) == 0 {
		return false
	}
	last := pairs[len(pairs)-1]
	if last.Close+1 < j-1 {
		return false
	}
	_, ok := bracketed(t, last, j)
	return ok
}

// Line reads the text from i to j, which opens with a label, as a note without
// brackets.
func Line(t *runes.Text, i, j int) (Note, bool) {
	n, ok := parse(t, i, j)
	n.Range = Range{i, j}
	return n, ok && n.Labeled
}

// Complete reports whether the line of a note from i to j ends in the name of a
// body, with or without a verb, or in a time, so that nothing shows that it goes on.
func Complete(t *runes.Text, i, j int) bool {
	k := j
	for k > i && !isSeparator(t.Folded[k-1]) && t.Folded[k-1] != ':' {
		k--
	}
	a, b := t.Trim(k, j)
	s := Range{a, b}
	if s.Empty() || isWhen(t, s) {
		return !s.Empty()
	}
	s.End, _ = trimVerb(t, a, b)
	return looksLike(t, s)
}

// unbracketed reads a note that stands open behind a sentence: …机制。责任单位：
// 市科委、市教委。 It looks for its label between i and j; the sentence may end up to
// whole, and have brackets of its own.
func unbracketed(t *runes.Text, i, j, whole int) (Note, bool) {
	for k := i; k < j; k++ {
		if k == i || opensClause(t.Folded[k-1]) {
			if n, ok := assigned(t, k, whole); ok {
				return n, true
			}
		}
		if k > i && t.Folded[k-1] == ',' {
			if n, ok := labelInside(t, k, whole); ok {
				return n, true
			}
		}
		if k > i && !runes.IsBlank(t.Folded[k-1]) && !opensSentence(t.Folded[k-1]) {
			continue
		}
		h, ok := headingAt(t, k, whole)
		if !ok && k > i {
			h, ok = headingIs(t, k, whole)
			ok = ok && looksCertain(t, Range{h.next, nextMark(t, h.next, whole)})
		}
		if ok && (h.kind == dutyLabel || h.kind == whenLabel) {
			n, ok := Line(t, k, sentenceEnd(t, k, whole))
			if k > i && isStar(t.Folded[k-1]) {
				n.Start--
			}
			return n, ok
		}
	}
	return Note{}, false
}

// labelInside reads a note whose label stands behind a comma at i, and before the
// name of a body: …，责任单位：市科委, …，牵头单位为市科委.
func labelInside(t *runes.Text, i, j int) (Note, bool) {
	h, ok := headingAt(t, i, j)
	if !ok {
		h, ok = headingIs(t, i, j)
	}
	if !ok || h.kind != dutyLabel || !endsAny(t, h.Range, nouns) {
		return Note{}, false
	}
	a, _ := t.Trim(h.next, j)
	if !looksCertain(t, Range{a, nextMark(t, a, j)}) {
		return Note{}, false
	}
	return Line(t, i, sentenceEnd(t, i, j))
}

// opensSentence reports whether a sentence may begin behind r.
func opensSentence(r rune) bool { return r == '。' || r == ';' || isStar(r) }

// opensClause reports whether a clause may begin behind r.
func opensClause(r rune) bool { return r == ',' || r == ':' || opensSentence(r) || runes.IsBlank(r) }

// isStar reports whether r is a mark before a label.
func isStar(r rune) bool { return r == '★' || r == '☆' || r == '▲' || r == '*' }

// boxed reads a note that the label in the brackets of p opens, up to the end of
// its sentence.
func boxed(t *runes.Text, p runes.Pair, end int) (Note, bool) {
	if _, ok := headingAt(t, p.Open, end); !ok {
		return Note{}, false
	}
	return Line(t, p.Open, sentenceEnd(t, p.Open, end))
}

// sentenceEnd returns where the sentence at i ends: at the first full stop
// outside of brackets, or at j.
func sentenceEnd(t *runes.Text, i, j int) int {
	depth := 0
	for k := i; k < j; k++ {
		switch r := t.Folded[k]; {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth = max(0, depth-1)
		case r == '。' && depth == 0:
			return k
		}
	}
	return j
}

// Opens reports whether a label or the name of a body stands behind the open
// bracket at i, before j.
func Opens(t *runes.Text, i, j int) bool {
	a, b := t.Trim(i+1, j)
	if LabelAt(t, a, b) {
		return true
	}
	end := nextMark(t, a, b)
	if v, role := trimVerb(t, a, end); role != NoRole {
		end = v
	}
	return looksCertain(t, Range{a, end})
}
