// Package label reads the labels that number the units of a plan: 一、 （十二）
// 3． 第六条 ① —— and their kind, in either script and width.
package label

import (
	"strings"
	"unicode/utf8"

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

// units are the words behind 第…, with their forms.
var units = map[rune]Form{
	'编': Part, '篇': Part, '章': Chapter, '节': Node, '条': Article,
}

// readOrdered reads 第一章 and its kind, and 第一阶段：, which needs its colon.
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
	if s.t.Has(s.i, s.j, "阶段:") {
		return Label{Form: Task, Number: n, End: s.i + 3}, true
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
var tasks = []string{"任务", "措施", "事项", "举措", "工程", "行动", "项目", "策略"}

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
