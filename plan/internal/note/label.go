package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// labelKind tells what a label announces.
type labelKind int

const (
	noLabel labelKind = iota
	dutyLabel
	whenLabel  // 完成时限
	otherLabel // 责任人, 联系电话
)

// heading is a label inside a note.
type heading struct {
	Range     // without the colon
	next  int // behind the colon
	kind  labelKind
	role  Role
	// mixed says that the label names two roles and that brackets in its list
	// tell them apart: 主（協）辦機關：A、（B）.
	mixed bool
	// people says that names of persons stand in the list: 责任单位及责任人.
	people bool
}

// begin returns where the label begins, with a bracket of its own.
func (h heading) begin(t *runes.Text) int {
	if h.Start > 0 && t.Folded[h.Start-1] == '【' {
		return h.Start - 1
	}
	return h.Start
}

// maxLabel is the length of the longest label in runes.
const maxLabel = 16

// maxRemark is the length in runes of the longest label that is not known, with
// its colon.
const maxRemark = 9

// headingAt reads the label at i, and before j.
func headingAt(t *runes.Text, i, j int) (heading, bool) {
	if i < j && t.Folded[i] == '【' {
		return boxedAt(t, i, j)
	}
	colon := colonAfter(t, i, j)
	if colon < 0 {
		return spacedAt(t, i, j)
	}
	h := heading{Range: Range{i, colon}, next: colon + 1}
	_, h.End = t.TrimFunc(i, colon, isBlankOrStar)
	if k := lastBlank(t, h.Range); k >= 0 { // a name, a blank, a label
		if kind, _, _ := classify(t, Range{k + 1, h.End}); kind != noLabel {
			return heading{}, false
		}
	}
	h.kind, h.role, h.mixed = classify(t, h.Range)
	h.people = h.kind == dutyLabel && namesPeople(t, h.Range)
	if h.kind == dutyLabel && t.Ends(h.Start, h.End, "分工") && tellsTasks(t, h.next, j) {
		return heading{}, false
	}
	return h, h.kind != noLabel && !glued(t, h.Range) && !behindList(t, h.Range) && !behindTopic(t, h.Range)
}

// tellsTasks reports whether the text from i to j says what each body is in charge
// of, and is no list of them: 市教育局负责校园安全；市公安局负责巡逻.
func tellsTasks(t *runes.Text, i, j int) bool {
	for {
		k := t.Find(i, j, "负责")
		if k < 0 {
			return false
		}
		i = k + len([]rune("负责"))
		if i < j && (runes.IsHan(t.Folded[i]) || runes.IsWord(t.Folded[i])) {
			return true
		}
	}
}

// behindTopic reports whether r is the heading of a chapter, whose first part says
// nothing of who or when: 检查内容及负责单位.
func behindTopic(t *runes.Text, r Range) bool {
	for _, w := range []string{"及", "和", "、"} {
		if k := t.Find(r.Start, r.End, w); k > r.Start {
			left := Range{r.Start, k}
			kind, _, _ := classify(t, left)
			return kind == noLabel && !hasAny(t, left, leadWords) && !hasAny(t, left, supportWords) && !hasAny(t, left, dutyWords)
		}
	}
	return false
}

// behindList reports whether r is the end of a list and a label: 市科委、配合单位.
func behindList(t *runes.Text, r Range) bool {
	k := t.Find(r.Start, r.End, "、")
	if k < 0 {
		return false
	}
	kind, _, _ := classify(t, Range{r.Start, k})
	return kind == noLabel && looksCertain(t, Range{r.Start, k})
}

// maxSpaced is the length in runes of the longest label that a blank closes.
const maxSpaced = 8

// spacedAt reads a label that a blank or a stroke closes before a name or a time:
// 责任单位 市科委, 责任单位/市科委.
func spacedAt(t *runes.Text, i, j int) (heading, bool) {
	k := i
	for k < j && k <= i+maxSpaced && runes.IsHan(t.Folded[k]) {
		k++
	}
	if k >= j || !runes.IsBlank(t.Folded[k]) && t.Folded[k] != '/' && t.Folded[k] != '|' {
		return heading{}, false
	}
	h, ok := bareAt(t, Range{i, k})
	if !ok {
		return heading{}, false
	}
	h.next = k + 1
	a, _ := t.Trim(h.next, j)
	value := Range{a, nextMark(t, a, j)}
	if kind, _, _ := classify(t, value); h.kind == whenLabel {
		return h, !value.Empty() && isWhen(t, value)
	} else if kind != noLabel { // 责任单位/配合单位
		return heading{}, false
	}
	return h, looksCertain(t, value)
}

