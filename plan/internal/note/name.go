package note

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// endings are the last words of names of bodies, folded. Certain ones end
// nearly nothing else.
var (
	certainEndings = []string{
		"委员会", "办公室", "办公厅", "局", "委", "厅", "署", "处室", "处", "科室", "委办", "法院", "检察院", "研究院", "设计院", "科学院", "社科院", "学院", "大学", "医院",
		"公司", "集团", "银行", "分行", "支行", "中支", "交易所", "交易中心", "政府", "管委会", "领导小组", "专班", "协会", "学会", "商会", "联合会", "总会", "基金会", "总队", "支队", "大队", "中队",
		"海关", "总部", "部门", "单位", "机关", "机构", "政协", "人大", "团委", "团省委", "团市委", "妇联", "残联", "侨联", "文联", "科协", "社科联", "作协", "工商联", "红十字会", "贸促会", "总工会", "供销社", "联社",
		"研究所", "清算所", "税务所", "市监局", "档案馆", "图书馆", "博物馆", "文化馆", "纪念馆", "气象台", "电视台", "信息中心", "服务中心", "保障中心", "管理中心", "研究中心", "监测中心", "指导中心", "中心", "管理站", "监督站", "总站",
		"中院", "高院", "党校", "报社", "出版社", "事务所", "委托", "部委", "组织部", "宣传部", "统战部", "政法委", "编办", "网信办", "改革办", "外办", "台办", "金融办", "法制办", "港澳办", "文明办", "招商办", "政务办", "审改办", "数据办", "职转办", "营商办", "放管服办", "审批办", "监管办", "国安办", "人防办", "国动办", "扶贫办", "信访办", "侨办",
		"党政办", "党建办", "应急办", "城建办", "综治办", "平安办", "经发办", "社事办", "规建办", "司法所", "派出所", "财政所", "市监所", "监管所", "卫生院",
	}
	otherEndings = []string{
		"部", "办", "院", "所", "科", "股", "室", "站", "馆", "台", "会", "社", "校", "中学", "小学", "中小学", "幼儿园", "行", "队", "组", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "新区", "开发区", "高新区", "经开区", "示范区", "自贸区", "园区", "厂", "店", "港", "矿", "网", "厅局", "企业", "高校", "院校", "学校", "各地", "属地", "系统", "部队", "军分区", "武装部", "主体", "行业", "乡镇", "镇街", "平台", "金控", "供电", "燃气", "水务", "电网", "移动", "联通", "电信", "铁塔", "物流", "集运", "股份", "村", "社区", "成员", "宫", "党总支", "车间", "司", "团中央", "共青团中央", "国中小", "“两委”", "党组织", "群团组织", "社会组织", "院系",
	}
	// ministries are whole names that end as other words do.
	ministries = []string{
		"外交部", "国防部", "教育部", "科技部", "科学技术部", "工业和信息化部", "工信部", "公安部", "安全部", "国家安全部", "民政部", "司法部", "财政部", "人力资源社会保障部", "人力资源和社会保障部", "人社部",
		"自然资源部", "国土资源部", "生态环境部", "环境保护部", "住房城乡建设部", "住房和城乡建设部", "住建部", "交通运输部", "水利部", "农业农村部", "农业部", "商务部", "文化和旅游部", "文化部", "退役军人部",
		"退役军人事务部", "应急部", "应急管理部", "内政部", "法务部", "经济部", "交通部", "劳动部", "卫生福利部", "卫福部", "环境部", "数位发展部", "律政司",
		"中科院", "工程院", "行政院", "国发会", "国科会", "金管会", "陆委会", "工程会", "通传会", "退辅会", "原民会", "客委会", "研考会", "证监会", "中国证监会", "高检院", "高法院", "中研院", "工研院", "资策会", "国卫院", "团中央", "共青团中央",
	}
	// noNames end words that look like names and are none.
	noNames = []string{
		"地区", "全区", "辖区", "社区", "小区", "分区", "园区内", "城区", "以内", "机会", "社会", "大会", "会议", "全会", "委托", "区", "市", "县", "省", "部", "全部", "内部", "外部", "局部", "各部", "布局", "格局", "全局", "大局", "结局", "处", "之处", "好处", "用处", "到处", "各处", "深处", "办", "举办", "主办", "承办", "协办", "督办", "开办", "通办", "即办", "代办", "联办", "网办", "会同", "科", "学科", "室", "队", "组", "行", "执行", "试行", "推行", "运行", "进行", "发行", "实行", "现行", "先行", "所", "场所", "会", "院", "站", "网站", "台", "平台", "组织", "港", "店", "厂", "行业", "系统", "主体", "单位", "部门", "机关", "机构", "中心", "集团", "公司", "企业", "总部", "政府", "学校", "大学", "院校", "高校",
	}
)

