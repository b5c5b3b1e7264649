package opencc

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// regional is the dictionary that keeps the segmentation of Simplified text from
// cutting the phrases of the later, regional steps.
const regional = "STPhrases_GeneratedFromRegionalPhrases"

// derive makes the dictionaries that have no file, as OpenCC's build does: XRev
// is the reverse of X, XExt holds the rare entries of X, and regional comes from
// the regional phrases. Other names give the error missing.
func (l *Loader) derive(name string, missing error) (*Lexicon, error) {
	if name == regional {
		return l.regional()
	}
	if base, ok := strings.CutSuffix(name, "Rev"); ok {
		lex, err := l.Lexicon(base)
		if err != nil {
			return nil, err
		}
		return lex.Reverse(), nil
	}
	if base, ok := strings.CutSuffix(name, "Ext"); ok {
		lex, err := l.Lexicon(base)
		if err != nil {
			return nil, err
		}
		return lex.RareOnly(), nil
	}
	return nil, missing
}

// regional maps each key of the regional phrases, in Simplified, to the key,
// where it has at least three characters.
func (l *Loader) regional() (*Lexicon, error) {
	simplify, err := l.simplifier()
	if err != nil {
		return nil, err
	}
	out := &Lexicon{}
	seen := map[string]bool{}
	for _, name := range []string{"HKPhrases", "TWPhrases"} {
		lex, err := l.Lexicon(name)
		if err != nil {
			return nil, err
		}
		for _, e := range lex.Entries {
			key := ReplaceAll(simplify, e.Key)
			if utf8.RuneCountInString(key) < 3 || seen[key] {
				continue
			}
			seen[key] = true
			out.Entries = append(out.Entries, Entry{Key: key, Values: []string{e.Key}})
		}
	}
	return out, nil
}

// simplifier returns the dictionaries of t2s as one.
func (l *Loader) simplifier() (*trie.Trie, error) {
	var g Group
	for _, name := range []string{"TSPhrases", "TSCharactersExt", "TSCharacters"} {
		lex, err := l.Lexicon(name)
		if err != nil {
			return nil, err
		}
		g.Members = append(g.Members, Leaf(lex))
	}
	image, err := trie.Build(g.Items(), nil)
	if err != nil {
		return nil, err
	}
	return trie.Open(image)
}

// ReplaceAll converts s by t alone, without the rule on description sequences.
func ReplaceAll(t *trie.Trie, s string) string {
	var out strings.Builder
	for s != "" {
		m := t.Match(s)
		if m.Record == 0 {
			out.WriteString(s[:m.Size])
			s = s[m.Size:]
			continue
		}
		e := t.Entry(m.Record)
		out.WriteString(e.Result)
		s = s[e.KeyLen:]
	}
	return out.String()
}
