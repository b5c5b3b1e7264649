package opencc

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// Entry is one line of a dictionary. The first of the values is the
// conversion, the others are alternatives.
type Entry struct {
	Key    string
	Values []string
	Rare   bool // its line stands behind a "# @tofu-risk:" comment
}

// Lexicon is a dictionary in the order of its file, with unique keys.
type Lexicon struct {
	Entries []Entry
	prefer  []string // the fields of "# @reverse-prefer:" comments
}

// LineError tells which line of a dictionary is wrong.
type LineError struct {
	Line int // counts from 1
	Err  error
}

func (e *LineError) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// What can be wrong with a line.
var (
	ErrNoTab     = errors.New("no tab between key and value")
	ErrNoKey     = errors.New("empty key")
	ErrNotUTF8   = errors.New("not UTF-8")
	ErrDuplicate = errors.New("duplicate key")
)

// maxLine bounds the length of a line in bytes.
const maxLine = 1 << 20

// Parse reads a dictionary in OpenCC's text format: a key, a tab, and values
// that are separated by spaces. Empty lines and lines that start with # are
// skipped, a byte order mark and carriage returns are too. Its errors are
// *LineError, or those of r.
func Parse(r io.Reader) (*Lexicon, error) {
	p := parser{lines: map[string]int{}}
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, maxLine)
	for scan.Scan() {
		p.number++
		if err := p.line(scan.Text()); err != nil {
			return nil, &LineError{p.number, err}
		}
	}
	if errors.Is(scan.Err(), bufio.ErrTooLong) {
		return nil, &LineError{p.number + 1, scan.Err()}
	}
	return &p.lexicon, scan.Err()
}

// parser reads a dictionary line by line.
type parser struct {
	lexicon Lexicon
	number  int
	lines   map[string]int // where each key was
	rare    bool           // the line before was a "# @tofu-risk:" comment
}

func (p *parser) line(line string) error {
	if p.number == 1 {
		line = strings.TrimPrefix(line, "\uFEFF")
	}
	switch {
	case line == "":
		return nil
	case line[0] == '#':
		p.comment(line)
		return nil
	}
	rare := p.rare
	p.rare = false
	key, values, ok := strings.Cut(line, "\t")
	switch {
	case !ok:
		return ErrNoTab
	case key == "":
		return ErrNoKey
	case !utf8.ValidString(line):
		return ErrNotUTF8
	case p.lines[key] != 0:
		return fmt.Errorf("%w %q, first in line %d", ErrDuplicate, key, p.lines[key])
	}
	p.lines[key] = p.number
	p.lexicon.Entries = append(p.lexicon.Entries, Entry{key, strings.Split(values, " "), rare})
	return nil
}

// comment notes the two comments that carry meaning.
func (p *parser) comment(line string) {
	if fields, ok := strings.CutPrefix(line, "# @reverse-prefer:"); ok {
		p.lexicon.prefer = append(p.lexicon.prefer, fields)
	}
	if strings.HasPrefix(line, "# @tofu-risk:") {
		p.rare = true
	}
}

// FromMap returns a dictionary of single values. Its errors are those of Parse
// without a line.
func FromMap(m map[string]string) (*Lexicon, error) {
	lex := &Lexicon{Entries: make([]Entry, 0, len(m))}
	for key, value := range m {
		switch {
		case key == "":
			return nil, ErrNoKey
		case !utf8.ValidString(key):
			return nil, fmt.Errorf("key %q: %w", key, ErrNotUTF8)
		}
		lex.Entries = append(lex.Entries, Entry{Key: key, Values: []string{value}})
	}
	slices.SortFunc(lex.Entries, func(a, b Entry) int { return strings.Compare(a.Key, b.Key) })
	return lex, nil
}

// Reverse returns the dictionary of the way back: each value leads to the keys
// that have it, in the order of the file, but for the preferences that the file
// states in its comments.
func (l *Lexicon) Reverse() *Lexicon {
	rev := &Lexicon{}
	at := map[string]int{}
	for _, e := range l.Entries {
		for _, v := range e.Values {
			i, ok := at[v]
			if !ok {
				i = len(rev.Entries)
				at[v] = i
				rev.Entries = append(rev.Entries, Entry{Key: v})
			}
			rev.Entries[i].Values = append(rev.Entries[i].Values, e.Key)
		}
	}
	for _, p := range l.prefer {
		fields := strings.Fields(p)
		if len(fields) == 0 {
			continue
		}
		key, first := fields[0], fields[len(fields)-1]
		if i, ok := at[key]; ok {
			rest := slices.DeleteFunc(rev.Entries[i].Values, func(v string) bool { return v == first })
			rev.Entries[i].Values = slices.Concat([]string{first}, rest)
		}
	}
	return rev
}

// RareOnly returns the entries that OpenCC marks as lacking in common fonts,
// without a first value that repeats the key: TSCharactersExt of TSCharacters.
func (l *Lexicon) RareOnly() *Lexicon {
	ext := &Lexicon{}
	for _, e := range l.Entries {
		if !e.Rare {
			continue
		}
		values := e.Values
		if len(values) > 1 && values[0] == e.Key {
			values = values[1:]
		}
		ext.Entries = append(ext.Entries, Entry{Key: e.Key, Values: values})
	}
	return ext
}
