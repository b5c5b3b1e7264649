package plan

import (
	"slices"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// lastTitle returns the last title between blocks i and j that is not a
// notice's.
func (p *parser) lastTitle(i, j int) (note.Range, bool) {
	for end := j; end > i; end-- {
		for start := max(i, end-4); start < end; start++ {
			if p.titleBlocks(start, end) {
				return note.Range{Start: start, End: end}, true
			}
		}
	}
	return note.Range{}, false
}

// titleBlocks reports whether the blocks from i to j are the lines of one
// title, and the line before them is none of it.
func (p *parser) titleBlocks(i, j int) bool {
	if runes.Close(p.t.Folded[p.blocks[i].Start]) != 0 || j-i > 1 && p.isCaption(p.blocks[i]) { // a note
		return false
	}
	for k := i; k < j; k++ {
		if b := p.blocks[k]; b.Kind != layout.Prose || b.Labeled && b.Label.Form.Numbered() && !p.collected(k) || !p.titleLine(b.Start, b.End) {
			return false
		}
		if k > i && note.Bracketed(p.t, p.blocks[k].Start, p.blocks[k].End) {
			return false
		}
		if k > i && (p.ownLine(p.blocks[i].Start, p.blocks[k-1].End) || p.isName(p.blocks[k-1])) && !p.continues(p.blocks[k]) {
			return false
		}
	}
	return p.isTitle(p.titleStart(i), p.blocks[j-1].End)
}

// isCaption reports whether a block is no part of the title below it: a word for
// the kind of document as the caption of a page's part (通知, 意见), or a number whose
// words were lost (2019913).
func (p *parser) isCaption(b layout.Block) bool {
	i, j := p.t.Trim(b.Start, b.End)
	if !slices.ContainsFunc(p.t.Folded[i:j], runes.IsHan) {
		return true
	}
	text := string(p.t.Folded[i:j])
	return slices.Contains(kindsOfPlan, text) || slices.Contains(kindsOfNotice, text)
}

// titleStart returns where the title that begins in block i begins: behind the
// number that a collection gave it, or that of the document.
func (p *parser) titleStart(i int) int {
	b := p.blocks[i]
	if !b.Labeled {
		return p.behindNumber(b.Start, b.End)
	}
	if !p.collected(i) {
		return b.Start
	}
	start, _ := p.t.Trim(b.Label.End, b.End)
	return start
}

// behindNumber returns where the text from i to j goes on behind the number of a
// document at its start: 青政发〔2024〕3号 青山市护林方案.
func (p *parser) behindNumber(i, j int) int {
	k := p.t.Find(i, min(j, i+maxNumber), "号") + 1
	if k == 0 || k == j || !layout.IsNumber(p.t, i, k) {
		return i
	}
	start, _ := p.t.Trim(k, j)
	if start == k && p.t.Folded[k] != '《' {
		return i
	}
	return start
}

// maxNumber is the length in runes of the longest document number over a title.
const maxNumber = 30

// continues reports whether a line of a title can only go on the line before
// it: it is the kind of document, or a bracket, but not that of a day.
func (p *parser) continues(b layout.Block) bool {
	if runes.Close(p.t.Folded[b.Start]) != 0 {
		return p.t.Find(b.Start, b.End, "月") < 0 && !p.t.Has(b.Start+1, b.End, "共") && !note.Bracketed(p.t, b.Start, b.End)
	}
	for _, w := range kindsOfPlan {
		if p.t.Has(b.Start, b.End, w) {
			return true
		}
	}
	return false
}

// ownLine reports whether the text from i to j is a whole title of any kind.
func (p *parser) ownLine(i, j int) bool {
	return p.isTitle(i, j) && p.t.EndsAny(i, p.kindEnd(i, j), kindsOfPlan[:surePlans]) || p.isNotice(i, j)
}

// kindsOfPlan are the words that end the title of a plan. Those of the first
// surePlans end little else.
var kindsOfPlan = []string{
	"方案", "意见", "措施", "计划", "计画", "规划", "纲领", "要点", "办法", "规定", "细则", "条例", "清单", "举措", "纲要", "大纲", "蓝图", "预案", "台账",
	"任务", "行动", "分工", "分解", "事项", "实事", "规则", "指南", "指引", "制度", "安排", "政策", "工程", "建议", "倡议", "决定", "决议", "策略", "机制", "规范", "十条", "宣言", "报告", "目标与重点", "施政重点", "施政方针",
	"分工表", "任务表", "分解表", "责任表", "进度表", "推进表", "计划表", "计画表",
}

const surePlans = 19

// kindsOfNotice end the titles of documents that forward a plan.
var kindsOfNotice = []string{"通知", "函", "通告", "公告", "批复", "请示", "印发", "发布"}

// maxTitle is the length in runes of the longest title.
const maxTitle = 90

// presses end the names of those that a page has its text from: 青山市政府网.
var presses = []string{"政府网", "门户网站", "网站", "新闻网", "新华网", "人民网", "新华社", "日报", "晚报", "公众号", "客户端", "政府令"}

// maxPress is the length in runes of the longest such name.
const maxPress = 14

// titleLine reports whether the text from i to j may be a line of a title.
func (p *parser) titleLine(i, j int) bool {
	if j-i > maxTitle || j-i <= maxPress && p.t.EndsAny(i, j, presses) || p.t.Has(i, j, "第") && j-i <= maxPress && p.t.Ends(i, j, "号") {
		return false
	}
	for k := i; k < j; k++ {
		switch p.t.Folded[k] {
		case '。', ';', ':', '!', '|':
			return false
		case ',':
			if k == j-1 {
				return false
			}
		case '>':
			if p.t.Find(i, k, "<") < 0 { // a path to the page: 首页 > 政务公开
				return false
			}
		}
	}
	return (!p.t.Has(i, j, "为") || p.t.Find(i, j, "——") >= 0) && !p.t.Has(i, j, "根据") && !p.t.Has(i, j, "现") && !p.t.Has(i, j, "序号")
}

// isTitle reports whether the text from i to j is the title of a plan.
func (p *parser) isTitle(i, j int) bool {
	i, j = p.t.Trim(i, j)
	if j-i < 4 || j-i > maxTitle || !p.titleLine(i, j) || p.isNotice(i, j) || p.t.Find(i, j, "印发") >= 0 || p.isChapter(i, j) {
		return false
	}
	return p.t.EndsAny(i, p.kindEnd(i, j), kindsOfPlan)
}

// chapters are the headings that end as the titles of plans do.
var chapters = []string{
	"保障措施", "工作措施", "主要措施", "具体措施", "重点措施", "主要举措", "具体举措", "重点举措", "工作举措", "工作安排", "时间安排",
	"工作任务", "主要任务", "重点任务", "目标任务", "任务分工", "责任分工", "职责分工", "工作机制", "保障机制",
}

// isChapter reports whether the text from i to j is the heading of a chapter.
func (p *parser) isChapter(i, j int) bool {
	for _, w := range chapters {
		if p.t.Has(i, j, w) && p.t.Ends(i, j, w) && j-i == len([]rune(w)) {
			return true
		}
	}
	return false
}

// isNotice reports whether the text from i to j is the title of a notice.
func (p *parser) isNotice(i, j int) bool {
	i, j = p.t.Trim(i, j)
	j = p.withoutBracket(i, j)
	if p.t.Find(i, j, "印发") >= 0 && p.t.Ends(i, j, "》") {
		return true
	}
	return p.t.EndsAny(i, j, kindsOfNotice)
}

// kindEnd returns the end of the word for the kind of document in the title from
// i to j: 方案草案（2023年） ends in 方案.
func (p *parser) kindEnd(i, j int) int {
	j = p.withoutBracket(i, j)
	if p.t.Ends(i, j, "草案") {
		return p.withoutBracket(i, j-len([]rune("草案")))
	}
	return j
}

// withoutBracket returns the end of the text from i to j without brackets such
// as （2021—2023年） and （试行） at its end.
func (p *parser) withoutBracket(i, j int) int {
	for j > i && j-i <= 3*maxTitle && runes.IsClose(p.t.Folded[j-1]) {
		pairs, _ := p.t.Pairs(i, j)
		if len(pairs) == 0 || pairs[len(pairs)-1].Close != j-1 {
			break
		}
		_, j = p.t.Trim(i, pairs[len(pairs)-1].Open)
	}
	return j
}
