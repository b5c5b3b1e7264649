package export

import (
	"encoding/xml"
	"strconv"
)

// markup writes XML. Elements that hold elements stand on lines of their own;
// in those that hold text, nothing is added.
type markup struct {
	*printer
	ids map[string]int // how often each was asked for
}

// attr is an attribute; one without a value is left out.
type attr struct{ name, value string }

// text writes character data. What XML has no place for becomes U+FFFD.
func (m *markup) text(s string) {
	_ = xml.EscapeText(m.w, []byte(s)) // the error stays until close
}

func (m *markup) tag(name string, attrs []attr, end string) {
	m.put("<", name)
	for _, a := range attrs {
		if a.value != "" {
			m.put(" ", a.name, `="`)
			m.text(a.value)
			m.put(`"`)
		}
	}
	m.put(end)
}

// open begins an element that holds elements.
func (m *markup) open(name string, attrs ...attr) { m.tag(name, attrs, ">\n") }

func (m *markup) shut(name string) { m.put("</", name, ">\n") }

// void writes an empty element.
func (m *markup) void(name string, attrs ...attr) { m.tag(name, attrs, "/>\n") }

// leaf writes an element that holds text on a line of its own.
func (m *markup) leaf(name, text string, attrs ...attr) {
	m.span(name, text, attrs...)
	m.put("\n")
}

// span writes an element that holds text within a line.
func (m *markup) span(name, text string, attrs ...attr) {
	m.tag(name, attrs, ">")
	m.text(line(text))
	m.put("</", name, ">")
}

// id returns an id that no other element has: base itself for the first one
// that asks for it.
func (m *markup) id(base string) string {
	m.ids[base]++
	if n := m.ids[base]; n > 1 {
		return base + "-" + strconv.Itoa(n)
	}
	return base
}

// next returns base with the number of ids that it was asked for.
func (m *markup) next(base string) string {
	m.ids[base]++
	return base + strconv.Itoa(m.ids[base])
}
