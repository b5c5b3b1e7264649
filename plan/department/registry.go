package department

import (
	_ "embed" // the default bodies
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
)

// Body is one body: a department, a company, a university. Only Name is
// needed; a field that is not known is empty.
type Body struct {
	ID        string   // unique; by default the Name's [Canonical] id
	Name      string   // short name in Simplified script: 市商务委
	Hant      string   // the same in Traditional script: 市商務委
	Full      string   // full name in Simplified script: 上海市商务委员会
	English   string   // the body's published English name
	Kind      Kind     // zero where not known
	Place     string   // the place whose body it is where names do not say: 上海市
	Aliases   []string // other names, in either script
	Successor string   // full name of the body that took over its work
}

// Level returns the level that the body's short name writes.
func (b Body) Level() Level { return LevelOf(b.Name) }

// clone returns b with slices of its own.
func (b Body) clone() Body {
	b.Aliases = slices.Clone(b.Aliases)
	return b
}

// spellings returns the names that a body is found by.
func (b Body) spellings() []string {
	return append([]string{b.Name, b.Hant, b.Full, b.ID}, b.Aliases...)
}

// LevelOf returns the level that a name writes: City for 市商务委 and
// 广州市商务局, National for 国家发展改革委, 财政部 and 海关总署, NoLevel for
// 发展改革委 and 复旦大学.
func LevelOf(name string) Level {
	folded := foldName(name)
	if id, ok := league(folded); ok {
		_, level := levelAtEnd(strings.TrimSuffix(id, "委"))
		return level
	}
	p := parse(branchOf(folded))
	_, level := levelAtEnd(p.level)
	if level == NoLevel && p.place == "" && (p.body.class == national || p.body.ending == "部") {
		return National
	}
	return level
}

// The causes of errors of [NewRegistry].
var (
	ErrNoName    = errors.New("body without a name")
	ErrDuplicate = errors.New("name of two bodies")
)

// Registry is a list of bodies, found by any of their names. It is immutable
// and safe for concurrent use.
type Registry struct {
	bodies []Body
	names  *trie // every spelling, folded, then its canonical form
}

// NewRegistry makes a registry of bodies. It keeps copies. A body without a
// name is an error that wraps [ErrNoName], a name or an id that two bodies have
// one that wraps [ErrDuplicate]. Time is that of sorting the names.
func NewRegistry(bodies []Body) (*Registry, error) {
	r := &Registry{bodies: make([]Body, len(bodies))}
	for i, b := range bodies {
		b = b.clone()
		if foldName(b.Name) == "" {
			return nil, fmt.Errorf("department: body %d: %w", i, ErrNoName)
		}
		if b.ID == "" {
			b.ID = Canonical(b.Name, Scope{})
		}
		r.bodies[i] = b
	}
	entries, err := r.entries()
	if err != nil {
		return nil, err
	}
	if r.names, err = newTrie(entries); err != nil {
		return nil, fmt.Errorf("department: %w", err)
	}
	return r, nil
}

// entries lists the spellings of all bodies, then the canonical forms of those:
// with 市外办 as an alias, 市外事办公室 is found too. What two bodies share only as
// a canonical form belongs to the first.
func (r *Registry) entries() ([]entry, error) {
	owner := make(map[string]int32, 2*len(r.bodies))
	var all []entry
	for i, b := range r.bodies {
		for _, s := range b.spellings() {
			key := foldName(s)
			if key == "" {
				continue
			}
			first, ok := owner[key]
			if ok && first != int32(i) {
				return nil, fmt.Errorf("department: %s of %s and %s: %w", s, r.bodies[first].ID, b.ID, ErrDuplicate)
			}
			if !ok {
				owner[key] = int32(i)
				all = append(all, entry{key, int32(i)})
			}
		}
	}
	for _, e := range all {
		key := canonical(e.name, Scope{})
		if _, ok := owner[key]; !ok { // an own spelling goes first
			owner[key] = e.value
			all = append(all, entry{key, e.value})
		}
	}
	return all, nil
}

// Len returns the number of bodies.
func (r *Registry) Len() int { return len(r.bodies) }

// Bodies lists the bodies in the order they were given in.
func (r *Registry) Bodies() iter.Seq[Body] {
	return func(yield func(Body) bool) {
		for _, b := range r.bodies {
			if !yield(b.clone()) {
				return
			}
		}
	}
}

// Lookup finds a body by any of its names or by its id, in either script and
// width, and by other spellings of these that [Canonical] knows as the same.
func (r *Registry) Lookup(name string) (Body, bool) {
	i := r.find(foldName(name), Scope{})
	if i == none {
		return Body{}, false
	}
	return r.bodies[i].clone(), true
}

// ID returns the id of the body that a name stands for: that of the
// registry's body, else the [Canonical] one. It is empty for an empty name.
func (r *Registry) ID(name string, scope Scope) string {
	folded := foldName(name)
	if i := r.find(folded, scope); i != none {
		return r.bodies[i].ID
	}
	return asID(canonical(folded, scope))
}

// IDs returns the ids of the names of one list, in which a level that is said
// once counts for the bare bodies behind it: 省商务厅、发展改革委.
func (r *Registry) IDs(names []string, scope Scope) []string {
	ids := make([]string, len(names))
	for i, name := range names {
		ids[i] = r.ID(name, scope)
		scope = scope.After(name)
	}
	return ids
}

// find returns the number of the body that a folded name stands for, or none. A
// bare name gets the scope's prefix only if the list does not have it as it is.
func (r *Registry) find(folded string, scope Scope) int32 {
	if i, ok := r.names.get(folded); ok && r.counts(i, folded, scope) {
		return i
	}
	id := canonical(folded, scope)
	if id == folded {
		return none
	}
	if i, ok := r.names.get(id); ok && r.counts(i, id, scope) {
		return i
	}
	return none
}

// counts tells whether a name stands for that body in a scope: a name that does
// not say its place does so only in documents of that place.
func (r *Registry) counts(i int32, folded string, scope Scope) bool {
	place := r.bodies[i].Place
	if place == "" || scope.Place == "" {
		return true
	}
	own := shortPlace(place)
	return own == shortPlace(scope.Place) || strings.Contains(folded, own)
}

// shortPlace returns a place's name, folded, without its level word.
func shortPlace(place string) string {
	folded := foldName(place)
	word, _ := levelAtEnd(folded)
	return strings.TrimSuffix(folded, word)
}

//go:embed bodies.tsv
var bodiesFile string

// Default returns the registry of the bodies that the embedded plan names, in
// its responsibility notes and in its text (Shanghai, October 2017). It is made
// on first use.
func Default() *Registry { return defaultRegistry() }

var defaultRegistry = sync.OnceValue(func() *Registry {
	bodies, err := readBodies(bodiesFile)
	r, err2 := NewRegistry(bodies)
	if err != nil || err2 != nil {
		r, _ = NewRegistry(nil) // a test keeps the file right
	}
	return r
})

// readBodies reads the rows of bodies.tsv.
func readBodies(file string) ([]Body, error) {
	var bodies []Body
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		c := strings.Split(line, "\t")
		if len(c) != 8 {
			return nil, fmt.Errorf("department: %d columns: %q", len(c), line)
		}
		b := Body{ID: c[0], Name: c[0], Hant: c[1], Full: c[2], English: c[3], Place: c[5], Aliases: list(c[6]), Successor: c[7]}
		if err := b.Kind.UnmarshalText([]byte(c[4])); err != nil {
			return nil, err
		}
		bodies = append(bodies, b)
	}
	return bodies, nil
}
