package target

import "github.com/qiaotoubao/fangan/convert/offset"

// moment decides whether a moment in running text is a deadline, and moves
// behind it in any case.
func (f *finder) moment(m moment) {
	m.join(f.text)
	m.close(f.text)
	f.pos = m.end
	arrives, start := arrival(f.text, m.start)
	if !f.isDeadline(&m, arrives) {
		return
	}
	d := Deadline{Span: offset.Span{Start: start, End: m.end}}
	if m.dated && (m.edge != '初' || m.span) {
		d.By = m.days.last
		if m.isPeriod(arrives) {
			d.From = m.days.first
		}
	}
	f.emitDeadline(d)
}

// isPeriod reports whether the moment says from when, too: 2017-2020年, 2018年 and
// 2025年内 do, 2018年底, 2018年前 and 到2018年 do not.
func (m *moment) isPeriod(arrives bool) bool {
	return m.span || m.edge == 0 && !arrives && (!m.closed || m.inside) && m.level != dayLevel
}

// arrival reports whether 到 or 至 stands before pos, and returns where the
// deadline's text begins. It is none where it ends another word (达到2020年水平,
// 甚至) or joins the two ends of a range (3月底至5月).
func arrival(text string, pos int) (bool, int) {
	r, start := runeBefore(text, pos)
	if r != '到' && r != '至' {
		return false, pos
	}
	before, _ := runeBefore(text, start)
	if oneOf(before, "达得截受收感遇见看想乃甚以直缩延提降增长展高少加大升年月日底末") {
		return false, pos
	}
	return true, start
}

// isDeadline judges by what stands around the moment.
func (f *finder) isDeadline(m *moment, arrives bool) bool {
	text := f.text
	if baseline(text, m) || cutOff(text, m.start) || validity.in(clauseBefore(text, m.start)) {
		return false
	}
	if m.closed && !m.inside {
		return true
	}
	if next, _ := runeAt(text, gap(text, m.end)); oneOf(next, "起后") {
		return false // 2023年起 has no end
	}
	if arrives { // 到今年 alone says nothing, 到今年底 and 到6月 do
		return m.dated || m.edge != 0 || m.level > yearLevel
	}
	return f.plain(m)
}

// plain judges a moment that neither 到 nor 前 marks.
func (f *finder) plain(m *moment) bool {
	text := f.text
	if done(text, m.start, f.deadline) || history(text, m.end) {
		return false
	}
	switch {
	case m.edge == '底', m.inside:
		return true
	case m.level == dayLevel: // 5月1日 is when a thing takes place, 5月1日至6月15日 a term
		return m.span
	case m.edge == '初', !m.dated: // 2023年初, 今年
		return false
	case inBrackets(text, m), numbered(text, m), isTopic(text, m):
		return false
	case m.level == monthLevel && !m.span:
		return due(text, m.end)
	}
	return true
}

// inBrackets reports whether brackets hold the moment and nothing else, as
// they do behind a plan's title: 行动方案（2021-2023年）, <2021年>.
func inBrackets(text string, m *moment) bool {
	before, _ := runeBefore(text, m.start)
	after, _ := runeAt(text, gap(text, m.end))
	return oneOf(before, "(〔[") && oneOf(after, ")〕]") || before == '<'
}

// numbered reports whether the moment belongs to the number of a gazette or
// another series: 2017年第3号.
func numbered(text string, m *moment) bool {
	before, _ := runeBefore(text, m.start)
	after, _ := runeAt(text, gap(text, m.end))
	if _, end, ok := intAt(text, gap(text, m.end)); ok {
		if _, month := match(text, end, "月"); month {
			return true // 2023年13月
		}
	}
	return before == '》' || after == '第' // 《公报》2017年第3号
}

// baseline reports whether the moment is what something is compared with, or
// counted from: 比2015年增长, 从2020年起, 与2020年相比, 高于2019年, 在2020年基础上.
func baseline(text string, m *moment) bool {
	r, at := runeBefore(text, m.start)
	after, _ := matchAny(text, m.end, []string{"相比", "基础上", "基礎上", "同期", "以来", "以來", "为基", "的", "年期"})
	switch r {
	case '比', '较':
		return true
	case '从', '自', '由':
		return !m.span && !m.closed
	case '与', '同', '和':
		return after == "相比"
	case '于':
		before, _ := runeBefore(text, at)
		return oneOf(before, "高低多少优好大小")
	}
	return after != "" && after != "的" && after != "年期"
}

