package department

import (
	"strings"
	"unicode/utf8"
)

// head is how a listed name begins, which decides what may stand before it.
type head uint8

const (
	headProper head = iota // 复旦大学, 中国外汇交易中心, 上海海关
	headLevel              // 市商务委
	headState              // 国家发展改革委
	headBody               // 发展改革委, 海关
	headAgency             // 人民银行上海总部: 中国 may belong to it
)

// headOf judges a folded name.
func headOf(name string) head {
	word, level := levelAtStart(name)
	switch {
	case word == name || level == NoLevel:
	case level == National:
		return headState
	default:
		return headLevel
	}
	if f, ok := forms()[name]; ok && f.class != national {
		return headBody
	}
	if forms()[name].class == national || isAgency(name) || strings.HasSuffix(name, "集团") && utf8.RuneCountInString(name) == 4 {
		return headAgency
	}
	return headProper
}

// allows tells whether a listed name can begin behind this text, or whether it
// is the end of a longer name.
func (c *leftContext) allows(h head) bool {
	if c.n == 0 {
		return !c.closed() || h != headBody && h != headLevel
	}
	switch h {
	case headLevel:
		return !c.level(0)
	case headState:
		return !endsIn(c.text(0), "各", "他", "外", "多")
	case headBody:
		return c.open(0)
	case headAgency:
		return !c.owner(0) && !c.body()
	default:
		return !c.body()
	}
}

// level tells whether a level word behind this text belongs to a word or a name
// that began before: 上海+市, 各+市, 城+市.
func (c *leftContext) level(skip int) bool {
	text := c.text(skip)
	if len(text) == 0 {
		return false
	}
	if endsIn(text, beforeLevel[:]...) || c.place(skip) > 0 {
		return true
	}
	return !c.open(skip) && endsIn(text, placeEnds[:]...)
}

// open tells whether a name can begin behind this text: at a mark, a gap, or
// after a word that stands before names.
func (c *leftContext) open(skip int) bool {
	text := c.text(skip)
	if len(text) == 0 {
		return !c.closed()
	}
	return !c.owner(skip) && (c.gap && skip == 0 || endsIn(text, openers[:]...) || endsIn(text, particles[:]...))
}

// owner tells whether the text ends in a place or a level, which a body's name
// behind it belongs to.
func (c *leftContext) owner(skip int) bool {
	text := c.text(skip)
	if endsIn(text, "中国", "国家", "中央", "全国", "国务院", "省", "市", "县", "区", "州", "委", "政府") {
		return true
	}
	return c.place(skip) > 0
}

// place returns the length in bytes of the known place that the text ends in.
func (c *leftContext) place(skip int) int {
	text := c.text(skip)
	longest, n := 0, 0
	for i := len(text); i > 0 && n < 6; n++ {
		_, size := utf8.DecodeLastRune(text[:i])
		i -= size
		if places()[string(text[i:])] {
			longest = len(text) - i
		}
	}
	return longest
}

// body tells whether another body's name ends right before: 国家税务总局+上海市….
func (c *leftContext) body() bool {
	return !c.gap && endsIn(c.text(0), "总局", "委员会", "管理局", "监管局", "银行", "集团", "大学", "研究院", "总公司", "有限公司")
}

func endsIn(text []byte, words ...string) bool {
	for _, w := range words {
		if len(text) >= len(w) && string(text[len(text)-len(w):]) == w {
			return true
		}
	}
	return false
}

func beginsWith(text []byte, words ...string) bool {
	for _, w := range words {
		if len(text) >= len(w) && string(text[:len(w)]) == w {
			return true
		}
	}
	return false
}

// beforeLevel end what makes a level word part of another word: 各市, 城市, 县级市.
var beforeLevel = [...]string{
	"各", "全", "城", "县", "级", "省", "州", "区", "两", "外", "超", "门", "股", "楼", "夜", "集", "上", "地", "社", "园",
	"山", "片", "新", "辖", "治", "景", "小区", "库", "港", "特", "牧", "矿", "校", "厂", "老", "域", "片", "每", "多", "座", "菜", "街", "古", "乡", "村", "入", "出", "退",
}

// placeEnds end names of places that the table of places lacks.
var placeEnds = [...]string{
	"州", "江", "海", "阳", "山", "安", "宁", "川", "河", "湖", "林", "平", "港", "乌", "南", "北", "东", "西", "昌", "庆", "京", "津", "沙", "岛", "台", "水", "泉", "丰", "源", "陵", "浦", "桥", "溪", "口", "关", "原", "城", "峰", "丘", "池", "仙", "熟", "兴", "康", "乐", "永", "泰", "化", "清", "龙", "凤", "云", "坊", "门", "峡", "沟", "滩", "洲", "埔", "圳", "莞",
}

// particles are single characters that stand before names.
var particles = [...]string{
	"由", "和", "与", "及", "向", "对", "经", "报", "请", "为", "是", "按", "据", "从", "到", "至", "被", "把", "让", "给", "同", "并", "或", "的", "了", "即", "如", "含", "原", "现", "后", "等", "交", "送", "转", "归", "属", "驻", "赴", "受", "因", "以", "使", "我", "本", "该", "将", "而", "但", "则", "且", "其", "在",
}

// openers are words that stand before names.
var openers = [...]string{
	"会同", "以及", "支持", "配合", "协助", "组织", "联合", "依托", "推动", "加强", "负责", "牵头", "指导", "协调", "督促", "提请", "委托", "授权", "通过", "会商", "商请", "联系", "建议", "要求", "责成",
	"鼓励", "引导", "争取", "邀请", "参与", "接受", "根据", "按照", "包括", "其中", "此外", "同时", "目前", "发挥", "落实", "参照", "参加", "成立", "设立", "隶属", "来自", "对接", "征求", "反馈", "上报", "报送", "报告", "抄送", "移送", "移交", "衔接", "沟通", "协同", "配套", "批准", "同意", "印发", "发布", "制定", "单位", "部门", "主体", "监督", "推荐", "委派", "抽调", "主送", "汇总", "结合", "承担", "召集", "主管", "利用", "加快", "深化", "完善", "强化", "推进", "开展", "优化", "提升", "建立", "搭建", "签署", "共建", "合作", "联动", "统筹", "安排", "责任", "需要", "应当", "必须", "明确", "确保", "规定", "任务", "工作", "事项",
}
