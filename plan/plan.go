package plan

import (
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/reference"
	"github.com/qiaotoubao/fangan/plan/target"
)

// Span is a half-open range of bytes of the text that was parsed, or for
// [Read] of the file.
type Span = offset.Span

// Plan is a plan as typed data. The strings of a plan are slices of the text
// that was parsed wherever the text has them in one piece.
//
// A Plan must not be changed once it is shared; its methods are safe for
// concurrent use as long as nobody changes it.
type Plan struct {
	Title          string
	TitleSpan      Span   // of the title's lines; empty where the text has no title
	Issuer         string // several are joined by 、
	DocumentNumber string // 沪府发〔2017〕6号
	Date           Date
	Script         Script

	Notice      []Paragraph // what stands before the plan: the notice that forwards it, a web page's head
	Addressees  []string    // to whom the notice is addressed
	Preamble    []Paragraph // the plan's own text before its first section
	Sections    []*Section
	Closing     []Paragraph // what follows the last section: seal, date, remarks
	Attachments []Attachment
	Tables      []Table // those that give no duties, whose rows are no items
	Terms       []Term
	Rules       []Rule
	Diagnostics Diagnostics

	span  Span
	marks []Span // marks of layout: page numbers, Markdown
}

// Section is a numbered heading with what stands under it. A document whose
// units have no headings over them has one section of number 0.
type Section struct {
	Heading
	Body
	Items    []*Item
	Sections []*Section // headings within the section that group items
}

// Item is a numbered unit of the kind that responsibility notes belong to.
type Item struct {
	Heading
	Body
}

// Point is a part of a section or an item: a numbered one, one that a dash
// leads in, or one under a heading without a number.
type Point struct {
	Heading
	Body
}

// Heading is what a unit begins with.
type Heading struct {
	Number    int    // 0 where the unit has none
	Label     string // as written, with its marks: (一), 第六条, ——
	LabelSpan Span
	Title     string // up to the first 。, without notes
	TitleSpan Span
	Span      Span // the whole unit, with all that lies below it
}

// Body is the text of a unit and what was found in it.
type Body struct {
	Paragraphs []Paragraph // without title and notes
	Points     []*Point
	Duties     []*Duty
	Deadlines  []Deadline
	Targets    []Target
	References []Reference
	Mentions   []Mention
}

// Paragraph is a piece of running text without line breaks. Where a note
// stands inside a paragraph, there is one piece before and one behind it.
type Paragraph struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// Duty is a list of bodies that are responsible, with one label and one role.
type Duty struct {
	Label       string // 责任部门, as written, without the colon; empty where the note has none
	LabelSpan   Span
	Role        Role
	Open        bool // the list ends in 等: there are others
	Departments []*Department
	Span        Span // of the note, with its brackets; duties of one note share it
}

// Department is a body as a note names it.
type Department struct {
	Name    string // as written, without white space; damage repaired
	Written string // the slice of the text
	ID      string // see package department
	Span    Span
}

// Mention is a body that running text names.
type Mention struct {
	Text string `json:"text"`
	ID   string `json:"id"`
	Span Span   `json:"span"`
}

// Term is a name that the text defines: （以下简称“自贸试验区”）.
type Term struct {
	Term    string `json:"term"`
	Meaning string `json:"meaning"` // what stands before the definition
	Span    Span   `json:"span"`    // of the term in its definition
	Uses    []Span `json:"uses,omitempty"`
}

// Rule is a clause of a note that speaks of all notes from there on.
type Rule struct {
	Text string
	Kind RuleKind
	Span Span
}

// Attachment is a text that follows the plan.
type Attachment struct {
	Label      string      `json:"label,omitempty"` // 附件1
	LabelSpan  Span        `json:"labelSpan,omitzero"`
	Title      string      `json:"title,omitempty"`
	TitleSpan  Span        `json:"titleSpan,omitzero"`
	Paragraphs []Paragraph `json:"paragraphs,omitempty"`
	Span       Span        `json:"span"`
}

// Deadline is a time by, in or within which something is to be done.
type Deadline struct {
	target.Deadline
	InNote bool `json:"inNote,omitempty"` // it stands in a responsibility note, not in running text
}

// Target is an amount that a unit sets itself.
type Target = target.Target

// Reference is a reference to a part of a document, or to a document.
type Reference = reference.Reference

// Table is a table in rows of cells.
type Table struct {
	Rows [][]string `json:"rows"`
	Span Span       `json:"span"`
}
