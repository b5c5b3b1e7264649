package words

import "github.com/qiaotoubao/fangan/internal/lexicon"

// join makes one word of each name of a body: what it is of, what it cares for,
// and what it is (市 商务 委, 上海 外国语 大学, 国家开发银行 上海 分行). It knows the
// shapes of such names and the words they are made of, but no list of bodies.
func (l *lattice) join() {
	n := namer{lattice: l, words: l.words[:0]}
	for _, w := range l.words {
		n.add(w)
	}
	l.words = n.words
}

// namer holds the words up to here, those of names joined. It writes over the
// words it reads, which is well as it never has more.
type namer struct {
	*lattice
	words []piece
}

// A name has at most maxInner words between what it is of and what it is, and
// at most maxHeads that say what it is of.
const (
	maxInner = 7
	maxHeads = 6

	maxRegion = 4 // characters of the name of a region without its level
)

// add takes the next word, and joins it with what it is the end of.
func (n *namer) add(w piece) {
	start := n.start(w)
	if start < len(n.words) && w.to-n.words[start].from <= MaxWord {
		first := n.words[start]
		w.from, w.local = first.from, first.ofPlace()
		w.class = joined(w.class)
		n.words = n.words[:start]
	}
	n.words = append(n.words, w)
}

// joined returns the class of a name by that of its end.
func joined(end lexicon.Class) lexicon.Class {
	switch end {
	case lexicon.Level:
		return lexicon.Place
	case lexicon.Government:
		return lexicon.Seat
	default:
		return lexicon.Body
	}
}

// start returns the first of the words that make one name with w, which comes
// next. It is the number of words where there is no name.
func (n *namer) start(w piece) int {
	switch w.class {
	case lexicon.Body, lexicon.Office, lexicon.Seat:
		return n.authority(w)
	case lexicon.Short:
		return n.short(w)
	case lexicon.Government, lexicon.Level:
		return n.region(w)
	case lexicon.Institution, lexicon.Company:
		return n.institution(w)
	case lexicon.Centre:
		return n.centre()
	case lexicon.Branch:
		return n.branch()
	default:
		return len(n.words)
	}
}

// ofPlace reports whether a name that begins with p is that of a body of some
// place, not of the whole country.
func (p piece) ofPlace() bool {
	switch p.class {
	case lexicon.Place, lexicon.Level, lexicon.Seat:
		return true
	default:
		return p.local
	}
}

// class returns the class of the word i, Other before the first.
func (n *namer) class(i int) lexicon.Class {
	if i < 0 {
		return lexicon.Other
	}
	return n.words[i].class
}

// heads returns the first of the words before end that say what a body is of,
// end if there is none: 上海, 国家, 市, and the body whose part it is. A body of
// a place does not stand before another place: those are two bodies.
func (n *namer) heads(end int) int {
	i := end
	for placed := false; end-i < maxHeads; i-- {
		switch n.class(i - 1) {
		case lexicon.Place, lexicon.Nation:
			placed = true
		case lexicon.Level:
			if n.counts(i - 2) {
				return i
			}
			placed = true
			i = n.named(i-1) + 1
		case lexicon.Seat, lexicon.Body:
			if placed && n.words[i-1].ofPlace() {
				return i
			}
		default:
			return i
		}
	}
	return i
}

// named returns where the name of a region begins whose level stands behind
// word end-1, if no list has it but the place it is in stands before it: 西安市
// 浐 灞 生态 区. It returns end if there is no such name.
func (n *namer) named(end int) int {
	runes := 0
	for i := end - 1; i > 0; i-- {
		switch n.class(i) {
		case lexicon.Single, lexicon.Proper, lexicon.Domain, lexicon.Noun:
		default:
			return end
		}
		if runes += int(n.words[i].to - n.words[i].from); runes > maxRegion {
			return end
		}
		if n.class(i-1) == lexicon.Place && n.level(i-1) {
			return i
		}
	}
	return end
}

// counts reports whether word i counts what follows, so that 区 behind it is no
// beginning of a name: 各区, 两市.
func (n *namer) counts(i int) bool {
	if i < 0 {
		return false
	}
	w := n.words[i]
	if w.class == lexicon.Number { // 20, but not 2018年
		k := n.kinds[w.to-1]
		return k == kindDigit || k == kindNumeral
	}
	if w.to-w.from != 1 {
		return false
	}
	switch n.first(w) {
	case '各', '全', '本', '该', '每', '两', '多', '跨', '我', '同', '外', '这', '几', '等':
		return true
	}
	return n.kinds[w.from] == kindNumeral
}

