package note

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// segments splits the list from i to j at its separators, outside of brackets
// and quotation marks.
// A separator inside a name is none: 各市、县〔区〕人民政府 is one segment.
func segments(t *runes.Text, i, j int) []Range {
	var out []Range
	add := func(a, b int) {
		if a, b = trimMarks(t, a, b); a < b {
			out = append(out, Range{a, b})
		}
	}
	depth, start := 0, i
	for k := i; k < j; k++ {
		switch r := t.Folded[k]; {
		case runes.Close(r) != 0, r == '“', r == '《':
			depth++
		case runes.IsClose(r), r == '”', r == '》':
			depth = max(0, depth-1)
		case depth > 0:
		case r == '、' && (areaList(t, start, k, j) || single(t, k+1, j) || party(t, start, k, j) || half(t, start, k, j)):
		case isSeparator(r), runes.IsBlank(r) && blankSplits(t, start, k, j):
			add(start, k)
			start = k + 1
		}
	}
	if depth > 0 && start < j { // a bracket that is not closed hides nothing
		return append(out, flatSegments(t, start, j)...)
	}
	add(start, j)
	return out
}

// single reports whether one character alone, or with a bracket, stands at i before
// the next mark: no body has such a name, so that 各委、办、局（公司） is one.
func single(t *runes.Text, i, j int) bool {
	a, b := t.Trim(i, nextMark(t, i, j))
	return a < b && runes.IsHan(t.Folded[a]) && (b-a == 1 || runes.Close(t.Folded[a+1]) != 0)
}

// party reports whether the 、 at k stands in 各区党委、政府 or 各县（市、区）委、人民政府,
// which are one name.
func party(t *runes.Text, i, k, j int) bool {
	i, _ = t.Trim(i, k)
	own := t.Ends(i, k, "党委") || t.Has(i, k, "各") && k-2 > i && t.Ends(i, k, "委") && (runes.IsClose(t.Folded[k-2]) || runesIn("县区市州旗盟", t.Folded[k-2]))
	return own && (t.Has(k+1, j, "政府") || t.Has(k+1, j, "人民政府"))
}

// half reports whether the 、 at k stands within a name whose halves name no body by
// themselves: 各部门、单位, 高新区党工委、管委会, 各街道党工委、办事处 and 中央、省属驻青单位.
func half(t *runes.Text, i, k, j int) bool {
	left := Range{i, k}
	left.Start, left.End = t.Trim(i, k)
	right := Range{k + 1, nextMark(t, k+1, j)}
	switch {
	case isWord(t, left, []string{"中央"}):
		return endsAny(t, right, []string{"单位", "企业", "机构", "高校", "院校"})
	case t.Ends(left.Start, left.End, "部门"):
		return isWord(t, right, []string{"单位"})
	case t.Ends(left.Start, left.End, "工委"):
		return isWord(t, right, []string{"管委会", "管理委员会", "办事处"})
	}
	return t.Ends(left.Start, left.End, "单位") && isWord(t, right, []string{"部门"})
}

// flatSegments splits at separators without regard to brackets.
func flatSegments(t *runes.Text, i, j int) []Range {
	var out []Range
	start := i
	for k := i; k <= j; k++ {
		if k < j && !isSeparator(t.Folded[k]) {
			continue
		}
		if a, b := trimMarks(t, start, k); a < b {
			out = append(out, Range{a, b})
		}
		start = k + 1
	}
	return out
}

// blankSplits reports whether the blank at k stands between two names.
func blankSplits(t *runes.Text, i, k, j int) bool {
	a, b := t.Trim(i, k)
	c, _ := t.Trim(k, j)
	if end, role := trimVerb(t, a, b); role == Lead && end > a && c < j && looksSure(t, Range{a, end}) { // 市科委牵头 市教委配合
		return !verbsOnly(t, c, nextMark(t, c, j))
	}
	return a < b && c < j && runes.IsHan(t.Folded[b-1]) && runes.IsHan(t.Folded[c]) &&
		(looksCertain(t, Range{a, b}) || looksSure(t, Range{a, b}) && looksSure(t, Range{c, nextMark(t, c, j)})) && !verbsOnly(t, c, nextMark(t, c, j))
}

func nextMark(t *runes.Text, i, j int) int {
	for i < j && !isSeparator(t.Folded[i]) && !runes.IsBlank(t.Folded[i]) {
		i++
	}
	return i
}

// area is a word for a level of administration, with its rank.
type area struct {
	word string
	rank int
}

// areas are the words that 、 joins inside a name. Longer words come first.
var areas = []area{
	{"自治区", 1},
	{"直辖市", 1},
	{"省", 1},
	{"地级以上市", 2},
	{"设区市", 2},
	{"设区的市", 2},
	{"地级市", 2},
	{"自治州", 2},
	{"直管市", 2},
	{"县级市", 3},
	{"地区", 2},
	{"盟", 2},
	{"州", 2},
	{"市", 2},
	{"自治县", 3},
	{"特区", 3},
	{"林区", 3},
	{"县", 3},
	{"区", 3},
	{"旗", 3},
	{"乡镇", 4},
	{"街道", 4},
	{"街镇", 4},
	{"镇街", 4},
	{"乡", 4},
	{"镇", 4},
	{"街", 4},
}

// areaAt returns the word of level at i, and before j.
func areaAt(t *runes.Text, i, j int) (area, bool) {
	for _, a := range areas {
		if t.Has(i, j, a.word) {
			return a, true
		}
	}
	return area{}, false
}

