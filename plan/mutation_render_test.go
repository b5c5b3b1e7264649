package plan_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
)

// paragraph is a piece of the plan before it is laid out in lines.
type paragraph struct {
	text  string
	level int // of the heading, 0 for text
	front bool
}

// draft is the model plan in one style.
type draft struct {
	style
	r     *rand.Rand
	paras []paragraph
	want  wantPlan
	ruled bool // the rule was stated

	breaks, evident int // lines that a page's width broke, those that show it
}

// write renders the whole plan. It reports false where nothing in the text shows
// that its lines are broken, so that it cannot be read back: a wide page of
// which only a line or two are full, and those end in a mark that may also end
// a paragraph, such as ； or a bracket.
func write(s style, r *rand.Rand) (string, wantPlan, bool) {
	d := draft{style: s, r: r}
	d.writeFront()
	number := 0
	for i, sec := range modelSections {
		if s.restart {
			number = 0
		}
		d.writeSection(i+1, sec, &number)
	}
	d.writeTail()
	text := d.layout()
	return text, d.want, d.breaks == 0 || d.evident > 0 || d.width < evidentColumns/2
}

func (d *draft) add(level int, format string, args ...any) {
	d.paras = append(d.paras, paragraph{text: fmt.Sprintf(format, args...), level: level})
}

// addFront adds a line of the wrapper, which is a line of its own.
func (d *draft) addFront(format string, args ...any) {
	d.paras = append(d.paras, paragraph{text: fmt.Sprintf(format, args...), front: true})
}

func (d *draft) maybe(of int) bool { return d.r.IntN(of) == 0 }

func (d *draft) draw(of ...string) string { return of[d.r.IntN(len(of))] }

// writeFront writes what stands before the first chapter.
func (d *draft) writeFront() {
	title := modelTitle[0] + modelTitle[1]
	if d.front == frontCrawler {
		d.writeCrawler(title)
	}
	if d.front >= frontNotice {
		d.writeNotice(title)
	}
	switch d.front {
	case frontNone:
	case frontInNotice:
		d.want.title = title
	case frontTwoLines:
		d.want.title = title
		d.addFront("%s", modelTitle[0])
		d.addFront("%s", modelTitle[1])
	default:
		d.want.title = title
		if d.front == frontAttached {
			d.addFront("%s", d.draw("附件", "附件：", "附件1"))
		}
		d.paras = append(d.paras, paragraph{text: title, level: 1, front: true})
	}
	d.add(0, "%s", modelPreamble)
}

func (d *draft) writeCrawler(title string) {
	d.paras = append(d.paras, paragraph{text: "关于印发《" + title + "》的通知", level: 1, front: true})
	d.addFront("**发布日期**: 2024-03-18")
	d.addFront("**发布机构**: 青湖市人民政府办公室")
	d.addFront("---")
}

func (d *draft) writeNotice(title string) {
	name := title
	if d.front == frontInNotice || d.maybe(2) {
		name = "《" + title + "》"
	}
	d.addFront("青湖市人民政府办公室关于印发%s的通知", name)
	d.addFront("青政办发〔2024〕12号")
	d.addFront("各县（市、区）人民政府，市政府各部门、各直属机构：")
	d.add(0, "《%s》已经市政府同意，现印发给你们，请结合实际认真贯彻执行。", title)
	d.addFront("青湖市人民政府办公室")
	d.addFront("2024年3月18日")
	if d.maybe(2) {
		d.addFront("（此件公开发布）")
	}
	d.want.number, d.want.date = "青政办发〔2024〕12号", "2024-03-18"
	d.want.addressees = []string{"各县（市、区）人民政府", "市政府各部门", "各直属机构"}
}

// writeSection writes a chapter, or where items are outermost, its items.
func (d *draft) writeSection(n int, sec modelSection, number *int) {
	if !d.tops() {
		d.add(2, "%s%s", d.chapterLabel(n), sec.title)
		d.want.sections = append(d.want.sections, fmt.Sprint(n, sec.title))
		if sec.intro != "" {
			d.add(0, "%s", sec.intro)
		}
		for _, x := range sec.dashes {
			d.add(0, "%s", x)
		}
	}
	for i, g := range sec.groups {
		if d.numbers == hanGroups && g.title != "" {
			d.add(3, "（%s）%s", han(i+1), g.title)
			d.want.groups = append(d.want.groups, g.title)
		}
		for _, item := range g.items {
			*number++
			d.writeItem(n, *number, item)
		}
	}
}

