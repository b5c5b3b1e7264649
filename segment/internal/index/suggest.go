package index

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"

	"github.com/qiaotoubao/fangan/segment/internal/grams"
	"github.com/qiaotoubao/fangan/segment/internal/record"
	"github.com/qiaotoubao/fangan/segment/internal/words"
)

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

// suggester lists what can be completed of one plan.
type suggester struct {
	index *Index
	plan  *record.Plan
	cut   grams.Text
	list  []suggestion
	at    map[string]int // index in list, by key
	names map[*record.Agent][]suggestion
}

// piece adds what a piece suggests: texts, notes and labels suggest nothing.
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
			names = append(names, suggestion{Completion{name, record.Department, 0}, key})
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
	var last offset.Span
	for span := range words.Spans(s.index.engine, text) {
		word := span.Of(text)
		if words.Wordless(word) {
			last = offset.Span{}
			continue
		}
		if utf8.RuneCountInString(word) > 1 {
			s.add(word, p.Field)
		}
		if utf8.RuneCountInString(last.Of(text)) > 1 {
			s.add(last.Cover(span).Of(text), p.Field)
		}
		last = span
	}
}

func (s *suggester) add(text string, f record.Field) {
	s.cut.Cut(text)
	if key := s.key(); key != "" {
		s.put(suggestion{Completion{text, f, 0}, key})
	}
}

// put counts a suggestion under its key. The text is cloned: it is part of the
// plan's, which would else be kept.
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