// isTopic reports whether the sentence is about the year: 2025年是关键一年.
func isTopic(text string, m *moment) bool {
	r, _ := runeAt(text, gap(text, m.end))
	return r == '是' && m.edge == 0 && m.level == yearLevel
}

// validity begins a clause on how long a rule or a grant holds, which asks nothing to
// be done: 有效期至2026年底.
var validity = newLexicon("有效期", "有效期限", "有效至")

// cutOff reports whether 截至 stands before pos.
func cutOff(text string, pos int) bool {
	word, _ := anyBefore(text, pos, []string{"截至", "截止", "截止到", "截至到", "截止至"})
	return word != ""
}

// yearEnd reads 年底前, 年内 and the like, with 今年 or 明年 before them.
func (f *finder) yearEnd(pos int) {
	text := f.text
	start := pos
	r, at := runeBefore(text, pos)
	if oneOf(r, "今本明当當次翌") {
		if m, ok := momentAt(text, at, nil); ok {
			f.relative(m)
		}
		return
	}
	if oneOf(r, "去往上历多近同常周数几半前每零〇一二三四五六七八九十百千万两0123456789") {
		return // 去年底, 3年内: the past, or a stretch of time
	}
	word, end := matchAny(text, pos, []string{"年底", "年末", "年内"})
	if word == "" {
		return
	}
	m := moment{start: start, end: end, days: yearDays(anyYear), edge: '底'}
	if word == "年内" {
		next, _ := runeAt(text, end)
		if oneOf(next, "容部外") {
			return // 年内容
		}
		m.closed, m.inside = true, true
	}
	f.relative(m)
}

// relative passes on a moment without a year where 前, 底, 末 or 内 ends it.
func (f *finder) relative(m moment) {
	m.close(f.text)
	if m.edge != '底' && !m.closed {
		f.pos = max(f.pos, m.end)
		return
	}
	f.moment(m)
}

// every reads what recurs: 每年6月底前, 每季度. A number behind 每 is a measure (每10
// 万人) and passed over.
func (f *finder) every(pos int) {
	text := f.text
	p := f.pos
	if a, ok := amountAt(text, gap(text, p)); ok {
		f.pos = a.end
		if u, ok := unitAt(text, a.end); ok && u.use != duration {
			f.pos = u.end
		}
		return
	}
	word, end := matchAny(text, p, []string{"年", "半年", "季度", "季", "个月", "月", "周"})
	if word == "" {
		return
	}
	f.pos = end
	if next, _ := runeAt(text, end); next == '度' || oneOf(next, "均期") {
		return // 每年度, 每月均
	}
	end = recurring(text, end)
	start := pos
	if r, at := runeBefore(text, pos); r == '到' {
		start = at
	}
	if r, _ := runeBefore(text, pos); oneOf(r, "人户名张床亩位") || done(text, pos, f.deadline) {
		return // 每人每月100元 is a rate
	}
	f.emitDeadline(Deadline{Span: offset.Span{Start: start, End: end}})
}

// recurring reads the day or month behind 每年, 每季度 and 每月.
func recurring(text string, pos int) int {
	m := moment{start: pos, end: pos, days: yearDays(anyYear)}
	if n, ok := momentAt(text, gap(text, pos), nil); ok && !n.dated {
		m = n
		m.join(text)
	} else {
		m.ends(text)
	}
	if m.end > pos {
		m.close(text)
	}
	if m.edge != 0 || m.closed || m.level == dayLevel {
		return m.end
	}
	return pos // 每年6月 says no end: 每年 is all that is taken
}

// ends reads 年底, 底 or 末, and a day of the month.
func (m *moment) ends(text string) {
	if word, end := matchAny(text, m.end, []string{"年底", "年末", "月底", "月末", "底", "末"}); word != "" {
		m.end, m.edge = end, '底'
	}
	if d, end, ok := intAt(text, gap(text, m.end)); ok && d >= 1 && d <= 31 {
		if end, ok := match(text, end, "日"); ok {
			m.end, m.level = end, dayLevel
		}
	}
}
