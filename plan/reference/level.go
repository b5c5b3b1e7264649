package reference

import "strings"

// level is one level of a reference: a unit with its numbers.
type level struct {
	list
	unit unit
	end  int
}

// levelAt reads one level at text[pos:]. first tells that no level stands
// before it. Where there is none, level.end is an offset before which no other
// level can begin.
func levelAt(text string, pos int, first bool) (level, bool) {
	r, after := runeAt(text, pos)
	switch {
	case r == '第':
		return ordinalAt(text, after)
	case r == '附':
		return annexAt(text, pos)
	case r == '任' && first:
		return taskAt(text, pos)
	case r == '(' || isEnclosed(text[pos:]):
		return bareAt(text, pos)
	}
	return level{end: after}, false
}

// ordinalAt reads what follows 第: numbers, and a unit behind them.
func ordinalAt(text string, pos int) (level, bool) {
	n, ok := numberAt(text, gap(text, pos), true)
	if !ok {
		return level{end: pos}, false
	}
	var l level
	l.start(n)
	l.more(text, true, acceptAll)
	return l, l.close(text)
}

// close reads the unit behind the numbers, and with it a sub-number, or a
// second number with the same unit that makes a range.
func (l *level) close(text string) bool {
	p := l.last.end
	if l.count == 1 { // Taiwan writes 第二十七之一條 and 第34-1條 too
		p = subNumber(text, p, "-－之")
	}
	l.unit, l.end = unitAt(text, gap(text, p))
	if l.unit == noUnit {
		l.end = max(p, l.end)
		return false
	}
	l.end = subNumber(text, l.end, "之")
	l.extend(text)
	return true
}

// subNumber returns the offset behind a mark and a small number, as in
// 第34條之1 and 第34-1條, or pos where there is none.
func subNumber(text string, pos int, marks string) int {
	r, p := runeAt(text, pos)
	if r == 0 || !strings.ContainsRune(marks, r) {
		return pos
	}
	n, ok := plainAt(text, p, false)
	if !ok || n.value >= 100 {
		return pos
	}
	// 第十条之一般规定, 第三条之三个月: another word follows, no number.
	next, _ := runeAt(text, n.end)
	if next != 0 && strings.ContainsRune("般切定致種种部些个個年月日类類半成倍分元律", next) {
		return pos
	}
	return n.end
}

// extend reads the other end of a range whose ends are both complete: 第十条至第
// 十二条. It must have the same unit, a larger number, and no level below it.
func (l *level) extend(text string) {
	p, ranged, ok := separatorAt(text, gap(text, l.end))
	if !ok || !ranged {
		return
	}
	p = gap(text, p)
	if after, ok := match(text, p, "第"); ok {
		p = gap(text, after)
	}
	n, ok := numberAt(text, p, true)
	if !ok {
		return
	}
	u, end := unitAt(text, gap(text, n.end))
	if u != l.unit {
		return
	}
	if below, ok := match(text, gap(text, end), "第"); ok {
		if inner, ok := ordinalAt(text, below); ok && inner.unit != u {
			return
		}
	}
	if l.add(n, true) {
		l.end = subNumber(text, end, "之")
	}
}

// annexAt reads 附件, 附表 or 附录 with its numbers.
func annexAt(text string, pos int) (level, bool) {
	for _, word := range [...]string{"附件", "附表", "附录"} {
		if p, ok := match(text, pos, word); ok {
			return named(text, p, word, annexUnit)
		}
	}
	return level{end: pos + len("附")}, false
}

// taskAt reads 任务 with its numbers.
func taskAt(text string, pos int) (level, bool) {
	p, ok := match(text, pos, "任务")
	if !ok {
		return level{end: pos + len("任")}, false
	}
	return named(text, p, "任务", taskUnit)
}

// named reads the numbers behind a word. What follows decides whether they are
// numbers of annexes or tasks at all, and not counts or parts of words.
func named(text string, pos int, word string, u unit) (level, bool) {
	l := level{unit: u, end: pos}
	accept := func(n num) bool { return endsName(text, n, u) }
	p := gap(text, pos)
	n, ok := numberAt(text, p, false)
	if !ok || !accept(n) || p > pos && (n.bracket || strings.Contains(text[pos:p], "\n")) {
		return l, false // 重点任务 at the end of a heading, and a label behind it
	}
	l.start(n)
	l.more(text, false, accept)
	for {
		p, ranged, ok := separatorAt(text, gap(text, l.last.end))
		if !ok || !ranged {
			break
		}
		p, ok = match(text, gap(text, p), word)
		if !ok {
			break
		}
		n, ok := numberAt(text, gap(text, p), false)
		if !ok || !accept(n) || !l.add(n, true) {
			break
		}
	}
	l.end = l.last.end
	return l, true
}

// endsName reports whether a number behind 附件 or 任务 may end where it does: a
// measure word or the rest of another word must not follow (任务3000套, 附件一并).
func endsName(text string, n num, u unit) bool {
	if n.bracket {
		return true
	}
	r, next := runeAt(text, n.end)
	switch {
	case r == 0 || strings.ContainsRune(" \n\t\r\u3000，。；：、！？,;:()《》“”’‘」』】[]〔〕*-－–—~～与和及至到的之第由须應应中所", r):
		return true
	case r == '.' || r == '．': // 附件2. ends a sentence, 附件2.5 is a version
		after, _ := runeAt(text, gap(text, next))
		return after < '0' || after > '9'
	case r < 0x80:
		return false
	case n.arabic:
		return !strings.ContainsRune(measures, r) && (u == annexUnit || strings.ContainsRune("已按为為以需必可在内等合未", r))
	}
	return false
}

// measures are characters that, behind a number, make it an amount, a date or
// a code.
const measures = "年月日号號份个個项条條页頁张張章式套件家人名次户戶处處座万萬亿億千百元吨噸％%‰多余餘余类類批期级級线線楼樓" +
	"公里米时時天周週层層栋棟台臺辆輛亩畝平"

// bareAt reads numbers in brackets that have no 第. A unit behind them belongs
// to the phrase, but they are items anyhow.
func bareAt(text string, pos int) (level, bool) {
	const maxBare = 200 // above it is a year or an amount: （2021）
	accept := func(n num) bool { return n.bracket && n.value <= maxBare }
	n, ok := numberAt(text, pos, false)
	if !ok || !accept(n) {
		_, end := runeAt(text, pos)
		return level{end: end}, false
	}
	l := level{unit: bareUnit}
	l.start(n)
	l.more(text, false, accept)
	l.end = l.last.end
	if u, end := unitAt(text, l.end); u != noUnit {
		l.unit, l.end = u, end
	}
	return l, true
}
