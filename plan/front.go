package plan

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// front tells what stands before the plan's first unit, as ranges of blocks.
type front struct {
	title note.Range // the blocks of the plan's title; empty where there is none
	body  int        // the first block behind the title, or behind the notice
}

// findFront looks for the title of the plan: the last line before the first
// unit that reads as a title and is not that of a notice. A notice may have
// numbered paragraphs of its own; then the plan begins behind its date.
func (p *parser) findFront() front {
	first := p.firstUnit(0)
	title, ok := p.lastTitle(0, first)
	if later, found := p.planBehindNotice(first); found {
		title, ok = later, true
	}
	if ok {
		return front{title: title, body: p.behindTitle(title.End)}
	}
	return front{body: p.behindHead(first)}
}

// behindTitle returns the first block behind the number and the addressees of a
// plan that is issued without a notice, which stand under its title.
func (p *parser) behindTitle(i int) int {
	for i < len(p.blocks) && (p.blocks[i].Kind == layout.Number || p.isFacts(p.blocks[i]) && !p.opensTable(i) || p.isAddressee(p.blocks[i])) {
		i++
	}
	return i
}

// firstUnit returns the first block at or behind i that opens a unit, or a table
// of duties.
func (p *parser) firstUnit(i int) int { return p.unitWithin(i, len(p.blocks)) }

// unitWithin returns the first block from i to j that opens a unit or a table of
// duties, or j.
func (p *parser) unitWithin(i, j int) int {
	for ; i < j; i++ {
		b := p.blocks[i]
		if b.Labeled && b.Label.Form.Numbered() && !p.inList(i) && !p.collected(i) || p.opensTable(i) || p.unnumbered && i > 0 && b.Heading > 0 {
			return i
		}
	}
	return j
}

// collected reports whether block i opens the text with the title of a notice,
// or of a plan without one, and the number that a collection gave it.
func (p *parser) collected(i int) bool {
	b := p.blocks[i]
	if i > 0 || b.Label.Form != label.Arabic || p.t.Find(b.Label.End, b.End, "关于") < 0 && !p.overFirst(i) {
		return false
	}
	for k := i; k < len(p.blocks) && k < i+3 && (k == i || !p.blocks[k].Labeled); k++ {
		if end := p.blocks[k].End; p.isNotice(b.Label.End, end) || p.isTitle(b.Label.End, end) {
			return true
		}
	}
	return false
}

// overFirst reports whether the next label behind block i is a first one of a
// larger form: 3. over 一、.
func (p *parser) overFirst(i int) bool {
	for _, b := range p.blocks[i+1:] {
		if b.Labeled && b.Label.Form.Numbered() {
			return b.Label.Number == 1 && b.Label.Form < label.Arabic
		}
	}
	return false
}

// inList reports whether block i belongs to the list of attachments of a
// notice: it stands behind the line 附件 and reads as a title.
func (p *parser) inList(i int) bool {
	b := p.blocks[i]
	if b.Heading > 0 {
		return false
	}
	for k := i - 1; k >= 0 && k > i-20; k-- {
		switch prev := p.blocks[k]; {
		case prev.Kind == layout.Attachment:
			return prev.End-prev.Start > 3 || k < i-1 || p.isTitle(b.Label.End, b.End)
		case !prev.Labeled:
			return false
		}
	}
	return false
}

// planBehindNotice looks for a plan behind a notice whose paragraphs are
// numbered themselves: a date alone, then a title, then a unit of number 1.
func (p *parser) planBehindNotice(first int) (note.Range, bool) {
	for i := first; i < len(p.blocks)*3/4; i++ {
		if p.blocks[i].Kind != layout.Date && p.blocks[i].Kind != layout.Attachment {
			continue
		}
		end := min(len(p.blocks), i+maxBeforeUnit)
		next := p.unitWithin(i, end)
		if next == end || p.blocks[next].Label.Number != 1 {
			continue
		}
		if title, ok := p.lastTitle(i, next); ok {
			return title, !p.anyNote(first, i)
		}
	}
	return note.Range{}, false
}

