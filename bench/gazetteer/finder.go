package main

import (
	"strings"

	bobusumisu "github.com/BobuSumisu/aho-corasick"
	"github.com/cloudflare/ahocorasick"
	petar "github.com/petar-dambovaliev/aho-corasick"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/department"
	"github.com/qiaotoubao/fangan/segment"
)

// finder finds names in text. It passes on the span of each, or, if it has no
// offsets, the name.
type finder func(text string, found func(span offset.Span, name string))

// peer is a way to find names.
type peer struct {
	name string
	make func(names []string) (finder, error)
}

// peers are the ways that are compared. All but fangan's get every name in both
// scripts, as they do not fold.
var peers = []peer{
	{"strings.Index in a loop", newLoop},
	{"cloudflare/ahocorasick", newCloudflare},
	{"BobuSumisu/aho-corasick", newBobuSumisu},
	{"petar-dambovaliev/aho-corasick", newPetar},
	{"department.Matcher, listed only", newMatcher},
	{"department.Matcher", newOpenMatcher},
	{"segment.Gazetteer, listed only", newListed},
	{"segment.Gazetteer", newGazetteer},
}

func newLoop(names []string) (finder, error) {
	return func(text string, found func(offset.Span, string)) {
		for _, name := range names {
			for start := 0; ; {
				i := strings.Index(text[start:], name)
				if i < 0 {
					break
				}
				span := offset.Span{Start: start + i, End: start + i + len(name)}
				found(span, name)
				start = span.End
			}
		}
	}, nil
}

func newCloudflare(names []string) (finder, error) {
	m := ahocorasick.NewStringMatcher(names)
	return func(text string, found func(offset.Span, string)) {
		for _, i := range m.MatchThreadSafe([]byte(text)) {
			found(offset.Span{}, names[i])
		}
	}, nil
}

func newBobuSumisu(names []string) (finder, error) {
	trie := bobusumisu.NewTrieBuilder().AddStrings(names).Build()
	return func(text string, found func(offset.Span, string)) {
		for _, m := range trie.MatchString(text) {
			name := m.MatchString()
			found(offset.Span{Start: int(m.Pos()), End: int(m.Pos()) + len(name)}, name)
		}
	}, nil
}

func newPetar(names []string) (finder, error) {
	b := petar.NewAhoCorasickBuilder(petar.Opts{MatchKind: petar.LeftMostLongestMatch, DFA: true})
	ac := b.Build(names)
	return func(text string, found func(offset.Span, string)) {
		for _, m := range ac.FindAll(text) {
			found(offset.Span{Start: m.Start(), End: m.End()}, names[m.Pattern()])
		}
	}, nil
}

func registry(names []string) (*department.Registry, error) {
	seen := map[string]bool{}
	var bodies []department.Body
	for _, name := range names {
		if id := department.Canonical(name, department.Scope{}); !seen[id] {
			seen[id] = true
			bodies = append(bodies, department.Body{Name: name})
		}
	}
	return department.NewRegistry(bodies)
}

func newMatcher(names []string) (finder, error) {
	return matcher(names, &department.MatcherOptions{ListedOnly: true})
}

func newOpenMatcher(names []string) (finder, error) { return matcher(names, nil) }

func matcher(names []string, o *department.MatcherOptions) (finder, error) {
	r, err := registry(names)
	if err != nil {
		return nil, err
	}
	m, err := department.NewMatcher(r, o)
	if err != nil {
		return nil, err
	}
	return func(text string, found func(offset.Span, string)) {
		for x := range m.Mentions(text) {
			if x.Listed {
				found(x.Span, x.Text)
			}
		}
	}, nil
}

func newListed(names []string) (finder, error) {
	return gazetteer(names, &segment.GazetteerOptions{ListedOnly: true})
}

func newGazetteer(names []string) (finder, error) { return gazetteer(names, nil) }

func gazetteer(names []string, o *segment.GazetteerOptions) (finder, error) {
	r, err := registry(names)
	if err != nil {
		return nil, err
	}
	g, err := segment.NewGazetteer(r, o)
	if err != nil {
		return nil, err
	}
	return func(text string, found func(offset.Span, string)) {
		for m := range g.Mentions(text) {
			if m.Listed {
				found(m.Span, m.Text)
			}
		}
	}, nil
}
