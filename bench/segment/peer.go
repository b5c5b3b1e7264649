package main

import (
	"cmp"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-ego/gse"
	"github.com/yanyiwu/gojieba"

	"github.com/qiaotoubao/fangan/segment"
)

// cutter passes on the sizes in bytes of the words of text.
type cutter func(text string, word func(size int))

// peer is a way to find words.
type peer struct {
	name    string
	program string                      // folder of a program that uses it
	open    func(words []string) cutter // words are to be known beside the list
}

var peers = []peer{
	{"segment", "fangan", openSegment},
	{"gse, whole list", "gse", func(words []string) cutter {
		return openGse(words, func(s *gse.Segmenter) error { return s.LoadDictEmbed("zh_s") })
	}},
	{"gse, 50,000 words", "gselist", func(words []string) cutter {
		return openGse(words, func(s *gse.Segmenter) error { return s.LoadDictStr(frequent()) })
	}},
	{"gojieba", "gojieba", openJieba},
}

func peerNamed(name string) peer {
	for _, p := range peers {
		if p.name == name {
			return p
		}
	}
	log.Fatalf("no peer %q", name)
	return peer{}
}

func openSegment(words []string) cutter {
	o := new(segment.Options)
	for _, w := range words {
		o.Words = append(o.Words, segment.Entry{Text: w})
	}
	s, err := segment.New(o)
	if err != nil {
		log.Fatal(err)
	}
	return func(text string, word func(int)) {
		for w := range s.Words(text) {
			word(w.Span.Len())
		}
	}
}

// openGse opens gse without its model, which costs it points and time.
func openGse(words []string, load func(*gse.Segmenter) error) cutter {
	s := &gse.Segmenter{SkipLog: true, NotLoadHMM: true}
	if err := load(s); err != nil {
		log.Fatal(err)
	}
	for _, w := range words {
		if err := s.AddToken(w, 100_000); err != nil {
			log.Fatal(err)
		}
	}
	if len(words) > 0 {
		s.CalcToken()
	}
	return func(text string, word func(int)) {
		for _, w := range s.Segment([]byte(text)) {
			word(w.End() - w.Start())
		}
	}
}

// frequent returns the 50,000 most frequent lines of gse's list.
var frequent = sync.OnceValue(func() string {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-ego/gse").Output()
	if err != nil {
		log.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data/dict/zh/s_1.txt"))
	if err != nil {
		log.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	slices.SortStableFunc(lines, func(a, b string) int { return cmp.Compare(frequency(b), frequency(a)) })
	return strings.Join(lines[:50_000], "\n")
})

func frequency(line string) float64 {
	f, _ := strconv.ParseFloat(strings.Fields(line)[1], 64)
	return f
}

func openJieba(words []string) cutter {
	j := gojieba.NewJieba()
	for _, w := range words {
		j.AddWord(w)
	}
	return func(text string, word func(int)) {
		for _, w := range j.Cut(text, false) {
			word(len(w))
		}
	}
}
