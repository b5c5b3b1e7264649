package note

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// verb is a word at the end of a clause that says what its bodies do.
type verb struct {
	word  string
	role  Role // NoRole for words that only come beside others
	final bool // may end the clause
}

// verbs are the words of 按职责分工负责, 牵头组织实施, 协同配合 and their kind, taken
// off one by one from the end.
var verbs = []verb{
	{"总负责", Unspecified, true},
	{"负总责", Unspecified, true},
	{"负责", Unspecified, true},
	{"落实", Unspecified, true},
	{"实施", Unspecified, true},
	{"承办", Unspecified, true},
	{"落实属地责任", Unspecified, true},
	{"落实属地管理责任", Unspecified, true},
	{"落实主体责任", Unspecified, true},
	{"承担属地责任", Unspecified, true},
	{"承担主体责任", Unspecified, true},
	{"履行属地责任", Unspecified, true},
	{"推进", Unspecified, true},
	{"执行", Unspecified, true},
	{"办理", Unspecified, true},
	{"总牵头", Lead, true},
	{"牵头", Lead, true},
	{"主办", Lead, true},
	{"主责", Lead, true},
	{"主抓", Lead, true},
	{"主政", Lead, true},
	{"配合", Support, true},
	{"配责", Support, true},
	{"协助", Support, true},
	{"协办", Support, true},
	{"参与", Support, true},
	{"参加", Support, true},
	{"协同", Support, true},
	{"支持", Support, true},
	{"按职责分工", Unspecified, true},
	{"按照职责分工", Unspecified, true},
	{"依职责分工", Unspecified, true},
	{"指导", Unspecified, true},
	{"督导", Unspecified, true},
	{"督办", Unspecified, true},
	{"督促", Unspecified, true},
	{"统筹", Unspecified, true},
	{"统筹协调", Unspecified, true},
	{"主管", Unspecified, true},
	{"为牵头单位", Lead, true},
	{"为牵头部门", Lead, true},
	{"为主办单位", Lead, true},
	{"为配合单位", Support, true},
	{"为配合部门", Support, true},
	{"为协办单位", Support, true},
	{"为责任单位", Unspecified, true},
	{"为责任部门", Unspecified, true},
	{"结合实际", NoRole, false},
	{"密切", NoRole, false},
	{"认真", NoRole, false},
	{"切实", NoRole, false},
	{"主动", NoRole, false},
	{"同步", NoRole, false},
	{"分头", NoRole, false},
	{"全面", NoRole, false},
	{"按照", NoRole, false},
	{"依据", NoRole, false},
	{"根据", NoRole, false},
	{"职责", NoRole, false},
	{"职能", NoRole, false},
	{"分工", NoRole, false},
	{"权限", NoRole, false},
	{"任务", NoRole, false},
	{"各自", NoRole, false},
	{"共同", NoRole, false},
	{"分别", NoRole, false},
	{"具体", NoRole, false},
	{"组织", NoRole, false},
	{"积极", NoRole, false},
	{"联合", NoRole, false},
	{"抓好", NoRole, false},
	{"做好", NoRole, false},
	{"工作", NoRole, false},
	{"推动", NoRole, false},
	{"协调", NoRole, false},
	{"予以", NoRole, false},
	{"并", NoRole, false},
	{"按", NoRole, false},
	{"依", NoRole, false},
	{"抓", NoRole, false},
}

// trimVerb takes the verbs off the end of the clause from i to j. It returns
// where they begin and the role they give, [NoRole] where the clause ends in
// none.
func trimVerb(t *runes.Text, i, j int) (int, Role) {
	role, end := NoRole, j
	for {
		v, ok := verbBefore(t, i, end)
		if !ok || role == NoRole && !v.final {
			return end, role
		}
		end -= len([]rune(v.word))
		role = stronger(role, v.role)
		_, end = t.Trim(i, end)
	}
}

// stronger returns the role of two verbs in one clause: 牵头负责 leads.
func stronger(a, b Role) Role {
	if b == NoRole || a == Lead || a == Support && b == Unspecified {
		return a
	}
	return b
}

// verbBefore returns the verb that ends at j.
func verbBefore(t *runes.Text, i, j int) (verb, bool) {
	if i >= j {
		return verb{}, false
	}
	for _, v := range verbsByEnd[t.Folded[j-1]] {
		if t.Ends(i, j, v.word) {
			return v, true
		}
	}
	return verb{}, false
}

// verbsByEnd holds the verbs by their last character.
var verbsByEnd = func() map[rune][]verb {
	m := make(map[rune][]verb)
	for _, v := range verbs {
		last, _ := utf8.DecodeLastRuneInString(v.word)
		m[last] = append(m[last], v)
	}
	return m
}()
