package plan

import (
	"encoding/json"
	"errors"
	"strings"
)

// planJSON is the form of a plan in JSON, which is a public contract. Empty
// keys are left out.
type planJSON struct {
	Title          string       `json:"title,omitempty"`
	TitleSpan      Span         `json:"titleSpan,omitzero"`
	Issuer         string       `json:"issuer,omitempty"`
	DocumentNumber string       `json:"documentNumber,omitempty"`
	Date           Date         `json:"date,omitzero"`
	Script         Script       `json:"script"`
	Notice         []Paragraph  `json:"notice,omitempty"`
	Addressees     []string     `json:"addressees,omitempty"`
	Preamble       []Paragraph  `json:"preamble,omitempty"`
	Sections       []*Section   `json:"sections"`
	Closing        []Paragraph  `json:"closing,omitempty"`
	Attachments    []Attachment `json:"attachments,omitempty"`
	Tables         []Table      `json:"tables,omitempty"`
	Terms          []Term       `json:"terms,omitempty"`
	Rules          []string     `json:"rules,omitempty"`
	RuleDetails    []ruleJSON   `json:"ruleDetails,omitempty"`
	Diagnostics    Diagnostics  `json:"diagnostics,omitempty"`
	Marks          []Span       `json:"marks,omitempty"`
	Span           Span         `json:"span"`
}

// ruleJSON is a rule beside its text in "rules".
type ruleJSON struct {
	Kind RuleKind `json:"kind"`
	Span Span     `json:"span"`
}

