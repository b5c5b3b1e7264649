package words

import (
	"fmt"
	"sync"

	"github.com/qiaotoubao/fangan/internal/lexicon"
)

// embedded is the dictionary of the module's list alone. Opening it decodes
// nothing.
var embedded = sync.OnceValues(func() (*dictionary, error) {
	l, err := lexicon.Words()
	if err != nil {
		return nil, err
	}
	return &dictionary{Lexicon: l, kindTable: newKindTable(&l.Alphabet), list: l.Trie}, nil
})

// dictionary is what words are looked up in: a list and the caller's words, with
// one alphabet. It is immutable.
type dictionary struct {
	*lexicon.Lexicon
	*kindTable
	list  lexicon.Trie
	own   lexicon.Trie    // of the caller; may be empty
	extra map[rune]uint16 // letters of runes that the alphabet lacks; may be nil
}

func newDictionary(lists Lists) (*dictionary, error) {
	base, err := embedded()
	if err != nil || lists.Base == nil && len(lists.Own) == 0 {
		return base, err
	}
	d := new(*base)
	all := base.All
	if lists.Base != nil {
		if d.list, all, err = d.compileBase(lists.Base); err != nil {
			return nil, fmt.Errorf("%s: %w", "List", err)
		}
	}
	if d.own, err = d.compileOwn(lists.Own, all); err != nil {
		return nil, fmt.Errorf("%s: %w", "Words", err)
	}
	return d, nil
}

// compileBase makes a trie of a list, and returns the sum of its frequencies.
func (d *dictionary) compileBase(list []Entry) (lexicon.Trie, float64, error) {
	all := 0.0
	for _, e := range list {
		all += e.counted()
	}
	entries := make([]lexicon.Entry, len(list))
	for i, e := range list {
		entries[i] = lexicon.Entry{Text: e.Text, Class: d.class(e.Text), Cost: lexicon.Cost(all, e.counted())}
		d.spell(e.Text)
	}
	t, err := lexicon.BuildTrie(entries, d.letter)
	return t, all, err
}

// compileOwn makes a trie of the caller's words, whose frequencies are compared
// to the sum of those of the list.
func (d *dictionary) compileOwn(list []Entry, all float64) (lexicon.Trie, error) {
	if len(list) == 0 {
		return lexicon.Trie{}, nil
	}
	entries := make([]lexicon.Entry, len(list))
	for i, e := range list {
		entries[i] = lexicon.Entry{Text: e.Text, Class: lexicon.Other, Cost: lexicon.Cost(all, e.Frequency)}
		d.spell(e.Text)
	}
	return lexicon.BuildTrie(entries, d.letter)
}

// class returns the class that a word has in the embedded list.
func (d *dictionary) class(text string) lexicon.Class {
	node := d.Trie.Root()
	for _, r := range text {
		next, ok := d.Trie.Next(node, d.letter(r))
		if !ok {
			return lexicon.Other
		}
		node = next
	}
	return node.Class()
}

// letter returns the letter of r, 0 if r is in no word.
func (d *dictionary) letter(r rune) uint16 {
	if letter := d.Alphabet.Letter(r); letter != 0 {
		return letter
	}
	return d.extra[r]
}

// spell gives letters to the runes of text that have none. Such a rune folds to
// itself and is folded to by no other: the alphabet has all others.
func (d *dictionary) spell(text string) {
	for _, r := range text {
		if d.letter(r) != 0 {
			continue
		}
		if d.extra == nil {
			d.extra = map[rune]uint16{}
		}
		d.extra[r] = uint16(min(d.Alphabet.Len()+len(d.extra)+1, lexicon.MaxLetter))
	}
}
