package source

import (
	"strings"
	"unicode/utf8"
)

// inlines are the elements that a page hides on purpose. Larger ones may be shown
// by its scripts.
var inlines = set("p", "span", "font", "a", "b", "strong", "i", "em")

// mute empties the runs of text that are not part of the document's sentences:
// those that are not shown, and notes at the foot with their marks.
func mute(page string, events []event) {
	for i := 0; i < len(events); i++ {
		e := &events[i]
		if e.kind != openTag || e.end <= i || events[e.end].kind != closeTag || events[e.end].tag != e.tag {
			continue
		}
		tag := page[e.start:e.stop]
		if inlines[e.tag] && isUnseen(tag) || e.tag == "div" && isFootnote(tag) || (e.tag == "sup" || e.tag == "a" && isNoteLink(tag)) && isNoteMark(page, events[i:e.end], e.tag == "a") {
			for k := i; k < e.end; k++ {
				if events[k].kind == textRun {
					events[k].stop = events[k].start
				}
			}
			i = e.end
		}
	}
}

// isUnseen reports whether the style of a tag says that its element is not shown.
func isUnseen(tag string) bool {
	style := tagValue(tag, "style")
	return strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none")
}

// isFootnote reports whether the tag opens a note at the foot, as word processors
// write it: id=ftn1.
func isFootnote(tag string) bool {
	id := tagValue(tag, "id")
	for _, kind := range []string{"ftn", "edn"} {
		if n, ok := strings.CutPrefix(id, kind); ok && n != "" && strings.Trim(n, "0123456789") == "" {
			return true
		}
	}
	return false
}

// isNoteLink reports whether the tag links to a note at the foot, as word
// processors write it, and not back from there.
func isNoteLink(tag string) bool {
	target := tagValue(tag, "href")
	return (strings.Contains(target, "#_ftn") || strings.Contains(target, "#_edn")) && !strings.Contains(target, "ref")
}

// tagValue returns the quoted value of an attribute, in lower case.
func tagValue(tag, attribute string) string {
	_, rest, ok := strings.Cut(strings.ToLower(tag), attribute+"=")
	if !ok || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return ""
	}
	value, _, _ := strings.Cut(rest[1:], rest[:1])
	return value
}

// maxNoteMark is the length in bytes of the longest mark of a note, and in events.
const maxNoteMark = 16

// isNoteMark reports whether the text of the events is the mark of a note: [1], ①.
// A number without brackets is one only in a link, since others are exponents.
func isNoteMark(page string, events []event, link bool) bool {
	if len(events) > maxNoteMark {
		return false
	}
	var b strings.Builder
	for _, e := range events {
		if e.kind != textRun {
			continue
		}
		if b.WriteString(strings.TrimSpace(page[e.start:e.stop])); b.Len() > maxNoteMark {
			return false
		}
	}
	text := b.String()
	inner := strings.Trim(text, "[]［］〔〕【】()（）")
	if r, n := utf8.DecodeRuneInString(inner); n == len(inner) && r >= '①' && r <= '⑳' {
		return true
	}
	return inner != "" && (link || inner != text) && strings.Trim(inner, "0123456789") == ""
}
