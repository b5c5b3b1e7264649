package department

import (
	"unicode/utf8"
)

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
	return last == '学' && c.school() || c.branchAhead() > 0
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
		return []string{"总", "系", "于", "联", "注", "键", "税", "口", "停", "怀", "心", "闭", "特殊", "监管", "编码", "手续", "数据", "学", "估价"}
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
	"管理委员会", "管委会", "领导小组", "派出机构", "直属机构", "特派", "驻上海",
}

// school tells whether a university's own school or institute follows.
func (c *rightContext) school() bool {
	text := c.text()
	for i, n := 0, 0; i < len(text) && n < 9; n++ {
		if beginsWith(text[i:], "学院", "医院", "研究院", "研究所", "研究中心", "实验室") {
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
	"特派员办事处", "办事处", "代表处", "供电公司", "电力公司", "公司", "专员办", "调查总队", "学院", "研究院", "分院",
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
