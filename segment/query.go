package segment

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

// queryPart is a part of a query: words that belong together, a phrase in
// quotation marks, or either behind a minus.
type queryPart struct {
	text   string
	phrase bool
	minus  bool
}

// queryParts cuts a query at its blanks and quotation marks. Words of letters stay
// together, as a name has several. A mark that nothing closes is a blank.
func queryParts(query string) []queryPart {
	var all []queryPart
	minus := false
	for query = trim(query); query != ""; query = trim(query) {
		r, size := utf8.DecodeRuneInString(query)
		if f := convert.FoldRune(r); f == '-' && !minus && len(query) > size && !blankAt(query[size:]) {
			minus, query = true, query[size:]
			continue
		}
		c := queryPart{minus: minus}
		minus = false
		if c.text, c.phrase = quoted(query); c.phrase {
			query = query[len(c.text):]
			c.text = strings.TrimFunc(c.text, quotation)
		} else {
			c.text = query[:wordEnd(query)]
			query = query[len(c.text):]
		}
		if n := len(all); n > 0 && !c.phrase && !c.minus && !all[n-1].phrase && !all[n-1].minus && lettersMeet(all[n-1].text, c.text) {
			all[n-1].text += " " + c.text
			continue
		}
		all = append(all, c)
	}
	return all
}

// trim takes the blanks from the front of a query, and marks that stand alone.
func trim(query string) string {
	for {
		query = strings.TrimLeftFunc(query, unicode.IsSpace)
		if r, size := utf8.DecodeRuneInString(query); quotation(r) {
			if _, ok := quoted(query); !ok {
				query = query[size:]
				continue
			}
		}
		return query
	}
}

func blankAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// quotation reports whether r is a quotation mark. FoldRune makes 「 of “.
func quotation(r rune) bool {
	switch convert.FoldRune(r) {
	case '"', '“', '”', '『', '』':
		return true
	}
	return false
}

// quoted returns the phrase in quotation marks, with these, that query begins
// with. It reports false where there is none.
func quoted(query string) (string, bool) {
	first, size := utf8.DecodeRuneInString(query)
	if !quotation(first) {
		return "", false
	}
	end := strings.IndexFunc(query[size:], quotation)
	if end <= 0 || strings.TrimSpace(query[size:size+end]) == "" {
		return "", false
	}
	_, last := utf8.DecodeRuneInString(query[size+end:])
	return query[:size+end+last], true
}

// wordEnd returns where the first blank or quotation mark is.
func wordEnd(query string) int {
	end := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || quotation(r) })
	if end < 0 {
		return len(query)
	}
	return end
}

func lettersMeet(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	latin := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }
	return latin(last) && latin(first)
}

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

// phrase is a text that an item must have, or must not have.
type phrase struct {
	text   string
	id     string // of the body that it names, if any
	cut    grams.Text
	having bits // the documents that have all its terms, or the body
	exact  bool // and these are all that have the phrase
}

// newQuery reads a query. The caller holds x.mu.
func (x *Index) newQuery(text string) *query {
	q := &query{index: x, terms: map[string]term{}, marks: map[string]bool{}}
	text = prefixBytes(text, maxQuery)
	if id, ok := x.body(text); ok {
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

// unitReference is a reference to items: their numbers, or with whole that of
// the sections whose items are meant.
type unitReference struct {
	numbers  []int // in order
	section  int   // 0: in any
	whole    bool
	document string
}

// unitsOf reads a reference. What is below the items, such as the second
// paragraph of an article, means the item that it is in. It reports false for a
// reference to no item.
func unitsOf(r reference.Reference) (unitReference, bool) {
	u := unitReference{document: r.Document}
	for _, l := range r.Path {
		switch {
		case l.Kind == reference.Section:
			u.section = l.Number
		case len(u.numbers) == 0 && unit(l.Kind) && (l.Kind != r.Kind || l.Kind == reference.Article):
			u.numbers = []int{l.Number}
		}
	}
	if r.Kind == reference.Section {
		u.whole, u.section = true, 0
	}
	if len(u.numbers) == 0 && (u.whole || unit(r.Kind)) || r.Kind == reference.Article {
		u.numbers = r.Numbers
	}
	u.numbers = slices.Sorted(slices.Values(u.numbers))
	return u, len(u.numbers) > 0
}

// means reports whether the reference means items, or sections, of a number.
func (u *unitReference) means(number int) bool {
	_, ok := slices.BinarySearch(u.numbers, number)
	return ok
}

func unit(k reference.Kind) bool { return k == reference.Item || k == reference.Article }

// refer takes the references to items out of a part and returns the rest of it.
func (q *query) refer(text string) string {
	const lead = "按照" // what stands first may be a heading's own label
	rest, at := "", len(lead)
	text = lead + text
	for r := range reference.Find(text) {
		u, ok := unitsOf(r)
		if !ok || r.Span.Start < at || len(q.references) == maxParts {
			continue
		}
		q.references = append(q.references, u)
		if r.Document != "" && r.DocumentSpan.Start >= at && r.DocumentSpan.End <= r.Span.Start {
			rest += text[at:r.DocumentSpan.Start]
			at = r.DocumentSpan.End
		}
		rest += text[at:r.Span.Start]
		at = r.Span.End
	}
	return rest + text[at:]
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
			q.add(t, 2*q.rarity(t), 0)
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
		case n == 1 || !u.Single && word[i] >= 0:
			covers[i] += q.look(unit, pairWeight, 1)
		case alone && !function(unit) && word[i] >= 0:
			covers[i] += q.look(unit, singleWeight, 1)
		}
		pair := cut.Pair(i)
		switch {
		case pair == nil:
		case phrase || word[i] == word[i+1] && word[i] >= 0:
			covers[i] += q.look(string(pair), pairWeight, 1)
		default:
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
	for w := range q.index.segmenter.Words(text) {
		from := i
		for i < len(word) && q.cut.Units[i].Span.Start < w.Span.End {
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
