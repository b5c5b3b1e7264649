// Text makes texts for the differential test and the race, from OpenCC's
// dictionaries and the texts of this repository.
//
//	text [-size 5000000] [-seed 1] -kind hard DIR   phrases and characters of the
//	     dictionaries in DIR, whole, cut and run together, with everything else
//	     that a converter may meet between them
//	text -kind prose|repeat DIR [FILE…]   words of the dictionaries as prose,
//	     with the FILEs mixed in; repeat makes one page of it many times over
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("text: ")
	size := flag.Int("size", 5_000_000, "bytes to make")
	seed := flag.Uint64("seed", 1, "seed of the random numbers")
	kind := flag.String("kind", "hard", "hard, prose or repeat")
	script := flag.String("script", "hans", "script of prose: hans or hant")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("no folder of dictionaries")
	}
	m := maker{rng: rand.New(rand.NewPCG(*seed, 0)), size: *size}
	if err := m.load(flag.Arg(0)); err != nil {
		log.Fatal(err)
	}
	switch *kind {
	case "hard":
		m.hard()
	case "prose":
		m.prose(*script, *size, flag.Args()[1:])
	case "repeat":
		m.prose(*script, 4000, nil)
		page := m.out.String()
		for m.out.Len() < *size {
			m.out.WriteString(page)
		}
	default:
		log.Fatalf("unknown kind %q", *kind)
	}
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprint(w, m.out.String())
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}

// maker writes a text.
type maker struct {
	rng  *rand.Rand
	size int
	out  strings.Builder
	// phrases are all keys and values; hans and hant those of one script that
	// make up prose.
	phrases, hans, hant []string
}

func (m *maker) load(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return err
	}
	sort.Strings(files)
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(data)) {
			key, values, ok := strings.Cut(strings.TrimSpace(line), "\t")
			if !ok || key[0] == '#' {
				continue
			}
			m.phrases = append(m.phrases, key)
			m.phrases = append(m.phrases, strings.Fields(values)...)
			if filepath.Base(name) == "STPhrases.txt" {
				m.hans = append(m.hans, key)
				m.hant = append(m.hant, strings.Fields(values)[0])
			}
		}
	}
	if len(m.hans) == 0 {
		return fmt.Errorf("no dictionaries in %s", dir)
	}
	return nil
}

// between is what stands between phrases, beside nothing.
var between = []string{
	" ", "\n", "\r\n", "\t", ",", ".", "，", "。", "、", "；", "“", "”", "·", "-", "A", "B", "SQL", "PN", "β", "é",
	"12", "①", "\u3000", "\u00a0", "\ufeff", "\ufe00", "\U000e0100", "⿰", "⿱", "⿲", "⿻", "⿰虫风", "⿱⿰木木风",
	"⿳一二三", "⿾虫", "豈", "契", "\ufa6c", "\U0002f800", "\U0002f81a", "你", "我", "的", "是", "了", "は", "の", "カ", "한", "😀", "𠀀", "𪚥",
}

// hard mixes everything.
func (m *maker) hard() {
	for m.out.Len() < m.size {
		phrase := []rune(m.phrases[m.rng.IntN(len(m.phrases))])
		switch m.rng.IntN(6) {
		case 0: // the first part
			phrase = phrase[:1+m.rng.IntN(len(phrase))]
		case 1: // the last part
			phrase = phrase[m.rng.IntN(len(phrase)):]
		}
		m.out.WriteString(string(phrase))
		for m.rng.IntN(3) == 0 {
			m.out.WriteString(between[m.rng.IntN(len(between))])
		}
	}
}

// Common function words, the glue of prose.
var (
	glueHans = strings.Fields("的 的 的 的 了 在 是 和 与 对 为 以 及 将 由 并 等 也 就 不 这 那 我们 他们 可以 进行 通过 以及 关于 推进 加强")
	glueHant = strings.Fields("的 的 的 的 了 在 是 和 與 對 為 以 及 將 由 並 等 也 就 不 這 那 我們 他們 可以 進行 通過 以及 關於 推進 加強")
)

// prose writes sentences of words, with paragraphs of the files between them.
func (m *maker) prose(script string, size int, files []string) {
	words, glue := m.hans, glueHans
	if script == "hant" {
		words, glue = m.hant, glueHant
	}
	var paragraphs []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		paragraphs = append(paragraphs, strings.Split(string(data), "\n")...)
	}
	for m.out.Len() < size {
		if len(paragraphs) > 0 && m.rng.IntN(2) == 0 {
			m.out.WriteString(paragraphs[m.rng.IntN(len(paragraphs))] + "\n")
			continue
		}
		for range 3 + m.rng.IntN(8) {
			m.sentence(words, glue)
		}
		m.out.WriteString("\n")
	}
}

func (m *maker) sentence(words, glue []string) {
	n := 4 + m.rng.IntN(12)
	for i := range n {
		if m.rng.IntN(2) == 0 {
			m.out.WriteString(glue[m.rng.IntN(len(glue))])
		} else {
			m.out.WriteString(words[m.rng.IntN(len(words))])
		}
		if i == n/2 {
			m.out.WriteString("，")
		}
	}
	m.out.WriteString("。")
}
