package segment

import (
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/target"
	"github.com/qiaotoubao/fangan/segment/internal/index"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// SearchOptions say what a search returns. The nil *SearchOptions is the
// default. Filters that are set must all hold.
type SearchOptions struct {
	Limit int // how many hits at most; 0 means 10
	Skip  int // how many hits to leave out before them

	Plans          []string    // ids of plans; one of them
	Departments    []string    // any names or ids of bodies; one of them is responsible
	Sections       []int       // numbers of sections (0: items without one); one of them
	DeadlineBefore target.Date // something in the item is due before that day
	HasTarget      bool        // the item sets itself an amount

	// Facets asks for Total and the facets of the results, which takes a look at
	// every item that the query finds.
	Facets bool

	// SnippetLength is about how many characters a snippet has; 0 means 60.
	SnippetLength int
}

// Results are what a search found.
type Results struct {
	Hits []Hit `json:"hits"` // the best first

	// These are set where the options ask for facets.
	Total       int            `json:"total,omitempty"`
	Departments []Facet        `json:"departments,omitempty"` // the most frequent first
	Sections    []SectionFacet `json:"sections,omitempty"`    // likewise
}

// Facet is a body with the number of items found that it is responsible for.
type Facet struct {
	ID    string `json:"id"`
	Name  string `json:"name"` // as first written
	Count int    `json:"count"`
}

// SectionFacet is a section with the number of items found in it.
type SectionFacet struct {
	Plan   string `json:"plan"`
	Number int    `json:"number"`
	Title  string `json:"title"`
	Count  int    `json:"count"`
}

// Hit is an item that a search found.
type Hit struct {
	Plan         string        `json:"plan"`    // the id it was added with
	Item         int           `json:"item"`    // its number
	Section      int           `json:"section"` // the number of the outermost section that it is in
	Title        string        `json:"title"`
	Score        float64       `json:"score"`      // of use only to compare hits of one search
	Highlights   []offset.Span `json:"highlights"` // what was found of the query in the source, in order, apart from each other
	Fields       []Field       `json:"fields"`     // where it was found
	Label        string        `json:"label"`      // of the item, as written
	SectionTitle string        `json:"sectionTitle"`
	Span         offset.Span   `json:"span"` // of the item in the source

	TitleHighlights []offset.Span `json:"titleHighlights"` // what was found in Title, in bytes of it
	Snippet         Snippet       `json:"snippet"`
}

// Snippet is a part of an item's text that shows best what was found.
type Snippet struct {
	Text       string        `json:"text"`             // empty where the item has nothing but a title
	Highlights []offset.Span `json:"highlights"`       // in bytes of Text
	Before     bool          `json:"before,omitempty"` // there is text of the same paragraph before it
	After      bool          `json:"after,omitempty"`  // and behind it
}

// Search returns the items that a query finds, the best first.
//
// A query is running text or words with blanks between them, in either script,
// any width and case. An item must have most of it, measured by how rare its
// words are; the order is that of BM25. A phrase in quotation marks must stand
// there as it is, a word behind a minus must not. A body that the query names by
// any of its names is found by all of them. References (第十二项, 第三部分第（二）项) go
// straight to the items, which are the first hits then.
//
// Any text is some query; only its first 1024 bytes and 32 parts count. A query without
// words finds nothing, unless it has a minus or the options a filter: then it
// finds all that these leave.
func (x *Index) Search(text string, o *SearchOptions) *Results {
	if o == nil {
		o = new(SearchOptions)
	}
	found := x.core.Search(text, (*index.SearchOptions)(o))
	return &Results{
		Hits:        each(found.Hits, newHit),
		Total:       found.Total,
		Departments: each(found.Departments, func(f index.Facet) Facet { return Facet(f) }),
		Sections:    each(found.Sections, func(f index.SectionFacet) SectionFacet { return SectionFacet(f) }),
	}
}

func newHit(h index.Hit) Hit {
	return Hit{
		Plan:         h.Plan,
		Item:         h.Item,
		Section:      h.Section,
		Title:        h.Title,
		Score:        h.Score,
		Highlights:   h.Highlights,
		Fields:       each(h.Fields, func(f record.Field) Field { return Field(f) }),
		Label:        h.Label,
		SectionTitle: h.SectionTitle,
		Span:         h.Span,

		TitleHighlights: h.TitleHighlights,
		Snippet:         Snippet(h.Snippet),
	}
}

// each returns what f makes of each of a list. That of nil is nil.
func each[From, To any](list []From, f func(From) To) []To {
	if list == nil {
		return nil
	}
	all := make([]To, len(list))
	for i, x := range list {
		all[i] = f(x)
	}
	return all
}

// Completion is what a search box may offer for what was typed.
type Completion struct {
	Text  string `json:"text"`  // as a plan writes it, or a name of a body
	Field Field  `json:"field"` // where it stands: title, department, section or term
	Count int    `json:"count"` // in how many places
}

// Complete returns completions of prefix, at most limit of them, the most
// frequent first: names of bodies in Chinese and English, defined terms, titles
// and the words in them. Script, width, case, blanks and quotation marks make no
// difference. The first call after a change takes time to sort them, linear but
// for a logarithm.
func (x *Index) Complete(prefix string, limit int) []Completion {
	return each(x.core.Complete(prefix, limit), func(c index.Completion) Completion {
		return Completion{c.Text, Field(c.Field), c.Count}
	})
}
