package label

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

const (
	formal = "壹贰叁肆伍陆柒捌玖拾参"
	stems  = "甲乙丙丁戊己庚辛壬癸"
)

// readPlain reads 一、 壹、 甲、 1. 1、 1.2 1-2.
func readPlain(s scanner) (Label, bool) {
	first := s.peek()
	n := strings.IndexRune(stems, first)/len("甲") + 1
	ok := strings.ContainsRune(stems, first)
	switch {
	case ok:
		s.i++
	case s.take('参'): // 參 for 叁
		n = 3
	default:
		if n, ok = s.number(); !ok {
			return Label{}, false
		}
	}
	form := Han
	switch {
	case runes.IsDigit(first):
		form = Arabic
	case strings.ContainsRune(stems, first):
		form = Stem
	case strings.ContainsRune(formal, first):
		form = Formal
	case first > 0x2150 && first < 0x2190: // Ⅰ to ↈ
		form = Han
	}
	if form == Arabic {
		return arabic(s, n)
	}
	s.blanks()
	if r := s.peek(); r != '、' && r != '.' && r != '·' && (r != ':' || s.i+1 < s.j && form == Han) {
		return Label{}, false
	}
	s.i++
	return Label{Form: form, Number: n, End: s.i}, true
}

// measures are the characters that follow a number as its unit.
const measures = "个家项年月日号亿万千百人条件次名天户座处所批种类周小分元公平立吨米里层级期届台套辆台部场轮度倍至到和"

// arabic reads what follows a plain number: its mark, or further parts.
func arabic(s scanner, n int) (Label, bool) {
	mark := s.peek()
	if mark == '-' {
		return parts(s, n)
	}
	end := s.i
	s.blanks()
	if mark = s.peek(); mark != '.' && mark != '、' && mark != '·' {
		// 1 总体要求: only the numbering tells it from 1 个
		return Label{Form: Arabic, Number: n, End: end, Loose: true}, s.i > end && runes.IsHan(mark) && !strings.ContainsRune(measures, mark)
	}
	s.i++
	if s.take(mark) { // 4..
		return Label{Form: Arabic, Number: n, End: s.i}, !runes.IsDigit(s.peek()) && s.peek() != mark
	}
	l := Label{Form: Arabic, Number: n, End: s.i}
	if !runes.IsDigit(s.peek()) {
		return l, true
	}
	if d, ok := parts(scanner{s.t, s.i - 1, s.j}, n); ok && mark == '.' && !d.Loose {
		return d, true
	}
	l.Loose = true
	return l, mark == '.' || mark == '、'
}

// parts reads the further parts of 1.2.3 and 1-2, of at most two digits each.
// A number with one further part must be followed by a blank or by a Chinese
// character that is no measure: 1.5亿元 is none.
func parts(s scanner, n int) (Label, bool) {
	count := 1
	for s.peek() == '.' || s.peek() == '-' {
		next := s
		next.i++
		start := next.i
		v, ok := next.number()
		if !ok || next.i-start > 2 || !runes.IsDigit(s.t.Folded[start]) {
			break
		}
		n, count, s = v, count+1, next
	}
	if count < 2 {
		return Label{}, false
	}
	if s.peek() == '.' {
		s.i++
	}
	l := Label{Form: Decimal, Number: n, Parts: count, End: s.i, Loose: true}
	if r := s.peek(); runes.IsBlank(r) || count > 2 || r == 0 {
		l.Loose = false
	}
	return l, true
}
