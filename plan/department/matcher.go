package department

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Mention is a body that a text names.
type Mention struct {
	Span   offset.Span // in bytes of the text
	Text   string      // as written, with the blanks or the line break in it
	ID     string
	Listed bool // false: no list has this body, its name only looks like one
}

// MatcherOptions are what a [Matcher] is made with. Nil and zero mean the
// registry's names and those that look like departments, found by their
// surroundings in the text alone.
type MatcherOptions struct {
	// Aliases are further names, such as those that the text defines (以下简称
	// “市经信委”), each with a name or an id of the body it stands for.
	Aliases map[string]string
	// ListedOnly leaves out the names that no list has.
	ListedOnly bool
	// Scope is given to names that no list has.
	Scope Scope
	// Veto is asked about each name that is about to be reported, and refuses it
	// by returning true: where the words of the sentence cross the name. It must
	// be safe for concurrent use where the Matcher is used so.
	Veto func(text string, name offset.Span) bool
}

// Matcher finds the names of bodies in text, in either script and any width,
// with blanks or one line break inside a name. It is immutable and safe for
// concurrent use.
//
// It reports the leftmost and then longest names, none overlapping. A name that
// goes on at either side is not reported as the shorter body that it contains:
// 发展改革委 in 国家发展改革委, 海关 in 广州海关, 市商务委 in 上海市商务委员会,
// 上海海关 in 上海海关学院. Aliases of one or two characters (上外, 复旦) are found
// only where marks, line breaks or the text's ends are on both sides.
type Matcher struct {
	registry *Registry
	trie     *trie
	targets  []target
	veto     func(string, offset.Span) bool
	scope    Scope
	ids      map[string]bool // of all that is listed
	open     bool            // names that no list has are found too
}

// target is what a name in the trie stands for.
type target struct {
	id   string // of a listed body, else empty
	form form   // class unknown where the name is no form of the table
	head head
	bare bool // must stand alone
	base bool // a central agency, whose branches' names begin with its own
}

// NewMatcher makes a matcher of a registry's names and the options' aliases;
// options may be nil. Time and memory are linear in the names, but for sorting
// them. An error is one of the list: an alias that stands for nothing, or more
// than 65,535 different characters.
func NewMatcher(r *Registry, options *MatcherOptions) (*Matcher, error) {
	if options == nil {
		options = &MatcherOptions{}
	}
	m := &Matcher{registry: r, veto: options.Veto, scope: options.Scope, open: !options.ListedOnly, ids: make(map[string]bool, r.Len())}
	l := &lister{index: make(map[string]int32)}
	for _, b := range r.bodies {
		m.ids[b.ID] = true
		for i, s := range b.spellings() {
			l.add(foldName(s), b.ID, i > 3)
		}
	}
	for _, alias := range slices.Sorted(maps.Keys(options.Aliases)) {
		id := r.ID(options.Aliases[alias], options.Scope)
		if foldName(alias) == "" || id == "" {
			return nil, fmt.Errorf("department: alias %q of %q: %w", alias, options.Aliases[alias], ErrNoName)
		}
		m.ids[id] = true
		l.add(foldName(alias), id, true)
	}
	if !options.ListedOnly {
		for spelling, f := range forms() {
			l.addForm(spelling, f)
		}
		for _, s := range leagues {
			l.addForm(s, form{s, national, ""})
		}
		for _, s := range shapes {
			l.addForm(s, form{s, shaped, ""})
		}
	}
	var err error
	if m.trie, err = newTrie(l.entries); err != nil {
		return nil, fmt.Errorf("department: %w", err)
	}
	m.targets = l.targets
	return m, nil
}

// lister collects the names of a matcher, each once.
type lister struct {
	index   map[string]int32
	entries []entry
	targets []target
}

// at returns the target of a folded name.
func (l *lister) at(name string) *target {
	i, ok := l.index[name]
	if !ok {
		i = int32(len(l.targets))
		l.index[name] = i
		l.entries = append(l.entries, entry{name, i})
		l.targets = append(l.targets, target{head: headOf(name), base: isBase(name)})
	}
	return &l.targets[i]
}

func (l *lister) add(name, id string, alias bool) {
	if name == "" {
		return
	}
	if t := l.at(name); t.id == "" {
		t.id = id
		t.bare = utf8.RuneCountInString(name) < 2 || alias && utf8.RuneCountInString(name) < 3
	}
}

func (l *lister) addForm(name string, f form) {
	l.at(name).form = f
}

// Mentions lists the names in text in their order. Time is linear in the text,
// whatever it holds; nothing is allocated but the ids of names that no list has.
func (m *Matcher) Mentions(text string) iter.Seq[Mention] {
	return func(yield func(Mention) bool) {
		s := search{m: m, text: text}
		for {
			mention, ok := s.next()
			if !ok || !yield(mention) {
				return
			}
		}
	}
}

