package department

import "strings"

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

// complete adds the scope to a name's parts.
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

// compose spells the id of a name's parts.
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

// bracket splits A(B), where the bracket ends the name. 中国(上海)… is none.
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
