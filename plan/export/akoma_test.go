package export_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/export"
)

// element is what the schema of Akoma Ntoso 3.0 (akomantoso30.xsd) says of an
// element: the order of its children as a pattern over their names, each with a
// blank behind it, and its attributes.
type element struct {
	children string
	required string
	optional string
	text     bool
}

const (
	hier  = `(num |heading )*((intro )?((section|subsection|paragraph|article|point) )*(wrapUp )?|content )`
	core  = `FRBRthis (FRBRuri )+(FRBRalias )*(FRBRdate )+(FRBRauthor )+`
	block = `((p|table) )`
)

// elements has the elements that are written; any other one is an error.
var elements = map[string]element{
	"akomaNtoso":        {children: `doc (components )?`},
	"doc":               {children: `meta (coverPage )?(preface )?(preamble )?mainBody (conclusions )?(attachments )?`, required: "name", optional: "contains"},
	"meta":              {children: `identification (publication )?(references )*`},
	"identification":    {children: `FRBRWork FRBRExpression FRBRManifestation `, required: "source"},
	"FRBRWork":          {children: core + `FRBRcountry (FRBRsubtype )?(FRBRnumber )*(FRBRname )*`},
	"FRBRExpression":    {children: core + `(FRBRlanguage )+`},
	"FRBRManifestation": {children: core + `(FRBRformat )?`},
	"FRBRthis":          {required: "value"},
	"FRBRuri":           {required: "value"},
	"FRBRdate":          {required: "date name"},
	"FRBRauthor":        {required: "href", optional: "as"},
	"FRBRcountry":       {required: "value"},
	"FRBRnumber":        {required: "value"},
	"FRBRname":          {required: "value"},
	"FRBRlanguage":      {required: "language"},
	"FRBRformat":        {required: "value"},
	"references":        {children: `((TLCOrganization|TLCRole|TLCTerm) )*`, required: "source"},
	"TLCOrganization":   {required: "eId href showAs"},
	"TLCRole":           {required: "eId href showAs"},
	"TLCTerm":           {required: "eId href showAs"},
	"preface":           {children: block + `+`},
	"preamble":          {children: block + `+`},
	"conclusions":       {children: block + `+`},
	"mainBody":          {children: `((section|p|table) )+`},
	"attachments":       {children: `(attachment )+`},
	"attachment":        {children: `(num |heading )*doc `, required: "eId"},
	"section":           {children: hier, required: "eId"},
	"subsection":        {children: hier, required: "eId"},
	"paragraph":         {children: hier, required: "eId"},
	"article":           {children: hier, required: "eId"},
	"point":             {children: hier, required: "eId"},
	"intro":             {children: block + `*`, required: "eId"},
	"wrapUp":            {children: block + `*`, required: "eId"},
	"content":           {children: block + `*`, required: "eId"},
	"num":               {required: "eId", text: true},
	"heading":           {required: "eId", text: true},
	"p":                 {children: `((docTitle|docNumber|role|organization) )*`, optional: "class", text: true},
	"docTitle":          {required: "eId", text: true},
	"docNumber":         {required: "eId", text: true},
	"role":              {required: "eId refersTo", text: true},
	"organization":      {required: "eId refersTo", text: true},
	"table":             {children: `(tr )+`, required: "eId"},
	"tr":                {children: `((td|th) )+`},
	"td":                {children: block + `*`},
}

// akomaChecker goes through a document.
type akomaChecker struct {
	ids  map[string]bool
	refs []string
}

// checkAkoma holds that text has the structure that the schema asks for, that
// every eId is there once, and that every reference leads to one.
func checkAkoma(t *testing.T, text string) {
	t.Helper()
	checkXML(t, text)
	require.NoError(t, akomaError(text))
}

func akomaError(text string) error {
	c := akomaChecker{ids: map[string]bool{}}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return c.dangling()
		}
		if err != nil {
			return err
		}
		if start, ok := tok.(xml.StartElement); ok {
			if err := c.element(d, start); err != nil {
				return err
			}
		}
	}
}

func (c *akomaChecker) dangling() error {
	for _, r := range c.refs {
		if !c.ids[r] {
			return fmt.Errorf("no element %s", r)
		}
	}
	return nil
}

func (c *akomaChecker) element(d *xml.Decoder, start xml.StartElement) error {
	name := start.Name.Local
	want, ok := elements[name]
	if !ok || start.Name.Space != "http://docs.oasis-open.org/legaldocml/ns/akn/3.0" {
		return fmt.Errorf("unknown element %s", name)
	}
	if err := c.attributes(start, want); err != nil {
		return err
	}
	var children strings.Builder
	for {
		tok, err := d.Token()
		if err != nil {
			return err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			children.WriteString(tok.Name.Local + " ")
			if err := c.element(d, tok); err != nil {
				return err
			}
		case xml.CharData:
			if !want.text && strings.TrimSpace(string(tok)) != "" {
				return fmt.Errorf("text in %s: %s", name, tok)
			}
		case xml.EndElement:
			if !models[name].MatchString(children.String()) {
				return fmt.Errorf("%s holds %s", name, children.String())
			}
			return nil
		}
	}
}

var models = func() map[string]*regexp.Regexp {
	m := map[string]*regexp.Regexp{}
	for name, e := range elements {
		m[name] = regexp.MustCompile(`^(` + e.children + `)$`)
	}
	return m
}()

