package department

import (
	"strings"
	"unicode/utf8"
)

// Likeness says how much a piece of a list looks like the name of a body. The
// zero value is invalid.
type Likeness uint8

// The likenesses.
const (
	LikenessInvalid Likeness = iota
	Unlike                   // prose, a title, a date
	Doubtful                 // could be a name among names: 浦东新区, 国际金融中心
	Like                     // a name: 市水务局, 法规处, 各有关部门
)

var likenessNames = [...]string{"invalid", "unlike", "doubtful", "like"}

// String returns the likeness's name, such as "doubtful".
func (l Likeness) String() string { return nameOf("Likeness", likenessNames[:], uint8(l)) }

// MarshalText returns the name that [Likeness.String] gives; a value that is no
// likeness is an error.
func (l Likeness) MarshalText() ([]byte, error) {
	return marshal("likeness", likenessNames[:], uint8(l))
}

// UnmarshalText sets l to the likeness with that name; another text is an error
// that wraps [ErrName], and l stays.
func (l *Likeness) UnmarshalText(text []byte) error {
	return unmarshal("likeness", likenessNames[:], text, (*uint8)(l))
}

// longestName is the longest name in characters; longer pieces are prose.
const longestName = 40

// LooksLike tells whether a piece of text, such as a part of a list in
// brackets, is the name of a body by its look alone: by the table of forms and
// by what names end in. It takes general names too (各区政府, 有关单位). A list
// whose parts are all Like or Doubtful, and one of them Like, is a list of
// bodies. Either script, any width, blanks and line breaks; linear.
func LooksLike(name string) Likeness {
	folded := foldName(name)
	n := utf8.RuneCountInString(folded)
	if n < 2 || n > longestName || strings.ContainsAny(folded, "。；;：:？?！!《》\"'…=+*/\\") {
		return Unlike
	}
	if head, inner, ok := bracket(folded); ok {
		return min(LooksLike(head), looksInner(inner))
	}
	if isGeneric(folded) {
		return looksGeneric(folded)
	}
	if strings.ContainsAny(folded, ",、|") {
		return Unlike // several names, or a sentence
	}
	if _, ok := league(folded); ok {
		return Like
	}
	if p := parse(branchOf(folded)); p.body.class != unknown {
		return looksKnown(p)
	}
	if isAgency(folded) {
		return Like
	}
	return looksByEnd(folded)
}

// looksKnown judges a name whose body is in the table.
func looksKnown(p parts) Likeness {
	if p.place != "" && beginsProse(p.place) {
		return Unlike
	}
	return Like
}

// looksInner judges what stands in a name's bracket: 能源局, 局, 单位.
func looksInner(inner string) Likeness {
	if utf8.RuneCountInString(inner) <= 2 {
		return Like
	}
	return max(LooksLike(inner), Doubtful)
}

// looksGeneric judges a name that begins or ends like a general one.
func looksGeneric(name string) Likeness {
	if endsInAny(name, generalEnds[:]) || looksByEnd(name) == Like {
		return Like
	}
	return Unlike
}

// generalEnds end general names: 各区、县级市, 相关区, 市直各单位.
var generalEnds = [...]string{
	"部门", "单位", "政府", "处室", "机关", "机构", "成员单位", "各区", "各县", "各市", "各地", "各州", "各盟", "各镇",
	"关区", "关市", "关县", "级市", "县区", "市区", "区县", "市县", "街道", "乡镇", "镇街", "街镇", "企业", "高校", "学校", "院校", "医院",
	"管委会", "园区", "功能区", "开发区", "新区", "协会", "组织", "州市", "市州", "地市", "盟市", "旗县", "旗县区", "公司", "银行", "处", "科室",
	"局", "厅", "委", "办", "区)", "市)", "县)",
}

// surely end names and hardly anything else.
var surely = [...]string{
	"委员会", "管委会", "办公室", "办公厅", "领导小组", "工作小组", "督查小组", "指挥部", "联席会议", "工作专班", "政府", "街道办", "办事处",
	"管理局", "监管局", "分局", "支局", "总局", "分署", "总署", "稽查局", "海关", "海事局", "税务局", "管理处", "监测站", "管理站", "监督站", "造价站", "总站", "档案馆", "图书馆", "博物馆",
	"集团", "公司", "银行", "分行", "支行", "联社", "农商行", "信用社", "交易所", "清算所", "交易中心", "研究院", "研究所", "科学院", "社科院", "设计院", "科研院所",
	"大学", "学院", "党校", "法院", "检察院", "中院", "高院", "医院", "协会", "商会", "学会", "联合会", "总会", "促进会", "基金会", "联盟", "联席办",
	"总队", "支队", "大队", "总工会", "工会", "工商联", "贸促会", "残联", "妇联", "团委", "党委", "党组", "工委", "纪委", "政法委", "纪检组",
	"服务中心", "管理中心", "信息中心", "促进中心", "发展中心", "指导中心", "监测中心", "检测中心", "研究中心", "保障中心", "公积金中心", "住保中心", "城运中心", "推进中心", "评价中心", "审评中心", "分中心", "应急中心", "指挥中心", "数据中心", "人才中心", "评审中心", "考试中心", "培训中心", "资助中心", "登记中心", "采购中心", "疾控中心", "科创办",
}

