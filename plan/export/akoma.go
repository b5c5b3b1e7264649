package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
)

// AkomaNtosoOptions say how [AkomaNtoso] writes. The nil *AkomaNtosoOptions is
// the default.
type AkomaNtosoOptions struct {
	// Country is the jurisdiction in the document's IRI, as in ISO 3166-1 alpha-2
	// in lower case. By default it is cn.
	Country string
}

// AkomaNtoso writes the plan as a document of Akoma Ntoso 3.0 (OASIS
// LegalDocML 1.0) of the type doc. Sections are section and subsection, items
// are paragraph, or article where they are labelled 第…条, and points are point;
// notes are p of class duty, in which organization marks the bodies and role the
// label. Bodies and defined terms are listed in the references.
//
// A date of which only the month or the year is known is given as its first
// day, and an unknown one as 0001-01-01, since the format asks for a day; the
// language is zho. The eId of a unit is made of the numbers of the units it is
// in, as in sec_2__para_7; where a number comes twice, the second unit's has
// "-2" behind it.
func AkomaNtoso(w io.Writer, p *plan.Plan, opts *AkomaNtosoOptions) error {
	country := "cn"
	if opts != nil && opts.Country != "" {
		country = opts.Country
	}
	a := akoma{
		markup: markup{printer: newPrinter(w), ids: map[string]int{}},
		plan:   p, country: country, orgs: map[string]string{},
	}
	a.put(`<?xml version="1.0" encoding="UTF-8"?>`, "\n")
	a.open("akomaNtoso", attr{"xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"})
	a.document()
	a.shut("akomaNtoso")
	return a.close()
}

type akoma struct {
	markup
	plan    *plan.Plan
	country string
	orgs    map[string]string // eId of the reference, by the body's id
}

// document writes the parts of a doc in the order that the schema asks for.
func (a *akoma) document() {
	p := a.plan
	a.open("doc", attr{"name", "plan"})
	a.meta("main", p.Title)
	a.preface()
	a.container("preamble", p.Preamble)
	a.open("mainBody")
	for i, s := range p.Sections {
		a.section("section", "sec_", "", i, s)
	}
	for i, t := range p.Tables {
		a.table(i, t)
	}
	if len(p.Sections)+len(p.Tables) == 0 {
		a.leaf("p", "")
	}
	a.shut("mainBody")
	a.conclusions()
	a.attachments()
	a.shut("doc")
}

// preface writes what stands before the plan's own text.
func (a *akoma) preface() {
	p := a.plan
	if p.Title == "" && p.DocumentNumber == "" && len(p.Notice)+len(p.Addressees) == 0 {
		return
	}
	a.open("preface")
	a.front("docTitle", p.Title)
	a.front("docNumber", p.DocumentNumber)
	a.paragraphs(p.Notice)
	if len(p.Notice) == 0 && len(p.Addressees) > 0 { // else the notice has them
		a.leaf("p", strings.Join(p.Addressees, "，"), attr{"class", "addressees"})
	}
	a.shut("preface")
}

// front writes a fact on the plan as a paragraph of the preface.
func (a *akoma) front(name, text string) {
	if text == "" {
		return
	}
	a.tag("p", nil, ">")
	a.span(name, text, attr{"eId", a.id("preface__" + strings.ToLower(name))})
	a.put("</p>\n")
}

// container writes paragraphs in an element that must not be empty.
func (a *akoma) container(name string, list []plan.Paragraph) {
	if len(list) == 0 {
		return
	}
	a.open(name)
	a.paragraphs(list)
	a.shut(name)
}

func (a *akoma) paragraphs(list []plan.Paragraph) {
	for _, x := range list {
		a.leaf("p", x.Text)
	}
}

// The schema's containers preface, preamble, conclusions and mainBody must hold
// one block at least: where a plan has none, the first three are left out, and
// the last holds an empty paragraph.

// conclusions writes what follows the last section, and the rules of notes.
func (a *akoma) conclusions() {
	p := a.plan
	if len(p.Closing)+len(p.Rules) == 0 {
		return
	}
	a.open("conclusions")
	a.paragraphs(p.Closing)
	for _, r := range p.Rules {
		a.leaf("p", r.Text, attr{"class", "rule"})
	}
	a.shut("conclusions")
}

// attachments writes each attachment as a doc of its own, with metadata that name
// it as a component of the work.
func (a *akoma) attachments() {
	if len(a.plan.Attachments) == 0 {
		return
	}
	a.open("attachments")
	for i := range a.plan.Attachments {
		x := &a.plan.Attachments[i]
		id := a.id("att_" + strconv.Itoa(i+1))
		a.open("attachment", attr{"eId", id})
		a.heading(id, &plan.Heading{Label: x.Label, Title: x.Title})
		a.open("doc", attr{"name", "attachment"})
		a.meta(id, x.Title)
		a.open("mainBody")
		a.paragraphs(x.Paragraphs)
		if len(x.Paragraphs) == 0 {
			a.leaf("p", "")
		}
		a.shut("mainBody")
		a.shut("doc")
		a.shut("attachment")
	}
	a.shut("attachments")
}

