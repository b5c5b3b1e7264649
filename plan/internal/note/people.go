package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// namesPeople reports whether the label r of a list of bodies says that names of
// persons stand in it too: 责任单位及责任人, 责任领导及单位.
func namesPeople(t *runes.Text, r Range) bool {
	return hasAny(t, r, []string{"责任人", "负责人", "联系人", "领导"}) && t.Find(r.Start, r.End, "领导小组") < 0 || personsAt(t, r) > 0
}

// personsAt returns where the label of bodies ends that a word for persons is
// joined to which is no label alone, or 0: 责任单位（人）, 责任单位及人员.
func personsAt(t *runes.Text, r Range) int {
	end := r.End
	if t.Ends(r.Start, end, ")") {
		end--
	}
	for _, w := range []string{"责任人员", "负责同志", "责任同志", "人员", "人"} {
		k := end - len([]rune(w))
		if !t.Ends(r.Start, end, w) || k-1 <= r.Start || !runesIn("及和、/(", t.Folded[k-1]) || (end < r.End) != (t.Folded[k-1] == '(') {
			continue
		}
		if left := (Range{r.Start, k - 1}); endsAny(t, left, nouns) {
			return left.End
		}
	}
	return 0
}

// addPeople adds a segment of a list in which persons stand beside bodies: 市科委
// 王某, 市科委（王某）, 市科委王某. The persons are other text. It reports false
// where it finds none.
func (c *clauses) addPeople(s Range) bool {
	var bodies, persons []Range
	for _, w := range words(c.t, s) {
		body, person := splitPerson(c.t, w)
		if !body.Empty() {
			bodies = append(bodies, body)
		}
		if !person.Empty() {
			persons = append(persons, person)
		}
	}
	if len(persons) == 0 {
		return false
	}
	for _, b := range bodies {
		if !looksLike(c.t, b) {
			return false
		}
	}
	c.names = append(c.names, bodies...)
	for _, p := range persons {
		c.addPerson(p)
	}
	return true
}

// words splits s at its blanks and colons outside of brackets. A name of two
// characters may be set with a blank between them.
func words(t *runes.Text, s Range) []Range {
	var out []Range
	depth, start := 0, s.Start
	add := func(end int) {
		a, b := t.Trim(start, end)
		switch n := len(out); {
		case a == b:
		case n > 0 && b-a == 1 && out[n-1].End-out[n-1].Start == 1:
			out[n-1].End = b
		default:
			out = append(out, Range{a, b})
		}
	}
	for k := s.Start; k < s.End; k++ {
		switch r := t.Folded[k]; {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth--
		case depth == 0 && (r == ':' || runes.IsBlank(r)):
			add(k)
			start = k + 1
		}
	}
	add(s.End)
	return out
}

// splitPerson splits a word into the body and the person that it names, either
// of which may be empty.
func splitPerson(t *runes.Text, s Range) (body, person Range) {
	if bare := bareName(t, s); bare != s {
		i, _ := t.Trim(bare.End, s.End)
		i, j := t.Trim(i+1, s.End-1)
		switch inner := (Range{i, j}); {
		case isPerson(t, bare) && looksLike(t, inner):
			return inner, bare
		case holdsPerson(t, inner):
			return bare, inner
		}
		return s, Range{}
	}
	return cutPerson(t, s)
}

// cutPerson is splitPerson for a word without brackets.
func cutPerson(t *runes.Text, s Range) (body, person Range) {
	switch {
	case s.End-s.Start <= maxPerson && isPerson(t, s):
		return Range{}, s
	case looksLike(t, s):
		return s, Range{}
	}
	for k := s.End - 2; k > s.Start+1 && k > s.End-maxPost-maxPerson; k-- {
		if left, right := (Range{s.Start, k}), (Range{k, s.End}); looksLike(t, left) && isNamed(t, right) && !hasAny(t, right, heads) {
			return left, right
		}
	}
	if isPerson(t, s) {
		return Range{}, s
	}
	return s, Range{}
}

// holdsPerson reports whether a name or a post of a person stands in the list s.
func holdsPerson(t *runes.Text, s Range) bool {
	for _, x := range segments(t, s.Start, s.End) {
		for _, w := range words(t, x) {
			if _, person := cutPerson(t, w); !person.Empty() {
				return true
			}
		}
	}
	return false
}

// isPerson reports whether s reads as a person where only bodies and persons
// stand.
func isPerson(t *runes.Text, s Range) bool {
	return !looksLike(t, s) && (s.End-s.Start <= maxPerson || t.Find(s.Start, s.End, "·") > s.Start || isNamed(t, s))
}

// posts end what persons are, and maxPost is the length in runes of the longest
// of these: 分管副区长, 主要负责人.
var posts = []string{"长", "主任", "书记", "主席", "经理", "专员", "负责人", "责任人", "领导", "同志", "巡视员", "调研员", "常委", "委员"}

const maxPost = 8

// postEnds are the characters that posts end in.
const postEnds = "长任记席理员人导志委"

// heads are posts of persons who answer for more than the body before them:
// 市委书记, 区政府副区长.
var heads = []string{"书记", "常委", "省长", "市长", "县长", "区长", "州长", "旗长", "镇长", "乡长"}

// isPost reports whether s is the post of a person.
func isPost(t *runes.Text, s Range) bool {
	n := s.End - s.Start
	return n >= 2 && n <= maxPost && endsAny(t, s, posts)
}

// surnames are those that nine persons of ten have, folded.
const surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢岳齐梅莫庄辛管祝左涂谷祁耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍霍"

// isNamed reports whether s is the name of a person that opens with a surname,
// beside a post or alone, or the post of one.
func isNamed(t *runes.Text, s Range) bool {
	return isName(t, s) || isPost(t, s) || isOfficial(t, s)
}

// isName reports whether s is the name of a person by its surname and its length.
func isName(t *runes.Text, s Range) bool {
	n := s.End - s.Start
	return n >= 2 && n < maxPerson && runesIn(surnames, t.Folded[s.Start])
}

// isOfficial reports whether s is the name of a person and a post: 分管副市长张某.
func isOfficial(t *runes.Text, s Range) bool {
	if s.End-s.Start > maxPost+maxPerson {
		return false
	}
	called := runesIn(postEnds, t.Folded[s.End-1])
	for k := s.Start + 2; k <= s.End-2; k++ {
		if !called && !runesIn(postEnds, t.Folded[k-1]) {
			continue
		}
		left, right := Range{s.Start, k}, Range{k, s.End}
		if isPost(t, left) && isName(t, right) || isName(t, left) && isPost(t, right) {
			return !looksLike(t, s)
		}
	}
	return false
}

// maxPerson is the length in runes of the longest name of a person.
const maxPerson = 4

// offices end what a person is called by: 李副局长, 分管副市长.
var offices = []string{"省长", "市长", "区长", "县长", "州长", "镇长", "乡长", "厅长", "局长", "处长", "科长", "部长", "院长", "校长", "所长", "站长", "组长", "队长", "行长", "会长", "秘书长", "董事长", "主任", "书记", "主席", "经理", "同志"}

// isTitled reports whether s is a person by what it ends in: 张某, 李副局长.
func isTitled(t *runes.Text, s Range) bool {
	s = bareName(t, s)
	n := s.End - s.Start
	return n >= 2 && n <= maxPerson && t.Folded[s.End-1] == '某' || n > 2 && endsAny(t, s, offices)
}

// addPerson makes the person at s other text.
func (c *clauses) addPerson(s Range) {
	c.note.Groups = append(c.note.Groups, Group{Label: Range{s.Start, s.Start}, Other: s})
}
