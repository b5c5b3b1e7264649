package opencc

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// Group is a dictionary, or several that are asked together.
type Group struct {
	Lexicon *Lexicon // nil in a group of others
	Members []Group
	Union   bool // the longest match of all members, not that of the first
}

// Leaf returns a group of one dictionary.
func Leaf(l *Lexicon) Group { return Group{Lexicon: l} }

// First returns the group of the members of which the first that matches wins.
func First(members ...Group) Group { return Group{Members: members} }

// outcome is what one dictionary or group matches: a key of size bytes.
type outcome struct {
	size   int
	result string
	ok     bool
}

// better returns the outcome that the group prefers, a being the earlier one.
func (g *Group) better(a, b outcome) outcome {
	switch {
	case !b.ok, a.ok && !g.Union, a.ok && a.size >= b.size:
		return a
	default:
		return b
	}
}

// decide returns the outcome of g, given those of its leaves in order, and how
// many leaves it has.
func (g *Group) decide(leaves []outcome) (outcome, int) {
	if g.Lexicon != nil {
		return leaves[0], 1
	}
	var best outcome
	used := 0
	for i := range g.Members {
		o, n := g.Members[i].decide(leaves[used:])
		used += n
		best = g.better(best, o)
	}
	return best, used
}

// leaves returns the dictionaries of g in order.
func (g *Group) leaves(dst []*Lexicon) []*Lexicon {
	if g.Lexicon != nil {
		return append(dst, g.Lexicon)
	}
	for i := range g.Members {
		dst = g.Members[i].leaves(dst)
	}
	return dst
}

// place is a key and what the dictionaries match for a text that leads to it
// and no further.
type place struct {
	key    string
	leaves []outcome
}

// Items returns what g decides for each key of its dictionaries, ready to be
// packed.
func (g *Group) Items() []trie.Item {
	items := make([]trie.Item, 0, 1024)
	g.walk(func(key string, leaves []outcome) {
		o, _ := g.decide(leaves)
		items = append(items, trie.Item{Key: key, KeyLen: o.size, Result: o.result})
	})
	return items
}

// walk calls yield with each key of g, sorted, and what the dictionaries of g
// match there.
func (g *Group) walk(yield func(key string, leaves []outcome)) {
	leaves := g.leaves(nil)
	values := map[string][]outcome{}
	for i, lex := range leaves {
		for _, e := range lex.Entries {
			if values[e.Key] == nil {
				values[e.Key] = make([]outcome, len(leaves))
			}
			values[e.Key][i] = outcome{len(e.Key), e.Values[0], true}
		}
	}
	var stack []place // the keys that the current one starts with
	for _, key := range slices.Sorted(maps.Keys(values)) {
		for len(stack) > 0 && !strings.HasPrefix(key, stack[len(stack)-1].key) {
			stack = stack[:len(stack)-1]
		}
		here := values[key]
		if len(stack) > 0 {
			for i, shorter := range stack[len(stack)-1].leaves {
				if !here[i].ok {
					here[i] = shorter
				}
			}
		}
		stack = append(stack, place{key, here})
		yield(key, here)
	}
}

// Fuse merges a segmentation dictionary into the first dictionary of the chain
// that works on its segments, where one look-up can answer for both: each
// segment is one entry of the chain's dictionary, and between segments the
// chain's dictionary has single characters only. Entries that are segments
// have the flag trie.Phrase.
func Fuse(segments, chain *Group) (items []trie.Item, ok bool) {
	both := Group{Members: []Group{*segments, *chain}}
	nSegments := len(segments.leaves(nil))
	ok = true
	both.walk(func(key string, leaves []outcome) {
		s, _ := segments.decide(leaves)
		c, _ := chain.decide(leaves[nSegments:])
		it := trie.Item{Key: key, KeyLen: c.size, Result: c.result}
		switch {
		case s.ok && c.ok && s.size == c.size:
			it.Flags = trie.Phrase
		case s.ok || utf8.RuneCountInString(key[:c.size]) != 1:
			ok = false
		}
		items = append(items, it)
	})
	return items, ok
}

// Choices returns the characters for which a dictionary of g has more than one
// value, with all of these, separated by spaces.
func (g *Group) Choices() []trie.Item {
	seen := map[string]bool{}
	var items []trie.Item
	for _, lex := range g.leaves(nil) {
		for _, e := range lex.Entries {
			_, size := utf8.DecodeRuneInString(e.Key)
			if size != len(e.Key) || len(e.Values) < 2 || seen[e.Key] {
				continue
			}
			seen[e.Key] = true
			items = append(items, trie.Item{Key: e.Key, KeyLen: size, Result: strings.Join(e.Values, " ")})
		}
	}
	slices.SortFunc(items, func(a, b trie.Item) int { return strings.Compare(a.Key, b.Key) })
	return items
}