const hans = "一二三四五六七八九十"

// han returns n in Chinese numerals, up to 19.
func han(n int) string {
	digits := []rune(hans)
	if n <= 10 {
		return string(digits[n-1])
	}
	return "十" + string(digits[n-11])
}

func (d *draft) chapterLabel(n int) string {
	switch d.numbers {
	case formalHan:
		return string([]rune("壹贰叁肆")[n-1]) + "、"
	case chapters:
		return "第" + han(n) + "章　"
	case parts:
		return "第" + han(n) + "部分　"
	case decimals:
		return fmt.Sprint(n, ". ")
	case plainDecimals:
		return fmt.Sprint(n, " ")
	default:
		return han(n) + "、"
	}
}

func (d *draft) itemLabel(section, n int) string {
	switch d.numbers {
	case hanRound:
		if d.half {
			return "(" + han(n) + ")"
		}
		return "（" + han(n) + "）"
	case formalHan, parts, topsHan:
		return han(n) + "、"
	case chapters, topsArticle:
		return "第" + han(n) + "条　"
	case decimals, plainDecimals:
		return fmt.Sprintf("%d.%d ", section, n)
	case hanTasks:
		return fmt.Sprint("任务", n, "：")
	default:
		return fmt.Sprint(n) + []string{".", "．", "、", ". "}[(len(d.labels[0])/3+len(d.part))%4]
	}
}

// writeItem writes an item and notes what it must read back to.
func (d *draft) writeItem(section, n int, item modelItem) {
	want := wantItem{section: section, number: n, title: item.title}
	if d.tops() {
		want.section = 0
	}
	note := d.writeNote(item)
	want.duties, want.when = note.duties, note.when
	label := d.itemLabel(section, n)
	text := item.text
	if len(item.points) > 0 && (d.points == pointFirst || d.points == pointInline) {
		text += d.inlinePoints(item.points)
		item.points = nil
	}
	want.points = len(item.points)
	if d.points == pointInline { // a line may begin with one
		want.points = anyPoints
	}
	heading := ""
	if d.place == placeHeading && !strings.HasSuffix(note.inline, "。") && d.title == titleAlone && len(note.lines) == 0 && note.second == "" {
		heading, note.inline = note.inline, ""
	}
	if len(item.points) > 0 {
		d.writeTitle(label, item.title, heading, text, noteText{}, &want)
		d.writePoints(item.points, note)
	} else {
		d.writeTitle(label, item.title, heading, text, note, &want)
	}
	for _, l := range note.lines {
		d.paras = append(d.paras, paragraph{text: l, front: true})
	}
	d.want.items = append(d.want.items, want)
}

// writeTitle writes an item's own paragraphs.
func (d *draft) writeTitle(label, title, heading, text string, note noteText, want *wantItem) {
	switch d.title {
	case titleAlone:
		d.add(4, "%s%s%s", label, title, heading)
		d.addNoted("", text, note)
	case titleWhole:
		whole := title + "，" + strings.ReplaceAll(strings.TrimSuffix(text, "。"), "。", "；")
		if note.second != "" {
			whole = title + "，" + strings.SplitAfter(text, "。")[0]
			whole = strings.TrimSuffix(whole, "。")
		}
		want.title = whole
		d.addNoted(label, whole+"。", note)
	default:
		d.addNoted(label, title+"。"+text, note)
	}
}

// addNoted adds a paragraph with its note.
func (d *draft) addNoted(label, text string, note noteText) {
	if note.second != "" {
		d.add(0, "%s%s%s%s%s", label, text, note.inline, "同时，建立定期会商的机制。", note.second)
		return
	}
	place := d.place
	if strings.HasPrefix(note.inline, "责") || strings.HasPrefix(note.inline, d.labels[0]) {
		place = placeEnd
	}
	switch {
	case note.inline == "":
		d.add(0, "%s%s", label, text)
	case place == placeStop && strings.HasSuffix(text, "。"):
		d.add(0, "%s%s%s。", label, strings.TrimSuffix(text, "。"), note.inline)
	case place == placeLine:
		d.add(0, "%s%s", label, text)
		d.add(0, "%s", note.inline)
	default:
		d.add(0, "%s%s%s", label, text, note.inline)
	}
}