// section writes a section with what it contains; index is its place among its
// siblings, which stands for a missing number. The schema lets a unit hold
// either content, or intro, units and wrapUp in this order.
func (a *akoma) section(name, prefix, outer string, index int, s *plan.Section) {
	id := a.begin(name, outer+prefix, index, &s.Heading)
	if len(s.Points)+len(s.Items)+len(s.Sections) == 0 {
		a.content(id, &s.Body)
		a.shut(name)
		return
	}
	a.intro(id, &s.Body)
	index = 0
	for n := range s.Parts() {
		switch n := n.(type) {
		case *plan.Item:
			a.item(id+"__", index, n)
		case *plan.Section:
			a.section("subsection", "subsec_", id+"__", index, n)
		}
		index++
	}
	a.wrapUp(id, &s.Body)
	a.shut(name)
}

// item writes an item by the name of its kind: 条 is the article of laws.
func (a *akoma) item(outer string, index int, i *plan.Item) {
	name, prefix := "paragraph", "para_"
	if strings.HasPrefix(i.Label, "第") && (strings.Contains(i.Label, "条") || strings.Contains(i.Label, "條")) {
		name, prefix = "article", "art_"
	}
	a.unit(name, outer+prefix, index, &i.Heading, &i.Body)
}

// unit writes an item or a point: its text at once, or before and behind the
// points in it.
func (a *akoma) unit(name, prefix string, index int, h *plan.Heading, b *plan.Body) {
	id := a.begin(name, prefix, index, h)
	if len(b.Points) == 0 {
		a.content(id, b)
	} else {
		a.intro(id, b)
		a.wrapUp(id, b)
	}
	a.shut(name)
}

// begin opens a unit and writes its heading. It returns the unit's eId.
func (a *akoma) begin(name, prefix string, index int, h *plan.Heading) string {
	n := h.Number
	if n == 0 {
		n = index + 1
	}
	id := a.id(prefix + strconv.Itoa(n))
	a.open(name, attr{"eId", id})
	a.heading(id, h)
	return id
}

// heading writes the label as num and the title as heading, of what has the id.
func (a *akoma) heading(id string, h *plan.Heading) {
	if h.Label != "" {
		a.leaf("num", h.Label, attr{"eId", id + "__num_1"})
	}
	if h.Title != "" {
		a.leaf("heading", h.Title, attr{"eId", id + "__heading_1"})
	}
}

// content writes the text and the notes of a unit that holds no other.
func (a *akoma) content(id string, b *plan.Body) {
	a.open("content", attr{"eId", id + "__content_1"})
	a.paragraphs(b.Paragraphs)
	a.notes(id, b)
	a.shut("content")
}

// intro writes the text before the points, and the points.
func (a *akoma) intro(id string, b *plan.Body) {
	if len(b.Paragraphs) > 0 {
		a.open("intro", attr{"eId", id + "__intro_1"})
		a.paragraphs(b.Paragraphs)
		a.shut("intro")
	}
	for i, x := range b.Points {
		a.unit("point", id+"__point_", i, &x.Heading, &x.Body)
	}
}

// wrapUp writes the notes behind the units in a unit.
func (a *akoma) wrapUp(id string, b *plan.Body) {
	if !hasNote(b) {
		return
	}
	a.open("wrapUp", attr{"eId", id + "__wrapup_1"})
	a.notes(id, b)
	a.shut("wrapUp")
}

func hasNote(b *plan.Body) bool {
	for _, d := range b.Deadlines {
		if d.InNote {
			return true
		}
	}
	return len(b.Duties) > 0
}

// notes writes the duties of b and the deadlines that stand with them.
func (a *akoma) notes(id string, b *plan.Body) {
	for _, d := range b.Duties {
		a.duty(id, d)
	}
	for _, d := range b.Deadlines {
		if d.InNote {
			a.leaf("p", d.Text, attr{"class", "deadline"})
		}
	}
}

// duty writes a note as [plan.Duty.String] does, with its label and its bodies
// marked. The class says the role where there is no label to mark.
func (a *akoma) duty(id string, d *plan.Duty) {
	a.tag("p", []attr{{"class", "duty " + d.Role.String()}}, ">")
	if d.Label != "" {
		a.span("role", d.Label, attr{"eId", a.next(id + "__role_")}, attr{"refersTo", "#role_" + d.Role.String()})
		a.put("：")
	}
	for i, x := range d.Departments {
		if i > 0 {
			a.put("、")
		}
		a.span("organization", x.Name, attr{"eId", a.next(id + "__organization_")}, attr{"refersTo", "#" + a.orgs[x.ID]})
	}
	if d.Open {
		a.put("等")
	}
	a.put("</p>\n")
}

// table writes a table. The schema asks for a row and for a cell in each row.
func (a *akoma) table(index int, t plan.Table) {
	a.open("table", attr{"eId", a.id("table_" + strconv.Itoa(index+1))})
	list := rows(t)
	for _, row := range list {
		a.open("tr")
		for _, cell := range row {
			a.open("td")
			a.leaf("p", cell)
			a.shut("td")
		}
		if len(row) == 0 {
			a.void("td")
		}
		a.shut("tr")
	}
	if len(list) == 0 {
		a.open("tr")
		a.void("td")
		a.shut("tr")
	}
	a.shut("table")
}
