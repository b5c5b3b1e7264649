// Command gojieba cuts its first argument, in a program with html/template.
package main

import (
	"html/template"
	"os"

	"github.com/yanyiwu/gojieba"
)

func main() {
	n := len(gojieba.NewJieba().Cut(os.Args[1], false))
	_ = template.Must(template.New("").Parse("{{.}}\n")).Execute(os.Stdout, n)
}
