package main

import (
	"embed"
	"html/template"
	"io/fs"
	"net"
	"net/http"
	"slices"
	"strconv"
	"sync"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/segment"
)

//go:embed web
var web embed.FS

// maxPlans bounds how many plans are kept; further ones are refused.
const maxPlans = 100

// site holds the plans and the pages. Its plans may grow while it serves.
type site struct {
	pages map[string]*template.Template
	index *segment.Index
	mu    sync.RWMutex
	docs  []*document
}

// document is a loaded plan.
type document struct {
	Number int // from 1
	Name   string
	*plan.Plan
	items []*plan.Item
}

// newSite parses the templates and makes an empty index.
func newSite() (*site, error) {
	index, err := segment.NewIndex(nil)
	if err != nil {
		return nil, err
	}
	s := &site{pages: map[string]*template.Template{}, index: index}
	for _, name := range []string{"home", "plan", "item", "department", "search", "error"} {
		t := template.New(name).Funcs(template.FuncMap{"duties": newDuties})
		s.pages[name] = template.Must(t.ParseFS(web, "web/layout.html", "web/parts.html", "web/"+name+".html"))
	}
	return s, nil
}

// duties is what the template of duties needs.
type duties struct {
	View   *view
	Doc    *document
	Duties []*plan.Duty
}

func newDuties(v *view, d *document, list []*plan.Duty) duties { return duties{v, d, list} }

// add adds a plan; source is the text or file whose bytes its spans count. It
// reports whether there was room.
func (s *site) add(name string, p *plan.Plan, source string) (*document, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.docs) >= maxPlans {
		return nil, false
	}
	d := &document{Number: len(s.docs) + 1, Name: name, Plan: p}
	for i := range p.Items() {
		d.items = append(d.items, i)
	}
	if err := s.index.Add(segment.Document{ID: strconv.Itoa(d.Number), Plan: p, Source: source}); err != nil {
		return nil, false
	}
	s.docs = append(s.docs, d)
	return d, true
}

// all returns the plans that are loaded now.
func (s *site) all() []*document {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return slices.Clip(s.docs)
}

// Heading returns the plan's title, or the name of its file.
func (d *document) Heading() string {
	if d.Title != "" {
		return d.Title
	}
	return d.Name
}

// handler routes the pages. Requests for another host than a loopback one, as
// pages of other sites make them, are refused, and so are forms of other sites.
func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("GET /plan/{plan}", s.plan)
	mux.HandleFunc("GET /plan/{plan}/item/{item}", s.item)
	mux.HandleFunc("GET /department", s.department)
	mux.HandleFunc("GET /search", s.search)
	mux.HandleFunc("GET /complete", s.complete)
	mux.HandleFunc("POST /read", s.read)
	static, _ := fs.Sub(web, "web/static") // the folder is embedded
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServerFS(static)))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, http.StatusNotFound, "没有这个页面 · There is no such page.")
	})
	return s.guard(http.NewCrossOriginProtection().Handler(mux))
}

// guard sets the headers that keep hostile content from acting.
func (s *site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !loopbackHost(r.Host) {
			http.Error(w, "this page is served to this machine only", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func loopbackHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