// bareAt reads r as a label that no colon closes.
func bareAt(t *runes.Text, r Range) (heading, bool) {
	h := heading{Range: r, next: r.End}
	h.kind, h.role, h.mixed = classify(t, r)
	switch h.kind {
	case dutyLabel:
		return h, endsAny(t, r, []string{"单位", "部门", "科室", "处室", "机关"})
	case whenLabel:
		return h, r.End-r.Start > 2 && !looksLike(t, r)
	default:
		return h, false
	}
}

// Heads reports whether the line from i to j is a label and nothing else, without
// a colon, and the line from a to b is its list or its time.
func Heads(t *runes.Text, i, j, a, b int) bool {
	if j-i > maxSpaced {
		return false
	}
	for k := i; k < j; k++ {
		if !runes.IsHan(t.Folded[k]) {
			return false
		}
	}
	h, ok := bareAt(t, Range{i, j})
	if !ok || a >= b {
		return false
	}
	if h.kind == whenLabel {
		return isWhen(t, Range{a, b})
	}
	_, ok = Bodies(t, a, b)
	kind, _, _ := classify(t, Range{a, nextMark(t, a, b)})
	return ok && kind == noLabel
}

// isBlankOrStar reports whether r may stand between a label and its colon: the
// lines of Markdown are looked at before their marks are gone.
func isBlankOrStar(r rune) bool { return r == '*' || runes.IsBlank(r) }

// boxedAt reads a label that stands in brackets of its own before its list:
// 【责任单位】市科委、市教委.
func boxedAt(t *runes.Text, i, j int) (heading, bool) {
	end := i + 1
	for end < j && end-i <= maxLabel && (runes.IsHan(t.Folded[end]) || t.Folded[end] == '、' || t.Folded[end] == '/') {
		end++
	}
	if end >= j || t.Folded[end] != '】' {
		return heading{}, false
	}
	h := heading{Range: Range{i + 1, end}, next: end + 1}
	if h.next < j && t.Folded[h.next] == ':' {
		h.next++
	}
	h.kind, h.role, h.mixed = classify(t, h.Range)
	return h, h.kind != noLabel && !t.Ends(h.Start, h.End, "局")
}

// remarkAt reads a label at i that announces neither bodies nor a time, and
// stands behind one that does: 目标位置：.
func remarkAt(t *runes.Text, i, j int) (heading, bool) {
	colon := colonAfter(t, i, min(j, i+maxRemark))
	if colon < 0 {
		return heading{}, false
	}
	h := heading{Range: Range{i, colon}, next: colon + 1, kind: otherLabel}
	_, h.End = t.Trim(i, colon)
	return h, !looksCertain(t, h.Range) || endsAny(t, h.Range, []string{"试点单位", "试点地区", "建设单位", "服务单位"})
}

// glued reports whether r is a name and a label that nothing separates, as a
// line break between them leaves: 市财政局完成时限.
func glued(t *runes.Text, r Range) bool {
	for k := r.Start + 3; k+2 <= r.End; k++ {
		if kind, _, _ := classify(t, Range{k, r.End}); kind != noLabel && opensLabel(t.Folded[k]) && looksCertain(t, Range{r.Start, k}) {
			return true
		}
	}
	return false
}

// opensLabel reports whether a label may begin with r behind a name.
func opensLabel(r rune) bool {
	switch r {
	case '牵', '责', '配', '主', '协', '参', '完', '时', '办', '期', '落', '承', '实', '会':
		return true
	}
	return false
}

// lastBlank returns the place of the last blank in r, or -1.
func lastBlank(t *runes.Text, r Range) int {
	for k := r.End - 1; k > r.Start; k-- {
		if runes.IsBlank(t.Folded[k]) {
			return k
		}
	}
	return -1
}

// headingIs reads a label that 为 closes instead of a colon: 责任单位为市科委.
func headingIs(t *runes.Text, i, j int) (heading, bool) {
	k := t.Find(i, min(j, i+maxLabel), "为")
	if k < 0 {
		return heading{}, false
	}
	h := heading{Range: Range{i, k}, next: k + 1}
	h.kind, h.role, h.mixed = classify(t, h.Range)
	return h, h.kind == dutyLabel && endsAny(t, h.Range, nouns)
}

// colonAfter finds the colon that ends a label at i: only characters, brackets
// and the marks that join two roles stand before it.
func colonAfter(t *runes.Text, i, j int) int {
	depth := 0
	for k := i; k < j && k < i+maxLabel; k++ {
		switch r := t.Folded[k]; {
		case runes.IsHan(r):
		case k == i:
			return -1
		case r == ':' && depth == 0:
			return k
		case r == '(':
			depth++
		case r == ')' && depth > 0:
			depth--
		case r == '/', r == '、', r == '*', runes.IsBlank(r) && !runes.IsBreak(r):
		default:
			return -1
		}
	}
	return -1
}

