package note

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// addClauses reads the list from i to j under the label h: names, and verbs
// that give the names before them another role. Each run of names with one
// role becomes a group.
func (n *Note) addClauses(t *runes.Text, h heading, i, j int) {
	c := clauses{t: t, note: n, head: h}
	for _, s := range segments(t, i, j) {
		c.add(s)
	}
	c.flush(NoRole)
}

// clauses collects names until a verb or the end of the list tells their role.
type clauses struct {
	t     *runes.Text
	note  *Note
	head  heading
	names []Range
	open  bool
}

// add reads one segment of the list: a name, a name with verbs, or verbs alone.
func (c *clauses) add(s Range) {
	if isPhone(c.t, s) {
		c.takePerson(s)
		return
	}
	if isWhen(c.t, s) {
		c.flush(NoRole)
		c.note.Groups = append(c.note.Groups, Group{When: s})
		return
	}
	if first, rest, ok := innerVerb(c.t, s); ok { // A牵头B配合
		c.add(first)
		s = rest
	}
	end, role := trimVerb(c.t, s.Start, s.End)
	if role == NoRole {
		end, role = leadsWork(c.t, s)
	}
	if role != NoRole {
		_, end = trimMarks(c.t, s.Start, end)
	}
	c.addNames(Range{s.Start, end})
	if role != NoRole {
		c.flush(role)
	}
}

// addNames adds the names of a segment without verbs.
func (c *clauses) addNames(s Range) {
	s = dropOpening(c.t, s)
	s, more, open := cutOpen(c.t, s)
	c.open = c.open || open
	if !more.Empty() {
		defer c.addNames(more)
	}
	if s.Empty() {
		return
	}
	if name, role := bracketRole(c.t, s); role != NoRole {
		c.flush(NoRole)
		c.names = append(c.names, name)
		c.flush(role)
		return
	}
	if inner, ok := wholeBracket(c.t, s); ok {
		c.addBracket(inner)
		return
	}
	if name, other, ok := remark(c.t, s); ok {
		c.names = append(c.names, name)
		c.note.Groups = append(c.note.Groups, other)
		return
	}
	if name, inner, ok := c.trailingBracket(s); ok {
		c.names = append(c.names, name)
		c.addBracket(inner)
		return
	}
	if c.head.people && c.addPeople(s) {
		return
	}
	if isOfficial(c.t, s) || isTitled(c.t, s) {
		c.addPerson(s)
		return
	}
	c.names = append(c.names, splitJoined(c.t, s)...)
}

// bracketRole splits A（牵头） into the name and the role that the bracket gives.
func bracketRole(t *runes.Text, s Range) (Range, Role) {
	name := bareName(t, s)
	if name == s {
		return s, NoRole
	}
	i, j := t.Trim(name.End+1, s.End-1)
	if end, role := trimVerb(t, i, j); end <= i {
		return name, role
	}
	if kind, role, mixed := classify(t, Range{i, j}); kind == dutyLabel && !mixed && role != NoRole && j-i <= maxRoleWord {
		return name, role
	}
	return s, NoRole
}

// maxRoleWord is the length in runes of the longest word for a role: 牵头单位.
const maxRoleWord = 4

// remark splits A（责任人：甲） into the name and what the bracket says of others, or
// whom to call: A（甲 63916862）.
func remark(t *runes.Text, s Range) (Range, Group, bool) {
	name := bareName(t, s)
	if name == s {
		return s, Group{}, false
	}
	i, j := t.Trim(name.End+1, s.End-1)
	h, ok := headingAt(t, i, j)
	if !ok && hasPhone(t, i, j) {
		return name, Group{Label: Range{i, i}, Other: Range{i, j}}, true
	}
	if !ok || h.kind != otherLabel {
		return s, Group{}, false
	}
	return name, Group{Label: h.Range, Other: Range{h.next, j}}, true
}

// addBracket adds the names of a bracket in the list. Under a label of two
// roles, they are those of the second.
func (c *clauses) addBracket(inner Range) {
	if !c.head.mixed {
		for _, s := range segments(c.t, inner.Start, inner.End) {
			c.addNames(s)
		}
		return
	}
	c.flush(NoRole)
	sub := clauses{t: c.t, note: c.note, head: c.head}
	sub.head.role, sub.head.mixed = Support, false
	for _, s := range segments(c.t, inner.Start, inner.End) {
		sub.addNames(s)
	}
	sub.flush(NoRole)
}

