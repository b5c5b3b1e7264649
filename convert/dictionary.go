package convert

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
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
func (p *pipeline) apply(opts *Options) error {
	p.borders = opts.Borders
	p.unmarked = opts.Borders != nil && unmarked(p.first())
	if len(opts.Dictionaries) == 0 && !opts.Instead {
		return nil
	}
	group := opencc.First()
	for _, d := range opts.Dictionaries {
		group.Members = append(group.Members, opencc.Leaf(d.lexicon))
	}
	b := packer{special: specialRunes(p.norm)}
	t := b.pack(group.Items())
	if opts.Instead {
		*p = pipeline{norm: p.norm, chain: p.chain[:0], borders: p.borders}
		p.chain = append(p.chain, t)
		return b.err
	}
	p.front = t
	return b.err
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
	p, err := compile(cfg)
	if err != nil {
		return nil, fmt.Errorf("convert: %s: %w", name, err)
	}
	own := *opts
	own.Instead = false
	if err := p.apply(&own); err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	return newConverter(p), nil
}
