package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment/internal/fold"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// judge refuses names that the words around them contradict.
type judge struct {
	words    words.Engine
	registry *department.Registry
}

// maxAround is how many characters on either side of a name are cut into words.
// No word that crosses a name's edge needs more.
const maxAround = 16

// maxShort is how many bytes a name may have whose end is judged: five characters
// and more do not come together by chance, and words that cross them are mistakes
// (交易+所在 in 上海期货交易所在境外). Their start is judged where no list has them,
// as it was guessed.
const maxShort = 4 * 3

// refuses reports whether the words of the clause cross the name, as 局长 does in
// 市财政局长. Each side is judged by itself, since a mistake on one side makes
// others on the other.
func (j judge) refuses(text string, name offset.Span) bool {
	from, to := clause(text, name)
	if from < name.Start && j.local(text[from:name.Start], name.Of(text)) || j.part(text, name, offset.Span{Start: from, End: to}) {
		return true
	}
	short := name.Len() <= maxShort
	if short && to > name.End && j.crosses(text, name, offset.Span{Start: name.Start, End: to}, name.End) {
		return true
	}
	if from == name.Start || !j.crosses(text, name, offset.Span{Start: from, End: name.End}, name.Start) {
		return false
	}
	_, listed := j.registry.Lookup(name.Of(text))
	return short || !listed
}

// part reports whether the name is part of a longer one that the words of the clause make:
// one behind it (市政府新闻办公室), or one that 和 goes through (市行政审批和政务服务局).
func (j judge) part(text string, name, clause offset.Span) bool {
	if clause == name {
		return false
	}
	for w := range words.Spans(j.words, clause.Of(text)) {
		w = w.Shift(clause.Start)
		switch {
		case w.End < name.End:
		case !w.Contains(name) || w == name:
			return false
		case w.End > name.End:
			return endsInAny(text[name.End:w.End], "处", "處", "室", "办", "辦", "局", "中心", "总队", "總隊")
		default:
			return endsInAny(text[w.Start:name.Start], "和", "与", "與", "及")
		}
	}
	return false
}

func endsInAny(s string, ends ...string) bool { return len(cutSuffix(s, ends...)) < len(s) }

// local reports whether the name is that of other bodies in what it is said of: a place
// stands before a name that leaves out that its body is the nation's
// (推进“一带一路”建设工作领导小组办公室 is another one behind 上海市), or a number
// before the level (五市市场监管局).
func (j judge) local(before, name string) bool {
	if endsInAny(before, "两", "兩", "二", "三", "四", "五", "六", "七", "八", "九", "十") {
		return startsInAny(name, "省", "市", "州", "区", "區", "县", "縣")
	}
	if !endsInAny(before, "省", "市", "区", "區", "县", "縣", "州") {
		return false
	}
	b, listed := j.registry.Lookup(name)
	return listed && strings.HasPrefix(b.Name, "国家") && !strings.HasPrefix(fold.Key(name), "国家")
}

func startsInAny(s string, starts ...string) bool {
	for _, start := range starts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

// crosses reports whether one of the words of part lies on both sides of border,
// one of the name's, and does not hold the whole name.
func (j judge) crosses(text string, name, part offset.Span, border int) bool {
	for w := range words.Spans(j.words, part.Of(text)) {
		w = w.Shift(part.Start)
		if w.End > border {
			return w.Start < border && !w.Contains(name)
		}
	}
	return false
}

// clause returns where the characters that touch the name begin and end. A number
// that begins with 第 is no part of any word: 市政府第三次会议.
func clause(text string, name offset.Span) (from, to int) {
	from, to = name.Start, name.End
	for range maxAround {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		from -= size
	}
	for range maxAround {
		r, size := utf8.DecodeRuneInString(text[to:])
		if !unicode.Is(unicode.Han, r) || r == '第' {
			break
		}
		to += size
	}
	return from, to
}
