package main

import (
	"fmt"
	"io/fs"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
)

// schemes are the configurations, in the order of package convert's constants.
var schemes = []string{
	"s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s",
	"s2hkp", "hk2sp", "t2tw", "tw2t", "t2hk", "hk2t", "t2jp", "jp2t",
}

// table is one image of the output.
type table struct {
	name    string
	items   []trie.Item
	special []rune
	later   []*table // the steps that may follow, whose work items are flagged for
	image   string
	trie    *trie.Trie
}

// spec tells what tables a scheme uses.
type spec struct {
	scheme        string
	norm, seg     *table
	chain, common []*table // common: without rare characters
	choices       []*table
	fused         bool
	inert         int
}

// compiler collects the tables. Equal ones are made once.
type compiler struct {
	files   fs.FS
	tables  []*table
	byItems map[string]*table
	marked  []rune // what only the normalization changes, and the operators
}

// compile returns the tables and what each scheme uses of them.
func compile(files fs.FS) ([]*table, []spec, error) {
	c := compiler{files: files, byItems: map[string]*table{}}
	var specs []spec
	for _, s := range schemes {
		sp, err := c.scheme(s)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", s, err)
		}
		specs = append(specs, sp)
	}
	return c.tables, specs, c.build()
}

// load loads the configuration of a scheme.
func (c *compiler) load(s string, noRare bool) (*opencc.Config, error) {
	l := opencc.Loader{FS: c.files, Dictionaries: []string{"dictionary"}, NoRare: noRare}
	return l.Load("config/" + s + ".json")
}

func (c *compiler) scheme(s string) (spec, error) {
	cfg, err := c.load(s, false)
	if err != nil {
		return spec{}, err
	}
	common, err := c.load(s, true)
	if err != nil {
		return spec{}, err
	}
	sp := spec{scheme: s}
	if sp.norm, err = c.normalization(cfg); err != nil {
		return spec{}, err
	}
	for i := range cfg.Chain {
		name := fmt.Sprintf("%s step %d", s, i+1)
		sp.chain = append(sp.chain, c.table(name, cfg.Chain[i].Items()))
		sp.common = append(sp.common, c.table(name+" without rare characters", common.Chain[i].Items()))
		choices := c.table(name+" choices", cfg.Chain[i].Choices())
		if choices != nil {
			choices.special = []rune{}
		}
		sp.choices = append(sp.choices, choices)
	}
	if cfg.Segmentation != nil {
		c.segmentation(cfg, &sp)
	}
	return sp, nil
}

// normalization makes the table of the first pass, which must be one of single
// characters, since the engine relies on that.
func (c *compiler) normalization(cfg *opencc.Config) (*table, error) {
	if len(cfg.Normalization) != 1 {
		return nil, fmt.Errorf("%d steps of normalization", len(cfg.Normalization))
	}
	items := cfg.Normalization[0].Items()
	t := c.table("normalization", items)
	t.special = opencc.Operators()
	if c.marked != nil {
		return t, nil
	}
	c.marked = opencc.Operators()
	for _, it := range items {
		r, size := utf8.DecodeRuneInString(it.Key)
		if size != len(it.Key) {
			return nil, fmt.Errorf("normalization has the key %q", it.Key)
		}
		c.marked = append(c.marked, r)
	}
	return t, nil
}

// segmentation lets the first step of the chain do the segmentation too, where
// it can, and makes a table for it otherwise.
func (c *compiler) segmentation(cfg *opencc.Config, sp *spec) {
	items, ok := opencc.Fuse(cfg.Segmentation, &cfg.Chain[0])
	if !ok || sp.chain[0] != sp.common[0] {
		sp.seg = c.table(fmt.Sprintf("%s segmentation", sp.scheme), cfg.Segmentation.Items())
		return
	}
	sp.fused = true
	sp.chain[0].items = items
	if len(sp.chain) == 2 {
		sp.inert = len(sp.chain[0].later)
		sp.chain[0].later = append(sp.chain[0].later, sp.chain[1])
	}
}

// table returns the table with the given items; nil for none.
func (c *compiler) table(name string, items []trie.Item) *table {
	if len(items) == 0 {
		return nil
	}
	var key strings.Builder
	for _, it := range items {
		fmt.Fprintf(&key, "%s\t%d\t%s\n", it.Key, it.KeyLen, it.Result)
	}
	t := c.byItems[key.String()]
	if t == nil {
		t = &table{name: name, items: items}
		c.byItems[key.String()] = t
		c.tables = append(c.tables, t)
	}
	return t
}

// build packs the tables, those that tell of later ones last.
func (c *compiler) build() error {
	for _, last := range []bool{false, true} {
		for _, t := range c.tables {
			if (t.later != nil) != last {
				continue
			}
			if err := c.pack(t); err != nil {
				return fmt.Errorf("%s: %w", t.name, err)
			}
		}
	}
	return nil
}

func (c *compiler) pack(t *table) (err error) {
	for i := range t.items {
		for k, next := range t.later {
			if inert(next.trie, t.items[i]) {
				t.items[i].Flags |= trie.User << k
			}
		}
	}
	if t.special == nil {
		t.special = c.marked
	}
	if t.image, err = trie.Build(t.items, t.special); err != nil {
		return err
	}
	t.trie, err = trie.Open(t.image)
	return err
}

// inert reports whether t leaves the result of an item as it is: as a whole for
// a segment, in any company for others.
func inert(t *trie.Trie, it trie.Item) bool {
	if it.Flags&trie.Phrase != 0 {
		return opencc.ReplaceAll(t, it.Result) == it.Result
	}
	return !strings.ContainsFunc(it.Result, t.Starts)
}
