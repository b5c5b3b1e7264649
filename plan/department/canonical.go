package department

import (
	"slices"
	"strings"
)

// Scope is what a name takes from where it stands. The zero value adds nothing.
type Scope struct {
	// Prefix is the level that a bare body belongs to: 省 in a plan of a
	// province, 市 after 市司法局 in the same list, 广州市 after 广州市商务局.
	Prefix string
	// Place is the full name of the place that the document speaks for, such as
	// 金华市. A name that spells it out is then the same as one that does not
	// (金华市商务局 is 市商务局), and short names that a registry has for another
	// place do not count.
	Place string
}

// Canonical returns the id of a body by general rules, for bodies of any
// place: its short name in Simplified script, in the spelling that the State
// Council's own lists use. 市发改委, 市發展和改革委員會 and 市发展改革委 are all
// 市发展改革委; 国家发展改革委, 省发展改革委 and 广州市发展改革委 are others.
//
// Level and place stay as written; a bare body (发展改革委) gets the scope's
// prefix, if it is a body that governments have. A（B） is the id of A, then B.
// A name that no rule knows is its own id, in Simplified script and without
// blanks. The empty name has no id. It takes time linear in the name, and is
// safe for concurrent use.
//
// It knows no single bodies; [Registry.ID] does.
func Canonical(name string, scope Scope) string {
	return asID(canonical(foldName(name), scope))
}

// canonical is Canonical on folded names, and gives a folded one.
func canonical(name string, scope Scope) string {
	if head, inner, ok := bracket(name); ok {
		return canonical(head, scope) + "(" + canonical(inner, Scope{}) + ")"
	}
	if id, ok := league(name); ok {
		return id
	}
	name = branchOf(name)
	p := parse(name)
	if p.generic {
		return strings.ReplaceAll(name, "人民政府", "政府")
	}
	return compose(scope.complete(p))
}

// complete adds the scope to a name's parts: first the prefix, then the own place
// is cut, so that 新疆维吾尔自治区 as prefix of its own plan adds 自治区 only.
func (s Scope) complete(p parts) parts {
	if p.level == "" && p.place == "" && s.Prefix != "" {
		prefix := foldName(s.Prefix)
		if p.inherits(prefix) {
			p.level, _ = levelAtEnd(prefix)
			p.place = strings.TrimSuffix(prefix, p.level)
		}
	}
	if s.Place != "" && p.level != "" && p.place+p.level == foldName(s.Place) {
		p.place = ""
	}
	return p
}

// inherits tells whether a bare body belongs to the level that was named
// before it: 财政厅 to a province but to no city, 海关 and 法规处 to none.
func (p parts) inherits(prefix string) bool {
	_, level := levelAtEnd(prefix)
	switch p.body.class {
	case stem:
		return p.body.ending != "部" && (p.body.ending != "厅" || level == Province) && p.body.ending != "中心"
	case whole, party, cabinet:
		return level != NoLevel
	default:
		return false
	}
}

// compose spells the id of a name's parts. 部 is a ministry's ending, before which
// 国家 says nothing; the Party's committee is 党委 in an autonomous region and 委
// elsewhere.
func compose(p parts) string {
	body := p.body.canonical
	switch {
	case p.body.class == unknown:
		body = shorten(p.rest, p.level != "")
	case p.level == "国家" && p.body.ending == "部":
		return body
	case p.level == "自治区" && (p.party || p.body.class == party):
		body = "党委" + body
	case p.party, p.body.class == party && p.level != "":
		body = "委" + body
	}
	return p.place + p.level + body
}

// shorten gives the endings of a body that the table lacks their short form.
// Those of commissions and offices are shortened only behind a level.
func shorten(body string, levelled bool) string {
	body = strings.ReplaceAll(body, "人民政府", "政府")
	for _, e := range [...][2]string{
		{"管理委员会", "管委会"},
		{"集团有限公司", "集团"},
		{"集团有限责任公司", "集团"},
		{"集团股份有限公司", "集团"},
		{"集团公司", "集团"},
	} {
		if s, ok := strings.CutSuffix(body, e[0]); ok {
			return s + e[1]
		}
	}
	if !levelled {
		return body
	}
	for _, e := range endings[:4] {
		if s, ok := strings.CutSuffix(body, e.long); ok && e.long != "" && len(s) >= len("口岸") && !strings.HasSuffix(s, "政府") && !strings.HasSuffix(s, "小组") {
			return s + e.short
		}
	}
	return body
}

// bracket splits A(B), where the bracket ends the name. 中国(上海)… is none, nor are
// brackets in brackets: those names stay whole.
func bracket(name string) (head, inner string, ok bool) {
	body, ok := strings.CutSuffix(name, ")")
	if !ok {
		return "", "", false
	}
	head, inner, ok = strings.Cut(body, "(")
	if !ok || head == "" || inner == "" || strings.ContainsAny(inner, "()") {
		return "", "", false
	}
	return head, inner, true
}

