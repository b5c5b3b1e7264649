package target

import "github.com/qiaotoubao/fangan/convert/numeral"

// moment is a part of the calendar as it stands in a text: a year, a month, a
// day, the end of one, or what two of these enclose.
type moment struct {
	start, end int
	days       days
	level      level
	dated      bool // the year is given, and not as 今年
	republican bool // the year counts from 1912
	span       bool // two moments joined
	edge       rune // 底 or 初
	closed     bool // 前 or 内 behind it
	inside     bool // 内
}

// level is the finest part of the calendar that a moment names.
type level uint8

const (
	yearLevel level = iota
	planLevel       // “十四五”
	halfLevel
	quarterLevel
	monthLevel
	dayLevel
)

// anyYear stands for a year that is not given: a leap year, so that each day
// is valid.
const anyYear = 2000

// intAt reads an integer without commas in either kind of digits. Six digits, or
// more than eight characters, are no part of a date.
func intAt(text string, pos int) (int, int, bool) {
	v, p, n := 0, pos, 0
	for n < 6 {
		d, end := digitAt(text, p)
		if d < 0 && n > 0 {
			d, end = nextDigit(text, p)
		}
		if d < 0 {
			break
		}
		v, p, n = 10*v+d, end, n+1
	}
	if n > 0 {
		return v, p, n < 6
	}
	size := numeralLen(text, pos)
	if size == 0 || size > 24 {
		return 0, pos, false
	}
	w, _, err := numeral.Scan(text[pos : pos+size])
	return int(w), pos + size, err == nil && w < 1_000_000
}

// momentAt reads a moment at text[pos:]. base, which may be nil, is the one
// before it in a range, whose year it shares where it names none.
func momentAt(text string, pos int, base *moment) (moment, bool) {
	m := moment{start: pos, end: pos, days: yearDays(anyYear)}
	if planAt(text, pos, &m) {
		return m, true
	}
	named := m.year(text, base)
	if !named && base != nil {
		m.days, m.dated, m.republican = yearDays(base.days.last.Year), base.dated, base.republican
	}
	if m.span {
		return m, named
	}
	if !m.part(text, named) && !named {
		return m, m.dayOf(text, base)
	}
	return m, true
}

// year reads the year, or two that a dash joins.
func (m *moment) year(text string, base *moment) bool {
	p := m.end
	if r, end := runeAt(text, p); oneOf(r, "今本当當明次翌") {
		end, ok := match(text, end, "年")
		m.end = accountYear(text, end)
		return ok
	}
	m.republican = base != nil && base.republican
	if end, ok := match(text, p, "民国"); ok {
		m.republican, p = true, gap(text, end)
	}
	v, end, ok := intAt(text, p)
	m.republican = m.republican || bareRepublic(text, v, end)
	y, ok2 := m.common(v)
	if !ok || !ok2 {
		return false
	}
	if after, ok := yearWord(text, end); ok {
		m.days, m.dated, m.end = yearDays(y), true, after
		return true
	}
	return m.years(text, y, end)
}

// accountYear moves behind the 度 of 本年度内 and 本年度底. Of other words with 年度 it
// reads 年 alone.
func accountYear(text string, pos int) int {
	if end, ok := match(text, pos, "度"); ok {
		if next, _ := runeAt(text, end); oneOf(next, "内內底末") {
			return end
		}
	}
	return pos
}

// common returns the Gregorian year, and whether v can be a year: 民國114年 is 2025,
// and 2500 before 年 counts years.
func (m *moment) common(v int) (int, bool) {
	if m.republican {
		return v + 1911, v >= 1 && v < 300
	}
	return v, v >= 1900 && v < 2200
}

// yearWord reads 年 where it is not the beginning of another word: 2018年度,
// 2018年级, 2018年鉴. A year of account or of school is no deadline.
func yearWord(text string, pos int) (int, bool) {
	end, ok := match(text, pos, "年")
	next, _ := runeAt(text, gap(text, end))
	return end, ok && !oneOf(next, "度代级鉴龄")
}

// years reads the rest of 2017-2020年 behind the first number.
func (m *moment) years(text string, first, pos int) bool {
	p, ok := joinAt(text, pos)
	if !ok {
		return false
	}
	v, end, ok := intAt(text, p)
	last, ok2 := m.common(v)
	if !ok || !ok2 || last < first {
		return false
	}
	after, ok := yearWord(text, end)
	if !ok {
		return false
	}
	m.days = days{yearDays(first).first, yearDays(last).last}
	m.dated, m.span, m.end = true, true, after
	return true
}