// writePoints writes the points on lines of their own, the note behind the last.
func (d *draft) writePoints(points []string, note noteText) {
	for i, x := range points {
		label := ""
		switch d.points {
		case pointHalf:
			label = fmt.Sprint(i+1, "）")
		case pointCircled:
			label = string(rune('①' + i))
		case pointBullet:
			label = []string{"●", "- ", "■"}[len(d.labels[1])%3]
		default:
			label = fmt.Sprint("（", i+1, "）")
		}
		if i < len(points)-1 {
			note := noteText{}
			d.addNoted(label, x, note)
		} else {
			d.addNoted(label, x, note)
		}
	}
}

func (d *draft) inlinePoints(points []string) string {
	var b strings.Builder
	for i, x := range points {
		x = strings.ReplaceAll(strings.TrimSuffix(x, "。"), "。", "，")
		if d.points == pointFirst {
			fmt.Fprint(&b, han(i+1), "是", x)
		} else {
			fmt.Fprint(&b, "（", i+1, "）", x)
		}
		b.WriteString([]string{"；", "。"}[i/(len(points)-1)])
	}
	return b.String()
}

// writeTail writes what follows the plan.
func (d *draft) writeTail() {
	switch d.tail {
	case tailSeal:
		d.addFront("青湖市人民政府办公室")
		d.addFront("2024年3月18日印发")
	case tailRemark:
		d.addFront("（此件公开发布）")
	case tailAttachment:
		d.addFront("附件2")
		d.addFront("青湖市数字便民服务事项清单")
		d.add(0, "一、企业开办。责任单位为市市场监管局。")
		d.add(0, "二、婚育登记。责任单位为市民政局。")
	default:
	}
}

// noteText is a note as text and what it must read back to.
type noteText struct {
	inline string
	second string // of two notes in one item
	lines  []string
	duties []wantDuty
	when   string
}

// writeNote writes the item's note.
func (d *draft) writeNote(item modelItem) noteText {
	if len(item.lead) == 0 {
		return noteText{}
	}
	form := d.note
	if d.mixed && form != noteRule {
		form = noteForm(d.r.IntN(int(noteRule)))
	}
	switch form {
	case noteRoles:
		return d.roles(item, false)
	case noteLines:
		return d.roles(item, true)
	case noteVerbs:
		return d.verbs(item)
	case noteDuty, noteTogether, noteBare:
		return d.together(form, item)
	case noteTaiwan:
		return d.taiwan(item)
	case noteTwo:
		return d.two(item)
	default:
		return d.list(form, item)
	}
}

// join writes a list of names; the last two may be joined by a word.
func (d *draft) join(names []string, open bool) string {
	var b strings.Builder
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1 && !open && d.maybe(6):
			b.WriteString(d.draw("和", "及", "以及"))
		default:
			b.WriteString(d.sep)
		}
		b.WriteString(n)
	}
	if open {
		b.WriteString(d.draw("等", "等部门", "等有关单位", "等单位（部门）"))
	}
	return b.String()
}

func (d *draft) bracket(s string) string { return d.brackets[0] + s + d.brackets[1] }

// list writes 责任单位：A、B, in brackets or as a sentence, with a rule once.
func (d *draft) list(form noteForm, item modelItem) noteText {
	all := slices.Concat(item.lead, item.support)
	n := noteText{duties: []wantDuty{{plan.RoleUnspecified, all, item.open}}}
	text := d.labels[0] + "：" + d.join(all, item.open)
	switch {
	case form == noteSentence:
		n.inline = text + "。"
		return n
	case form == noteRule:
		n.duties = []wantDuty{{plan.RoleLead, all[:1], item.open && len(all) == 1}}
		if len(all) > 1 {
			n.duties = append(n.duties, wantDuty{plan.RoleUnspecified, all[1:], item.open})
		}
		if !d.ruled {
			text += "，排名第一位的为牵头单位，下同"
			d.ruled = true
		}
	case item.when != "":
		text += d.part + d.labels[3] + "：" + item.when
		n.when = item.when
	}
	n.inline = d.bracket(text)
	return n
}