// The words of labels, folded. Those of a role come with a noun (牵头单位) or
// stand alone (牵头：).
var (
	leadWords    = []string{"牵头", "主办", "主责", "主政", "主(协)办"}
	supportWords = []string{"配合", "协办", "协助", "参与", "参加", "协同", "协作", "支持", "会办"}
	dutyWords    = []string{"责任", "负责", "落实", "实施", "承办", "主管", "承担", "执行", "完成", "组织", "分工", "督办", "主体", "指导", "督导", "监督", "监管", "联系", "包保", "权责"}
	nouns        = []string{"单位", "部门", "处室", "机关", "机构", "科室", "股室", "站所", "部室", "院系", "主体", "企业", "局", "局处", "委办", "方", "(单位)", "(部门)", "省份", "地区"}
	whenWords    = []string{"时限", "时限要求", "期限", "期限要求", "完成时间", "时间要求", "时间节点", "起讫时间", "起止时间", "完成日期", "实施时间", "办结时间", "工作时间", "时间安排", "进度要求", "时间进度", "起迄时间", "进度安排", "期程", "时程", "截止时间", "整改时间", "办理时间", "推进时间", "落实时间", "完成节点", "进度节点", "时间表"}
	otherWords   = []string{"责任人", "负责人", "联系人", "领导", "电话", "联系方式"}
)

// classify tells what the label r is.
func classify(t *runes.Text, r Range) (kind labelKind, role Role, mixed bool) {
	if k := personsAt(t, r); k > 0 {
		return classify(t, Range{r.Start, k})
	}
	switch {
	case endsAny(t, r, otherWords):
		if k := peopleAt(t, r); k > 0 {
			return classify(t, Range{r.Start, k})
		}
		return otherLabel, NoRole, false
	case endsAny(t, r, whenWords), t.Has(r.Start, r.End, "时间") && r.End-r.Start == 2:
		return whenLabel, NoRole, false
	}
	lead, support, duty := hasAny(t, r, leadWords), hasAny(t, r, supportWords), hasAny(t, r, dutyWords)
	if !lead && !support && !duty {
		return noLabel, NoRole, false
	}
	if !endsAny(t, r, nouns) && !bareRole(t, r) {
		return noLabel, NoRole, false
	}
	switch {
	case lead && (support || t.Find(r.Start, r.End, "主(协)办") >= 0):
		return dutyLabel, Lead, true
	case lead:
		return dutyLabel, Lead, false
	case support && (!duty || helps(t, r)):
		return dutyLabel, Support, false
	}
	return dutyLabel, Unspecified, false
}

// helps reports whether a word of support stands before that of the duty in r, and
// nothing between them: 协同责任单位, and not 责任及配合单位.
func helps(t *runes.Text, r Range) bool {
	for _, w := range supportWords {
		if t.Has(r.Start, r.End, w) {
			rest := r.Start + len([]rune(w))
			for _, d := range dutyWords {
				if t.Has(rest, r.End, d) {
					return true
				}
			}
		}
	}
	return false
}

// peopleAt returns where the label of bodies ends that one of persons is joined
// to, or 0: 责任单位及责任人.
func peopleAt(t *runes.Text, r Range) int {
	for _, w := range []string{"及", "和", "、", "/", "("} {
		if k := t.Find(r.Start, r.End, w); k > r.Start && endsAny(t, Range{r.Start, k}, nouns) {
			return k
		}
	}
	return 0
}

// bareRole reports whether r is a role word and nothing else.
func bareRole(t *runes.Text, r Range) bool {
	for _, words := range [][]string{leadWords, supportWords, {"责任", "负责", "责任分工", "任务分工", "部门分工", "单位分工"}} {
		for _, w := range words {
			if len([]rune(w)) == r.End-r.Start && t.Has(r.Start, r.End, w) {
				return true
			}
		}
	}
	return false
}

// LabelAt reports whether a label of a duty or a deadline stands at i, and
// before j: 责任单位：, 完成时限：.
func LabelAt(t *runes.Text, i, j int) bool {
	h, ok := headingAt(t, i, j)
	return ok && h.kind != otherLabel
}

func hasAny(t *runes.Text, r Range, words []string) bool {
	return t.FindsAny(r.Start, r.End, words)
}

func endsAny(t *runes.Text, r Range, words []string) bool {
	return t.EndsAny(r.Start, r.End, words)
}