// joinAt reads what joins the two ends of a range, with blanks around it.
func joinAt(text string, pos int) (int, bool) {
	r, end := runeAt(text, gap(text, pos))
	if !oneOf(r, "至到") && !isDash(r) {
		return pos, false
	}
	for isDash(r) {
		next, after := runeAt(text, end)
		if !isDash(next) {
			break
		}
		end = after
	}
	return gap(text, end), true
}

// part reads what stands behind the year, or without one: a half, a quarter, a
// month with or without a day, and 底 or 初.
func (m *moment) part(text string, named bool) bool {
	year := m.days.last.Year
	if m.half(text, year) || m.quarter(text, year) || m.month(text, year) {
		return true
	}
	if !named {
		return false
	}
	if end, ok := match(text, m.end, "年"); ok { // 2026年年底
		if r, after := runeAt(text, gap(text, end)); oneOf(r, "底末初") {
			m.end = after
			m.setEdge(r)
			return true
		}
	}
	if end, ok := midYear(text, m.end); ok {
		m.end, m.days, m.edge = end, monthDays(year, 1, 6), '底'
		return true
	}
	m.edgeAt(text)
	return true
}

// midYear reads the 中 of 2023年中 where it is not the beginning of another word:
// 2023年中央, 2023年中期.
func midYear(text string, pos int) (int, bool) {
	end, ok := match(text, pos, "中")
	if !ok {
		return pos, false
	}
	word, _ := matchAny(text, gap(text, end), []string{"前", "之前", "以前", "完成", "建成", "推出", "或"})
	return end, word != ""
}

func (m *moment) half(text string, year int) bool {
	r, end := runeAt(text, gap(text, m.end))
	if !oneOf(r, "上下") {
		return false
	}
	end, ok := match(text, end, "半年")
	if !ok {
		return false
	}
	m.end, m.level, m.days = end, halfLevel, monthDays(year, 1, 6)
	if r == '下' {
		m.days = monthDays(year, 7, 12)
	}
	m.edgeAt(text)
	return true
}

func (m *moment) quarter(text string, year int) bool {
	p := gap(text, m.end)
	if end, ok := match(text, p, "第"); ok {
		p = gap(text, end)
	}
	n, end, ok := intAt(text, p)
	if !ok || n < 1 || n > 4 {
		return false
	}
	word, end := matchAny(text, end, []string{"季度", "季"})
	if word == "" {
		return false
	}
	m.end, m.level, m.days = end, quarterLevel, monthDays(year, 3*n-2, 3*n)
	m.edgeAt(text)
	return true
}

// month reads N月 or N-M月, and a day of it. 3月龄, 月均 and 月饼 are other words.
func (m *moment) month(text string, year int) bool {
	first, end, ok := intAt(text, gap(text, m.end))
	if !ok || first < 1 || first > 12 {
		return false
	}
	last := first
	if p, ok := joinAt(text, end); ok {
		if v, after, ok := intAt(text, p); ok && v > first && v <= 12 {
			if _, ok := match(text, after, "月"); ok {
				last, end, m.span = v, after, true
			}
		}
	}
	end, ok = match(text, end, "月")
	if next, after := runeAt(text, end); next == '份' {
		end = after
	} else if oneOf(next, "龄均嫂饼") {
		return false
	}
	if !ok {
		return false
	}
	m.end, m.level, m.days = end, monthLevel, monthDays(year, first, last)
	if !m.span && !m.day(text) && !m.third(text) {
		m.edgeAt(text)
	}
	return true
}

// day reads the day behind a month.
func (m *moment) day(text string) bool {
	d, end, ok := intAt(text, gap(text, m.end))
	at := Date{m.days.last.Year, m.days.last.Month, d}
	if !ok || !at.valid() {
		return false
	}
	word, end := matchAny(text, end, []string{"日", "号", "號"})
	if word == "" {
		return false
	}
	m.end, m.level, m.days = end, dayLevel, days{at, at}
	return true
}

