package main

import (
	"log"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/seeds"
)

// sentence is a sentence as the words that it should have.
type sentence []string

func readGold(files []string) (all []sentence) {
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			log.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if _, words, ok := strings.Cut(line, "\t"); ok {
				all = append(all, strings.Fields(words))
			}
		}
	}
	return all
}

func converter(s convert.Scheme) *convert.Converter {
	c, err := convert.New(s, nil)
	if err != nil {
		log.Fatal(err)
	}
	return c
}

// traditional returns the sentences in Traditional script. Conversion keeps the
// number of characters.
func traditional(sentences []sentence) (all []sentence) {
	c := converter(convert.S2TW)
	for _, s := range sentences {
		rest := []rune(c.String(strings.Join(s, "")))
		words := make(sentence, len(s))
		for i, w := range s {
			n := utf8.RuneCountInString(w)
			words[i], rest = string(rest[:n]), rest[n:]
		}
		all = append(all, words)
	}
	return all
}

// long returns the words of five characters and more: the names.
func long(sentences []sentence) (words []string) {
	for _, s := range sentences {
		for _, w := range s {
			if utf8.RuneCountInString(w) >= 5 && w[0] >= utf8.RuneSelf {
				words = append(words, w)
			}
		}
	}
	return words
}

// score returns the F1 of word spans.
func score(cut cutter, sentences []sentence) float64 {
	right, found, wanted := 0, 0, 0
	for _, s := range sentences {
		want := map[[2]int]bool{}
		end := 0
		for _, w := range s {
			want[[2]int{end, end + len(w)}] = true
			end += len(w)
		}
		wanted += len(s)
		at := 0
		cut(strings.Join(s, ""), func(size int) {
			if want[[2]int{at, at + size}] {
				right++
			}
			at += size
			found++
		})
	}
	return 2 * float64(right) / float64(found+wanted)
}

// sample returns 1 MB of the embedded plan in Simplified script.
func sample() string {
	text := converter(convert.T2S).String(seeds.Bridgehead().Text)
	return strings.Repeat(text, 1<<20/len(text)+1)
}
