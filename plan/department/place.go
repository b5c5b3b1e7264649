package department

import (
	_ "embed" // the table of places
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed places.tsv
var placesFile string

// places has the folded names of provinces and of their cities. It is decoded
// on first use.
var places = sync.OnceValue(func() map[string]bool {
	table := make(map[string]bool, 512)
	for line := range strings.Lines(placesFile) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		province, cities, _ := strings.Cut(line, "\t")
		for _, p := range append(list(cities), province) {
			table[foldName(p)] = true
		}
	}
	return table
})

// mayBePlace tells whether folded text that stands before a body can be a place
// of that body. Before a level word nearly any two to eight characters can;
// without one it must be a place that the table has, or a short name before a
// body that is named at length (宁东 + 市场监管局), or any before a branch.
func mayBePlace(s, level string, f form, written string) bool {
	if places()[s] {
		return true
	}
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 12 || strings.ContainsFunc(s, notInPlace) {
		return false
	}
	if level != "" {
		return true
	}
	if word, _ := levelAtStart(s); word != "" {
		return false
	}
	return f.class == branch || n <= 4 && f.class == stem && utf8.RuneCountInString(written) > 4
}

// notInPlace has the characters that names of places do not have.
func notInPlace(r rune) bool {
	return r < utf8.RuneSelf || strings.ContainsRune("、，；：。的和及与等各", r)
}