// before returns the first of the at most maxInner words before end that all
// are in.
func (n *namer) before(end int, in func(i int) bool) int {
	i := end
	for end-i < maxInner && i > 0 && in(i-1) {
		i--
	}
	return i
}

// inner reports whether word i may stand inside a name.
func (n *namer) inner(i int) bool {
	switch n.class(i) {
	case lexicon.Domain, lexicon.Service, lexicon.Noun, lexicon.Proper:
		return true
	default:
		return n.and(i)
	}
}

// and reports whether word i is 和 or 与 between two domains.
func (n *namer) and(i int) bool {
	if i < 1 || n.words[i].to-n.words[i].from != 1 {
		return false
	}
	r := n.first(n.words[i])
	return (r == '和' || r == '与') &&
		n.domain(i-1) && (i+1 >= len(n.words) || n.domain(i+1))
}

func (n *namer) domain(i int) bool {
	c := n.class(i)
	return c == lexicon.Domain || c == lexicon.Service
}

// authority returns where the name of an authority begins that w ends.
func (n *namer) authority(w piece) int {
	end := len(n.words)
	first := n.before(end, n.inner)
	head := n.heads(first)
	switch {
	case head < first && w.class == lexicon.Body && n.class(end-1) == lexicon.Body:
		return end // two bodies: 国家发展改革委 财政部
	case head < first:
		return head
	case w.class == lexicon.Office && n.class(end-1) == lexicon.Proper && n.words[end-1].to-n.words[end-1].from >= 4:
		return end - 1 // 国家自然科学基金 委员会
	case w.class == lexicon.Office || w.class == lexicon.Body && n.last(w) != '部':
		return n.before(end, n.domain)
	}
	return end
}

// short does so for a name that ends in 委, 局 and the like, which are part of
// many words: without what it is of, it must care for something.
func (n *namer) short(w piece) int {
	end := len(n.words)
	first := n.before(end, n.inner)
	if head := n.heads(first); head < first && (first < end || n.first(w) != '部') {
		return head
	}
	return n.before(end, n.domain)
}

// region returns where the name of a region or of its government begins.
func (n *namer) region(w piece) int {
	end := len(n.words)
	if w.class == lexicon.Government {
		return n.heads(end)
	}
	if n.class(end-1) == lexicon.Place {
		return end - 1
	}
	if w.to-w.from > 1 { // 西 咸 新区, but not 老 城 区
		return n.named(end)
	}
	return end
}

// institution returns where the name of any other body begins that w ends.
func (n *namer) institution(w piece) int {
	end := len(n.words)
	first := n.before(end, n.inner)
	if head := n.heads(first); head < first && (w.class == lexicon.Institution || first < end) {
		return head
	}
	if n.class(end-1) == lexicon.Proper {
		return end - 1
	}
	if n.class(end-1) == lexicon.Single && n.class(end-2) == lexicon.Single {
		return end - 2
	}
	return end
}

// centre returns where the name of a centre begins. Only what such bodies do
// tells it from a centre of trade or finance, unless it is one of a city or a
// province.
func (n *namer) centre() int {
	end := len(n.words)
	first := n.before(end, n.inner)
	head := n.heads(first)
	if head < first && first < end && (n.class(end-1) == lexicon.Service || n.level(first-1)) {
		return head
	}
	return end
}

// level reports whether word i ends in the level of a region.
func (n *namer) level(i int) bool {
	switch r := n.last(n.words[i]); r {
	case '市', '省', '区', '县', '州':
		return true
	}
	return false
}

// branch returns where the name of a branch begins: at the body whose it is.
func (n *namer) branch() int {
	end := len(n.words)
	i := end
	for end-i < maxHeads && n.class(i-1) == lexicon.Place {
		i--
	}
	switch n.class(i - 1) {
	case lexicon.Body, lexicon.Proper, lexicon.Institution, lexicon.Company:
		return i - 1
	default:
		return end
	}
}

// first returns the rune that w begins with, folded.
func (l *lattice) first(w piece) rune { return l.folded(int(w.from)) }

// last returns the rune that w ends in, folded.
func (l *lattice) last(w piece) rune { return l.folded(int(w.to) - 1) }
