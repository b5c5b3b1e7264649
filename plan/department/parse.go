package department

import "strings"

// maxName is the length in bytes of the longest name whose parts are looked
// for; a longer one is taken as it is, which keeps the work linear.
const maxName = 240

// parts are what a folded name is made of: 广州 市 发展改革委.
type parts struct {
	place   string
	level   string // the word: 市
	party   bool   // 委 or 党委 stands between level and body
	body    form   // class unknown: rest is no form of the table
	rest    string // the body as written, folded
	generic bool   // 各区政府, 有关部门: no single body
}

// parse takes a folded name apart. The body is the longest form of the table
// that the name ends with, as long as what stands before can stand before it.
func parse(name string) parts {
	if len(name) > maxName || isGeneric(name) {
		return parts{rest: name, generic: len(name) <= maxName}
	}
	table := forms()
	for i := range name {
		f, ok := table[name[i:]]
		if !ok {
			continue
		}
		if p, ok := before(name[:i], f, name[i:]); ok {
			p.body, p.rest = f, name[i:]
			return p
		}
	}
	return parseStart(name)
}

// parseStart takes a name apart whose body is no form of the table: a place that
// the table has may begin it, then a level. 国家 begins other names too
// (国家开发银行…), so it counts only before a body's ending.
func parseStart(name string) parts {
	rest := name
	for i := range name {
		if places()[name[:i]] {
			rest = name[i:]
		}
	}
	word, level := levelAtStart(rest)
	if word == "" || len(rest) == len(word) || level == National && !endsInAny(rest, nationalEnds[:]) {
		return parts{rest: name}
	}
	return parts{place: strings.TrimSuffix(name, rest), level: word, rest: rest[len(word):]}
}

var nationalEnds = [...]string{"局", "委", "委员会", "署", "办", "办公室"}

// before reads what stands before a body as written: 上海市, 省委, 自治区党委, 市政府.
func before(s string, f form, written string) (parts, bool) {
	s = trimState(s)
	if f.class == national {
		return parts{}, s == ""
	}
	var p parts
	s, p.party = trimParty(s)
	if !p.party {
		s = trimGovernment(s)
	}
	if places()[strings.TrimPrefix(s, "国网")] {
		p.place = s // 杭州, at no level
		return p, true
	}
	p.level, _ = levelAtEnd(s)
	p.place = s[:len(s)-len(p.level)]
	if p.place != "" && !mayBePlace(p.place, p.level, f, written) {
		return parts{}, false
	}
	return p, true
}

// state is the state's name, which full names of central bodies begin with.
const state = "中华人民共和国"

// trimState cuts the state's or the Party's name from the start.
func trimState(s string) string {
	for _, name := range [...]string{state, "中国共产党", "中共"} {
		if rest, ok := strings.CutPrefix(s, name); ok {
			return rest
		}
	}
	return s
}

// trimParty cuts the Party committee from the end of a prefix with a level.
func trimParty(s string) (string, bool) {
	for _, committee := range [...]string{"党委", "委员会", "委"} {
		if rest, ok := strings.CutSuffix(s, committee); ok && endsInLevel(rest) {
			return rest, true
		}
	}
	return s, false
}

// trimGovernment cuts the government from the end of a prefix with a level.
func trimGovernment(s string) string {
	for _, government := range [...]string{"人民政府", "政府"} {
		if rest, ok := strings.CutSuffix(s, government); ok && endsInLevel(rest) {
			return rest
		}
	}
	return s
}

func endsInLevel(s string) bool {
	word, _ := levelAtEnd(s)
	return word != ""
}

// generics begin or end names that stand for no single body.
var (
	genericStarts = [...]string{"各", "有关", "相关", "其他", "其它", "全市", "全省", "全区", "全县", "所有", "本市", "本区", "市直", "省直", "区直", "县直", "州直", "市级", "省级", "区级", "厅直", "厅机关", "驻", "上述", "涉及"}
	genericEnds   = [...]string{"有关部门", "有关单位", "相关部门", "相关单位", "各部门", "各单位", "有关部门单位", "有关部门(单位)", "有关方面", "成员单位", "主管部门", "等单位", "等部门", "所属各机关", "所属机关", "等市人民政府", "等市政府", "等县人民政府", "等区人民政府"}
)

// isGeneric tells whether a folded name stands for no single body.
func isGeneric(name string) bool {
	for _, s := range genericStarts {
		if strings.HasPrefix(name, s) && !strings.HasPrefix(name, "驻京") && !strings.HasPrefix(name, "市直机关") && !strings.HasPrefix(name, "省直机关") {
			return true
		}
	}
	for _, s := range genericEnds {
		if strings.HasSuffix(name, s) {
			return true
		}
	}
	return false
}