// roles writes 牵头单位：A；配合单位：B；完成时限：C, in brackets or as lines.
func (d *draft) roles(item modelItem, lines bool) noteText {
	second, role := d.labels[2], plan.RoleSupport
	if d.labels[0] == "责任单位" || d.labels[0] == "责任部门" {
		second, role = d.labels[0], plan.RoleUnspecified
	}
	list := []string{d.labels[1] + "：" + d.join(item.lead, item.open && item.support == nil)}
	n := noteText{duties: []wantDuty{{plan.RoleLead, item.lead, item.open && item.support == nil}}, when: item.when}
	if item.support != nil {
		list = append(list, second+"："+d.join(item.support, item.open))
		n.duties = append(n.duties, wantDuty{role, item.support, item.open})
	}
	if item.when != "" {
		list = append(list, d.labels[3]+"："+item.when)
	}
	if lines {
		n.lines = list
		return n
	}
	n.inline = d.bracket(strings.Join(list, d.part))
	return n
}

// verbs writes A牵头，B配合.
func (d *draft) verbs(item modelItem) noteText {
	lead := d.draw("牵头", "牵头", "牵头负责")
	text := d.join(item.lead, false) + lead
	n := noteText{duties: []wantDuty{{plan.RoleLead, item.lead, false}}}
	if item.support != nil {
		verb, role := "配合", plan.RoleSupport
		switch d.r.IntN(4) {
		case 0:
			verb, role = "按职责分工负责", plan.RoleUnspecified
		case 1:
			verb = "协同配合"
		case 2:
			verb = "参与"
		}
		text += d.draw("，", "，", "；") + d.join(item.support, item.open) + verb
		n.duties = append(n.duties, wantDuty{role, item.support, item.open})
	}
	d.addWhen(&text, &n, item)
	n.inline = d.bracket(text)
	return n
}

// addWhen adds a time without a label: ，2024年12月底前完成.
func (d *draft) addWhen(text *string, n *noteText, item modelItem) {
	if item.when == "" {
		return
	}
	n.when = item.when
	*text += d.draw("，", "；") + item.when
	if strings.HasSuffix(item.when, "前") && d.maybe(2) {
		*text += "完成"
		n.when += "完成"
	}
}

// together writes lists of bodies with one role.
func (d *draft) together(form noteForm, item modelItem) noteText {
	all := slices.Concat(item.lead, item.support)
	n := noteText{duties: []wantDuty{{plan.RoleUnspecified, all, item.open}}}
	text := ""
	switch {
	case form == noteBare:
		text = d.join(all, item.open)
	case form == noteTogether && item.support != nil:
		text = d.join(item.lead, false) + "会同" + d.join(item.support, item.open) + "负责"
	default:
		text = d.draw("", "", "由") + d.join(all, item.open) + d.draw("按职责分工负责", "负责", "按照职责分工负责", "分别负责", "共同负责", "依职责落实")
	}
	if form == noteDuty {
		d.addWhen(&text, &n, item)
	}
	n.inline = d.bracket(text)
	return n
}

// taiwan writes 主（协）办机关：A、（B） as a line.
func (d *draft) taiwan(item modelItem) noteText {
	n := noteText{duties: []wantDuty{{plan.RoleLead, item.lead, false}}}
	lead := strings.ReplaceAll(strings.Join(item.lead, "、"), "（能源局）", "") // A（B） would mean that B supports
	n.duties[0].names = strings.Split(lead, "、")
	text := "主（协）办机关：" + lead
	if item.support != nil {
		text += "、（" + strings.Join(item.support, "、") + "）"
		n.duties = append(n.duties, wantDuty{plan.RoleSupport, item.support, false})
	}
	n.lines = []string{d.draw("", "- ") + text}
	if d.maybe(2) {
		n.lines = []string{"主办机关：" + lead}
		if item.support != nil {
			n.lines = append(n.lines, "协办机关："+strings.Join(item.support, "、"))
		}
	}
	return n
}

// two writes two notes of one item.
func (d *draft) two(item modelItem) noteText {
	n := noteText{duties: []wantDuty{{plan.RoleUnspecified, item.lead, false}}}
	n.inline = d.bracket(d.join(item.lead, false) + "负责")
	if item.support == nil {
		return n
	}
	n.second = d.bracket(d.labels[0] + "：" + d.join(item.support, item.open))
	n.duties = append(n.duties, wantDuty{plan.RoleUnspecified, item.support, item.open})
	return n
}
