package segment

import "github.com/qiaotoubao/fangan/segment/internal/lexicon"

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

// A name holds no more words than this between its beginning and its end.
const maxInner = 7

// add takes the next word, and joins it with what it ends.
func (n *namer) add(w piece) {
	start := len(n.words)
	switch w.class {
	case lexicon.Body, lexicon.Office, lexicon.Seat:
		start = n.authority(w)
	case lexicon.Short:
		start = n.short(w)
	case lexicon.Institution, lexicon.Company:
		start = n.institution(w)
	case lexicon.Branch:
		start = n.branch()
	case lexicon.Level:
		start = n.region()
		if start < len(n.words) {
			w.from, w.class = n.words[start].from, lexicon.Place
		}
		n.words = append(n.words[:start], w)
		return
	}
	if start < len(n.words) {
		w.from = n.words[start].from
		w.class = lexicon.Body
		n.words = n.words[:start]
	}
	n.words = append(n.words, w)
}

// class returns the class of the word i, Other before the first.
func (n *namer) class(i int) lexicon.Class {
	if i < 0 {
		return lexicon.Other
	}
	return n.words[i].class
}

// heads returns the first of the words before end that say what a body is of,
// end if there is none: 上海, 国家, 市.
func (n *namer) heads(end int) int {
	for i := end; ; i-- {
		switch n.class(i - 1) {
		case lexicon.Place, lexicon.Nation, lexicon.Seat, lexicon.Body:
		case lexicon.Level:
			if n.counts(i - 2) {
				return i
			}
		default:
			return i
		}
	}
}

// counts reports whether word i is one that counts what follows: 各区, 两市.
func (n *namer) counts(i int) bool {
	if i < 0 {
		return false
	}
	w := n.words[i]
	if w.class == lexicon.Number {
		return true
	}
	switch r := n.runes[w.to-1]; r {
	case '各', '全', '本', '该', '每', '两', '兩', '多', '跨', '我', '同', '外', '这', '這', '几', '幾', '等':
		return w.to-w.from == 1
	}
	return n.kinds[w.to-1] == kindNumeral && w.to-w.from == 1
}

// inner returns the first of the words before end that may stand inside a name,
// at most maxInner.
func (n *namer) inner(end int, in func(i int) bool) int {
	i := end
	for end-i < maxInner && i > 0 && in(i-1) {
		i--
	}
	return i
}

// ofAuthority reports whether word i may stand inside the name of an authority.
func (n *namer) ofAuthority(i int) bool {
	switch n.class(i) {
	case lexicon.Domain, lexicon.Service, lexicon.Noun, lexicon.Proper:
		return true
	}
	return n.and(i)
}

// and reports whether word i is 和 or 与 between two domains.
func (n *namer) and(i int) bool {
	if i < 1 || n.words[i].to-n.words[i].from != 1 {
		return false
	}
	r := n.runes[n.words[i].from]
	return (r == '和' || r == '与' || r == '與') &&
		n.domain(i-1) && (i+1 >= len(n.words) || n.domain(i+1))
}

func (n *namer) domain(i int) bool {
	c := n.class(i)
	return c == lexicon.Domain || c == lexicon.Service
}

// authority returns where the name of an authority begins that w ends.
func (n *namer) authority(w piece) int {
	end := len(n.words)
	first := n.inner(end, n.ofAuthority)
	if head := n.heads(first); head < first {
		return head
	}
	if w.class == lexicon.Office {
		return n.inner(end, n.domain)
	}
	return end
}

// short does so for a name that ends in 委, 局 and the like, which are part of
// many words: without what it is of, it must care for something.
func (n *namer) short(w piece) int {
	end := len(n.words)
	first := n.inner(end, n.ofAuthority)
	if head := n.heads(first); head < first && (first < end || n.runes[w.from] != '部') {
		return head
	}
	return n.inner(end, n.domain)
}

// institution returns where the name of any other body begins that w ends.
func (n *namer) institution(w piece) int {
	end := len(n.words)
	first := n.inner(end, n.ofAuthority)
	if head := n.heads(first); head < first && (w.class == lexicon.Institution || first < end) {
		return head
	}
	if n.class(end-1) == lexicon.Proper {
		return end - 1
	}
	if c := n.class(end - 1); c == lexicon.Single && n.class(end-2) == lexicon.Single {
		return end - 2
	}
	return end
}

// branch returns where the name of a branch begins: at the body whose it is.
func (n *namer) branch() int {
	end := len(n.words)
	i := end
	for n.class(i-1) == lexicon.Place {
		i--
	}
	switch n.class(i - 1) {
	case lexicon.Body, lexicon.Proper, lexicon.Institution, lexicon.Company:
		return i - 1
	}
	return end
}

// region returns where the name of a region begins whose level is next.
func (n *namer) region() int {
	end := len(n.words)
	if n.class(end-1) == lexicon.Place {
		return end - 1
	}
	return end
}
