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
	for i := len(text); i > 0 && n < 8; n++ {
		_, size := utf8.DecodeLastRune(text[:i])
		i -= size
		if places()[string(text[i:])] {
			longest = len(text) - i
		}
	}
	return longest
}

// body tells whether another body's name ends right before, as in 国家税务总局
// 上海市税务局: then what follows is a part of that body.
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

// The lists below are closed classes and common words, read in plans of many
// places; no name of a body or of a county is among them.

// beforeLevel end what makes a level word part of another word: 各市, 城市, 县级市.
var beforeLevel = [...]string{
	"各", "等", "全", "城", "市", "县", "级", "省", "州", "区", "两", "外", "超", "门", "股", "楼", "夜", "集", "上", "地", "社", "园",
	"山", "片", "新", "辖", "治", "政", "景", "小区", "库", "港", "特", "牧", "矿", "校", "厂", "老", "域", "片", "每", "多", "座", "菜", "街", "古", "乡", "村", "入", "出", "退",
}

// placeEnds end names of places that the table of places lacks: counties, zones.
// They decide only where no word that stands before names is seen.
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

// continues tells whether a name goes on behind what was found: 市商务委+员会,
// 上海海关+学院, 国家开发银行+深圳分行.
func (c *rightContext) continues(name string) bool {
	text := c.text()
	if len(text) == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(foldTail(name))
	if beginsWith(text, glued(last)...) {
		return true
	}
	if c.gap {
		return false
	}
	if beginsWith(text, tails[:]...) {
		return true
	}
	if owns(last) && c.formAhead() {
		return true
	}
	return c.partAhead(last) || c.branchAhead() > 0
}

// foldTail returns the last character of a name, folded.
func foldTail(name string) string {
	_, size := utf8.DecodeLastRuneInString(name)
	return foldName(name[len(name)-size:])
}

// glued are the beginnings of what makes another word of a name's last
// character: 委+员会, 办+公室, 局+域, 会+议.
func glued(last rune) []string {
	switch last {
	case '委':
		return []string{"员", "托", "派", "办", "书记"}
	case '办':
		return []string{"公", "事", "理", "法", "案", "学", "展", "税", "件", "结", "好"}
	case '局':
		return []string{"域", "部", "面", "势", "限"}
	case '部':
		return []string{"门", "署", "分", "队", "位", "件", "委"}
	case '厅':
		return []string{"局", "级"}
	case '院':
		return []string{"士", "校", "线", "系", "落"}
	case '会':
		return []string{"议", "展", "员", "计", "谈", "场", "费"}
	case '行':
		return []string{"业", "为", "动", "程", "政", "使", "李", "情"}
	case '学':
		return []string{"生", "城", "校", "科", "历"}
	case '关':
		return []string{"总", "系", "于", "联交易", "联企业", "联公司", "联方", "联度", "联性", "联产业", "联关系", "联业务", "注", "键", "税", "口", "停", "怀", "心", "闭", "特殊", "监管", "编码", "手续", "数据", "学", "估价"}
	case '心':
		return []string{"城", "区", "镇", "线"}
	case '府':
		return []string{"采购", "定价", "特殊津贴", "指导价", "主导", "监管", "部门", "机关", "公报", "令", "网", "规", "信用", "数据", "工作报告", "引导", "购买", "投资", "网站", "服务", "职能", "工作", "性", "债", "信息公开", "规章", "补贴", "补助", "基金", "支持"}
	}
	return nil
}

// tails begin what names go on with.
var tails = [...]string{
	"学院", "大学", "分校", "分院", "附属", "附中", "医学院", "分行", "支行", "中心支行", "分局", "支局", "分公司", "子公司", "总部", "分中心", "分会",
	"研究院", "研究所", "研究中心", "研究生院", "实验室", "办公室", "办公厅", "党组", "党委", "有限公司", "有限责任公司", "股份", "出版社", "总署", "总局", "总行", "总公司",
	"管理委员会", "管委会", "领导小组", "派出机构", "直属机构", "特派",
}

// partAhead tells whether a part of the body follows: a university's school or
// institute, a bureau's brigade.
func (c *rightContext) partAhead(last rune) bool {
	var ends []string
	switch last {
	case '学':
		ends = []string{"学院", "医院", "研究院", "研究所", "研究中心", "实验室"}
	case '局':
		ends = []string{"总队", "支队", "大队"}
	default:
		return false
	}
	text := c.text()
	for i, n := 0, 0; i < len(text) && n < 9; n++ {
		if beginsWith(text[i:], ends...) {
			return !hasStop(text[:i])
		}
		_, size := utf8.DecodeRune(text[i:])
		i += size
	}
	return false
}

// owns tells whether a body whose name ends so has bodies named after it: 市委
// 组织部, 市政府外办.
func owns(last rune) bool { return last == '委' || last == '府' || last == '院' }

// formAhead tells whether the text begins with a form of the table.
func (c *rightContext) formAhead() bool {
	text := c.text()
	for i, n := 0, 0; i < len(text) && n < maxContext; n++ {
		_, size := utf8.DecodeRune(text[i:])
		i += size
		if f, ok := forms()[string(text[:i])]; ok && n > 0 && f.class != national && f.class != branch {
			return true
		}
	}
	return false
}

// branchEnds end the name of a branch, behind its agency and its place.
var branchEnds = [...]string{
	"中心支行", "分行", "支行", "分公司", "营业管理部", "外汇管理部", "监管分局", "监管局", "分局", "支局", "税务局", "总部", "分会", "分中心", "分署", "分部",
	"特派员办事处", "办事处", "代表处", "供电公司", "电力公司", "公司", "专员办", "调查总队", "委员会", "学院", "研究院", "分院",
}

// branchAhead returns the length in bytes of the place and the branch's ending
// that follow, 0 if they do not.
func (c *rightContext) branchAhead() int {
	text := c.text()
	for i, n := 0, 0; i < len(text) && n < 6; n++ {
		_, size := utf8.DecodeRune(text[i:])
		i += size
		if !places()[string(text[:i])] {
			continue
		}
		rest := text[i:]
		for _, w := range levelWords {
			if beginsWith(rest, w.word) {
				rest = rest[len(w.word):]
				break
			}
		}
		for _, e := range branchEnds {
			if beginsWith(rest, e) {
				return len(text) - len(rest) + len(e)
			}
		}
	}
	return 0
}
