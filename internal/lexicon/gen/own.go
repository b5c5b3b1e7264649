package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/internal/lexicon"
)

// ownLists reads our own lists, *.txt in dir. Of words that are in several the
// first counts.
func ownLists(dir string) ([]word, error) {
	var words []word
	for _, name := range []string{"units.txt", "names.txt", "words.txt", "places.txt"} {
		more, err := readOwn(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		words = append(words, more...)
	}
	return words, nil
}

// readOwn reads a list of words, several a line. A name in brackets sets the
// class of the words behind it, a number their lowest frequency. # starts a
// comment.
func readOwn(file string) ([]word, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var words []word
	next := word{}
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, "#")
		for field := range strings.FieldsSeq(line) {
			if name, ok := strings.CutPrefix(field, "["); ok {
				if next.class, ok = classes[strings.TrimSuffix(name, "]")]; !ok {
					return nil, fmt.Errorf("%s: no class %s", file, field)
				}
				continue
			}
			if f, err := strconv.ParseFloat(field, 64); err == nil {
				next.frequency = f
				continue
			}
			next.text = field
			words = append(words, next)
		}
	}
	return words, nil
}

// classes names the classes in our lists.
var classes = map[string]lexicon.Class{
	"other": lexicon.Other, "barrier": lexicon.Other, "noun": lexicon.Noun, "place": lexicon.Place,
	"level": lexicon.Level, "nation": lexicon.Nation, "seat": lexicon.Seat, "domain": lexicon.Domain,
	"service": lexicon.Service, "body": lexicon.Body, "office": lexicon.Office, "short": lexicon.Short,
	"institution": lexicon.Institution, "company": lexicon.Company, "branch": lexicon.Branch, "centre": lexicon.Centre, "government": lexicon.Government,
	"unit": lexicon.Unit, "year": lexicon.Year,
}
