package opencc

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Config is a configuration with its dictionaries loaded.
type Config struct {
	Name string
	// Normalization runs over the whole text before all else.
	Normalization []Group
	// Segmentation cuts the text; nil where the chain works on the whole.
	Segmentation *Group
	// Chain converts each segment, one step after the other.
	Chain []Group
}

// Loader loads configurations from a file system.
type Loader struct {
	FS fs.FS
	// Dictionaries are the folders of FS to look in for dictionaries, in order.
	Dictionaries []string
	// NoRare leaves out dictionaries of the chain that are marked
	// may_output_tofu.
	NoRare bool

	loaded map[string]*Lexicon
}

// jsonConfig, jsonStep and jsonDict are the format of a configuration.
type (
	jsonConfig struct {
		Name          string     `json:"name"`
		Normalization []jsonStep `json:"normalization"`
		Segmentation  *struct {
			Type string    `json:"type"`
			Dict *jsonDict `json:"dict"`
		} `json:"segmentation"`
		Chain []jsonStep `json:"conversion_chain"`
	}
	jsonStep struct {
		Dict *jsonDict `json:"dict"`
	}
	jsonDict struct {
		Type    string            `json:"type"`
		File    string            `json:"file"`
		Rare    bool              `json:"may_output_tofu"`
		Policy  string            `json:"match_policy"`
		Dicts   []jsonDict        `json:"dicts"`
		Entries map[string]string `json:"entries"`
	}
)

// What can be wrong with a configuration.
var (
	ErrNoChain = errors.New("no conversion_chain")
	ErrNoDict  = errors.New("no dict")
)

// Load reads the configuration in the file name of l.FS.
func (l *Loader) Load(name string) (*Config, error) {
	data, err := fs.ReadFile(l.FS, name)
	if err != nil {
		return nil, err
	}
	cfg, err := l.parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return cfg, nil
}

func (l *Loader) parse(data []byte) (*Config, error) {
	var in jsonConfig
	if err := json.Unmarshal(strictJSON(data), &in); err != nil {
		return nil, err
	}
	if in.Chain == nil {
		return nil, ErrNoChain
	}
	cfg := &Config{Name: in.Name}
	var err error
	if cfg.Normalization, err = l.steps(in.Normalization); err != nil {
		return nil, err
	}
	if cfg.Chain, err = l.steps(in.Chain); err != nil {
		return nil, err
	}
	if in.Segmentation == nil {
		return cfg, nil
	}
	if in.Segmentation.Type != "mmseg" {
		return nil, fmt.Errorf("segmentation type %q is not known", in.Segmentation.Type)
	}
	// A segmentation always has its rare dictionaries, as in OpenCC.
	cfg.Segmentation, err = l.group(in.Segmentation.Dict, false)
	return cfg, err
}

// steps loads a chain. A step of which nothing is left falls away.
func (l *Loader) steps(in []jsonStep) ([]Group, error) {
	var steps []Group
	for _, s := range in {
		g, err := l.group(s.Dict, l.NoRare)
		if err != nil {
			return nil, err
		}
		if g != nil {
			steps = append(steps, *g)
		}
	}
	return steps, nil
}

// group loads a dictionary or group; nil where it is left out as rare.
func (l *Loader) group(in *jsonDict, noRare bool) (*Group, error) {
	switch {
	case in == nil:
		return nil, ErrNoDict
	case in.Type == "inline":
		lex, err := FromMap(in.Entries)
		return &Group{Lexicon: lex}, err
	case in.Rare && noRare:
		return nil, nil
	case in.Type == "group":
		return l.members(in, noRare)
	case in.Type == "text" || in.Type == "ocd" || in.Type == "ocd2":
		lex, err := l.Lexicon(strings.TrimSuffix(in.File, path.Ext(in.File)))
		return &Group{Lexicon: lex}, err
	}
	return nil, fmt.Errorf("dictionary type %q is not known", in.Type)
}

func (l *Loader) members(in *jsonDict, noRare bool) (*Group, error) {
	g := &Group{Union: in.Policy == "union"}
	if in.Policy != "" && in.Policy != "union" && in.Policy != "short_circuit" {
		return nil, fmt.Errorf("match_policy %q is not known", in.Policy)
	}
	for i := range in.Dicts {
		m, err := l.group(&in.Dicts[i], noRare)
		if err != nil {
			return nil, err
		}
		if m != nil {
			g.Members = append(g.Members, *m)
		}
	}
	if len(g.Members) == 0 {
		return nil, nil
	}
	return g, nil
}

// Lexicon returns the dictionary with the given name (of its file, without
// extension), which is read once.
func (l *Loader) Lexicon(name string) (*Lexicon, error) {
	if lex := l.loaded[name]; lex != nil {
		return lex, nil
	}
	lex, err := l.read(name)
	if errors.Is(err, fs.ErrNotExist) {
		lex, err = l.derive(name, err)
	}
	if err != nil {
		return nil, err
	}
	if l.loaded == nil {
		l.loaded = map[string]*Lexicon{}
	}
	l.loaded[name] = lex
	return lex, nil
}

// read looks for the file of a dictionary.
func (l *Loader) read(name string) (*Lexicon, error) {
	err := error(&fs.PathError{Op: "open", Path: name + ".txt", Err: fs.ErrNotExist})
	for _, dir := range l.Dictionaries {
		file := path.Join(dir, name+".txt")
		data, readErr := fs.ReadFile(l.FS, file)
		if errors.Is(readErr, fs.ErrNotExist) {
			continue
		}
		if readErr != nil {
			return nil, readErr
		}
		lex, err := Parse(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		return lex, nil
	}
	return nil, err
}

// strictJSON blanks out what OpenCC's configurations may have beyond JSON:
// comments and commas before a closing bracket. Offsets stay.
func strictJSON(data []byte) []byte {
	out := append([]byte(nil), data...)
	comma := -1 // a comma that nothing but blanks followed so far
	for i := 0; i < len(out); i++ {
		switch c := out[i]; {
		case c == '"':
			i = stringEnd(out, i)
			comma = -1
		case c == '/' && i+1 < len(out) && (out[i+1] == '/' || out[i+1] == '*'):
			i = blankComment(out, i)
		case c == ',':
			comma = i
		case (c == ']' || c == '}') && comma >= 0:
			out[comma] = ' '
			comma = -1
		case c > ' ':
			comma = -1
		}
	}
	return out
}

// stringEnd returns the place of the quote that ends the string that starts at
// i, or the end of the text.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return i
}

// blankComment overwrites the comment at i and returns its last place.
func blankComment(text []byte, i int) int {
	end := "\n"
	if text[i+1] == '*' {
		end = "*/"
	}
	n := len(text) - i
	if k := bytes.Index(text[i+2:], []byte(end)); k >= 0 {
		n = 2 + k + len(end)
	}
	for k := i; k < i+n; k++ {
		if text[k] != '\n' {
			text[k] = ' '
		}
	}
	return i + n - 1
}
