package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/segment/internal/fold"
)

// Bounds of a definition, in bytes. Longer ones are of other things.
const (
	maxDefined = 20 * 3
	maxMeaning = 60 * 3
)

// mayDefine reports whether text has a character that every definition has.
func mayDefine(text string) bool {
	return strings.Contains(text, "称") || strings.Contains(text, "稱")
}

// defineAt reads the words 以下简称 whose 称 stands at text[i:], and the terms behind
// them. It returns where what they stand for ends, and no terms if there is no
// definition.
func defineAt(text string, i int) (end int, terms []offset.Span) {
	const size = len("称")
	if c := text[i:]; !strings.HasPrefix(c, "称") && !strings.HasPrefix(c, "稱") {
		return 0, nil
	}
	before := cutSuffix(text[:i], "简", "簡", "下")
	if len(before) == i {
		return 0, nil
	}
	before = trimBlank(cutSuffix(trimBlank(before), "以下", "以"))
	opened := cutSuffix(before, "（", "(", "〔", "[", "，", ",")
	if len(opened) == len(before) {
		return 0, nil
	}
	return len(trimBlank(opened)), termsAt(text, i+size)
}

func cutSuffix(s string, ends ...string) string {
	for _, end := range ends {
		if cut, ok := strings.CutSuffix(s, end); ok {
			return cut
		}
	}
	return s
}

// trimBlank cuts the blanks that s ends in.
func trimBlank(s string) string { return strings.TrimRightFunc(s, fold.Blank) }

// skipAny returns where the blanks, or else the first of the words that follow at i
// end.
func skipAny(text string, i int, words ...string) int {
	i = len(text) - len(strings.TrimLeftFunc(text[i:], fold.Blank))
	for _, w := range words {
		if strings.HasPrefix(text[i:], w) {
			return i + len(w)
		}
	}
	return i
}

// closers are the marks that end what others open.
var closers = map[string]string{"“": "”", "「": "」", "『": "』", "‘": "’", "\"": "\"", "〝": "〞", "＂": "＂"}

// termsAt reads the terms that are defined at text[i:]: “市经信委”或“经信委”.
func termsAt(text string, i int) []offset.Span {
	i = skipAny(text, i, "为", "為", "：", ":")
	var terms []offset.Span
	for {
		i = skipAny(text, i)
		open := nextRune(text[i:])
		closer, quoted := closers[open]
		if !quoted {
			break
		}
		i += len(open)
		n := strings.Index(text[i:min(len(text), i+maxDefined)], closer)
		if n <= 0 {
			return nil
		}
		terms = appendTerm(terms, text, i, i+n)
		i = skipAny(text, i+n+len(closer), "或", "、")
	}
	if terms == nil {
		n := strings.IndexAny(text[i:min(len(text), i+maxDefined)], "）)〕]")
		if n > 0 {
			terms = appendTerm(terms, text, i, i+n)
		}
	}
	return terms
}

func nextRune(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

// appendTerm adds a term of two characters and more, all of them Chinese.
func appendTerm(terms []offset.Span, text string, from, to int) []offset.Span {
	n := 0
	for _, r := range text[from:to] {
		switch {
		case unicode.Is(unicode.Han, r):
			n++
		case !fold.Blank(r):
			return terms
		}
	}
	if n < 2 {
		return terms
	}
	return append(terms, offset.Span{Start: from, End: to})
}

// quoteBefore reports whether a closing mark stands right before, so that the
// name is longer than what was found: 推进“一带一路”建设工作领导小组.
func quoteBefore(before string) bool {
	return endsInAny(before, "”", "」", "》", "）", ")", "\"")
}

// forMany reports whether the term may stand for other bodies too that are named
// before this one. It does not where it is made of characters of this one's name.
func forMany(text string, term, body offset.Span) bool {
	before := trimBlank(text[:body.Start])
	if !endsInAny(before, "、", "和", "及", "与", "與") {
		return false
	}
	rest := fold.Key(term.Of(text))
	for _, r := range fold.Key(body.Of(text)) {
		rest = strings.TrimPrefix(rest, string(r))
	}
	return rest != ""
}

// nameStart returns where the clause begins that ends at end, over what stands in
// quotation marks and brackets; -1 if it is too long for a name. Words that lead
// to a name are left out.
func nameStart(text string, end int) int {
	depth := 0
	i := end
	for i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		switch {
		case strings.ContainsRune("”」》）)〕", r):
			depth++
		case strings.ContainsRune("“「《（(〔", r):
			depth--
		}
		if depth < 0 || depth == 0 && strings.ContainsRune("，。；：、,;:!?！？\n\r\u3000", r) {
			break
		}
		i -= size
		if end-i > maxMeaning {
			return -1
		}
	}
	return skipAny(text[:end], i, "由", "经", "經", "在", "向", "对", "對", "依托", "设立", "設立", "成立", "根据", "按照", "关于", "支持", "会同", "报", "報")
}
