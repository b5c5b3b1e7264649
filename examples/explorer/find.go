package main

import (
	"cmp"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan"
)

// hit is an item that a query finds.
type hit struct {
	Doc     *document
	Item    *plan.Item
	Score   int
	Snippet []piece
}

// piece is a part of a snippet, marked where it is what was looked for.
type piece struct {
	Text string
	Hit  bool
}

type searchPage struct {
	Query string
	Hits  []hit
	More  int
}

// maxHits is how many hits a page shows.
const maxHits = 50

// search finds the items in which all words of the query stand, in either
// script; words in titles and names of departments count more.
func (s *site) search(w http.ResponseWriter, r *http.Request) {
	page := searchPage{Query: r.URL.Query().Get("q")}
	words := strings.Fields(fold(page.Query))
	if len(words) > 0 && len(words) <= 32 {
		for _, d := range s.all() {
			page.Hits = append(page.Hits, d.find(words)...)
		}
		slices.SortStableFunc(page.Hits, func(a, b hit) int { return cmp.Compare(b.Score, a.Score) })
	}
	if len(page.Hits) > maxHits {
		page.More = len(page.Hits) - maxHits
		page.Hits = page.Hits[:maxHits]
	}
	s.render(w, r, http.StatusOK, "search", page.Query, page)
}

func fold(s string) string {
	folded, _ := convert.Fold(s)
	return folded
}

// find returns the items that hold all words.
func (d *document) find(words []string) []hit {
	var hits []hit
	for _, i := range d.items {
		title, text, names := fold(i.Title), fold(i.Text()), fold(departments(i))
		score := 0
		for _, w := range words {
			n := 5*strings.Count(title, w) + strings.Count(text, w) + 3*strings.Count(names, w)
			if n == 0 {
				score = 0
				break
			}
			score += n
		}
		if score > 0 {
			hits = append(hits, hit{Doc: d, Item: i, Score: score, Snippet: snippet(i.Title+"。"+i.Text()+" "+departments(i), words)})
		}
	}
	return hits
}

func departments(i *plan.Item) string {
	var b strings.Builder
	for duty := range i.AllDuties() {
		for _, x := range duty.Departments {
			b.WriteString(x.Name + " ")
		}
	}
	return b.String()
}

// snippet returns up to 120 characters around the first word that is found,
// with all words marked. Folding keeps the number of runes, so that places in
// the folded text are places in the text.
func snippet(text string, words []string) []piece {
	runes, folded := []rune(text), []rune(fold(text))
	if len(runes) != len(folded) {
		return []piece{{Text: text}}
	}
	marked := make([]bool, len(runes))
	first := len(runes)
	for _, w := range words {
		n := utf8.RuneCountInString(w)
		for i := 0; i+n <= len(folded); i++ {
			if string(folded[i:i+n]) == w {
				first = min(first, i)
				for k := i; k < i+n; k++ {
					marked[k] = true
				}
			}
		}
	}
	start := max(0, min(first, len(runes))-30)
	return pieces(runes[start:min(len(runes), start+120)], marked[start:])
}

func pieces(runes []rune, marked []bool) []piece {
	var out []piece
	for i := 0; i < len(runes); {
		k := i
		for k < len(runes) && marked[k] == marked[i] {
			k++
		}
		out = append(out, piece{string(runes[i:k]), marked[i]})
		i = k
	}
	return out
}