// maxName is the length in runes of the longest name that shape alone shows.
const maxName = 40

// looksLike reports whether s may be the name of a body: it ends like one and
// is not longer than one.
func looksLike(t *runes.Text, s Range) bool {
	s = bareName(t, s)
	if n := s.End - s.Start; n < 2 || n > maxName || hasSentence(t, s) {
		return false
	}
	return looksCertain(t, s) || endsAny(t, s, otherEndings) && !isWord(t, s, noNames)
}

// looksListed is [looksLike] for a list without label and verb.
func looksListed(t *runes.Text, s Range) bool {
	return looksLike(t, s) && !isWord(t, s, noNames) && !hasQuotes(t, s)
}

func hasQuotes(t *runes.Text, s Range) bool {
	return t.Find(s.Start, s.End, "“") >= 0 || t.Find(s.Start, s.End, "”") >= 0
}

// looksCertain reports whether s ends as only names of bodies do.
func looksCertain(t *runes.Text, s Range) bool {
	s = bareName(t, s)
	n := s.End - s.Start
	return n >= 2 && n <= maxName && endsAny(t, s, certainEndings) && !isWord(t, s, noNames) && !hasSentence(t, s)
}

// bareName takes a trailing bracket off a name: 省发展改革委（能源局）.
func bareName(t *runes.Text, s Range) Range {
	if s.Empty() || !runes.IsClose(t.Folded[s.End-1]) {
		return s
	}
	pairs, _ := t.Pairs(s.Start, s.End)
	if len(pairs) == 0 || pairs[len(pairs)-1].Close != s.End-1 || pairs[len(pairs)-1].Open == s.Start {
		return s
	}
	_, end := t.Trim(s.Start, pairs[len(pairs)-1].Open)
	return Range{s.Start, end}
}

// isWord reports whether s is one of words, whole.
func isWord(t *runes.Text, s Range, words []string) bool {
	for _, w := range words {
		if t.Has(s.Start, s.End, w) && utf8.RuneCountInString(w) == s.End-s.Start {
			return true
		}
	}
	return false
}

// maxPlaceHead is the length in runes of the longest name of a place that begins
// with a word of clauses: 可可以力更镇.
const maxPlaceHead = 6

// opensPlace reports whether s opens with the name of a place, its level word
// behind two characters or more, or one: 如皋市, 将军堡街道, 应县.
func opensPlace(t *runes.Text, s Range) bool {
	for k := s.Start + 1; k < s.End && k < s.Start+maxPlaceHead; k++ {
		switch r := t.Folded[k]; {
		case !runes.IsHan(r), runesIn("由各全本省经向报在请按", r):
			return false
		case k == s.Start+1 && (r == '县' || r == '城'):
			return t.Folded[s.Start] == '应'
		case runesIn("县区市镇乡街旗州", r):
			return k > s.Start+1 && t.Folded[k-1] != '城'
		}
	}
	return false
}

// hasSentence reports whether s reads as a clause. 的 may stand inside a general
// name: 相关承担监管职责的处室.
func hasSentence(t *runes.Text, s Range) bool {
	for i := s.Start; i < s.End; i++ {
		switch t.Folded[i] {
		case '。', '!', '?', ':', '"', '=', '%':
			return true
		}
	}
	if hasQuotes(t, s) && (t.Folded[s.End-1] == '”' && !t.Ends(s.Start, s.End, "“两委”") || t.Folded[s.Start] == '”') { // “双随机”联席会议 is a name
		return true
	}
	if runesIn("的了是将要应可不已如含即", t.Folded[s.Start]) && !opensPlace(t, s) && !hasPrefix(t, s, []string{"应急", "如皋", "如东"}) {
		return true
	}
	if runesIn("加强健完做抓注坚提增", t.Folded[s.Start]) && hasPrefix(t, s, []string{"加强", "强化", "健全", "完善", "加快", "做好", "抓好", "注重", "坚持", "提高", "增强"}) {
		return true
	}
	return hasAny(t, s, []string{"简称", "除外", "包括", "不得", "应当", "必须"})
}
