package segment

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/wire"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

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
	var cut grams.Text
	cut.Cut(prefix)
	key := string(cut.Folded())
	if key == "" || limit <= 0 {
		return nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	keys := x.words.sorted()
	var found []Completion
	at, _ := slices.BinarySearch(keys, key)
	for ; at < len(keys) && strings.HasPrefix(keys[at], key); at++ {
		found = append(found, x.words.entries[keys[at]].Completion)
	}
	slices.SortStableFunc(found, func(a, b Completion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Text, b.Text))
	})
	return found[:min(limit, len(found))]
}

// suggestion is a completion with its key: its units, folded.
type suggestion struct {
	Completion
	key string
}

// vocabulary counts what can be completed.
type vocabulary struct {
	entries map[string]suggestion
	order   *order // made anew by each change
}

// order is the keys of a vocabulary in order, found when first asked for.
type order struct {
	once sync.Once
	keys []string
}

func newVocabulary() vocabulary {
	return vocabulary{map[string]suggestion{}, new(order)}
}

func (v *vocabulary) add(list []suggestion) {
	v.order = new(order)
	for _, s := range list {
		e, ok := v.entries[s.key]
		if !ok {
			e = s
			e.Count = 0
		}
		e.Count += s.Count
		v.entries[s.key] = e
	}
}

func (v *vocabulary) remove(list []suggestion) {
	v.order = new(order)
	for _, s := range list {
		e := v.entries[s.key]
		if e.Count -= s.Count; e.Count <= 0 {
			delete(v.entries, s.key)
			continue
		}
		v.entries[s.key] = e
	}
}

// sorted returns the keys in order. It may run many times at once.
func (v *vocabulary) sorted() []string {
	v.order.once.Do(func() { v.order.keys = sortedKeys(v.entries) })
	return v.order.keys
}

func (v *vocabulary) write(w *wire.Writer) {
	w.Uint(len(v.entries))
	for _, key := range sortedKeys(v.entries) {
		e := v.entries[key]
		w.String(e.key)
		w.String(e.Text)
		w.Uint(int(e.Field))
		w.Uint(e.Count)
	}
}

func (v *vocabulary) read(r *wire.Reader) {
	for range r.Count(4) {
		e := suggestion{key: r.String()}
		e.Text, e.Field, e.Count = r.String(), Field(r.Uint(int(record.Fields)-1)), r.Uint(math.MaxInt32)
		if r.Err != nil {
			return
		}
		v.entries[e.key] = e
	}
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// suggestions lists what can be completed of a plan, each key once.
func (x *Index) suggestions(r *record.Plan) []suggestion {
	s := suggester{index: x, plan: r, at: map[string]int{}, names: map[*record.Agent][]suggestion{}}
	for i := range r.Headings {
		list := r.Of(r.Headings[i].Pieces)
		s.title(&list[len(list)-1])
	}
	for i := range r.Items {
		pieces := r.Of(r.Items[i].Pieces)
		for k := range pieces {
			s.piece(&pieces[k])
		}
	}
	return s.list
}

type suggester struct {
	index *Index
	plan  *record.Plan
	cut   grams.Text
	list  []suggestion
	at    map[string]int // index in list, by key
	names map[*record.Agent][]suggestion
}

func (s *suggester) piece(p *record.Piece) {
	switch p.Field {
	case record.Title:
		s.title(p)
	case record.Term:
		s.add(s.plan.Text(p), p.Field)
	case record.Department:
		s.body(p)
	default:
	}
}

// body adds the name of a body as it is written, and its other names.
func (s *suggester) body(p *record.Piece) {
	s.add(s.plan.Text(p), p.Field)
	a := s.plan.Agent(p)
	if a == nil {
		return
	}
	written := s.key()
	for _, name := range s.namesOf(a) {
		if name.key != written {
			s.put(name)
		}
	}
}

// namesOf returns the names of a body, each key once.
func (s *suggester) namesOf(a *record.Agent) []suggestion {
	names, ok := s.names[a]
	if ok {
		return names
	}
	body, _ := s.index.registry.Lookup(a.ID)
	for _, name := range bodyNames(body) {
		s.cut.Cut(name)
		key := s.key()
		if !slices.ContainsFunc(names, func(n suggestion) bool { return n.key == key }) {
			names = append(names, suggestion{Completion{name, FieldDepartment, 0}, key})
		}
	}
	s.names[a] = names
	return names
}

// key returns the key of what was cut.
func (s *suggester) key() string { return string(s.cut.Folded()) }

// title adds a title, the words in it, and each word with the next: 跨境,
// 跨境電子商務.
func (s *suggester) title(p *record.Piece) {
	text := s.plan.Text(p)
	s.add(text, p.Field)
	var last Word
	for w := range s.index.segmenter.Words(text) {
		if words.Wordless(w.Text) {
			last = Word{}
			continue
		}
		if utf8.RuneCountInString(w.Text) > 1 {
			s.add(w.Text, p.Field)
		}
		if utf8.RuneCountInString(last.Text) > 1 {
			s.add(last.Span.Cover(w.Span).Of(text), p.Field)
		}
		last = w
	}
}

func (s *suggester) add(text string, f record.Field) {
	s.cut.Cut(text)
	if key := s.key(); key != "" {
		s.put(suggestion{Completion{text, Field(f), 0}, key})
	}
}

func (s *suggester) put(n suggestion) {
	i, ok := s.at[n.key]
	if !ok {
		i = len(s.list)
		n.Text = strings.Clone(n.Text)
		s.list = append(s.list, n)
		s.at[n.key] = i
	}
	s.list[i].Count++
}