// dayOf reads a day alone, which belongs to the month of base.
func (m *moment) dayOf(text string, base *moment) bool {
	if base == nil || base.level != dayLevel {
		return false
	}
	m.days = base.days
	return m.day(text)
}

// third reads the part of a month: 上旬 ends on the 10th, 中旬 on the 20th, 下旬 with
// the month.
func (m *moment) third(text string) bool {
	word, end := matchAny(text, m.end, []string{"上旬", "中旬", "下旬"})
	if word == "" {
		return false
	}
	m.end = end
	switch word {
	case "上旬":
		m.days.last.Day = 10
	case "中旬":
		m.days.first.Day, m.days.last.Day = 11, 20
	default:
		m.days.first.Day = 21
	}
	return true
}

// edgeAt reads 底, 末 or 初, but not the 初 of 初步, 初期, 初始 and 初中.
func (m *moment) edgeAt(text string) {
	r, end := runeAt(text, gap(text, m.end))
	if !oneOf(r, "底末初") {
		return
	}
	if next, _ := runeAt(text, end); r == '初' && oneOf(next, "步期始中") {
		return
	}
	m.end = end
	m.setEdge(r)
}

func (m *moment) setEdge(r rune) {
	m.edge = '底'
	if r == '初' {
		m.edge = '初'
	}
}

// planAt reads a five-year plan's name, “十四五”, with 末 or 期间 behind it. The
// fourteenth began in 2021.
func planAt(text string, pos int, m *moment) bool {
	p := pos
	if r, end := runeAt(text, p); oneOf(r, "“「『") {
		p = end
	}
	if r, _ := runeAt(text, p); r != '十' && r != '二' {
		return false
	}
	n, end, ok := planNumber(text, p)
	if !ok {
		return false
	}
	if r, after := runeAt(text, end); oneOf(r, "”」』") {
		end = after
	}
	word, end := matchAny(text, end, []string{"期末", "末", "期间", "时期"})
	if word == "" {
		return false
	}
	start := 2021 + 5*(n-14)
	m.end, m.level, m.dated = end, planLevel, true
	m.days = days{yearDays(start).first, yearDays(start + 4).last}
	if word == "末" || word == "期末" {
		m.edge = '底'
	}
	return true
}

// planNumber reads N五 for the plans from the tenth to the twenty-fifth.
func planNumber(text string, pos int) (int, int, bool) {
	for n, word := range [...]string{"十五", "十一五", "十二五", "十三五", "十四五", "十五五", "十六五", "十七五", "十八五", "十九五", "二十五"} {
		if end, ok := match(text, pos, word); ok {
			if next, _ := runeAt(text, end); n == 0 && next == '五' {
				continue
			}
			return 10 + n, end, true
		}
	}
	return 0, pos, false
}

// join reads the second moment of a range behind m: 2023年5月—2024年3月, 5月1日至15日.
// One that lies before the first ends nothing.
func (m *moment) join(text string) {
	if m.span || m.edge != 0 {
		return
	}
	p, ok := joinAt(text, begins(text, m.end))
	if !ok {
		return
	}
	n, ok := momentAt(text, p, m)
	if !ok || n.span || n.days.last.before(m.days.first) {
		return
	}
	m.end, m.span, m.edge = n.end, true, 0
	m.days.last = n.days.last
	m.level = max(m.level, n.level)
}

// begins moves behind the 起 of 2023年3月起至10月底.
func begins(text string, pos int) int {
	p := gap(text, pos)
	if end, ok := match(text, p, "起"); ok {
		if _, ok := joinAt(text, end); ok {
			return end
		}
	}
	return pos
}

func (d Date) before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	return d.Month < e.Month || d.Month == e.Month && d.Day < e.Day
}

// close reads 前 or 内 behind m. What goes on as another word is neither: 前期, 前列,
// 前后, 前往, 前景, 前夕, 前年; 内容, 内部, 内外.
func (m *moment) close(text string) {
	for _, word := range [...]string{"之前", "以前", "前", "之内", "以内", "内"} {
		end, ok := match(text, m.end, word)
		if !ok {
			continue
		}
		next, _ := runeAt(text, end)
		if oneOf(next, "期列后往景夕年") && word == "前" || oneOf(next, "容部外") {
			return
		}
		m.end, m.closed, m.inside = end, true, lastRune(word) == '内'
		return
	}
}
