package department

import "unicode/utf8"

// grow looks for what belongs to a form at start before it — level, Party or
// government, place — and returns where the name begins. It refuses a form that
// what surrounds it does not prove to be a name; size is its length in bytes.
func (c *leftContext) grow(start int, f form, size int, right *rightContext) (int, bool) {
	if f.class == national {
		return start, c.national(size, right)
	}
	switch {
	case f.class == shaped:
		return c.shape(start)
	case f.canonical == "管委会":
		return c.zone(start)
	}
	if n := c.place(0); n > 0 && f.class != party && f.class != cabinet {
		n += c.grid(n)
		return c.begin(n, start), !c.bodyBefore(n)
	}
	skip := c.committee()
	word, level := c.levelWord(skip)
	if word == 0 {
		skip = 0
		word, level = c.levelWord(0)
	}
	if word > 0 {
		if level == National && f.class != stem && f.class != party {
			return start, false
		}
		n, ok := c.levelled(skip+word, level)
		return c.begin(n, start), ok
	}
	return start, c.alone(f, size, right)
}

// grid returns the length of a network company's short name n bytes before the
// form: 国网赣州供电公司.
func (c *leftContext) grid(n int) int {
	if endsIn(c.text(n), "国网", "南网") {
		return len("国网")
	}
	return 0
}

// committee returns the length of the Party committee or the government that
// the text ends in.
func (c *leftContext) committee() int {
	for _, w := range [...]string{"人民政府", "政府", "党委", "委员会", "委"} {
		if endsIn(c.text(0), w) {
			return len(w)
		}
	}
	return 0
}

// levelWord returns the length of the level word that the text without skip
// bytes ends in.
func (c *leftContext) levelWord(skip int) (int, Level) {
	for _, w := range levelWords {
		if endsIn(c.text(skip), w.word) {
			return len(w.word), w.level
		}
	}
	return 0, NoLevel
}

// levelled returns the length of what belongs to a name whose level word begins
// skip bytes before the form: the place, if one stands there.
func (c *leftContext) levelled(skip int, level Level) (int, bool) {
	if level == National {
		return skip, true
	}
	if n := c.place(skip); n > 0 {
		return skip + n, true
	}
	if len(c.text(skip)) == 0 {
		return skip, !c.closed()
	}
	if c.openLevel(skip) {
		return skip, true
	}
	if n := c.unknownPlace(skip); n > 0 && level != Province {
		return skip + n, true
	}
	return skip, !c.level(skip)
}

// openLevel tells whether a level word can begin a name behind this text.
func (c *leftContext) openLevel(skip int) bool {
	text := c.text(skip)
	return !endsIn(text, beforeLevel[:]...) && (endsIn(text, openers[:]...) || endsIn(text, particles[:]...))
}

// unknownPlace returns the length of two to four characters that a level word
// follows and that a mark or a word that stands before names precedes.
func (c *leftContext) unknownPlace(skip int) int {
	text := c.text(skip)
	n := 0
	for i := len(text); i > 0 && n < 4; {
		r, size := utf8.DecodeLastRune(text[:i])
		if notInPlace(r) || endsIn(text[:i], "全", "本", "该", "我", "县", "省", "级") {
			return 0
		}
		i -= size
		n++
		if n < 2 {
			continue
		}
		before := text[:i]
		if len(before) == 0 && c.end != 0 && c.closed() {
			return 0
		}
		if len(before) == 0 || endsIn(before, openers[:]...) || endsIn(before, particles[:]...) {
			return len(text) - i
		}
	}
	return 0
}

// bodyBefore tells whether another body's name ends n bytes before the form.
func (c *leftContext) bodyBefore(n int) bool {
	return endsIn(c.text(n), "总局", "委员会", "大学", "银行", "公司", "集团")
}

// national tells whether a national body's name stands alone here.
func (c *leftContext) national(size int, right *rightContext) bool {
	switch {
	case size < len("证监会"):
		return c.listed() && right.n == 0 && right.in
	case size < len("海关总署"):
		return c.open(0)
	default:
		return c.n == 0 || !c.owner(0) && !c.body()
	}
}

// alone tells whether a body without level and place is named here.
func (c *leftContext) alone(f form, size int, right *rightContext) bool {
	listed := c.listed() && (right.in || beginsWith(right.text(), "等", "负责", "牵头", "配合", "按"))
	switch {
	case f.class == whole:
		return listed && size >= len("工商联") && !shared(f.canonical)
	case f.class != stem || size < len("教育局"):
		return false
	case f.ending == "委" || f.ending == "局" || f.ending == "厅":
		return listed || c.open(0)
	case f.ending == "部":
		return c.open(0)
	default:
		return listed
	}
}

// shared tells whether a body's name without a level is no body's own.
func shared(body string) bool {
	switch body {
	case "政府", "人大", "人大常委会", "政协", "法院", "检察院", "高级法院", "中级法院", "管委会", "税务局":
		return true
	}
	return false
}

// zone finds the begin of a zone's administration: 北京经济技术开发区管委会. The
// zone begins at a known place, or the name is all that stands behind a mark.
func (c *leftContext) zone(start int) (int, bool) {
	text := c.text(0)
	for i := 0; i < len(text); {
		for w := len(text) - i; w >= len("上海"); w-- {
			if w <= 18 && places()[string(text[i:i+w])] {
				return c.begin(len(text)-i, start), true
			}
		}
		_, size := utf8.DecodeRune(text[i:])
		i += size
	}
	n := utf8.RuneCount(text)
	return c.begin(len(text), start), n >= 3 && n <= 10 && !c.closed() && isListMark(c.end)
}
