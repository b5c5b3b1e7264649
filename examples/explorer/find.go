package main

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/segment"
)

// hit is an item that a query finds.
type hit struct {
	Doc     *document
	Item    *plan.Item
	Title   []piece
	Snippet []piece
	Section string
}

// piece is a part of a text, marked where it is what was looked for.
type piece struct {
	Text string
	Hit  bool
}

type searchPage struct {
	Query       string
	Hits        []hit
	Total, More int
	Departments []segment.Facet
	Sections    []segment.SectionFacet
	Filtered    bool
}

// maxHits is how many hits a page shows, and maxFacets how many departments.
const (
	maxHits   = 50
	maxFacets = 12
)

// search shows the items that a query finds in all plans.
func (s *site) search(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	page := searchPage{Query: q.Get("q")}
	if strings.TrimSpace(page.Query) != "" {
		opts := &segment.SearchOptions{Limit: maxHits, Facets: true}
		if id := q.Get("department"); id != "" {
			opts.Departments, page.Filtered = []string{id}, true
		}
		if n, err := strconv.Atoi(q.Get("section")); err == nil {
			opts.Sections, page.Filtered = []int{n}, true
		}
		found := s.index.Search(page.Query, opts)
		for _, h := range found.Hits {
			page.add(s, h)
		}
		page.Total, page.More = found.Total, max(0, found.Total-len(found.Hits))
		page.Departments, page.Sections = found.Departments[:min(maxFacets, len(found.Departments))], found.Sections
	}
	s.render(w, r, http.StatusOK, "search", "搜索 "+page.Query, page)
}

// add adds a hit of the index, if its item is still there.
func (p *searchPage) add(s *site, h segment.Hit) {
	n, err := strconv.Atoi(h.Plan)
	docs := s.all()
	if err != nil || n < 1 || n > len(docs) {
		return
	}
	for _, i := range docs[n-1].items {
		if i.Span == h.Span {
			p.Hits = append(p.Hits, hit{
				Doc: docs[n-1], Item: i, Section: h.SectionTitle,
				Title: pieces(h.Title, h.TitleHighlights), Snippet: pieces(h.Snippet.Text, h.Snippet.Highlights),
			})
			return
		}
	}
}

// pieces cuts text at the highlights.
func pieces(text string, highlights []offset.Span) []piece {
	var out []piece
	at := 0
	for _, h := range highlights {
		if h.Start < at || h.End > len(text) {
			continue
		}
		if h.Start > at {
			out = append(out, piece{text[at:h.Start], false})
		}
		out = append(out, piece{h.Of(text), true})
		at = h.End
	}
	if at < len(text) {
		out = append(out, piece{text[at:], false})
	}
	return out
}

// complete answers what the search box may offer for what was typed.
func (s *site) complete(w http.ResponseWriter, r *http.Request) {
	texts := []string{}
	for _, c := range s.index.Complete(r.URL.Query().Get("q"), 10) {
		texts = append(texts, c.Text)
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(texts) // the reader has gone away
}
