package words

import "github.com/qiaotoubao/fangan/internal/lexicon"

// rule notes the words that the rules make at place i: numbers, dates and
// measures, words of letters, addresses on the web.
func (l *lattice) rule(d *dictionary, i int) {
	end, cost := 0, uint32(costRule)
	switch k := l.kinds[i]; k {
	case kindDigit, kindLetter:
		if i < l.ruleEnd {
			return // inside a longer one
		}
		if k == kindLetter {
			end = l.latin(i)
		} else {
			end = l.measure(d, l.number(i), i)
		}
		l.ruleEnd = end
	case kindNumeral:
		end, cost = l.numerals(d, i), costNumeral
	case kindOrdinal:
		end, cost = l.ordinal(i), costNumeral
	}
	if end > 0 {
		l.relax(i, end, cost, lexicon.Number)
	}
}

// run returns the end of the run at place i that is one word even without
// rules: letters and digits, blanks, a line break, a sign that is repeated. It
// returns 0 where no run begins.
func (l *lattice) run(i int) int {
	same := func(k kind) bool { return k == l.kinds[i] }
	switch l.kinds[i] {
	case kindLetter, kindDigit:
		return l.span(i, kind.alnum)
	case kindBlank:
		return l.span(i, same)
	case kindBreak:
		if l.runes[i] == '\r' {
			return l.span(i, same)
		}
	case kindDot, kindHyphen, kindDash, kindTilde:
		return l.span(i, same)
	}
	return 0
}

// span returns the end of the columns from i on whose kind is in.
func (l *lattice) span(i int, in func(kind) bool) int {
	for i < len(l.kinds) && in(l.kinds[i]) {
		i++
	}
	return i
}

// kind returns the kind of column i, kindOther behind the end.
func (l *lattice) kind(i int) kind {
	if i < len(l.kinds) {
		return l.kinds[i]
	}
	return kindOther
}

func isDigit(k kind) bool { return k == kindDigit }

// number returns the end of the number that begins at place i with a digit:
// 23,876 and 3.5, 2017-2020 and 1/3, 10:30, 5%-8%.
func (l *lattice) number(i int) int {
	i = l.span(i, isDigit)
	for {
		if l.kind(i) == kindPercent {
			i++
		}
		next := l.span(i+1, isDigit)
		if next == i+1 || i+1 >= len(l.kinds) {
			return i
		}
		switch l.kind(i) {
		case kindDot, kindColon, kindSlash, kindHyphen, kindTilde:
		case kindDash:
			if l.folded(i) == '…' {
				return i
			}
		case kindComma:
			if next != i+4 {
				return i
			}
		default:
			return i
		}
		i = next
	}
}

// measure returns the end of the measure whose number ends at place i and began
// at start: letters that follow at once (100km, 5G), 万 and 亿, and a unit.
func (l *lattice) measure(d *dictionary, i, start int) int {
	if l.kind(i).alnum() {
		return l.latin(i)
	}
	i = l.span(i, func(k kind) bool { return k == kindNumeral })
	if end := l.unit(d, i, start); end > 0 {
		return end
	}
	return i
}

// unit returns the end of the unit that begins at place i, or at the numeral
// before it (200万 千瓦). It is 0 if there is none.
func (l *lattice) unit(d *dictionary, i, start int) int {
	end := l.unitAt(d, i, start)
	if end == 0 && i-1 > start && l.kinds[i-1] == kindNumeral {
		if end = l.unitAt(d, i-1, start); end <= i {
			end = 0
		}
	}
	return end
}

// unitAt returns the end of the unit that begins at place i, 0 if there is none.
func (l *lattice) unitAt(d *dictionary, i, start int) int {
	end := 0
	node := d.Trie.Root()
	for j := i; j < len(l.letters); {
		next, ok := d.Trie.Next(node, l.letters[j])
		if !ok {
			break
		}
		node = next
		j++
		if c := node.Class(); c == lexicon.Unit || c == lexicon.Year && i-start >= 4 && !l.yearly(j) {
			end = j
		}
	}
	return end
}

// yearly reports whether 年 before place i belongs to the word 年度 or 年均.
func (l *lattice) yearly(i int) bool {
	return l.has(i, '度') || l.has(i, '均')
}

// latin returns the end of the word of letters and digits that begins at place
// i, with the joints that it holds: R&D, COVID-19, node.js; or of the address
// that begins there.
func (l *lattice) latin(i int) int {
	end := l.span(i, kind.alnum)
	if l.kind(end) == kindColon && l.kind(end+1) == kindSlash && l.kind(end+2) == kindSlash {
		return l.address(end)
	}
	for l.joint(end) && l.kind(end+1).alnum() {
		end = l.span(end+1, kind.alnum)
	}
	return end
}

// joint reports whether the sign in column i can stand inside a word of letters.
func (l *lattice) joint(i int) bool {
	if i >= len(l.runes) {
		return false
	}
	switch l.folded(i) {
	case '-', '_', '.', '\'', '&', '@':
		return true
	}
	return false
}

// address returns the end of the address on the web whose scheme ends at place
// i: all ASCII signs that may stand in one, but for a stop at its end. A sign of
// full width is behind the address, so here alone the width counts.
func (l *lattice) address(i int) int {
	for i < len(l.runes) && '!' <= l.runes[i] && l.runes[i] <= '~' && l.runes[i] != '"' && l.runes[i] != '<' && l.runes[i] != '>' {
		i++
	}
	for !l.kinds[i-1].alnum() && l.kinds[i-1] != kindSlash {
		i--
	}
	return i
}

// numerals returns the end of the number in Chinese that begins at place i: two
// or more numerals, 百分之二十, 三分之一. It returns 0 where none does.
func (l *lattice) numerals(d *dictionary, i int) int {
	end := l.numeralRun(i)
	if l.has(end, '分') && l.has(end+1, '之') {
		switch l.kind(end + 2) {
		case kindNumeral:
			return l.numeralRun(end + 2)
		case kindDigit:
			return l.number(end + 2)
		}
	}
	if end-i >= 4 && l.has(end, '年') && !l.yearly(end+1) {
		return end + 1
	}
	if unit := l.unit(d, end, i); unit > end+1 || unit > end && l.unitAt(d, end, i) == 0 {
		return unit // not 元: 百元 is a word, 八百 元 are two
	}
	if end-i < 2 {
		return 0
	}
	return end
}

// numeralRun returns the end of the numerals from place i on. It remembers the
// last run, so that asking at each of its places costs nothing more.
func (l *lattice) numeralRun(i int) int {
	if i >= l.runEnd {
		l.runEnd = l.span(i, func(k kind) bool { return k == kindNumeral })
	}
	return l.runEnd
}

func (l *lattice) has(i int, r rune) bool { return i < len(l.runes) && l.folded(i) == r }

// ordinal returns the end of 第 with the number that follows, 0 without one.
func (l *lattice) ordinal(i int) int {
	switch l.kind(i + 1) {
	case kindDigit:
		return l.number(i + 1)
	case kindNumeral:
		return l.numeralRun(i + 1)
	}
	return 0
}
