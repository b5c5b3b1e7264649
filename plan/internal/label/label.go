// Package label reads the labels that number the units of a plan: 一、 （十二）
// 3． 第六条 ① —— and their kind, in either script and width.
package label

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/numeral"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// MaxNumber is the largest number that a label has; larger ones are years and
// amounts.
const MaxNumber = 999

// Label is a label at the start of a line.
type Label struct {
	Form   Form
	Number int // 0 where the form has none; of 2.1 the last part
	Parts  int // of a Decimal label, how many numbers it has
	Start  int // the runes of the label, marks included
	End    int
	// Loose says that the label may be no label: a digit follows its mark
	// (11.121人才项目 beside 1.5亿元) or no mark does (第六条 with text behind it),
	// so only its place in the numbering tells.
	Loose bool
}

// Parse reads the label at rune i, and before j, of t.
func Parse(t *runes.Text, i, j int) (Label, bool) {
	if i >= j {
		return Label{}, false
	}
	for _, read := range []func(scanner) (Label, bool){
		readOrdered, readTask, readBracketed, readCircled, readPlain, readLatin, readMark,
	} {
		if l, ok := read(scanner{t: t, i: i, j: j}); ok {
			l.Start = i
			return l, true
		}
	}
	return Label{}, false
}

// scanner reads forward through the runes of one line.
type scanner struct {
	t    *runes.Text
	i, j int
}

func (s *scanner) peek() rune {
	if s.i >= s.j {
		return 0
	}
	return s.t.Folded[s.i]
}

// take moves over r if it is next.
func (s *scanner) take(r rune) bool {
	if s.peek() != r || s.i >= s.j {
		return false
	}
	s.i++
	return true
}

// blanks moves over white space.
func (s *scanner) blanks() {
	for s.i < s.j && runes.IsBlank(s.t.Folded[s.i]) {
		s.i++
	}
}

// number reads a numeral from 1 to [MaxNumber].
func (s *scanner) number() (int, bool) {
	if s.i >= s.j {
		return 0, false
	}
	if runes.IsDigit(s.peek()) {
		return s.digits()
	}
	text := s.t.Span(s.i, s.j).Of(s.t.Source)
	v, n, err := numeral.Scan(text)
	if err != nil || v < 1 || v > MaxNumber {
		return 0, false
	}
	s.i += utf8.RuneCountInString(text[:n])
	return int(v), true
}

// digits reads a plain number: of 2.10万吨 it is 2.
func (s *scanner) digits() (int, bool) {
	n := 0
	for ; s.i < s.j && runes.IsDigit(s.t.Folded[s.i]); s.i++ {
		if n = n*10 + int(s.t.Folded[s.i]-'0'); n > MaxNumber {
			return 0, false
		}
	}
	return n, n > 0
}

// units are the words behind 第…, with their forms.
var units = map[rune]Form{
	'编': Part, '篇': Part, '章': Chapter, '节': Node, '条': Article,
}

// readOrdered reads 第一章 and its kind.
func readOrdered(s scanner) (Label, bool) {
	if !s.take('第') {
		return Label{}, false
	}
	s.blanks()
	n, ok := s.number()
	s.blanks()
	if !ok {
		return Label{}, false
	}
	form, ok := units[s.peek()]
	if s.t.Has(s.i, s.j, "部分") {
		form, ok = Part, true
		s.i++
	}
	if !ok {
		return Label{}, false
	}
	s.i++
	l := Label{Form: form, Number: n, End: s.i, Loose: true}
	if r := s.peek(); r == 0 || runes.IsBlank(r) || r == ':' || r == '、' {
		l.Loose = false
		if r == ':' || r == '、' {
			l.End++
		}
	}
	return l, true
}

// tasks are the words that a number follows in lists of tasks.
var tasks = []string{"任务", "措施", "事项", "举措", "工程", "行动", "项目"}

// readTask reads 任务1：, 【任务1】 and their kind.
func readTask(s scanner) (Label, bool) {
	boxed := s.take('【')
	for _, w := range tasks {
		if !s.t.Has(s.i, s.j, w) {
			continue
		}
		s.i += utf8.RuneCountInString(w)
		n, ok := s.number()
		r := s.peek()
		if !ok || boxed && r != '】' || !boxed && r != ':' && r != '、' && r != '.' && !runes.IsBlank(r) {
			return Label{}, false
		}
		if !runes.IsBlank(r) {
			s.i++
		}
		return Label{Form: Task, Number: n, End: s.i}, true
	}
	return Label{}, false
}

// readBracketed reads （一） （1） (1) 一） 1).
func readBracketed(s scanner) (Label, bool) {
	open := s.peek()
	closing := runes.Close(open)
	if closing == '〕' || closing == '}' {
		return Label{}, false
	}
	if closing != 0 {
		s.i++
	}
	s.blanks()
	han := !runes.IsDigit(s.peek())
	n, ok := s.number()
	s.blanks()
	if !ok || s.peek() != ')' && (closing == 0 || s.peek() != closing) {
		return Label{}, false
	}
	s.i++
	l := Label{Form: Round, Number: n, End: s.i}
	switch {
	case closing == 0:
		l.Form = HalfRound
	case han:
		l.Form = HanRound
	}
	if r := s.peek(); r == '、' || r == '.' {
		l.End++
	}
	return l, true
}

// readCircled reads ① ㈠ ⑴ and Roman numerals with a mark.
func readCircled(s scanner) (Label, bool) {
	r := s.peek()
	enclosed := r >= 0x2460 && r <= 0x24ff || r >= 0x3220 && r <= 0x3229 || r >= 0x3280 && r <= 0x3289 ||
		r >= 0x2776 && r <= 0x2793
	if !enclosed {
		return Label{}, false
	}
	n, ok := s.number()
	if r := s.peek(); ok && (r == '.' || r == '、') {
		s.i++
	}
	return Label{Form: Circled, Number: n, End: s.i}, ok
}

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

// readLatin reads A. b） and their kind.
func readLatin(s scanner) (Label, bool) {
	r := s.peek()
	if r < 'a' || r > 'z' {
		return Label{}, false
	}
	s.i++
	mark := s.peek()
	if mark != '.' && mark != '、' && mark != ')' || s.i+1 < s.j && runes.IsWord(s.t.Folded[s.i+1]) {
		return Label{}, false
	}
	return Label{Form: Latin, Number: int(r-'a') + 1, End: s.i + 1, Loose: true}, true
}

// readMark reads —— and bullets.
func readMark(s scanner) (Label, bool) {
	switch r := s.peek(); {
	case r == '—' || r == '–':
		for s.peek() == r {
			s.i++
		}
		return Label{Form: Dash, End: s.i}, true
	case strings.ContainsRune("●○■□◆◇▪▲△★☆►▶✓✔·※◎", r):
		return Label{Form: Bullet, End: s.i + 1}, true
	case r == '-' && s.t.Has(s.i, s.j, "--"):
		for s.peek() == r {
			s.i++
		}
		return Label{Form: Dash, End: s.i}, true
	case r == '-' || r == '*' || r == '+':
		s.i++
		if !runes.IsBlank(s.peek()) {
			return Label{}, false
		}
		return Label{Form: Bullet, End: s.i}, true
	}
	return Label{}, false
}