// MarshalJSON writes the plan in the form that the README describes.
func (p *Plan) MarshalJSON() ([]byte, error) {
	j := planJSON{
		Title: p.Title, TitleSpan: p.TitleSpan, Issuer: p.Issuer, DocumentNumber: p.DocumentNumber, Date: p.Date,
		Script: p.Script, Notice: p.Notice, Addressees: p.Addressees, Preamble: p.Preamble, Sections: p.Sections,
		Closing: p.Closing, Attachments: p.Attachments, Tables: p.Tables, Terms: p.Terms, Diagnostics: p.Diagnostics,
		Marks: p.marks, Span: p.span,
	}
	if j.Sections == nil {
		j.Sections = []*Section{}
	}
	for _, r := range p.Rules {
		j.Rules = append(j.Rules, r.Text)
		j.RuleDetails = append(j.RuleDetails, ruleJSON{r.Kind, r.Span})
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what [Plan.MarshalJSON] writes.
func (p *Plan) UnmarshalJSON(data []byte) error {
	var j planJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	if len(j.RuleDetails) != 0 && len(j.RuleDetails) != len(j.Rules) {
		return errors.New("plan: rules and ruleDetails differ in length")
	}
	*p = Plan{
		Title: j.Title, TitleSpan: j.TitleSpan, Issuer: j.Issuer, DocumentNumber: j.DocumentNumber, Date: j.Date,
		Script: j.Script, Notice: j.Notice, Addressees: j.Addressees, Preamble: j.Preamble, Sections: j.Sections,
		Closing: j.Closing, Attachments: j.Attachments, Tables: j.Tables, Terms: j.Terms, Diagnostics: j.Diagnostics,
		marks: j.Marks, span: j.Span,
	}
	if len(p.Sections) == 0 {
		p.Sections = nil
	}
	for i, text := range j.Rules {
		r := Rule{Text: text, Kind: RuleOther}
		if len(j.RuleDetails) > 0 {
			r.Kind, r.Span = j.RuleDetails[i].Kind, j.RuleDetails[i].Span
		}
		p.Rules = append(p.Rules, r)
	}
	return nil
}

// unitJSON is the form of sections, items and points. Sections have their text
// as paragraphs; items and points have it as one text, its pieces joined by
// line feeds, with the span of each piece.
type unitJSON struct {
	Number     *int        `json:"number,omitempty"`
	Label      string      `json:"label,omitempty"`
	LabelSpan  Span        `json:"labelSpan,omitzero"`
	Title      string      `json:"title,omitempty"`
	TitleSpan  Span        `json:"titleSpan,omitzero"`
	Text       string      `json:"text,omitempty"`
	TextSpans  []Span      `json:"textSpans,omitempty"`
	Paragraphs []Paragraph `json:"paragraphs,omitempty"`
	Points     []*Point    `json:"points,omitempty"`
	Duties     []*Duty     `json:"duties,omitempty"`
	Deadlines  []Deadline  `json:"deadlines,omitempty"`
	Targets    []Target    `json:"targets,omitempty"`
	References []Reference `json:"references,omitempty"`
	Mentions   []Mention   `json:"mentions,omitempty"`
	Items      []*Item     `json:"items,omitempty"`
	Sections   []*Section  `json:"sections,omitempty"`
	Span       Span        `json:"span"`
}

func newUnitJSON(h *Heading, b *Body) unitJSON {
	return unitJSON{
		Number: &h.Number, Label: h.Label, LabelSpan: h.LabelSpan, Title: h.Title, TitleSpan: h.TitleSpan, Span: h.Span,
		Points: b.Points, Duties: b.Duties, Deadlines: b.Deadlines, Targets: b.Targets, References: b.References, Mentions: b.Mentions,
	}
}

// pieces moves the paragraphs of b to text and textSpans.
func (j *unitJSON) pieces(b *Body) {
	j.Text = b.Text()
	for _, x := range b.Paragraphs {
		j.TextSpans = append(j.TextSpans, x.Span)
	}
}

// unit returns the heading and the body that j describes.
func (j *unitJSON) unit() (Heading, Body, error) {
	h := Heading{Label: j.Label, LabelSpan: j.LabelSpan, Title: j.Title, TitleSpan: j.TitleSpan, Span: j.Span}
	if j.Number != nil {
		h.Number = *j.Number
	}
	b := Body{
		Paragraphs: j.Paragraphs, Points: j.Points, Duties: j.Duties, Deadlines: j.Deadlines, Targets: j.Targets,
		References: j.References, Mentions: j.Mentions,
	}
	if j.Text == "" {
		return h, b, nil
	}
	texts := strings.Split(j.Text, "\n")
	if len(j.TextSpans) == 0 {
		b.Paragraphs = []Paragraph{{Text: j.Text}}
		return h, b, nil
	}
	if len(texts) != len(j.TextSpans) {
		return h, b, errors.New("plan: text and textSpans differ in length")
	}
	for i, s := range j.TextSpans {
		b.Paragraphs = append(b.Paragraphs, Paragraph{Text: texts[i], Span: s})
	}
	return h, b, nil
}

// Text returns the text of the body: its paragraphs joined by line feeds.
func (b *Body) Text() string {
	if len(b.Paragraphs) == 1 {
		return b.Paragraphs[0].Text
	}
	var s strings.Builder
	for i, x := range b.Paragraphs {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.WriteString(x.Text)
	}
	return s.String()
}

// MarshalJSON writes the section; its number is always there.
func (s *Section) MarshalJSON() ([]byte, error) {
	j := newUnitJSON(&s.Heading, &s.Body)
	j.Paragraphs, j.Items, j.Sections = s.Paragraphs, s.Items, s.Sections
	return json.Marshal(j)
}

// UnmarshalJSON reads what [Section.MarshalJSON] writes.
func (s *Section) UnmarshalJSON(data []byte) error {
	var j unitJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	h, b, err := j.unit()
	*s = Section{Heading: h, Body: b, Items: j.Items, Sections: j.Sections}
	return err
}

// MarshalJSON writes the item; its number is always there.
func (i *Item) MarshalJSON() ([]byte, error) {
	j := newUnitJSON(&i.Heading, &i.Body)
	j.pieces(&i.Body)
	return json.Marshal(j)
}

// UnmarshalJSON reads what [Item.MarshalJSON] writes.
func (i *Item) UnmarshalJSON(data []byte) error {
	var j unitJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	h, b, err := j.unit()
	*i = Item{Heading: h, Body: b}
	return err
}

// MarshalJSON writes the point, without a number where it has none.
func (x *Point) MarshalJSON() ([]byte, error) {
	j := newUnitJSON(&x.Heading, &x.Body)
	if x.Number == 0 {
		j.Number = nil
	}
	j.pieces(&x.Body)
	return json.Marshal(j)
}

// UnmarshalJSON reads what [Point.MarshalJSON] writes.
func (x *Point) UnmarshalJSON(data []byte) error {
	var j unitJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	h, b, err := j.unit()
	*x = Point{Heading: h, Body: b}
	return err
}

// dutyJSON is the form of a duty.
type dutyJSON struct {
	Label       string        `json:"label"`
	LabelSpan   Span          `json:"labelSpan,omitzero"`
	Role        Role          `json:"role"`
	Open        bool          `json:"open"`
	Departments []*Department `json:"departments"`
	Span        Span          `json:"span"`
}

// MarshalJSON writes the duty.
func (d *Duty) MarshalJSON() ([]byte, error) {
	j := dutyJSON(*d)
	if j.Departments == nil {
		j.Departments = []*Department{}
	}
	return json.Marshal(j)
}

// UnmarshalJSON reads what [Duty.MarshalJSON] writes.
func (d *Duty) UnmarshalJSON(data []byte) error {
	var j dutyJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	*d = Duty(j)
	if len(d.Departments) == 0 {
		d.Departments = nil
	}
	return nil
}

// departmentJSON is the form of a department in a duty.
type departmentJSON struct {
	Name    string `json:"name"`
	Written string `json:"written"`
	ID      string `json:"id"`
	Span    Span   `json:"span"`
}

// MarshalJSON writes the department.
func (d *Department) MarshalJSON() ([]byte, error) { return json.Marshal(departmentJSON(*d)) }

// UnmarshalJSON reads what [Department.MarshalJSON] writes.
func (d *Department) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, (*departmentJSON)(d))
}
