package source

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// htmlList is a list that is open, and whose items a page shows with numbers.
type htmlList struct {
	format string // as [formatNumber] knows it; empty for a list without numbers
	mark   string // behind the number
	next   int
}

// listStyles are the styles of numbers that pages of offices use.
var listStyles = map[string]htmlList{
	"":                      {format: "decimal", mark: ". "},
	"decimal":               {format: "decimal", mark: ". "},
	"decimal-leading-zero":  {format: "decimalZero", mark: ". "},
	"cjk-ideographic":       {format: "chineseCounting", mark: "、"},
	"cjk-decimal":           {format: "chineseCounting", mark: "、"},
	"simp-chinese-informal": {format: "chineseCounting", mark: "、"},
	"trad-chinese-informal": {format: "chineseCounting", mark: "、"},
	"simp-chinese-formal":   {format: "chineseLegalSimplified", mark: "、"},
	"trad-chinese-formal":   {format: "ideographLegalTraditional", mark: "、"},
	"cjk-heavenly-stem":     {format: "ideographTraditional", mark: "、"},
	"lower-alpha":           {format: "lowerLetter", mark: ". "},
	"lower-latin":           {format: "lowerLetter", mark: ". "},
	"upper-alpha":           {format: "upperLetter", mark: ". "},
	"lower-roman":           {format: "lowerRoman", mark: ". "},
	"upper-roman":           {format: "upperRoman", mark: ". "},
}

// openList reads the tag of a list.
func openList(e event, tag string) htmlList {
	if e.tag != "ol" {
		return htmlList{}
	}
	style := strings.ReplaceAll(tagValue(tag, "style"), " ", "")
	for _, key := range []string{"list-style-type:", "list-style:"} {
		if _, value, ok := strings.Cut(style, key); ok {
			style, _, _ = strings.Cut(value, ";")
			break
		}
	}
	if strings.Contains(style, ":") { // other properties alone
		style = ""
	}
	l := listStyles[style]
	l.next = reach(tag, "start", label.MaxNumber)
	return l
}

// list follows the lists and their items.
func (w *writer) list(e event) {
	n := len(w.lists)
	switch {
	case e.tag == "li" && e.kind == openTag && n > 0:
		w.number = w.lists[n-1].number()
	case e.tag == "ol" || e.tag == "ul":
		w.number = ""
		if e.kind == openTag {
			w.lists = append(w.lists, openList(e, w.page[e.start:e.stop]))
		} else if n > 0 {
			w.lists = w.lists[:n-1]
		}
	}
}

// number returns the number of the next item.
func (l *htmlList) number() string {
	if l.format == "" {
		return ""
	}
	l.next++
	return formatNumber(l.next-1, l.format) + l.mark
}

// addNumber writes the number of an item before its text, unless that begins with
// one.
func (w *writer) addNumber(text string) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "&nbsp;", " "))
	if w.number == "" || text == "" {
		return
	}
	t := runes.Fold(text[:min(len(text), maxListLabel)])
	if _, ok := label.Parse(t, 0, t.Len()); !ok {
		w.insert(w.number)
	}
	w.number = ""
}

// maxListLabel is the length in bytes of the longest label that is looked for.
const maxListLabel = 48
