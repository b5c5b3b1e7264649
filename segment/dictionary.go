package segment

import (
	_ "embed" // the image
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/segment/internal/lexicon"
)

//go:generate go run ./gen

// image is the list of words as the generator left it, read in place.
//
//go:embed words.bin
var image string

// embedded is the dictionary of the image alone. Opening it decodes nothing.
var embedded = sync.OnceValues(func() (*dictionary, error) {
	l, err := lexicon.Open(image)
	if err != nil {
		return nil, fmt.Errorf("segment: %w", err)
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

func newDictionary(o *Options) (*dictionary, error) {
	base, err := embedded()
	if err != nil || o.List == nil && len(o.Words) == 0 {
		return base, err
	}
	d := new(*base)
	all := base.All
	if o.List != nil {
		all = 0
		for _, e := range o.List {
			all += e.counted()
		}
		if d.list, err = d.compile("List", o.List, all); err != nil {
			return nil, err
		}
	}
	if len(o.Words) > 0 {
		d.own, err = d.compile("Words", o.Words, all)
	}
	return d, err
}

// compile makes a trie of a list whose frequencies are to be compared to all.
func (d *dictionary) compile(name string, list []Entry, all float64) (lexicon.Trie, error) {
	entries := make([]lexicon.Entry, len(list))
	for i, e := range list {
		if err := e.check(name == "Words"); err != nil {
			return lexicon.Trie{}, &EntryError{name, i, err}
		}
		entries[i] = lexicon.Entry{Text: e.Text, Class: lexicon.Other, Cost: lexicon.Cost(all, e.Frequency)}
		if name == "List" {
			entries[i].Class = d.class(e.Text)
			entries[i].Cost = lexicon.Cost(all, e.counted())
		}
		d.spell(e.Text)
	}
	t, err := lexicon.BuildTrie(entries, d.letter)
	if err != nil {
		return t, fmt.Errorf("segment: %s: %w", name, err)
	}
	return t, nil
}

// counted returns the frequency of an entry of a list as gse counts it.
func (e Entry) counted() float64 {
	if utf8.RuneCountInString(e.Text) == 1 {
		return 2
	}
	return e.Frequency
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