// areaList reports whether the 、 at k joins two levels of one name, as in
// 各市、县（区）人民政府: an area word that stands alone, or with 各, before it, and
// one of the same or a lower level behind it.
func areaList(t *runes.Text, start, k, j int) bool {
	i, end := t.Trim(start, k)
	i = lastPart(t, i, end)
	if t.Has(i, end, "各") || t.Has(i, end, "全") {
		i++
	}
	if t.Has(i, end, "有关") || t.Has(i, end, "相关") {
		i += len([]rune("有关"))
	}
	left, ok := areaAt(t, i, end)
	if !ok || !endsArea(t, i+len([]rune(left.word)), end) {
		return false
	}
	next, _ := t.Trim(k+1, j)
	right, ok := areaAt(t, next, j)
	after := next + len([]rune(right.word))
	if !ok || right.rank < left.rank && !(left.word == "县" && right.word == "市" && countyCity(t, after, j)) {
		return false
	}
	return after >= t.Len() || !runesIn("属直管委政", t.Folded[after]) || after < j && right.rank > left.rank && t.Has(after, j, "政府")
}

// countyCity reports whether the 市 of 各县、市 before i is a city of a county's
// level: 各县、市、区人民政府, 各县、市人民政府.
func countyCity(t *runes.Text, i, j int) bool {
	if i < j && t.Folded[i] == '、' {
		_, ok := areaAt(t, i+1, j)
		return ok
	}
	return t.Has(i, j, "人民政府") && nextMark(t, i, j) == i+4
}

// lastPart returns where the part of the list begins that ends at end: behind
// an inner 、 or a joint before 各, as in 市财政局和各市、县.
func lastPart(t *runes.Text, i, end int) int {
	for m := end - 1; m >= i; m-- {
		switch r := t.Folded[m]; {
		case r == '、' && m+1 < end:
			return m + 1
		case (r == '各' || r == '全') && m > i && runesIn("和及与同由", t.Folded[m-1]):
			return m
		}
	}
	return i
}

// endsArea reports whether only a bracket stands between i and j: 县（市、区）.
func endsArea(t *runes.Text, i, j int) bool {
	if i == j {
		return true
	}
	pairs, _ := t.Pairs(i, j)
	return len(pairs) == 1 && pairs[0].Open == i && pairs[0].Close == j-1
}

// joints are the words that join two names.
var joints = []string{"会同", "以及", "及", "和", "与"}

// splitJoined splits a segment at 会同, 及, 和 where whole names stand on both
// sides: 发展和改革委员会 is one name.
func splitJoined(t *runes.Text, s Range) []Range {
	depth := 0
	for k := s.Start + 1; k+1 < s.End; k++ {
		switch r := t.Folded[k]; {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth--
		}
		if depth > 0 {
			continue
		}
		for _, w := range joints {
			n := len([]rune(w))
			if !t.Has(k, s.End, w) || k+n >= s.End {
				continue
			}
			left, right := Range{s.Start, k}, Range{k + n, s.End}
			if !joins(t, w, left, right) {
				continue
			}
			return append([]Range{left}, splitJoined(t, right)...)
		}
	}
	return []Range{s}
}

// joins reports whether the joint w stands between two whole names.
func joins(t *runes.Text, w string, left, right Range) bool {
	for _, own := range []string{"所属", "其", "下属", "直属", "所辖", "有关方面"} {
		if t.Has(right.Start, right.End, own) {
			return false
		}
	}
	if w == "会同" {
		return true
	}
	switch {
	case !looksLike(t, right):
		return false
	case looksCertain(t, left):
		return true
	case t.Folded[right.Start] == '各':
		return looksListed(t, left)
	}
	return looksBare(t, left) && looksCertain(t, right)
}

// cutOpen cuts 等 and what it says off the end of a name. What is left behind
// the kind of the others is more of the list: 市财政局等部门和各区政府.
func cutOpen(t *runes.Text, s Range) (name, more Range, open bool) {
	for k := s.Start; k < s.End; k++ {
		if t.Folded[k] != '等' || k > s.Start && runesIn("高中初平同对均", t.Folded[k-1]) || k > s.Start && t.Folded[k-1] == '天' && t.Has(k+1, s.End, "县") {
			continue
		}
		more = moreBehind(t, k+1, s.End)
		if more.Empty() && !opensList(t, k+1, s.End) {
			continue
		}
		_, end := t.Trim(s.Start, k)
		return Range{s.Start, end}, more, true
	}
	return s, Range{}, false
}

// moreBehind returns the names that a joint adds behind the kind of the others
// in the text from i to j: of 有关部门和各区政府 it is 各区政府.
func moreBehind(t *runes.Text, i, j int) Range {
	for _, w := range joints {
		k := t.Find(i, min(j, i+maxLabel), w)
		n := len([]rune(w))
		if k > i+1 && k+n < j && endsAny(t, Range{i, k}, []string{"部门", "单位", "机构", "企业"}) && looksLike(t, Range{k + n, j}) {
			return Range{k + n, j}
		}
	}
	return Range{}
}

// opensList reports whether what stands behind 等, from i to j, only says what
// kind the others are: nothing, 部门, 有关单位, 市直（驻市）进驻单位.
func opensList(t *runes.Text, i, j int) bool {
	i, j = t.Trim(i, j)
	if i >= j || runesIn(",;、。", t.Folded[i]) {
		return true
	}
	if runes.IsDigit(t.Folded[i]) { // 等11部门
		return true
	}
	r := Range{i, j}
	return endsAny(t, r, []string{
		"部门", "单位", "部门(单位)", "单位(部门)", "机构", "企业", "部委", "方面", "地区", "地", "厅局", "委局", "委办局", "处室", "科室", "机关", "院校", "高校", "银行", "市", "区", "县", "省份", "人民政府", "政府",
	})
}

func runesIn(set string, r rune) bool { return strings.ContainsRune(set, r) }