// anyNote reports whether a responsibility note stands in the blocks from i to j:
// those of a notice have none.
func (p *parser) anyNote(i, j int) bool {
	for _, b := range p.blocks[i:j] {
		if b.Kind == layout.Note || len(note.Find(p.t, b.Start, b.End)) > 0 {
			return true
		}
	}
	return false
}

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
	if runes.Close(p.t.Folded[p.blocks[i].Start]) != 0 { // a note
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

// titleStart returns where the title that begins in block i begins: behind the
// number that a collection gave it.
func (p *parser) titleStart(i int) int {
	b := p.blocks[i]
	if !b.Labeled || !p.collected(i) {
		return b.Start
	}
	start, _ := p.t.Trim(b.Label.End, b.End)
	return start
}

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
	return p.isTitle(i, j) && p.endsIn(i, p.withoutBracket(i, j), kindsOfPlan[:surePlans]) || p.isNotice(i, j)
}

// isName reports whether a line is the name of an issuer.
func (p *parser) isName(b layout.Block) bool {
	return note.IsName(p.t, b.Start, b.End)
}

// kindsOfPlan are the words that end the title of a plan. Those of the first
// surePlans end little else.
var kindsOfPlan = []string{
	"方案", "意见", "措施", "计划", "计画", "规划", "纲领", "要点", "办法", "规定", "细则", "条例", "清单", "举措", "纲要", "大纲", "蓝图", "预案", "台账",
	"任务", "行动", "分工", "分解", "事项", "实事", "规则", "指南", "指引", "制度", "安排", "政策", "工程", "建议", "倡议", "决定", "决议", "策略", "机制", "规范", "十条", "宣言", "报告",
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
	if j-i > maxTitle || j-i <= maxPress && p.endsIn(i, j, presses) || p.t.Has(i, j, "第") && j-i <= maxPress && p.t.Ends(i, j, "号") {
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
	return !p.t.Has(i, j, "为") && !p.t.Has(i, j, "根据") && !p.t.Has(i, j, "现")
}

// isTitle reports whether the text from i to j is the title of a plan.
func (p *parser) isTitle(i, j int) bool {
	i, j = p.t.Trim(i, j)
	if j-i < 4 || j-i > maxTitle || !p.titleLine(i, j) || p.isNotice(i, j) || p.t.Find(i, j, "印发") >= 0 || p.isChapter(i, j) {
		return false
	}
	return p.endsIn(i, p.withoutBracket(i, j), kindsOfPlan)
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
	return p.endsIn(i, j, kindsOfNotice)
}

func (p *parser) endsIn(i, j int, words []string) bool {
	for _, w := range words {
		if p.t.Ends(i, j, w) {
			return true
		}
	}
	return false
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

// behindHead returns the first block behind a notice without a plan's title
// below it: behind the title lines, numbers, addressees and dates.
func (p *parser) behindHead(first int) int {
	at := 0
	for i := range first {
		b := p.blocks[i]
		head := b.Kind == layout.Date || p.isFacts(b) || b.Kind == layout.Remark || b.Heading > 0 ||
			b.Kind == layout.Number || p.isNotice(b.Start, b.End) && p.titleLine(b.Start, b.End) || p.isAddressee(b)
		if head {
			at = i + 1
		}
	}
	return at
}

// isAddressee reports whether the block says to whom the notice goes: a list
// that ends in a colon, without a stop.
func (p *parser) isAddressee(b layout.Block) bool {
	return b.Kind == layout.Prose && !b.Labeled && p.t.Folded[b.End-1] == ':' && p.t.Find(b.Start, b.End, "。") < 0 &&
		!p.endsIn(b.Start, b.End-1, []string{"如下", "以下", "下"}) && note.IsList(p.t, b.Start, b.End-1)
}
