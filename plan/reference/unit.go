package reference

import "strings"

// unit is a word that says what is numbered.
type unit uint8

const (
	noUnit unit = iota
	bookUnit
	partUnit
	chapterUnit
	sectionUnit
	majorUnit
	articleUnit
	paragraphUnit
	itemUnit
	pointUnit
	subpointUnit
	annexUnit
	taskUnit
	bareUnit
	numUnits
)

var unitKinds = [numUnits]Kind{
	noUnit: Invalid, bookUnit: Section, partUnit: Section, chapterUnit: Section, sectionUnit: Section,
	majorUnit: Section, articleUnit: Article, paragraphUnit: Paragraph, itemUnit: Item, pointUnit: Point,
	subpointUnit: Point, annexUnit: Annex, taskUnit: Item, bareUnit: Item,
}

// unitWords holds the words that stand behind a number, the longer first.
var unitWords = [...]struct {
	word string
	unit unit
	not  string // what may not follow: it would make another word of it (第三章程)
}{
	{"部分", partUnit, ""},
	{"大点", majorUnit, ""},
	{"编", bookUnit, "制号队组码"},
	{"篇", bookUnit, "文章报论"},
	{"章", chapterUnit, "程"},
	{"节", sectionUnit, "点能水日目约电课"},
	{"条", articleUnit, "件例约目文"},
	{"项", itemUnit, "目"},
	{"款", paragraphUnit, "式项"},
	{"点", pointUnit, "位"},
	{"目", subpointUnit, "标录的前"},
}

// unitAt returns the unit word at text[pos:] and the offset behind it. 任务
// directly behind 项 belongs to it.
func unitAt(text string, pos int) (unit, int) {
	for i := range unitWords {
		u := &unitWords[i]
		end, ok := match(text, pos, u.word)
		if !ok {
			continue
		}
		next, _ := runeAt(text, gap(text, end))
		if next != 0 && strings.ContainsRune(u.not, next) {
			return noUnit, pos
		}
		if u.unit == itemUnit {
			if p, ok := match(text, gap(text, end), "任务"); ok {
				end = p
			}
		}
		return u.unit, end
	}
	return noUnit, pos
}

// countedNouns are things that 条, 款 and 节 count (第二条生产线). A list can only
// hold the frequent ones.
var countedNouns = [numUnits][]string{
	articleUnit: {
		"生产线", "生產線", "产线", "產線", "流水线", "跑道", "航线", "航線", "线路", "線路", "路线", "路線", "路径", "路徑",
		"产业链", "產業鏈", "供应链", "链", "鏈", "隧道", "地铁", "地鐵", "高铁", "高鐵", "铁路", "鐵路", "公路", "高速",
		"道路", "通道", "走廊", "大道", "绿道", "綠道", "步道", "赛道", "賽道", "轨道", "軌道", "索道", "管道", "管线", "管線",
		"红线", "紅線", "底线", "底線", "主线", "主線", "专线", "專線", "热线", "干线", "曲线", "海缆", "光缆", "电缆",
		"街", "河", "江", "渠", "船", "鱼", "龙", "龍", "路", "信息", "短信", "消息", "新闻", "视频", "班列", "线", "線",
	},
	paragraphUnit: {
		"车", "車", "产品", "產品", "手机", "游戏", "新品", "新药", "药", "软件", "应用", "芯片", "机型", "机器人",
		"疫苗", "飞机", "模型", "App", "APP",
	},
	sectionUnit: {"课", "課", "车厢", "車廂", "电池", "比赛"},
}

// legalStarts are characters that go on a sentence about an article, so that
// what follows is not what 条 counts.
const legalStarts = "规規之的第所和及与與至或中由应應须須不列约約可对對有在将將其以为為是也即同内內外时時后後前等者" +
	"请申提执执執办辦要明适適处處实實施审審给給进進使自从從并並已未"

// counts reports whether the unit that ends at pos counts the thing that
// follows.
func counts(text string, pos int, u unit) bool {
	nouns := countedNouns[u]
	if nouns == nil {
		return false
	}
	rest := clause(text, pos, 8)
	for i, r := range rest {
		if i == 0 && strings.ContainsRune(legalStarts, r) {
			return false
		}
		for _, noun := range nouns {
			if strings.HasPrefix(rest[i:], noun) {
				return true
			}
		}
	}
	return false
}

// clause returns at most n characters from pos up to a mark or a blank.
func clause(text string, pos, n int) string {
	p := pos
	for range n {
		r, end := runeAt(text, p)
		if r == 0 || strings.ContainsRune(" \n\t\r\u3000，。；：、！？,;:()《》“”", r) {
			break
		}
		p = end
	}
	return text[pos:p]
}

// comparisons are words that, before 第, rank a thing among its like.
var comparisons = [...]string{
	"全国", "全國", "全省", "全市", "全区", "全球", "世界", "国内", "國內", "我国", "我國", "省内", "市内", "亚洲", "亞洲", "中国", "中國",
}

// ranked reports whether a comparison stands before pos: 全国第一项 is the first of
// its kind, no item 1.
func ranked(text string, pos int) bool {
	for _, c := range comparisons {
		if strings.HasSuffix(text[:pos], c) {
			return true
		}
	}
	return false
}
