package target

import (
	"strings"

	"github.com/qiaotoubao/fangan/convert/numeral"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// number reads a moment or an amount that begins at pos.
func (f *finder) number(pos int) {
	text := f.text
	if numeralLen(text, pos) > maxNumeral-3 { // the rest of the row is no number either
		f.pos = max(f.pos, pos+numeral.Len(text[pos:]))
		return
	}
	if f.isCode(pos) {
		f.pos = max(f.pos, skipCode(text, pos))
		return
	}
	start := pos
	if r, at := runeBefore(text, pos); r == '第' { // 第三季度 is all that may follow
		start = at
	}
	if m, ok := momentAt(text, start, nil); ok {
		f.moment(m)
		return
	}
	a, ok := amountAt(text, pos)
	if !ok {
		return
	}
	f.pos = max(f.pos, a.end)
	if !a.bad && !ordinal(text, pos) {
		f.amount(a)
	}
}

// isCode reports whether the digit at pos goes on a name or a code: PM2.5, G60.
func (f *finder) isCode(pos int) bool {
	if d, _ := digitAt(f.text, pos); d < 0 || pos == 0 {
		return false
	}
	b := f.text[pos-1]
	return isLatin(b) || b == '_' || b == '.' && pos > 1 && isLatin(f.text[pos-2]) ||
		(b == '-' || b == '+') && pos > 1 && isLatin(f.text[pos-2])
}

// ordinal reports whether the number at pos counts a place in an order, or is the
// year in a document's number: 第3批, 〔2021〕18号.
func ordinal(text string, pos int) bool {
	r, _ := runeBefore(text, pos)
	return oneOf(r, "第〔[")
}

// amount decides whether an amount in running text is a target.
func (f *finder) amount(a amount) {
	text := f.text
	b := boundsBefore(text, a.start)
	if from, ok := f.ranged(a, b); ok {
		f.pos = from
		return
	}
	u, has := f.unit(&a)
	end := a.end
	if has {
		end = u.end
	}
	t := tailAt(text, end, has && u.use == duration)
	listed := f.inherit(a.start, &b)
	f.pos = end
	if has && u.use == duration && t.within && b.start == a.start {
		f.duration(a, u, t)
		return
	}
	if !f.isTarget(a, b, u, t, has, listed) {
		return
	}
	f.pos = t.end
	f.emitTarget(a, b, u, t, resolveAll(a, b, t), a.value, has)
	f.remember(b, listed, t.end)
}

// resolveAll adds 余 and 多 to what the words say.
func resolveAll(a amount, b bounds, t tail) Op {
	if op := resolve(b, t); op != Equal || !a.more {
		return op
	}
	return Greater
}

// duration passes on N日内.
func (f *finder) duration(a amount, u unit, t tail) {
	f.pos = t.end
	before, _ := anyBefore(f.text, a.start, []string{"前", "近", "离校", "毕业", "畢業", "入学", "成立", "注册", "创办", "登记", "登記"})
	if before != "" || done(f.text, a.start, f.deadline) {
		return // who graduated within two years is a condition
	}
	f.within(a.start, t.end, a, u)
}

// unit reads the unit of an amount. A number that is alone in its line, as of a
// page, has none.
func (f *finder) unit(a *amount) (unit, bool) {
	if a.percent != 0 || a.fraction {
		return unit{start: a.end, end: a.end, percent: true}, true
	}
	u, ok := unitAt(f.text, a.end)
	if ok && strings.Contains(f.text[a.end:u.start], "\n") && strings.HasSuffix(strings.TrimRight(f.text[:a.start], " \t\u3000"), "\n") {
		return unit{}, false
	}
	return u, ok
}

// inherit gives an amount in a list the operator of the list: 分别达到30%、42%.
func (f *finder) inherit(pos int, b *bounds) bool {
	if f.listed == 0 || pos < f.listed || pos-f.listed > 16 { // 以及 with blanks around it
		return false
	}
	switch without(f.text[f.listed:pos]) {
	case "、", "和", "及", "与", "與", "以及":
	default:
		return false
	}
	if b.start == pos {
		b.op, b.weak, b.fall = f.shared.op, f.shared.weak, f.shared.fall
	}
	return true
}

// remember keeps the operator words for the amounts that follow in a list.
func (f *finder) remember(b bounds, listed bool, end int) {
	switch {
	case b.spread:
		f.shared, f.listed = b, end
	case listed:
		f.listed = end
	case spreads.in(clauseBefore(f.text, b.start)):
		f.shared, f.listed = b, end
	default:
		f.listed = 0
	}
}

// isTarget judges by what stands around the amount.
func (f *finder) isTarget(a amount, b bounds, u unit, t tail, has, listed bool) bool {
	text := f.text
	worded := b.start < a.start || listed
	switch {
	case !has: // 突破1200, a count of what the clause names
		return worded && !b.weakEqual() && endsPlainly(text, a.end) && !a.han && !f.past(b)
	case a.fraction && !worded && t.op == InvalidOp: // 三分之一 says which part
		return false
	// 三级 and 5天 name a thing, 不低于三级 and 压缩至5天 set an amount.
	case u.use == bounded && !worded, u.use == duration && (!worded || b.op == About || b.op == Equal && b.start == a.start):
		return false
	case text[u.end-1] < 0x80 && u.end < len(text) && isAlnum(text[u.end]): // %E5
		return false
	case !worded && t.op != InvalidOp && attributive(text, u, t):
		return false
	}
	if a.han && !worded && t.op == InvalidOp && a.percent == 0 && !a.fraction && !intended(text, a, t.end) {
		return false
	}
	if a.han && worded && isOne(a) && b.weakEqual() {
		return false // 为一体
	}
	return !f.ranking(a, b) && !from(text, b.start, u) && !f.past(b)
}

// measured holds the last characters of units that things are classed by.
const measured = "元亩畝米里吨噸克瓦顷頃岁歲人"

// attributive reports whether an amount with a bound classes the thing that
// follows: 500万元以下政府投资项目, 200亩以上的园区.
func attributive(text string, u unit, t tail) bool {
	if !oneOf(lastRune(text[:u.end]), measured) {
		return false
	}
	r, _ := runeAt(text, gap(text, t.end))
	return '一' <= r && r <= '鿿'
}

func isAlnum(b byte) bool { return isLatin(b) || '0' <= b && b <= '9' }

func isOne(a amount) bool { return a.value == Decimal{Coefficient: 1} }

func (b *bounds) weakEqual() bool { return b.op == Equal && b.weak }

// past reports whether the amount is told of as done.
func (f *finder) past(b bounds) bool { return done(f.text, b.start, f.deadline) }

// ranking reports whether 前 or 每 before the amount makes it a place or a
// measure (前10名, 每100户, 7×24小时); the 前 of a deadline does not (年底前10家).
func (f *finder) ranking(a amount, b bounds) bool {
	r, at := runeBefore(f.text, a.start)
	if b.start < a.start {
		return false
	}
	return r == '前' && at+len("前") != f.deadline || oneOf(r, "每×x*")
}

// from reports whether the amount that starts at pos is what something is
// raised or lowered from: 由30%提高到50%.
func from(text string, pos int, u unit) bool {
	r, _ := runeBefore(text, pos)
	if !oneOf(r, "由从") {
		return false
	}
	return strings.ContainsAny(sentenceAfter(text, u.end, 30), "到至为為")
}

// endsPlainly reports whether nothing that could be a unit follows.
func endsPlainly(text string, pos int) bool {
	r, _ := runeAt(text, gap(text, pos))
	return r == 0 || oneOf(r, "，。；、,;)和及，")
}

// ranged reads a range of amounts, 80至100家, and passes its two targets on. It
// returns the offset behind them.
func (f *finder) ranged(a amount, b bounds) (int, bool) {
	text := f.text
	c, ok := a.rangeEnd(text)
	if !ok {
		return 0, false
	}
	u, has := unitAt(text, c.end)
	if c.percent != 0 {
		u, has = unit{start: c.end, end: c.end, percent: true}, true
	}
	if !has {
		return skipCode(text, c.end), true
	}
	t := tailAt(text, u.end, u.use == duration)
	if u.use == duration {
		return f.span(a, c, b, u, t), true
	}
	if (a.han || c.han) && b.start == a.start && t.op == InvalidOp && !intended(text, a, t.end) || f.ranking(a, b) || f.past(b) {
		return t.end, true
	}
	low, high := AtLeast, AtMost
	if b.op == Change { // 增长5%—7% changes by either
		low, high = Change, Change
	}
	f.emitTarget(a, b, u, t, low, a.value, true)
	f.emitTarget(a, b, u, t, high, c.value, true)
	return t.end, true
}

// span passes on 3-5年内, and targets such as 压缩至3-5天.
func (f *finder) span(a, c amount, b bounds, u unit, t tail) int {
	switch {
	case b.start == a.start && t.within:
		f.emitDeadline(Deadline{
			Span:   offset.Span{Start: a.start, End: t.end},
			Within: a.value.String() + "-" + c.value.String() + without(f.text[u.start:u.end]),
		})
	case b.start < a.start && b.op != About && !f.past(b):
		f.emitTarget(a, b, u, t, AtLeast, a.value, true)
		f.emitTarget(a, b, u, t, AtMost, c.value, true)
	}
	return t.end
}

// emitTarget passes a target on.
func (f *finder) emitTarget(a amount, b bounds, u unit, t tail, op Op, v Decimal, has bool) {
	start := b.start
	if b.spread {
		start = a.start
	}
	if op == Change && b.fall {
		v = v.negated()
	}
	x := Target{Span: offset.Span{Start: start, End: t.end}, Op: op, Value: v}
	x.Text = x.Span.Of(f.text)
	if has {
		x.Unit = unitName(f.text, a, u)
	}
	f.emit(Finding{Target: &x})
}

// unitName returns the unit as a target has it.
func unitName(text string, a amount, u unit) string {
	switch {
	case a.percent != 0:
		return string(a.percent)
	case a.fraction:
		return ""
	case u.percent:
		return "%"
	}
	return without(text[u.start:u.end])
}

// doubling reads 翻一番: each 番 doubles.
func (f *finder) doubling(pos int) {
	text := f.text
	p := gap(text, f.pos)
	n, end, ok := 1, p, true
	if _, bare := match(text, p, "番"); !bare {
		n, end, ok = intAt(text, p)
	}
	end, fits := match(text, end, "番")
	if !ok || !fits || n < 1 || n > 10 {
		return
	}
	f.pos = end
	t := tailAt(text, end, false)
	if done(text, pos, f.deadline) {
		return
	}
	x := Target{
		Span: offset.Span{Start: pos, End: t.end}, Op: Change,
		Value: Decimal{Coefficient: 1<<n - 1}, Unit: "倍",
	}
	x.Text = x.Span.Of(text)
	f.pos = t.end
	f.emit(Finding{Target: &x})
}