// league reads the names of the Communist Youth League's committees: 团市委,
// 共青团市委, 共青团广州市委员会.
func league(name string) (string, bool) {
	rest, full := strings.CutPrefix(name, "共青团")
	if !full {
		var ok bool
		if rest, ok = strings.CutPrefix(name, "团"); !ok {
			return "", false
		}
	}
	place, ok := strings.CutSuffix(rest, "委员会")
	if !ok {
		if place, ok = strings.CutSuffix(rest, "委"); !ok {
			return "", false
		}
	}
	level, _ := levelAtEnd(place)
	switch level {
	case "":
		return "", false
	case place:
		return "团" + level + "委", true
	default:
		return "共青团" + place + "委", full
	}
}

// After returns the scope for the names that follow this one in its list: a
// prefix said once counts for those behind it.
func (s Scope) After(name string) Scope {
	folded := foldName(name)
	if head, _, ok := bracket(folded); ok {
		folded = head
	}
	p := parse(branchOf(folded))
	if p.level == "" || p.generic || p.body.class == branch {
		return s
	}
	s.Prefix = p.place + p.level
	return s
}

// agencies are central bodies whose branches stand in many places: the
// spelling that ids use, the others, and what a branch of it ends in.
var agencies = [...]struct {
	name     string
	variants []string
	ends     []string
}{
	{"人民银行", []string{"中国人民银行", "人行", "央行"}, []string{"分行", "支行", "总部", "营业管理部", "中心支行"}},
	{"外汇管理局", []string{"国家外汇管理局", "国家外汇局", "外管局", "外汇局"}, []string{"分局", "支局", "外汇管理部"}},
	{"国家开发银行", []string{"国开行"}, []string{"分行"}},
	{"中国进出口银行", []string{"进出口银行"}, []string{"分行"}},
	{"农业发展银行", []string{"中国农业发展银行", "农发行"}, []string{"分行", "支行"}},
	{"中国出口信用保险公司", []string{"中国信保", "中信保"}, []string{"分公司", "营业管理部", "办事处"}},
}

// regulators are central bodies whose branch 甲 X 监管局 is called X 乙 for short.
var regulators = [...]struct {
	names []string
	short string
}{
	{[]string{"中国证券监督管理委员会", "中国证监会", "证监会"}, "证监"},
	{[]string{"中国银行保险监督管理委员会", "中国银保监会", "银保监会"}, "银保监"},
	{[]string{"中国银行业监督管理委员会", "中国银监会", "银监会"}, "银监"},
	{[]string{"中国保险监督管理委员会", "中国保监会", "保监会"}, "保监"},
	{[]string{"国家金融监督管理总局", "国家金融监管总局", "金融监管总局"}, "金融监管"},
}

// branchOf spells the name of a central agency's branch the short way: 中国人民银行
// 济南分行 is 人民银行济南分行, 国家税务总局上海市税务局 is 上海市税务局, and
// 中国证券监督管理委员会上海监管局 is 上海证监局. Other names stay.
func branchOf(name string) string {
	if rest, ok := cutAny(name, "国家税务总局", "税务总局"); ok && strings.HasSuffix(rest, "税务局") && rest != "税务局" {
		return rest
	}
	for _, r := range regulators {
		rest, ok := cutAny(name, r.names...)
		if !ok {
			continue
		}
		if place, ok := strings.CutSuffix(rest, "监管局"); ok && place != "" {
			return place + r.short + "局"
		}
		if place, ok := strings.CutSuffix(rest, "监管分局"); ok && place != "" {
			return place + r.short + "分局"
		}
	}
	for _, a := range agencies {
		if rest, ok := cutAny(name, a.variants...); ok && endsInAny(rest, a.ends) {
			return a.name + rest
		}
	}
	return name
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

func endsInAny(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// isAgency tells whether a name is that of a central agency's branch.
func isAgency(name string) bool {
	name = branchOf(name)
	for _, a := range agencies {
		if rest, ok := strings.CutPrefix(name, a.name); ok && endsInAny(rest, a.ends) {
			return true
		}
	}
	return false
}

// isBase tells whether a name is a central agency's own, as its branches write
// it before their place.
func isBase(name string) bool {
	for _, a := range agencies {
		if name == a.name || slices.Contains(a.variants, name) {
			return true
		}
	}
	for _, r := range regulators {
		if slices.Contains(r.names, name) {
			return true
		}
	}
	return name == "国家税务总局" || name == "海关总署" || name == "国家统计局"
}
