package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// Fact is what a key over a web page's text says of the document.
type Fact int

// The facts. The zero Fact is none.
const (
	NoFact Fact = iota
	OtherFact
	TitleFact
	NumberFact
	IssuerFact
	DateFact
)

// factKey is a key with what it says. Those of a document's own facts have a
// higher rank than those of its publication on the page.
type factKey struct {
	word string
	fact Fact
	rank int
}

// factKeys open the lines that web pages put over a document, folded. A longer
// key stands before one that it begins with.
var factKeys = []factKey{
	{"成文日期", DateFact, 2},
	{"成文时间", DateFact, 2},
	{"发文日期", DateFact, 2},
	{"发文时间", DateFact, 2},
	{"印发日期", DateFact, 2},
	{"印发时间", DateFact, 2},
	{"生成日期", DateFact, 1},
	{"制发日期", DateFact, 2},
	{"颁布日期", DateFact, 2},
	{"颁布时间", DateFact, 2},
	{"公发布日", DateFact, 2},
	{"签发日期", DateFact, 2},
	{"发布日期", DateFact, 1},
	{"发布时间", DateFact, 1},
	{"公布日期", DateFact, 1},
	{"公布时间", DateFact, 1},
	{"公开日期", DateFact, 1},
	{"公开时间", DateFact, 1},
	{"刊登日期", DateFact, 1},
	{"发表日期", DateFact, 1},
	{"日期", DateFact, 1},
	{"发文机关", IssuerFact, 2},
	{"发文单位", IssuerFact, 2},
	{"发文机构", IssuerFact, 2},
	{"发文部门", IssuerFact, 2},
	{"制发机关", IssuerFact, 2},
	{"制定机关", IssuerFact, 2},
	{"颁布机关", IssuerFact, 2},
	{"颁布单位", IssuerFact, 2},
	{"印发机关", IssuerFact, 2},
	{"发布机构", IssuerFact, 1},
	{"发布机关", IssuerFact, 1},
	{"发布单位", IssuerFact, 1},
	{"发布部门", IssuerFact, 1},
	{"公开主体", IssuerFact, 1},
	{"公布机关", IssuerFact, 1},
	{"发布文号", NumberFact, 2},
	{"发文字号", NumberFact, 2},
	{"发文文号", NumberFact, 2},
	{"文件字号", NumberFact, 2},
	{"文件编号", NumberFact, 2},
	{"文件号", NumberFact, 2},
	{"公文字号", NumberFact, 2},
	{"文号", NumberFact, 2},
	{"文件标题", TitleFact, 1},
	{"公文标题", TitleFact, 1},
	{"发文标题", TitleFact, 1},
	{"标题", TitleFact, 1},
	{"文件名称", TitleFact, 1},
	{"公文名称", TitleFact, 1},
	{"信息名称", TitleFact, 1},
	{"法规名称", TitleFact, 1},
	{"中文名", TitleFact, 1},
	{"索引号", OtherFact, 0},
	{"信息索引号", OtherFact, 0},
	{"效力状况", OtherFact, 0},
	{"效力级别", OtherFact, 0},
	{"文件下载", OtherFact, 0},
	{"附件下载", OtherFact, 0},
	{"主题分类", OtherFact, 0},
	{"主题词", OtherFact, 0},
	{"体裁分类", OtherFact, 0},
	{"组配分类", OtherFact, 0},
	{"信息分类", OtherFact, 0},
	{"分类", OtherFact, 0},
	{"有效性", OtherFact, 0},
	{"时效性", OtherFact, 0},
	{"时效", OtherFact, 0},
	{"效力状态", OtherFact, 0},
	{"文件状态", OtherFact, 0},
	{"有效期", OtherFact, 0},
	{"生效日期", OtherFact, 0},
	{"生效时间", OtherFact, 0},
	{"实施日期", OtherFact, 0},
	{"废止日期", OtherFact, 0},
	{"失效日期", OtherFact, 0},
	{"公开方式", OtherFact, 0},
	{"公开时限", OtherFact, 0},
	{"公开范围", OtherFact, 0},
	{"公开属性", OtherFact, 0},
	{"公开形式", OtherFact, 0},
	{"公文种类", OtherFact, 0},
	{"文档类型", OtherFact, 0},
	{"内容概述", OtherFact, 0},
	{"内容描述", OtherFact, 0},
	{"关键词", OtherFact, 0},
	{"责任编辑", OtherFact, 0},
	{"作者", OtherFact, 0},
	{"信息来源", OtherFact, 0},
	{"资料来源", OtherFact, 0},
	{"来源", OtherFact, 0},
	{"原文链接", OtherFact, 0},
	{"链接", OtherFact, 0},
	{"检索时间", OtherFact, 0},
	{"检索关键词", OtherFact, 0},
	{"上一篇", OtherFact, 0},
	{"下一篇", OtherFact, 0},
	{"打印", OtherFact, 0},
	{"下载", OtherFact, 0},
	{"浏览次数", OtherFact, 0},
	{"浏览量", OtherFact, 0},
	{"浏览人次", OtherFact, 0},
	{"访问量", OtherFact, 0},
	{"阅读次数", OtherFact, 0},
	{"阅读量", OtherFact, 0},
	{"点击数", OtherFact, 0},
	{"点击量", OtherFact, 0},
	{"点击率", OtherFact, 0},
	{"点阅数", OtherFact, 0},
	{"点阅次数", OtherFact, 0},
	{"点阅", OtherFact, 0},
	{"字体", OtherFact, 0},
	{"字号", OtherFact, 0},
	{"字级", OtherFact, 0},
	{"视力保护色", OtherFact, 0},
	{"分享到", OtherFact, 0},
	{"分享", OtherFact, 0},
	{"更新日期", OtherFact, 0},
	{"更新时间", OtherFact, 0},
	{"修订日期", OtherFact, 0},
	{"最近更新日期", OtherFact, 0},
	{"最后更新日期", OtherFact, 0},
	{"最后更新", OtherFact, 0},
	{"覆检日期", OtherFact, 0},
	{"文章来源", OtherFact, 0},
	{"稿件来源", OtherFact, 0},
	{"发布人", OtherFact, 0},
	{"发布者", OtherFact, 0},
	{"责编", OtherFact, 0},
	{"撰稿", OtherFact, 0},
	{"抄送", OtherFact, 0},
	{"抄报", OtherFact, 0},
	{"信息公开选项", OtherFact, 0},
	{"信息公开类别", OtherFact, 0},
	{"公开选项", OtherFact, 0},
	{"阅读", OtherFact, 0},
	{"点击", OtherFact, 0},
	{"浏览", OtherFact, 0},
	{"tags", OtherFact, 0},
	{"title", OtherFact, 0},
	{"date", OtherFact, 0},
	{"source", OtherFact, 0},
	{"url", OtherFact, 0},
	{"author", OtherFact, 0},
}