func (c *akomaChecker) attributes(start xml.StartElement, want element) error {
	seen := map[string]bool{}
	for _, a := range start.Attr {
		if a.Name.Local == "xmlns" {
			continue
		}
		seen[a.Name.Local] = true
		if !strings.Contains(" "+want.required+" "+want.optional+" ", " "+a.Name.Local+" ") {
			return fmt.Errorf("%s has %s", start.Name.Local, a.Name.Local)
		}
		switch a.Name.Local {
		case "eId":
			if c.ids["#"+a.Value] || a.Value == "" || strings.ContainsAny(a.Value, " \t\n") {
				return fmt.Errorf("eId %q is bad, or there twice", a.Value)
			}
			c.ids["#"+a.Value] = true
		case "source", "refersTo", "as":
			c.refs = append(c.refs, a.Value)
		case "href":
			if strings.HasPrefix(a.Value, "#") {
				c.refs = append(c.refs, a.Value)
			}
		case "date":
			if !regexp.MustCompile(`^\d{4}-\d\d-\d\d$`).MatchString(a.Value) {
				return fmt.Errorf("no date: %s", a.Value)
			}
		}
	}
	for name := range strings.FieldsSeq(want.required) {
		if !seen[name] {
			return fmt.Errorf("%s lacks %s", start.Name.Local, name)
		}
	}
	return nil
}

func TestAkomaNtoso(t *testing.T) {
	t.Parallel()
	plans := map[string]*plan.Plan{"bridgehead": plan.Bridgehead(), "zero": {}}
	for name, text := range minis {
		plans[name] = parse(t, text)
	}
	for name, p := range plans {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b bytes.Buffer
			require.NoError(t, export.AkomaNtoso(&b, p, nil))
			checkAkoma(t, b.String())
		})
	}
}

func TestAkomaNtosoOfAnyModel(t *testing.T) {
	t.Parallel()
	point := &plan.Point{Heading: plan.Heading{Title: "甲"}, Body: plan.Body{Points: []*plan.Point{{}, {}}}}
	twice := &plan.Item{Heading: plan.Heading{Number: 1, Label: "第一條"}, Body: plan.Body{Points: []*plan.Point{point, {Heading: plan.Heading{Number: 1}}}}}
	p := &plan.Plan{
		Date:     plan.Date{Year: 2025, Month: 3},
		Sections: []*plan.Section{{Items: []*plan.Item{twice, twice}, Sections: []*plan.Section{{Heading: plan.Heading{Number: 1}}}}, {Heading: plan.Heading{Number: 1}}},
		Tables:   []plan.Table{{}, {Rows: [][]string{{}, {"a", "b"}}}},
		Attachments: []plan.Attachment{
			{Label: "附件1", Title: "表", Paragraphs: []plan.Paragraph{{Text: "甲"}}}, {},
		},
	}
	var b bytes.Buffer
	require.NoError(t, export.AkomaNtoso(&b, p, &export.AkomaNtosoOptions{Country: "tw"}))
	checkAkoma(t, b.String())
	require.Contains(t, b.String(), `<FRBRcountry value="tw"/>`)
	require.Contains(t, b.String(), `<FRBRuri value="/akn/tw/doc/plan/2025/unnamed"/>`)
	require.Contains(t, b.String(), `<FRBRdate date="2025-03-01" name="publication"/>`)
	require.Contains(t, b.String(), `<article eId="sec_1__art_1-2">`)
}

// TestAkomaCheckerRejects holds that the check of the structure finds faults.
func TestAkomaCheckerRejects(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, export.AkomaNtoso(&b, parse(t, minis["small"]), nil))
	require.NoError(t, akomaError(b.String()))
	for _, tt := range []struct{ name, old, replacement string }{
		{"an id twice", `eId="sec_2"`, `eId="sec_1"`},
		{"no id", `<section eId="sec_1">`, `<section>`},
		{"a reference to nothing", `refersTo="#org_1"`, `refersTo="#org_99"`},
		{"two bodies", `</mainBody>`, `</mainBody><mainBody><p/></mainBody>`},
		{"an unknown element", `<mainBody>`, `<mainBody><chapters/>`},
		{"text between elements", `<mainBody>`, `<mainBody>甲`},
		{"no date", `date="0001-01-01"`, `date="0001"`},
	} {
		bad := strings.Replace(b.String(), tt.old, tt.replacement, 1)
		require.NotEqual(t, b.String(), bad, tt.name)
		require.Error(t, akomaError(bad), tt.name)
	}
}

// TestAkomaNtosoHasAllText holds that the text between the tags has every
// heading, paragraph and note of the embedded plan, in order.
func TestAkomaNtosoHasAllText(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, export.AkomaNtoso(&b, plan.Bridgehead(), nil))
	var text strings.Builder
	d := xml.NewDecoder(&b)
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		if data, ok := tok.(xml.CharData); ok {
			text.WriteString(strings.TrimSpace(string(data)))
		}
	}
	rest := text.String()
	next := func(s string) {
		_, after, found := strings.Cut(rest, s)
		require.True(t, found, s)
		rest = after
	}
	for _, x := range plan.Bridgehead().Preamble {
		next(x.Text)
	}
	for n := range plan.Preorder(plan.Bridgehead()) {
		switch n := n.(type) {
		case *plan.Section:
			next(n.Label + n.Title)
			for _, x := range n.Paragraphs {
				next(x.Text)
			}
		case *plan.Point:
			next(n.Label + n.Title + n.Text())
		case *plan.Item:
			next(n.Label + n.Title)
			if len(n.Points) == 0 {
				next(n.Text())
			}
		case *plan.Duty:
			next(n.String())
		}
	}
}
