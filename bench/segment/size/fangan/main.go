// Command fangan cuts its first argument, in a program with html/template.
package main

import (
	"html/template"
	"os"

	"github.com/qiaotoubao/fangan/segment"
)

func main() {
	n := 0
	s, err := segment.New(nil)
	if err != nil {
		panic(err)
	}
	for range s.Words(os.Args[1]) {
		n++
	}
	_ = template.Must(template.New("").Parse("{{.}}\n")).Execute(os.Stdout, n)
}