// keyRunes are the characters that keys begin with.
const keyRunes = "成发印生制颁签公刊日法中文标信索效附主体组分有时实废失内关责作资来原链检上下打浏访阅点字视更修最覆稿撰抄tdsua"

// keyAt reads the key at i, and before j, with blanks between its characters and
// marks around it: 文  号, 【来源】.
func keyAt(t *runes.Text, i, j int) (key factKey, end int) {
	for i < j && (runes.IsBlank(t.Folded[i]) || t.Folded[i] == '【' || t.Folded[i] == '*') {
		i++
	}
	if i == j || !runesIn(keyRunes, t.Folded[i]) {
		return factKey{}, i
	}
	for _, key := range factKeys {
		if end, ok := hasSpaced(t, i, j, key.word); ok {
			end, _ = t.TrimFunc(end, j, func(r rune) bool { return r == '*' })
			if end == j || !t.Whole(end-1, end+1) || t.Folded[end] == ':' || t.Folded[end] == '】' || touches(t, key.fact, end, j) {
				return key, end
			}
		}
	}
	return factKey{}, i
}

// touches reports whether the value of a key follows it at i without a mark, as
// on pages that set them apart by colour: 成文日期2025-03-21.
func touches(t *runes.Text, f Fact, i, j int) bool {
	switch f {
	case DateFact:
		return opensDay(t, i, j)
	case NumberFact:
		return IsNumber(t, i, j)
	default:
		return false
	}
}

