package target

import (
	"iter"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Find yields the targets and deadlines in text in order. Their spans are byte
// offsets in text. Bytes that are no UTF-8 are passed over. The sequence may be
// ranged over again, and gives the same again.
func Find(text string) iter.Seq[Finding] {
	return func(yield func(Finding) bool) {
		f := finder{text: text, yield: yield}
		for f.pos < len(text) && !f.stopped {
			b := text[f.pos]
			switch {
			case !leads[b]:
				f.pos++
				continue
			case b >= 0x80 && !isStart(text[f.pos:]):
				f.pos++
				continue
			}
			f.at(f.pos)
		}
	}
}

// Targets yields the targets that [Find] finds.
func Targets(text string) iter.Seq[Target] {
	return func(yield func(Target) bool) {
		for f := range Find(text) {
			if f.Target != nil && !yield(*f.Target) {
				return
			}
		}
	}
}

// Deadlines yields the deadlines that [Find] finds.
func Deadlines(text string) iter.Seq[Deadline] {
	return func(yield func(Deadline) bool) {
		for f := range Find(text) {
			if f.Deadline != nil && !yield(*f.Deadline) {
				return
			}
		}
	}
}

// finder goes through one text.
type finder struct {
	text     string
	pos      int
	yield    func(Finding) bool
	stopped  bool
	deadline int    // the end of the last deadline
	shared   bounds // operator words that hold for the amounts listed at listed
	listed   int    // the end of the last amount of such a list, 0 for none
}

// leads holds the first bytes of what [begins] looks for.
var leads = func() (t [256]bool) {
	for b := '0'; b <= '9'; b++ {
		t[b] = true
	}
	for _, s := range starts {
		t[s[0]] = true
	}
	return t
}()

// starts holds the characters, other than ASCII digits, that can begin a
// finding or what is passed over whole.
var starts = [...]string{
	"０", "１", "２", "３", "４", "５", "６", "７", "８", "９",
	"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "兩", "廿", "卅", "百", "千",
	"壹", "贰", "貳", "叁", "參", "肆", "伍", "陆", "陸", "柒", "捌", "玖", "拾",
	"翻", "年", "每", "民", "今", "未", "《", "“", "「", "上", "下",
}

// startSet holds a bit for each character of starts: all have three bytes, and
// the low bits of the first one tell their rows apart.
var startSet = func() (set [16][64]uint64) {
	for _, s := range starts {
		set[s[0]&15][s[1]&63] |= 1 << (s[2] & 63)
	}
	return set
}()

// isStart reports whether s begins with one of starts. Its first byte is known
// to be one of theirs.
func isStart(s string) bool {
	return len(s) >= 3 && startSet[s[0]&15][s[1]&63]>>(s[2]&63)&1 == 1
}

// at reads what begins at pos, and moves on.
func (f *finder) at(pos int) {
	r, end := runeAt(f.text, pos)
	f.pos = end
	switch {
	case r == '《': // a title of 200 characters: its numbers are no targets
		f.skipTo("》", pos, 600)
	case r == '“' || r == '「':
		f.quote(pos, r)
	case r == '每':
		f.every(pos)
	case r == '年':
		f.yearEnd(pos)
	case r == '翻':
		f.doubling(pos)
	case oneOf(r, "民今未上下"):
		f.word(pos, r)
	default:
		f.number(pos)
	}
}

// skipTo moves behind the closing mark where one follows within limit bytes.
func (f *finder) skipTo(mark string, pos, limit int) bool {
	i := strings.Index(f.text[pos:min(len(f.text), pos+limit)], mark)
	if i < 0 {
		return false
	}
	f.pos = pos + i + len(mark)
	return true
}

// quote passes over a name in quotes; a five-year plan's is a moment.
func (f *finder) quote(pos int, open rune) {
	m := moment{start: pos}
	if planAt(f.text, pos, &m) {
		f.moment(m)
		return
	}
	const longest = 60 // bytes: “十个一批”工程 is a name, a longer quote mostly a sentence
	mark := "”"
	if open == '「' {
		mark = "」"
	}
	end := f.pos
	if f.skipTo(mark, pos, longest) && strings.ContainsAny(f.text[pos:f.pos], "，。；,") {
		f.pos = end // a sentence
	}
}

// word reads moments that begin with a word.
func (f *finder) word(pos int, r rune) {
	if r == '今' || r == '未' {
		if f.coming(pos) {
			return
		}
	}
	if r == '民' {
		if _, ok := match(f.text, pos, "民国"); !ok {
			return
		}
	}
	if m, ok := momentAt(f.text, pos, nil); ok {
		f.moment(m)
	}
}

// coming reads 今后五年 and 未来三年.
func (f *finder) coming(pos int) bool {
	word, p := matchAny(f.text, pos, []string{"今后", "未来", "未來"})
	if word == "" {
		return false
	}
	f.pos = p
	a, ok := amountAt(f.text, gap(f.text, p))
	if !ok || a.bad {
		return true
	}
	u, ok := unitAt(f.text, a.end)
	if !ok || u.use != duration {
		return true
	}
	t := tailAt(f.text, u.end, true)
	if t.within {
		f.within(a.start, t.end, a, u)
		return true
	}
	next, _ := runeAt(f.text, u.end)
	if oneOf(next, "，,、。内") || next == 0 {
		f.within(pos, u.end, a, u)
	}
	return true
}

// emit passes a finding on.
func (f *finder) emit(x Finding) {
	if !f.stopped && !f.yield(x) {
		f.stopped = true
	}
}

func (f *finder) emitDeadline(d Deadline) {
	d.Text = d.Span.Of(f.text)
	f.pos, f.deadline = d.Span.End, d.Span.End
	f.emit(Finding{Deadline: &d})
}

// within passes on a duration.
func (f *finder) within(start, end int, a amount, u unit) {
	n := a.value.String()
	f.emitDeadline(Deadline{
		Span:   offset.Span{Start: start, End: end},
		Within: n + without(f.text[u.start:u.end]),
	})
}
