package index

import (
	"math"
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// term is a term to look for, with what it counts.
type term struct {
	weight float32 // what the score grows by where it has the highest impact
	cover  float32 // what part of the query it is
}

// query is a query made ready for one state of the index.
type query struct {
	index      *Index
	terms      map[string]term
	order      []string // of terms
	marks      map[string]bool
	phrases    []phrase
	minus      []phrase
	references []unitReference
	cut        grams.Text
	singles    []string // its characters, for when nothing else is found
	total      float32  // the cover of all terms
}

// newQuery reads a query. The caller holds x.mu.
func (x *Index) newQuery(text string) *query {
	q := &query{index: x, terms: map[string]term{}, marks: map[string]bool{}}
	text = prefixBytes(text, maxQuery)
	if id, ok := x.body(text); ok { // Shanghai Municipal Commission of Commerce
		q.agent(id, math.MaxFloat32)
	}
	for i, c := range queryParts(text) {
		if i == maxParts {
			break
		}
		p := phrase{text: c.text}
		p.id, _ = x.body(c.text)
		if c.minus {
			q.minus = append(q.minus, p)
			continue
		}
		switch rest := q.refer(c.text); {
		case words.Wordless(rest):
		case c.phrase && rest == c.text:
			q.phrases = append(q.phrases, p)
			q.words(c.text, true)
		default:
			q.words(rest, false)
		}
	}
	return q
}

// What is read of a query: so many bytes, so many parts between blanks and so
// many references.
const (
	maxQuery = 1024
	maxParts = 32
)

// prefixBytes returns at most n bytes of s, whole characters.
func prefixBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// add adds a term, or adds to what it counts.
func (q *query) add(t string, weight, cover float32) {
	old, ok := q.terms[t]
	if !ok {
		q.order = append(q.order, t)
	}
	q.terms[t] = term{old.weight + weight, old.cover + cover}
	q.total += cover
}

// rarity returns BM25's inverse document frequency of a term.
func (q *query) rarity(t string) float32 {
	n, df := float64(q.index.live), float64(q.index.lists.Live(t))
	return float32(math.Log(1 + (n-df+0.5)/(df+0.5)))
}

// agent looks for a body by its id. What it covers is the part of the query that
// names it, which other terms cover too where an item has them.
func (q *query) agent(id string, cover float32) {
	n := q.index.lists.Live(responsibleTerm+id) + q.index.lists.Live(mentionTerm+id)
	if n == 0 {
		return
	}
	for _, t := range []string{responsibleTerm + id, mentionTerm + id} {
		if !q.marks[t] {
			q.marks[t] = true
			q.add(t, 2*q.rarity(t), 0) // a body is more than the words of its name
		}
		q.terms[t] = term{q.terms[t].weight, max(q.terms[t].cover, cover)}
	}
}

// What terms count, beside their rarity.
const (
	wordWeight   = 1.0 // a word of three units and more
	pairWeight   = 1.0 // a pair within a word, a run of letters, a character alone
	acrossWeight = 0.3 // a pair across two words: it tells that they stand close
	singleWeight = 0.3 // a character that is a word among others
)

// words adds the terms of a queryPart.
func (q *query) words(text string, phrase bool) {
	cut := &q.cut
	cut.Cut(text)
	n := len(cut.Units)
	if n == 0 {
		return
	}
	for i := range cut.Units {
		q.singles = append(q.singles, string(cut.Unit(i)))
	}
	word := q.wordOf(text)
	covers := make([]float32, n) // by the unit that a term begins with
	for i, u := range cut.Units {
		unit := string(cut.Unit(i))
		alone := !(i > 0 && word[i-1] == word[i]) && !(i+1 < n && word[i+1] == word[i])
		switch {
		case n == 1 || !u.Single && word[i] >= 0: // a character alone, a run of letters
			covers[i] += q.look(unit, pairWeight, 1)
		case alone && !function(unit) && word[i] >= 0: // 港 in 港 补贴
			covers[i] += q.look(unit, singleWeight, 1)
		}
		pair := cut.Pair(i)
		switch {
		case pair == nil:
		case phrase || word[i] == word[i+1] && word[i] >= 0: // 跨境 in 跨境电商
			covers[i] += q.look(string(pair), pairWeight, 1)
		default: // 境电
			q.look(string(pair), acrossWeight, 0)
		}
	}
	for i, k := range q.index.long(text, cut) {
		q.look(string(cut.Range(i, k)), wordWeight, 0)
	}
	q.bodies(text, covers)
}

// look adds a term by its rarity, and returns what it covers.
func (q *query) look(t string, weight, cover float32) float32 {
	rarity := q.rarity(t)
	q.add(t, weight*rarity, cover*rarity)
	if cover > 0 || weight == wordWeight {
		q.marks[t] = true
	}
	return cover * rarity
}

// bodies adds the bodies that a queryPart names. Each covers its name.
func (q *query) bodies(text string, covers []float32) {
	for m := range q.index.matcher.Mentions(text) {
		i, k := unitAt(&q.cut, m.Span.Start), unitAt(&q.cut, m.Span.End)
		q.agent(m.ID, sum(covers[i:k]))
	}
	if id, ok := q.index.body(text); ok {
		q.agent(id, sum(covers))
	}
}

func sum(numbers []float32) float32 {
	total := float32(0)
	for _, n := range numbers {
		total += n
	}
	return total
}

// wordOf returns for each unit of the queryPart that was cut which word it belongs
// to: a number that units of one word share, and characters without a word that
// stand together. Words that only ask or join are -1.
func (q *query) wordOf(text string) []int {
	word := make([]int, len(q.cut.Units))
	i, number, loose := 0, 0, false
	for span := range words.Spans(q.index.engine, text) {
		from := i
		for i < len(word) && q.cut.Units[i].Span.Start < span.End {
			i++
		}
		if i == from {
			continue
		}
		idle := function(string(q.cut.Range(from, i)))
		single := i == from+1 && q.cut.Units[from].Single && !idle
		if !single || !loose {
			number++
		}
		loose = single
		for k := from; k < i; k++ {
			word[k] = number
			if idle {
				word[k] = -1
			}
		}
	}
	if !slices.ContainsFunc(word, func(n int) bool { return n >= 0 }) {
		clear(word) // nothing but such words: then they are meant
	}
	return word
}

// function reports whether a word, folded, only joins others or asks.
func function(word string) bool {
	switch word {
	case "的", "了", "和", "与", "及", "或", "是", "在", "由", "对", "为", "于", "之", "其", "并", "以", "从", "到", "向", "把", "被",
		"让", "给", "将", "者", "吗", "呢", "吧", "谁", "哪", "有", "都", "也", "就", "要", "等", "哪些", "什么", "如何", "怎么", "怎样", "哪个",
		"多少", "有关", "关于", "以及", "哪家", "the", "of", "and", "for", "in", "to", "a", "an":
		return true
	}
	return false
}
