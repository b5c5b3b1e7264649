package main

import (
	"bytes"
	"html/template"
	"maps"
	"net/http"
	"net/url"
	"strconv"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/department"
)

// choice is a choice of the script switch, with the scheme for a plan in
// Simplified and for one in Traditional script; Invalid leaves the text.
type choice struct {
	Key, Label string
	hans, hant convert.Scheme
}

var choices = []choice{
	{"", "原文", convert.Invalid, convert.Invalid},
	{"hans", "简体", convert.Invalid, convert.T2S},
	{"tw", "正體", convert.S2TW, convert.T2TW},
	{"hk", "繁體（港）", convert.S2HK, convert.T2HK},
}

// view is what a page is made of: the request's choices and the page's data.
type view struct {
	Title   string
	Choices []choice
	Script  choice
	English bool
	Query   url.Values
	Path    string
	Data    any
}

// newView reads the choices of the request.
func newView(r *http.Request, title string, data any) *view {
	v := &view{Title: title, Choices: choices, Script: choices[0], Query: r.URL.Query(), Path: r.URL.Path, Data: data}
	for _, c := range choices {
		if c.Key == v.Query.Get("script") {
			v.Script = c
		}
	}
	v.English = v.Query.Get("names") == "en"
	return v
}

// render writes the page; an error of the template becomes a plain page.
func (s *site) render(w http.ResponseWriter, r *http.Request, status int, page, title string, data any) {
	var b bytes.Buffer
	if err := s.pages[page].ExecuteTemplate(&b, "layout", newView(r, title, data)); err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = b.WriteTo(w) // the reader has gone away
}

// fail writes a page that says what is wrong.
func (s *site) fail(w http.ResponseWriter, r *http.Request, status int, message string) {
	s.render(w, r, status, "error", http.StatusText(status), message)
}

// In returns text of the plan in the script that was chosen.
func (v *view) In(d *document, text string) string {
	scheme := v.Script.hans
	if d.Plan.Script == plan.ScriptHant {
		scheme = v.Script.hant
	}
	if scheme == convert.Invalid {
		return text
	}
	c, err := convert.New(scheme, nil)
	if err != nil {
		return text
	}
	return c.String(text)
}

// Name returns the department's name as chosen: its English name where it has
// one and names are to be English, or as the text has it.
func (v *view) Name(d *document, name, id string) string {
	if v.English {
		if b, ok := department.Default().Lookup(id); ok && b.English != "" {
			return b.English
		}
	}
	return v.In(d, name)
}

// Link returns the address of path with the choices kept, and with the given
// pairs of keys and values.
func (v *view) Link(path string, pairs ...string) string {
	q := url.Values{}
	for _, key := range []string{"script", "names"} {
		if value := v.Query.Get(key); value != "" {
			q.Set(key, value)
		}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// Switch returns the address of this page with another choice.
func (v *view) Switch(key, value string) string {
	q := url.Values{}
	maps.Copy(q, v.Query)
	if q.Set(key, value); value == "" {
		q.Del(key)
	}
	if len(q) == 0 {
		return v.Path
	}
	return v.Path + "?" + q.Encode()
}

// PlanLink and ItemLink return the addresses of a plan and of its k-th item,
// counted from 1.
func (v *view) PlanLink(d *document) string { return v.Link("/plan/" + strconv.Itoa(d.Number)) }

// ItemLink returns the address of an item.
func (v *view) ItemLink(d *document, i *plan.Item) string {
	for k, x := range d.items {
		if x == i {
			return v.Link("/plan/" + strconv.Itoa(d.Number) + "/item/" + strconv.Itoa(k+1))
		}
	}
	return v.PlanLink(d)
}

// DepartmentLink returns the address of a department's page.
func (v *view) DepartmentLink(id string) string { return v.Link("/department", "id", id) }

// Marked returns a paragraph with what was found in it marked.
func (v *view) Marked(d *document, i *plan.Item, p plan.Paragraph) template.HTML {
	return markup(v, d, i, p)
}