// search is one pass over a text.
type search struct {
	m     *Matcher
	text  string
	pos   int // where to go on
	done  int // end of the last mention: nothing begins before
	ends  [maxEnds]found
	left  leftContext
	right rightContext
	ids   map[string]string // of names that no list has, as written
}

// found is a name of the trie that begins at the position looked at.
type found struct {
	end   int
	value int32
}

const maxEnds = 8 // longer names of those that begin at one place

// next finds the next mention.
func (s *search) next() (Mention, bool) {
	t := s.m.trie
	text := s.text
	for i := s.pos; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if sym := t.symbols[int(t.blocks[c>>6])<<6|int(c&63)]; sym-1 < t.starts {
				if mention, ok := s.at(i, sym, 1); ok {
					return mention, true
				}
			}
			i++
			continue
		}
		if c&0xF0 == 0xE0 && i+2 < len(text) {
			b, d := text[i+1], text[i+2]
			if b&0xC0 == 0x80 && d&0xC0 == 0x80 && (c > 0xE0 || b >= 0xA0) {
				block := t.blocks[int(c&15)<<6|int(b&63)]
				if sym := t.symbols[int(block)<<6|int(d&63)]; sym-1 < t.starts {
					if mention, ok := s.at(i, sym, 3); ok {
						return mention, true
					}
				}
				i += 3
				continue
			}
		}
		sym, size := t.symbolAt(text, i)
		if sym-1 < t.starts {
			if mention, ok := s.at(i, sym, size); ok {
				return mention, true
			}
		}
		i += size
	}
	s.pos = len(text)
	return Mention{}, false
}

// at looks at the names that begin at start, with the rune of size bytes whose
// symbol is given. It tries the longest first.
func (s *search) at(start int, symbol uint16, size int) (Mention, bool) {
	n := s.walk(uint32(symbol), start+size)
	s.left.n = unread
	for k := n - 1; k >= max(0, n-maxEnds); k-- {
		if mention, ok := s.judge(start, s.ends[k%maxEnds]); ok {
			s.pos, s.done = mention.Span.End, mention.Span.End
			return mention, true
		}
	}
	return Mention{}, false
}

// walk follows the trie from a node, with the text from i on, and notes the
// names that end on the way. It returns how many.
func (s *search) walk(node uint32, i int) int {
	t := s.m.trie
	n := 0
	if v := t.value[node]; v != none {
		s.ends[0] = found{i, v}
		n = 1
	}
	for i < len(s.text) {
		symbol, size := t.symbolAt(s.text, i)
		if symbol == 0 {
			next := skipBlanks(s.text, i)
			if next == i {
				break
			}
			i = next
			continue
		}
		if node = t.child(node, symbol); node == 0 {
			break
		}
		i += size
		if v := t.value[node]; v != none {
			s.ends[n%maxEnds] = found{i, v}
			n++
		}
	}
	return n
}

// judge decides whether a name of the trie at start stands for itself.
func (s *search) judge(start int, f found) (Mention, bool) {
	t := &s.m.targets[f.value]
	right := &s.right
	right.read(s.text, f.end)
	if s.left.n == unread {
		s.left.read(s.text, start)
	}
	if right.n > 0 && right.continues(s.text[start:f.end]) {
		if n := right.branchAhead(); n > 0 && t.base && s.m.open {
			return s.unlisted(start, right.end(n), s.left.allows(t.head))
		}
		return Mention{}, false
	}
	if t.id != "" && s.left.allows(t.head) && (!t.bare || s.left.n == 0 && right.n == 0) {
		if mention := s.mention(start, f.end, t.id, true); s.accepts(mention) {
			return mention, true
		}
	}
	if t.form.class == unknown {
		return Mention{}, false
	}
	begin, ok := s.left.grow(start, t.form, f.end-start, right)
	return s.unlisted(begin, f.end, ok)
}

// unlisted reports a name that is found by its looks, if all is well.
func (s *search) unlisted(start, end int, ok bool) (Mention, bool) {
	if !ok || start < s.done {
		return Mention{}, false
	}
	name := s.text[start:end]
	id, known := s.ids[name]
	if !known {
		if s.ids == nil {
			s.ids = make(map[string]string)
		}
		if !IsGeneric(name) {
			id = s.m.registry.ID(name, s.m.scope)
		}
		s.ids[name] = id
	}
	if id == "" {
		return Mention{}, false
	}
	mention := s.mention(start, end, id, s.m.ids[id])
	return mention, s.accepts(mention)
}

func (s *search) mention(start, end int, id string, listed bool) Mention {
	return Mention{offset.Span{Start: start, End: end}, s.text[start:end], id, listed}
}

// accepts asks the caller's veto.
func (s *search) accepts(m Mention) bool {
	return s.m.veto == nil || !s.m.veto(s.text, m.Span)
}