// single are the single characters that bodies end in, with the words that
// only happen to end in them.
var single = map[string][]string{
	"局": {"结局", "布局", "格局", "全局", "大局", "开局", "当局", "棋局", "破局", "新局", "时局", "政局", "定局", "出局", "饭局", "局局"},
	"委": {"原委", "推委", "编委"},
	"厅": {"大厅", "餐厅", "展厅", "客厅", "音乐厅", "歌厅", "前厅", "展览厅", "门厅"},
	"办": {"举办", "承办", "主办", "协办", "联办", "督办", "交办", "代办", "帮办", "通办", "能办", "网办", "快办", "经办", "好办", "即办", "申办", "开办", "创办", "兴办", "合办", "查办", "打包办", "马上办", "跑办", "受办", "难办", "指尖办", "掌上办", "易办", "次办", "就近办", "自助办", "跨省办", "异地办", "窗办", "领办", "民办", "公办", "包办", "催办", "补办", "校办", "停办", "惩办", "转办", "采办", "办办", "上办", "省办", "联合办", "集成办", "速办", "秒办", "延办", "续办", "新办", "自办", "试办", "重办"},
	"处": {"好处", "到处", "之处", "长处", "处处", "短处", "何处", "各处", "住处", "出处", "去处", "惩处", "查处", "一处", "共处", "相处", "深处", "高处", "近处", "别处", "多处", "几处", "坏处", "害处", "难处", "益处", "从轻处", "审批处处"},
}

// doubtful are endings of names and of other words as well.
var doubtful = [...]string{"部", "科", "室", "所", "院", "站", "馆", "社", "会", "组", "中心", "总部", "基地", "学校", "中学", "小学", "公司总部", "平台", "区", "县", "市", "州", "镇", "街道", "乡", "旗", "盟", "物流", "集运", "股份", "电网", "企业", "机构", "园区", "部门", "单位", "机关", "处室"}

// ordinaryEnds are words that end like a doubtful name and never are one.
var ordinaryEnds = [...]string{
	"地区", "社区", "城区", "园区内", "片区", "景区", "灾区", "山区", "小区", "城市", "超市", "股市", "夜市", "上市", "大会", "会议会", "机会", "社会", "年会", "晚会", "内部", "外部", "全部", "局部", "干部", "西部", "东部", "中部", "南部", "北部", "俱乐部", "学科", "本科", "专科", "教科", "全科", "百科", "教室", "课室", "场所", "厕所", "诊所", "所所", "住院", "出院", "电影院", "养老院", "网站", "车站", "会馆", "场馆", "旅行社", "报社", "等组", "重组", "分组", "示范区", "试验区", "先行区", "核心区", "集聚区", "引领区", "自贸区", "开放区", "保税区", "合作区", "特区", "禁区", "误区", "库区", "港区", "矿区", "牧区", "农区", "市区", "辖区", "区区", "博览会", "展览会", "交易会", "洽谈会", "推介会", "研讨会", "座谈会", "发布会", "运动会", "进博会", "广交会", "服贸会", "论坛会", "听证会",
}

// looksByEnd judges a name that the table lacks by what it ends in.
func looksByEnd(name string) Likeness {
	if strings.Contains(name, "的") && !strings.HasSuffix(name, "处室") || strings.ContainsAny(name, "了将把被并使让") {
		return Unlike
	}
	if endsInAny(name, surelyGroup[:]) {
		return Like
	}
	if beginsProse(name) || endsInAny(name, ordinaryEnds[:]) {
		return Unlike
	}
	if endsInAny(name, surely[:]) {
		return longer(name, Like)
	}
	for end, words := range single {
		if strings.HasSuffix(name, end) {
			if endsInAny(name, words) {
				return Unlike
			}
			return longer(name, Like)
		}
	}
	if endsInAny(name, doubtful[:]) {
		return longer(name, Doubtful)
	}
	return Unlike
}

// surelyGroup end names that may begin like prose: 推进…工作领导小组办公室.
var surelyGroup = [...]string{"领导小组", "领导小组办公室", "联席会议", "联席会议办公室", "指挥部", "指挥部办公室", "工作专班", "委员会办公室"}

// longer refuses names of nothing but their ending.
func longer(name string, l Likeness) Likeness {
	if utf8.RuneCountInString(name) < 3 {
		return Unlike
	}
	return l
}

// verbs begin prose. A body of the table may begin with one (发展改革委).
var verbs = [...]string{
	"推动", "推进", "加强", "加快", "加大", "建设", "建立", "建成", "促进", "发展", "支持", "鼓励", "完善", "开展", "落实", "实施", "提升", "提高", "打造",
	"组织", "形成", "举办", "健全", "优化", "深化", "强化", "探索", "引导", "培育", "扩大", "构建", "争取", "吸引", "设立", "成立", "制定", "出台", "依托",
	"利用", "通过", "根据", "按照", "对于", "关于", "为了", "以及", "包括", "例如", "如", "即", "含", "见", "不", "可", "以下", "下同", "其中", "具体", "由", "在",
	"原则上", "必须", "应当", "应", "需", "要", "将", "对", "从", "向", "到", "至", "进一步", "积极", "充分", "确保", "做好", "完成", "牵头", "配合", "负责", "会同", "联合",
}

func beginsProse(s string) bool {
	for _, v := range verbs {
		if strings.HasPrefix(s, v) {
			return true
		}
	}
	return false
}

// IsGeneric tells whether a name stands for no single body: 各区政府, 有关部门,
// 市直各单位, 相关处室.
func IsGeneric(name string) bool { return isGeneric(foldName(name)) }
