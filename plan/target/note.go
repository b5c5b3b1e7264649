package target

import (
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// ParseNote reads a deadline that stands alone in a note, with or without its
// label: 完成时限：2023年12月底前, 年底前, 2021/01 ~ 2024/05, 持续推进. Text is all of the
// note behind the label, and Span its place in note. From and By are set where
// the note tells them: a day, a month or a year that stands alone is the time
// by which, two of them are a period. A year of three digits is one of Taiwan's:
// 113年底. It reports false where the note is blank behind its label.
func ParseNote(note string) (Deadline, bool) {
	start, end := content(note)
	if start == end {
		return Deadline{}, false
	}
	d := Deadline{Span: offset.Span{Start: start, End: end}, Text: note[start:end]}
	text := commonYears(d.Text)
	if m, ok := noteMoment(text); ok {
		d.setDays(text, &m)
		return d, true
	}
	for x := range Deadlines(text) {
		d.From, d.By, d.Within = x.From, x.By, x.Within
		break
	}
	return d, true
}

// content returns the part of a note behind its label, without the blanks and
// marks around it.
func content(note string) (int, int) {
	start := 0
	for _, colon := range [...]string{"：", ":"} {
		if i := strings.Index(note, colon); i >= 0 {
			start = max(start, i+len(colon))
		}
	}
	const around = " \t\r\n\u3000。；;（）()〔〕[]"
	s := note[start:]
	start += len(s) - len(strings.TrimLeft(s, around))
	return start, start + len(strings.Trim(s, around))
}

// noteMoment reads a moment at the start of a note.
func noteMoment(s string) (moment, bool) {
	pos := 0
	if _, end := matchAny(s, 0, []string{"截至", "截止", "到", "至", "于", "在", "自", "从"}); end > 0 {
		pos = gap(s, end)
	}
	if m, ok := numericAt(s, pos); ok {
		return m, true
	}
	m, ok := momentAt(s, pos, nil)
	if ok {
		m.join(s)
		m.close(s)
	}
	return m, ok
}

// setDays fills in what the moment tells: 2023年起 a beginning, 2023年 an end,
// 2021-2023年 both; 年底前 and 2023年初 no day.
func (d *Deadline) setDays(s string, m *moment) {
	switch next, _ := runeAt(s, gap(s, m.end)); {
	case !m.dated || m.edge == '初' && !m.span:
	case next == '起':
		d.From = m.days.first
	default:
		d.By = m.days.last
		if m.span {
			d.From = m.days.first
		}
	}
}

// numericAt reads 2021/01, 2023.12.31 or 2023-12-31, or two of them joined.
func numericAt(s string, pos int) (moment, bool) {
	m := moment{start: pos, end: pos, dated: true}
	first, end, ok := numericDays(s, pos)
	if !ok {
		return m, false
	}
	m.days, m.end = first, end
	p, ok := joinAt(s, end)
	if !ok {
		return m, true
	}
	if last, end, ok := numericDays(s, p); ok && !last.last.before(first.first) {
		m.days.last, m.end, m.span = last.last, end, true
	}
	return m, true
}

// numericDays reads a year and a month, and a day where the same mark follows:
// 2021/01 and 2021/01/15. Years of other centuries are numbers of something else.
func numericDays(s string, pos int) (days, int, bool) {
	y, end, ok := intAt(s, pos)
	mark, p := runeAt(s, end)
	if !ok || y < 1900 || y >= 2200 || !oneOf(mark, "/.-") {
		return days{}, pos, false
	}
	month, end, ok := intAt(s, p)
	if !ok || month < 1 || month > 12 {
		return days{}, pos, false
	}
	if again, p := runeAt(s, end); again == mark {
		day, after, ok := intAt(s, p)
		if at := (Date{y, month, day}); ok && at.valid() {
			return days{at, at}, after, true
		}
	}
	return monthDays(y, month, month), end, true
}
