package convert

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/qiaotoubao/fangan/convert/internal/engine"
	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// Dictionary is a caller's own list of phrases, for [Options]. It is immutable.
type Dictionary struct {
	lexicon *opencc.Lexicon
}

// DictionaryError tells which line of a dictionary is wrong.
type DictionaryError struct {
	Line int // counts from 1
	Err  error
}

func (e *DictionaryError) Error() string {
	return fmt.Sprintf("convert: dictionary: line %d: %v", e.Line, e.Err)
}

// Unwrap returns the cause.
func (e *DictionaryError) Unwrap() error { return e.Err }

// NewDictionary returns a dictionary that converts each key of m to its value.
// It reports an error for a key that is empty or not UTF-8.
func NewDictionary(m map[string]string) (*Dictionary, error) {
	lexicon, err := opencc.FromMap(m)
	if err != nil {
		return nil, fmt.Errorf("convert: dictionary: %w", err)
	}
	return &Dictionary{lexicon}, nil
}

// ReadDictionary reads a dictionary in OpenCC's text format: lines of a key, a
// tab, and values that are separated by spaces, of which the first is taken.
// Empty lines and lines that start with # are skipped. What is wrong with a
// line, a duplicate key among it, is reported as a *[DictionaryError].
func ReadDictionary(r io.Reader) (*Dictionary, error) {
	lexicon, err := opencc.Parse(r)
	if line := (*opencc.LineError)(nil); errors.As(err, &line) {
		return nil, &DictionaryError{line.Line, line.Err}
	}
	if err != nil {
		return nil, fmt.Errorf("convert: dictionary: %w", err)
	}
	return &Dictionary{lexicon}, nil
}

// apply puts the caller's wishes into the pipeline of a scheme.
func apply(p *engine.Pipeline, opts *Options) error {
	if len(opts.Dictionaries) > 0 || opts.Instead {
		t, err := pack(p, opts.Dictionaries)
		if err != nil {
			return err
		}
		if opts.Instead {
			p.Seg, p.Fused, p.Choices, p.Chain = nil, false, nil, []*trie.Trie{t}
		} else {
			p.Front = t
		}
	}
	if opts.Borders != nil {
		p.SetCut(opts.Borders.Cut)
	}
	return nil
}

// pack makes one trie of dictionaries of which the first that matches wins.
func pack(p *engine.Pipeline, dictionaries []*Dictionary) (*trie.Trie, error) {
	group := opencc.First()
	for i, d := range dictionaries {
		if d == nil {
			return nil, fmt.Errorf("dictionary %d is nil", i)
		}
		if d.lexicon != nil {
			group.Members = append(group.Members, opencc.Leaf(d.lexicon))
		}
	}
	return p.Pack(group)
}

// NewFromConfig returns a converter for a whole OpenCC configuration: the JSON
// file name of fsys, and the dictionaries that it asks for, as text. Those are
// looked for beside it and in the folder dictionary beside its folder, where
// OpenCC's own source has them, with the extension .txt whatever the
// configuration says. Dictionaries that OpenCC's build makes from others
// (TWVariantsRev …) are made where they have no file.
//
// Of opts, Instead is ignored. Building takes time linear in the size of the
// dictionaries.
func NewFromConfig(fsys fs.FS, name string, opts *Options) (*Converter, error) {
	if opts == nil {
		opts = &Options{}
	}
	dir := path.Dir(name)
	loader := opencc.Loader{
		FS:           fsys,
		Dictionaries: []string{dir, path.Join(dir, "..", "dictionary")},
		NoRare:       opts.NoRare,
	}
	cfg, err := loader.Load(name)
	if err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	p, err := engine.Compile(cfg)
	if err != nil {
		return nil, fmt.Errorf("convert: %s: %w", name, err)
	}
	own := *opts
	own.Instead = false
	if err := apply(p, &own); err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	return newConverter(p), nil
}
