// Command gselist cuts its first argument by a list that it reads from a file,
// in a program with html/template.
package main

import (
	"html/template"
	"os"

	"github.com/go-ego/gse"
)

func main() {
	s := &gse.Segmenter{SkipLog: true, NotLoadHMM: true}
	list, err := os.ReadFile("words.txt")
	if err != nil {
		panic(err)
	}
	if err := s.LoadDictStr(string(list)); err != nil {
		panic(err)
	}
	n := len(s.Segment([]byte(os.Args[1])))
	_ = template.Must(template.New("").Parse("{{.}}\n")).Execute(os.Stdout, n)
}