// isMeta reports whether the line is a key with its value, or the day and such
// keys.
func isMeta(t *runes.Text, l *line) bool {
	key, end := keyAt(t, contentStart(t, l), l.end)
	if key.fact != NoFact && end < l.end {
		return true
	}
	return opensDay(t, l.start, l.end) && l.len() <= maxDayLine && len(Pairs(t, l.start, l.end)) > 1 || isImprint(t, l)
}

// isImprint reports whether the line says who printed the document and when, as
// under its last page: 云溪市人民政府办公室 2025年3月21日印发.
func isImprint(t *runes.Text, l *line) bool {
	if l.len() > maxDayLine || !t.Ends(l.start, l.end, "日印发") {
		return false
	}
	k := l.start
	for k < l.end && !runes.IsDigit(t.Folded[k]) && t.Folded[k] != '二' {
		k++
	}
	i, j := t.Trim(l.start, k)
	return note.IsName(t, i, j) && isDate(t, k, l.end-2)
}

// maxDayLine is the length in runes of the longest line of a day and keys.
const maxDayLine = 80

// opensDay reports whether the text from i to j begins with a year and a mark:
// 2025-05-27 10:22 来源：本站.
func opensDay(t *runes.Text, i, j int) bool {
	k := i
	for k < j && runes.IsDigit(t.Folded[k]) {
		k++
	}
	return k-i == 4 && k < j && runesIn("-/.年", t.Folded[k])
}

// Pair is a key with its value.
type Pair struct {
	Fact  Fact
	Rank  int
	Value note.Range
}

// Pairs returns the keys in the line from i to j with their values. Several may
// stand in one line: 来源：市府办 发布日期：2025-05-27.
func Pairs(t *runes.Text, i, j int) []Pair {
	var pairs []Pair
	if opensDay(t, i, j) {
		pairs = append(pairs, Pair{DateFact, 1, note.Range{Start: i, End: j}})
	}
	open, spaced := true, isSpaced(t, i, j)
	for k := i; k < j; k++ {
		if !open || runes.IsBlank(t.Folded[k]) {
			open = open || runes.IsBlank(t.Folded[k]) || t.Folded[k] == '|'
			continue
		}
		key, end := keyAt(t, k, j)
		if key.fact == NoFact && spaced {
			key, end = spacedKeyAt(t, k, j)
		}
		if open = false; key.fact == NoFact || end == j {
			continue
		}
		closePair(t, pairs, k)
		if t.Folded[end] == ':' || t.Folded[end] == '】' {
			end++
		}
		pairs = append(pairs, Pair{key.fact, key.rank, note.Range{Start: end, End: j}})
		k, open = end-1, true
	}
	closePair(t, pairs, j)
	if len(pairs) == 1 && pairs[0].Value.Start == i { // a day alone
		return nil
	}
	return pairs
}

// closePair ends the last of pairs before rune j.
func closePair(t *runes.Text, pairs []Pair, j int) {
	if n := len(pairs); n > 0 {
		v := &pairs[n-1].Value
		v.Start, v.End = t.TrimFunc(v.Start, j, func(r rune) bool { return r == ':' || r == '*' || r == '|' || r == '[' || r == ']' && v.End == j })
	}
}

// CellKey reads a cell of a table that holds a key and nothing else but a colon.
func CellKey(t *runes.Text, i, j int) (Fact, int) {
	i, j = t.TrimFunc(i, j, func(r rune) bool { return r == ':' || r == '*' })
	key, end := keyAt(t, i, j)
	if end != j {
		return NoFact, 0
	}
	return key.fact, key.rank
}
