package export

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/qiaotoubao/fangan/plan"
)

// software is who made the XML: the author of the manifestation.
const software = "fangan"

// meta writes the metadata of the document or of an attachment, which the
// component of the IRI names.
func (a *akoma) meta(component, title string) {
	a.open("meta")
	a.open("identification", attr{"source", "#" + software})
	a.levels(component, title)
	a.shut("identification")
	if component == "main" {
		a.references()
	}
	a.shut("meta")
}

// levels writes what is known of the work, the expression in Chinese and the
// file (the levels of FRBR), with IRIs as the naming convention of Akoma Ntoso
// makes them.
func (a *akoma) levels(component, title string) {
	p := a.plan
	work := a.workIRI()
	expression := work + "/zho@" + firstDay(p.Date)
	a.open("FRBRWork")
	a.core(work, component, "", "#issuer")
	a.void("FRBRcountry", attr{"value", a.country})
	if p.DocumentNumber != "" {
		a.void("FRBRnumber", attr{"value", line(p.DocumentNumber)})
	}
	if title = line(title); title != "" {
		a.void("FRBRname", attr{"value", title})
	}
	a.shut("FRBRWork")
	a.open("FRBRExpression")
	a.core(expression, component, "", "#issuer")
	a.void("FRBRlanguage", attr{"language", "zho"})
	a.shut("FRBRExpression")
	a.open("FRBRManifestation")
	a.core(expression, component, ".xml", "#"+software)
	a.void("FRBRformat", attr{"value", "application/akn+xml"})
	a.shut("FRBRManifestation")
}

// core writes the properties that all levels share; format is what the names of
// files end in.
func (a *akoma) core(iri, component, format, author string) {
	a.void("FRBRthis", attr{"value", iri + "/!" + component + format})
	a.void("FRBRuri", attr{"value", iri + format})
	a.void("FRBRdate", attr{"date", firstDay(a.plan.Date)}, attr{"name", "publication"})
	a.void("FRBRauthor", attr{"href", author}, attr{"as", "#role_author"})
}

// workIRI names the work by country, type, date and number or title. The
// convention allows a year or a day as date, but no month.
func (a *akoma) workIRI() string {
	p := a.plan
	date := "0001"
	if !p.Date.IsZero() {
		date = p.Date.String()
		if p.Date.Day == 0 {
			date = date[:4]
		}
	}
	name := p.DocumentNumber
	if name == "" {
		name = p.Title
	}
	return "/akn/" + segment(a.country) + "/doc/plan/" + date + "/" + segment(name)
}

// firstDay returns d as a day, the form that xsd:date asks for.
func firstDay(d plan.Date) string {
	return time.Date(max(d.Year, 1), max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// segment returns s as a segment of an IRI: its letters and digits, with a
// hyphen for all that stands between them.
func segment(s string) string {
	words := strings.FieldsFunc(strings.ToValidUTF8(s, ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if len(words) == 0 {
		return "unnamed"
	}
	return strings.Join(words, "-")
}

// references lists what the text refers to by eId: the software and the issuer,
// as authors of the levels, the bodies, the roles and the terms of the plan.
func (a *akoma) references() {
	p := a.plan
	a.open("references", attr{"source", "#" + software})
	a.reference("TLCOrganization", software, "organization", "fangan")
	issuer := p.Issuer
	if line(issuer) == "" {
		issuer = "unknown"
	}
	a.reference("TLCOrganization", "issuer", "organization", issuer)
	a.organizations()
	a.reference("TLCRole", "role_author", "role", "author")
	for r := plan.RoleUnspecified; r <= plan.RoleSupport; r++ {
		a.reference("TLCRole", "role_"+r.String(), "role", r.String())
	}
	for i, t := range p.Terms {
		a.reference("TLCTerm", "term_"+strconv.Itoa(i+1), "term", t.Term)
	}
	a.shut("references")
}

// organizations lists each body that a duty names, by its id.
func (a *akoma) organizations() {
	for u := range units(a.plan) {
		for d := range u.body().AllDuties() {
			for _, x := range d.Departments {
				if a.orgs[x.ID] != "" {
					continue
				}
				eID := "org_" + strconv.Itoa(len(a.orgs)+1)
				a.orgs[x.ID] = eID
				a.void("TLCOrganization", attr{"eId", eID},
					attr{"href", "/akn/ontology/organization/" + segment(a.country) + "/" + segment(x.ID)}, attr{"showAs", shown(x.Name)})
			}
		}
	}
}

// reference writes an entry of the references, with an IRI of the ontology that
// is made of its class and what it shows.
func (a *akoma) reference(name, eID, class, shows string) {
	a.void(name, attr{"eId", eID}, attr{"href", "/akn/ontology/" + class + "/" + segment(shows)}, attr{"showAs", shown(shows)})
}

// shown returns a value for showAs, which must be there.
func shown(s string) string {
	if s = line(s); s == "" {
		return "?"
	}
	return s
}
