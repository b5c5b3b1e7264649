// Command gse cuts its first argument, in a program with html/template.
package main

import (
	"html/template"
	"os"

	"github.com/go-ego/gse"
)

func main() {
	s, err := gse.NewEmbed("zh_s")
	if err != nil {
		panic(err)
	}
	n := len(s.Segment([]byte(os.Args[1])))
	_ = template.Must(template.New("").Parse("{{.}}\n")).Execute(os.Stdout, n)
}
