package department

import (
	"bytes"
	"unicode/utf8"
)

// shapes are endings of names that begin with a place or a level: 上海财经大学,
// 市新型城镇化工作领导小组. The table of forms has no bodies of that kind.
var shapes = [...]string{
	"大学", "学院", "研究院", "交易所", "集团", "领导小组", "领导小组办公室", "指挥部", "指挥部办公室", "联席会议", "联席会议办公室", "委员会", "协会", "联合会", "商会", "科学院", "博物馆", "图书馆",
}

// longestShape is how many characters may stand between place and ending.
const longestShape = 10

// shape returns where a name begins that ends in a shape at start: at the
// leftmost place, or else level, from which no word leads out of a name.
func (c *leftContext) shape(start int) (int, bool) {
	text := c.text(0)
	for n := 0; len(text) > 0; n++ {
		if n := utf8.RuneCount(text); n <= longestShape+4 {
			if k := c.shapeStart(text); k > 0 && !hasStop(text[k:]) && utf8.RuneCount(text[k:]) <= longestShape && c.shapeAllowed(len(text)) {
				return c.begin(len(text), start), true
			}
		}
		_, size := utf8.DecodeRune(text)
		text = text[size:]
	}
	return start, false
}

// shapeStart returns the length of the place or the level that a name begins
// with, 0 if it begins with neither.
func (c *leftContext) shapeStart(text []byte) int {
	for i, n := 0, 0; i < len(text) && n < 6; n++ {
		_, size := utf8.DecodeRune(text[i:])
		i += size
		if n > 0 && places()[string(text[:i])] {
			return i
		}
	}
	for _, w := range [...]string{"中国", "国家", "全国", "华东", "华南", "华中", "华北", "西北", "西南", "东北", "中南"} {
		if beginsWith(text, w) {
			return len(w)
		}
	}
	for _, w := range [...]string{"自治区", "省", "市", "区", "县", "州"} {
		if beginsWith(text, w) && !ordinaryStart(text) && len(text) > len(w)+3 {
			return len(w)
		}
	}
	return 0
}

// ordinaryStart tells whether the text begins with a word that only begins like
// a level.
func ordinaryStart(text []byte) bool { return beginsWith(text, ordinary[:]...) }

// shapeAllowed tells whether a name may begin n bytes before the ending.
func (c *leftContext) shapeAllowed(n int) bool {
	before := c.text(n)
	if len(before) == 0 {
		return !c.closed()
	}
	return endsIn(before, openers[:]...) || endsIn(before, particles[:]...)
}

// stops are words that do not stand inside the names of shapes.
var stops = [...]string{
	"的", "和", "与", "及", "在", "由", "向", "等", "并", "或", "将", "了", "为", "是", "把", "被", "让", "到", "至", "从", "各", "多所", "一批", "一流", "高水平", "知名", "著名", "重点大学",
	"建设", "支持", "推动", "推进", "鼓励", "加强", "加快", "引导", "组织", "开展", "成立", "设立", "引进", "吸引", "培育", "打造", "发展一", "举办", "承办", "配合", "会同", "联合建", "依托", "牵头", "负责", "要求", "指导", "协调", "参与", "建立", "提升", "完善", "健全", "地区", "企业", "高校", "境内", "市场", "全市", "全省", "印发", "报送", "同意",
}

// hasStop tells whether the text has a word that leads out of a name. 推进 and
// 建设 are in the names of leading groups; those begin right behind the level.
func hasStop(text []byte) bool {
	for _, w := range stops {
		if bytes.Contains(text, []byte(w)) {
			return true
		}
	}
	return false
}
