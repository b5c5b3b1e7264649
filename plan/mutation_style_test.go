package plan_test

import (
	"math/rand/v2"

	"github.com/qiaotoubao/fangan/convert"
)

// style is one way to lay out the model plan. The zero value of each field is
// the plainest choice.
type style struct {
	front    frontForm
	numbers  numbering
	restart  bool // items count from 1 in each chapter
	title    titleForm
	note     noteForm
	mixed    bool // each item has a note of another form
	place    notePlace
	points   pointForm
	brackets [2]string
	sep      string // between names
	part     string // between the parts of a note
	labels   [4]string
	script   convert.Scheme
	half     bool // half-width brackets, colons
	wide     bool // full-width digits
	spaced   bool // a blank behind each number: 2024 年12 月

	markdown int // 0 none, 1 headings, 2 bold
	width    int // characters a line, 0 where a paragraph is a line
	chopped  bool
	indent   string
	blank    bool // a blank line between paragraphs
	pages    int  // how pages end; 0 no pages
	newline  string
	tail     tailForm
}

// frontForm is what stands before the plan's text.
type frontForm int

const (
	frontNone frontForm = iota
	frontTitle
	frontTwoLines
	frontNotice    // a notice, then the title over the plan
	frontInNotice  // the title stands in the notice's 《》 only
	frontCrawler   // a crawler's header, then a notice and the title
	frontAttached  // a notice, 附件, the title
	frontFormCount // how many there are
)

// numbering is the forms of labels from chapters to items.
type numbering int

const (
	hanRound      numbering = iota // 一、 （一）
	hanArabic                      // 一、 1.
	hanGroups                      // 一、 （一） 1.
	formalHan                      // 壹、 一、
	chapters                       // 第一章 第一条
	parts                          // 第一部分 一、
	decimals                       // 1. 1.1
	plainDecimals                  // 1 1.1, without marks
	hanTasks                       // 一、 任务1：
	topsHan                        // 一、 alone: the chapters' titles are left out
	topsArticle                    // 第一条 alone
	topsArabic                     // 1. alone
	numberingCount
)

// titleForm is how an item's title stands.
type titleForm int

const (
	titleShort titleForm = iota // up to a 。, the text behind it
	titleAlone                  // on a line of its own
	titleWhole                  // the text is one sentence, and the title
	titleFormCount
)

// noteForm is the form of responsibility notes.
type noteForm int

const (
	noteList     noteForm = iota // 责任单位：A、B
	noteRoles                    // 牵头单位：A；配合单位：B；完成时限：C
	noteVerbs                    // A牵头，B配合
	noteDuty                     // A、B按职责分工负责
	noteTogether                 // A会同B负责
	noteBare                     // A、B
	noteLines                    // three lines without brackets
	noteTaiwan                   // 主（协）办机关：A、（B）
	noteSentence                 // …。责任单位：A、B。
	noteTwo                      // …（A负责）…（B配合）
	noteRule                     // 责任单位：A、B，排名第一位的为牵头单位，下同
	noteFormCount
)

// notePlace is where a note in brackets stands.
type notePlace int

const (
	placeEnd     notePlace = iota // behind the last 。
	placeStop                     // before the last 。
	placeLine                     // on a line of its own
	placeHeading                  // behind the title
	notePlaceCount
)

// pointForm is how the numbered parts of an item stand.
type pointForm int

const (
	pointRound   pointForm = iota // （1）
	pointHalf                     // 1）
	pointCircled                  // ①
	pointFirst                    // 一是…；二是…, in the text
	pointInline                   // （1）…；（2）…, in the text
	pointBullet                   // ● or -
	pointFormCount
)

// tailForm is what follows the plan.
type tailForm int

const (
	tailNone tailForm = iota
	tailSeal
	tailRemark
	tailAttachment
	tailFormCount
)

// randomStyle draws a style. Two in five documents are wrapped like a page.
func randomStyle(r *rand.Rand) style {
	pick := func(n int) int { return r.IntN(n) }
	maybe := func(of int) bool { return r.IntN(of) == 0 }
	s := style{
		front:    frontForm(pick(int(frontFormCount))),
		numbers:  numbering(pick(int(numberingCount))),
		restart:  maybe(3),
		title:    titleForm(pick(int(titleFormCount))),
		note:     noteForm(pick(int(noteFormCount))),
		mixed:    maybe(4),
		place:    notePlace(pick(int(notePlaceCount))),
		points:   pointForm(pick(int(pointFormCount))),
		brackets: [][2]string{{"（", "）"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"[", "]"}, {"【", "】"}}[pick(6)],
		sep:      []string{"、", "、", "、", "，", ","}[pick(5)],
		part:     []string{"；", "，", ";", ",", "　", " "}[pick(6)],
		labels:   drawLabels(r),
		script:   []convert.Scheme{0, 0, 0, convert.S2T, convert.S2TW, convert.S2HK}[pick(6)],
		half:     maybe(4), wide: maybe(6), spaced: maybe(3),
		newline: []string{"\n", "\n", "\n", "\r\n", "\r"}[pick(5)],
		tail:    tailForm(pick(int(tailFormCount))),
	}
	s.restart = s.restart || s.numbers == decimals || s.numbers == plainDecimals
	switch pick(5) {
	case 0, 1:
		s.width, s.chopped, s.pages = 26+pick(40), maybe(3), pick(6)
		s.indent = []string{"", "", "  ", "　　"}[pick(4)]
	case 2:
		s.markdown, s.blank = 1+pick(2), true
		s.indent = []string{"", "", "　　"}[pick(3)]
	default:
		s.blank = maybe(3)
		s.indent = []string{"", "  ", "　　", "\t　　"}[pick(4)]
	}
	return s
}

// drawLabels draws the labels of a list, of who leads, of who supports, of time.
func drawLabels(r *rand.Rand) [4]string {
	draw := func(of ...string) string { return of[r.IntN(len(of))] }
	return [4]string{
		draw("责任单位", "责任部门", "责任处室", "责任主体", "承办单位", "落实单位", "实施单位", "主要责任单位"),
		draw("牵头单位", "牵头部门", "牵头处室", "主办单位", "牵头", "牵头责任单位"),
		draw("配合单位", "配合部门", "协办单位", "参与单位", "配合", "协同单位"),
		draw("完成时限", "时限要求", "完成时间", "办结时限", "时间节点"),
	}
}

// tops reports whether the items are the outermost units.
func (s style) tops() bool { return s.numbers >= topsHan }
