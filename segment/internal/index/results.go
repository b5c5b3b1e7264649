package index

import (
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/target"
	"github.com/qiaotoubao/fangan/segment/internal/record"
)

// SearchOptions are those of segment.
type SearchOptions struct {
	Limit int
	Skip  int

	Plans          []string
	Departments    []string
	Sections       []int
	DeadlineBefore target.Date
	HasTarget      bool

	Facets bool

	SnippetLength int
}

// Results are those of segment.
type Results struct {
	Hits []Hit

	Total       int
	Departments []Facet
	Sections    []SectionFacet
}

// Facet is that of segment.
type Facet struct {
	ID    string
	Name  string
	Count int
}

// SectionFacet is that of segment.
type SectionFacet struct {
	Plan   string
	Number int
	Title  string
	Count  int
}

// Hit is that of segment, with the fields as a record has them.
type Hit struct {
	Plan         string
	Item         int
	Section      int
	Title        string
	Score        float64
	Highlights   []offset.Span
	Fields       []record.Field
	Label        string
	SectionTitle string
	Span         offset.Span

	TitleHighlights []offset.Span
	Snippet         Snippet
}

// Snippet is that of segment.
type Snippet struct {
	Text       string
	Highlights []offset.Span
	Before     bool
	After      bool
}

// Completion is that of segment.
type Completion struct {
	Text  string
	Field record.Field
	Count int
}
