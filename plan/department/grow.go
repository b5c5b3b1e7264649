package department

import (
	"bytes"
	"unicode/utf8"
)

// grow looks for what belongs to a form at start before it — level, Party or
// government, place — and returns where the name begins. It refuses a form that
// what surrounds it does not prove to be a name; size is its length in bytes.
func (c *leftContext) grow(start int, f form, size int, right *rightContext) (int, bool) {
	if f.class == national {
		return start, c.national(size, right)
	}
	switch {
	case f.class == shaped:
		return c.shape(start)
	case f.canonical == "管委会":
		return c.zone(start)
	}
	if n := c.place(0); n > 0 && f.class != party && f.class != cabinet {
		n += c.ahead(n)
		return c.begin(n, start), !c.bodyBefore(n)
	}
	skip := c.committee()
	word, level := c.levelWord(skip)
	if word == 0 {
		skip = 0
		word, level = c.levelWord(0)
	}
	if word > 0 {
		if level == National && f.class != stem && f.class != party {
			return start, false
		}
		n, ok := c.levelled(skip+word, level)
		return c.begin(n, start), ok
	}
	if endsIn(c.text(0), state) {
		return c.begin(len(state), start), f.ending == "部"
	}
	return start, c.alone(f, size, right)
}

// ahead returns the length of what full names have before their place, which
// ends n bytes before the form: 国网赣州供电公司, 中华人民共和国宁波海关.
func (c *leftContext) ahead(n int) int {
	for _, w := range [...]string{"国网", "南网", state} {
		if endsIn(c.text(n), w) {
			return len(w)
		}
	}
	return 0
}

// committee returns the length of the Party committee or the government that
// the text ends in.
func (c *leftContext) committee() int {
	for _, w := range [...]string{"人民政府", "政府", "党委", "委员会", "委"} {
		if endsIn(c.text(0), w) {
			return len(w)
		}
	}
	return 0
}

// levelWord returns the length of the level word that the text without skip
// bytes ends in.
func (c *leftContext) levelWord(skip int) (int, Level) {
	for _, w := range levelWords {
		if endsIn(c.text(skip), w.word) {
			return len(w.word), w.level
		}
	}
	return 0, NoLevel
}

// levelled returns the length of what belongs to a name whose level word begins
// skip bytes before the form: the place, if one stands there.
func (c *leftContext) levelled(skip int, level Level) (int, bool) {
	if level == National {
		return skip, true
	}
	if n := skip + c.place(skip); n > skip {
		return n + c.ahead(n), true
	}
	if len(c.text(skip)) == 0 {
		return skip, !c.closed() && (!c.shares() || level <= Province)
	}
	if c.openLevel(skip) {
		return skip, true
	}
	if n := c.unknownPlace(skip); n > 0 && level != Province {
		return skip + n, true
	}
	return skip, !c.level(skip)
}

// openLevel tells whether a level word can begin a name behind this text.
func (c *leftContext) openLevel(skip int) bool {
	text := c.text(skip)
	return !endsIn(text, beforeLevel[:]...) && (endsIn(text, openers[:]...) || endsIn(text, particles[:]...))
}

// unknownPlace returns the length of two to four characters that a level word
// follows and that a mark or a word that stands before names precedes: 余杭 in
// 由余杭区教育局.
func (c *leftContext) unknownPlace(skip int) int {
	text := c.text(skip)
	n := 0
	for i := len(text); i > 0 && n < 4; {
		r, size := utf8.DecodeLastRune(text[:i])
		if notInPlace(r) || endsIn(text[:i], "全", "本", "该", "我", "县", "省", "级") {
			return 0
		}
		i -= size
		n++
		if n < 2 {
			continue
		}
		before := text[:i]
		if len(before) == 0 && c.end != 0 && c.closed() {
			return 0
		}
		if len(before) == 0 || endsIn(before, openers[:]...) || endsIn(before, particles[:]...) {
			return len(text) - i
		}
	}
	return 0
}

// bodyBefore tells whether another body's name ends n bytes before the form, whose
// branch the form then is: 国家税务总局 before 上海市税务局.
func (c *leftContext) bodyBefore(n int) bool {
	return endsIn(c.text(n), "总局", "委员会", "大学", "银行", "公司", "集团")
}

// national tells whether a national body's name stands alone here. The shorter the
// name, the more words hold it by chance: one of two characters must be a member of
// a list, 证监会 must have a mark or a word before it, 海关总署 only no other body's name.
func (c *leftContext) national(size int, right *rightContext) bool {
	switch {
	case size < len("证监会"):
		return c.listed() && right.n == 0 && right.in
	case size < len("海关总署"):
		return c.open(0)
	default:
		return c.n == 0 || !c.owner(0) && !c.body()
	}
}

// alone tells whether a body without level and place is named here: 财政局 behind a
// mark or a word that stands before names, 工商联 as a member of a list alone.
func (c *leftContext) alone(f form, size int, right *rightContext) bool {
	listed := c.listed() && (right.in || beginsWith(right.text(), "等", "负责", "牵头", "配合", "按"))
	switch {
	case f.class == whole && size < len("工商联"):
		return listed && right.in
	case f.class == whole:
		return listed && !shared(f.canonical)
	case f.class != stem || size < len("教育局"):
		return false
	case f.ending == "委" || f.ending == "局" || f.ending == "厅":
		return listed || c.open(0)
	case f.ending == "部":
		return c.open(0)
	default:
		return listed
	}
}

// shared tells whether a body's name without a level is no body's own.
func shared(body string) bool {
	switch body {
	case "政府", "人大", "人大常委会", "政协", "法院", "检察院", "高级法院", "中级法院", "管委会":
		return true
	}
	return false
}

// zone finds the begin of a zone's administration: 北京经济技术开发区管委会. It is
// all that stands behind a mark, or else begins at a known place.
func (c *leftContext) zone(start int) (int, bool) {
	text := c.text(0)
	if endsIn(text, "功能区", "园区", "各区", "开发(度假)区") {
		return start, false
	}
	n := utf8.RuneCount(text)
	if n >= 3 && n <= 12 && isListMark(c.end) && !c.closed() && !hasStop(text) && !endsIn(text, "县区", "市区", "区县") {
		return c.begin(len(text), start), true
	}
	for i := 0; i < len(text); {
		for w := min(18, len(text)-i); w >= len("上海"); w-- {
			if places()[string(text[i:i+w])] {
				return c.begin(len(text)-i, start), !endsIn(c.text(len(text)-i), "各")
			}
		}
		_, size := utf8.DecodeRune(text[i:])
		i += size
	}
	return start, false
}

// shapes are endings of names that begin with a place or a level: 上海财经大学,
// 市新型城镇化工作领导小组. The table of forms has no bodies of that kind.
var shapes = [...]string{
	"大学", "学院", "研究院", "交易所", "集团", "领导小组", "领导小组办公室", "指挥部", "指挥部办公室", "联席会议", "联席会议办公室", "委员会", "协会", "联合会", "商会", "科学院", "博物馆", "图书馆",
}

// leagues are the committees of the Communist Youth League that name no place.
var leagues = [...]string{"团市委", "团省委", "团区委", "团县委", "团州委", "共青团市委", "共青团省委"}

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