// trailingBracket splits A（B） under a label of two roles.
func (c *clauses) trailingBracket(s Range) (name, inner Range, ok bool) {
	if !c.head.mixed || !runes.IsClose(c.t.Folded[s.End-1]) {
		return
	}
	pairs, _ := c.t.Pairs(s.Start, s.End)
	if len(pairs) == 0 || pairs[len(pairs)-1].Close != s.End-1 {
		return
	}
	p := pairs[len(pairs)-1]
	a, b := c.t.Trim(s.Start, p.Open)
	return Range{a, b}, Range{p.Open + 1, p.Close}, a < b
}

// flush makes a group of the names so far. A role that a verb gave wins over
// the label's, but 负责 says nothing that the label does not say better.
func (c *clauses) flush(role Role) {
	if role == NoRole || role == Unspecified && c.head.role != NoRole {
		role = c.head.role
	}
	if len(c.names) == 0 && !c.open {
		return
	}
	g := Group{Label: c.head.Range, Role: role, Names: c.names, Open: c.open}
	c.note.Groups = append(c.note.Groups, g)
	c.names, c.open = nil, false
}

// dropOpening takes a number, a leading 由 or 会同, and 省级层面由 off a segment.
func dropOpening(t *runes.Text, s Range) Range {
	if l, ok := label.Parse(t, s.Start, s.End); ok && l.Form.Numbered() && !l.Loose && l.End < s.End {
		s.Start = l.End
	}
	if k := t.Find(s.Start, s.End, "层面由"); k >= 0 {
		s.Start = k + 2
	}
	for _, w := range []string{"会同", "由", "以及", "及", "和", "并"} {
		if t.Has(s.Start, s.End, w) && s.End-s.Start > len([]rune(w))+1 && !namesPlace(t, s, w) {
			s.Start += len([]rune(w))
			break
		}
	}
	s.Start, s.End = trimMarks(t, s.Start, s.End)
	return s
}

// namesPlace reports whether s begins with the name of a place that begins with
// the word w: 和平区, 会同县.
func namesPlace(t *runes.Text, s Range, w string) bool {
	next := s.Start + len([]rune(w))
	opens := s.Start == 0 || t.Folded[s.Start-1] != ','
	first := s.Start == 0 || !isSeparator(t.Folded[s.Start-1])
	switch w {
	case "会同":
		return opens && (t.Folded[next] == '县' || t.Folded[next] == '乡')
	case "和":
		return opensPlace(t, s) || hasPrefix(t, s, []string{"和布克赛尔", "和龙"}) || opens && t.Folded[next] == '县' && (first || isWord(t, Range{next, s.End}, []string{"县", "县政府", "县人民政府"}))
	}
	return false
}

// innerVerb splits a segment at a 牵头 that names follow without a mark.
func innerVerb(t *runes.Text, s Range) (first, rest Range, ok bool) {
	for k := s.Start + 2; k+4 <= s.End; k++ {
		if !t.Has(k, s.End, "牵头") {
			continue
		}
		next := k + 2
		if t.Has(next, s.End, "负责") {
			next += 2
		}
		if next+2 < s.End && looksLike(t, Range{s.Start, k}) && t.Folded[next] != '单' && t.Folded[next] != '部' {
			if _, role := trimVerb(t, next, s.End); role != NoRole && !verbsOnly(t, next, s.End) {
				return Range{s.Start, next}, Range{next, s.End}, true
			}
		}
	}
	return
}

// maxWork is the length in runes of the longest word behind 牵头 at the end of a
// segment.
const maxWork = 4

// leadsWork reads a segment that ends in 牵头 and what is led: 市科委牵头抓总,
// 市科委牵头制定. It returns where its names end.
func leadsWork(t *runes.Text, s Range) (int, Role) {
	for k := max(s.Start+2, s.End-2-maxWork); k+2 < s.End; k++ {
		if t.Has(k, s.End, "牵头") && looksSure(t, Range{s.Start, k}) && !looksLike(t, Range{k + 2, s.End}) {
			return k, Lead
		}
	}
	return s.End, NoRole
}

// verbsOnly reports whether nothing but verbs stands between i and j.
func verbsOnly(t *runes.Text, i, j int) bool {
	end, role := trimVerb(t, i, j)
	return role != NoRole && end <= i
}

// wholeBracket returns the inside of a segment that is one bracket.
func wholeBracket(t *runes.Text, s Range) (Range, bool) {
	if runes.Close(t.Folded[s.Start]) == 0 || !runes.IsClose(t.Folded[s.End-1]) {
		return Range{}, false
	}
	pairs, _ := t.Pairs(s.Start, s.End)
	if len(pairs) != 1 || pairs[0] != (runes.Pair{Open: s.Start, Close: s.End - 1}) {
		return Range{}, false
	}
	return Range{s.Start + 1, s.End - 1}, true
}
