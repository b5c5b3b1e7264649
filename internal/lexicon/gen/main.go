// Command gen compiles gse's list of Simplified Chinese words, with a list of
// our own before it, into the image that package lexicon reads in place.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/internal/lexicon"
)

// defaultLimit is the frequency below which gse's list is more noise than words.
// Of 2, 4, 6, 10 and 20 it and 10 find the words of the gold sentences best.
const defaultLimit = 6

func main() {
	log.SetFlags(0)
	out := flag.String("out", "words.bin", "the image to write")
	limit := flag.Float64("min", defaultLimit, "lowest `frequency` of a word that is taken from gse's list")
	flag.Parse()
	if err := run(*out, *limit); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(out string, limit float64) error {
	source, err := sourceList()
	if err != nil {
		return err
	}
	own, err := ownLists("gen")
	if err != nil {
		return err
	}
	words := merge(own, choose(source), limit)
	list, all := entries(words)
	image, err := lexicon.Build(list, all, convert.FoldRune)
	if err != nil {
		return err
	}
	fmt.Printf("%d words, %d bytes\n", len(words), len(image))
	return os.WriteFile(out, image, 0o644)
}

// word is a line of a list.
type word struct {
	text      string
	frequency float64
	speech    string // part of speech, in gse's list
	class     lexicon.Class
}

// sourceList reads gse's list from where the module's files are.
func sourceList() ([]word, error) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data/dict/zh/s_1.txt"))
	if err != nil {
		return nil, err
	}
	var words []word
	for line := range strings.Lines(string(text)) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			continue
		}
		frequency, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
		speech := ""
		if len(fields) > 2 {
			speech = fields[2]
		}
		words = append(words, word{fields[0], frequency, speech, lexicon.Other})
	}
	return words, nil
}

// entries gives each word its cost, and returns the sum of the frequencies.
func entries(words []word) ([]lexicon.Entry, float64) {
	all := 0.0
	for _, w := range words {
		all += w.frequency
	}
	list := make([]lexicon.Entry, len(words))
	for i, w := range words {
		list[i] = lexicon.Entry{Text: w.text, Cost: lexicon.Cost(all, w.frequency), Class: w.class}
	}
	return list, all
}

// merge folds both lists and joins them. Where our own lists have a word of the
// source, its class is ours, and the higher frequency counts. Of two words of the source that fold to one, the more frequent one counts.
func merge(own, source []word, limit float64) []word {
	slices.SortStableFunc(source, func(a, b word) int { return cmp.Compare(b.frequency, a.frequency) })
	at := map[string]int{}
	var words []word
	first := 0 // of the source
	for i, w := range slices.Concat(own, source) {
		if i < len(own) {
			first = len(words) + 1
		}
		w.text, _ = convert.Fold(w.text)
		single := utf8.RuneCountInString(w.text) == 1
		known, ok := at[w.text]
		switch {
		case ok && known < first && i >= len(own):
			words[known].frequency = max(words[known].frequency, w.frequency)
		case ok || i >= len(own) && !single && w.frequency < limit:
			continue
		default:
			at[w.text] = len(words)
			words = append(words, w)
		}
	}
	for i := range words {
		switch {
		case utf8.RuneCountInString(words[i].text) == 1:
			words[i].frequency = 2
		case words[i].frequency == 0:
			words[i].frequency = unlisted
		}
	}
	return words
}

// unlisted is the frequency of words of our own lists that gse's list lacks.
const unlisted = 50
