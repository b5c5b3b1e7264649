// Program prints the words of its standard input as a page. It is what the size
// of a program is measured with: html/template makes the linker keep all that
// reflection could reach.
package main

import (
	"fmt"
	"html/template"
	"io"
	"os"

	"github.com/qiaotoubao/fangan/segment"
)

var page = template.Must(template.New("page").Parse("{{range .Words}}<b>{{.Text}}</b>{{end}}\n"))

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		return err
	}
	s, err := segment.New(nil)
	if err != nil {
		return err
	}
	data := struct {
		Segmenter *segment.Segmenter
		Words     []segment.Word
	}{Segmenter: s}
	for w := range s.Words(string(text)) {
		data.Words = append(data.Words, w)
	}
	return page.Execute(os.Stdout, data)
}
