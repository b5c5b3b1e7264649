package source

import "strings"

// eventKind tells what an event of a page is.
type eventKind int

const (
	textRun eventKind = iota
	openTag
	closeTag
)

// class tells elements by the words of their class and id.
type class int

const (
	noClass class = iota
	titleClass
)

// event is a run of text or a tag of a page.
type event struct {
	kind        eventKind
	tag         string // lower case
	start, stop int    // bytes of the page
	end         int    // of an opening tag: the event that closes it, or the last one inside
	heading     int    // of h1 and h2
	class       class
}

// step is 1 for an opening tag and -1 for a closing one.
func (e *event) step() int {
	if e.kind == closeTag {
		return -1
	}
	return 1
}

var (
	hidden = set("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "aside", "form", "select", "button", "iframe", "object", "del", "rt", "rp")
	raw    = set("script", "style", "noscript", "template", "svg", "textarea")
	void   = set("br", "hr", "img", "input", "link", "meta", "wbr", "col", "source", "area", "base", "embed", "track", "param")
	blocks = set(
		"p", "div", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody", "thead",
		"section", "article", "main", "header", "blockquote", "pre", "center", "body", "html", "figure", "figcaption", "address", "title",
	)
)

// cells are the parts of tables.
var cells = set("table", "thead", "tbody", "tr", "td", "th")

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, n := range names {
		m[n] = true
	}
	return m
}

// tokenize cuts a page into events. Each opening tag is told where it closes;
// one that nothing closes ends with the element around it.
func tokenize(page string) []event {
	var events []event
	var stack []int
	for i := 0; i < len(page); {
		lt := strings.IndexByte(page[i:], '<')
		if lt < 0 {
			lt = len(page) - i
		}
		if lt > 0 {
			events = append(events, event{kind: textRun, start: i, stop: i + lt})
			i += lt
			continue
		}
		e, next := tagAt(page, i)
		i = next
		switch {
		case e.tag == "" && e.kind == textRun:
			if e.stop > e.start {
				events = append(events, e)
			}
			continue
		case e.kind == closeTag:
			stack = closeElement(events, stack, e.tag)
		case !void[e.tag]:
			stack = append(closeImplied(events, stack, e.tag), len(events))
		}
		e.end = len(events)
		events = append(events, e)
		if e.kind == openTag && raw[e.tag] {
			i = rawEnd(page, i, e.tag)
		}
	}
	for _, open := range stack {
		events[open].end = len(events) - 1
	}
	return events
}

// maxStack is how many open elements are looked through for the one that a tag
// closes; deeper ones are closed by what is around them.
const maxStack = 64

// closeElement closes the innermost open element of the tag, with those in it.
func closeElement(events []event, stack []int, tag string) []int {
	for k := len(stack) - 1; k >= 0 && k >= len(stack)-maxStack; k-- {
		if events[stack[k]].tag != tag {
			continue
		}
		for _, open := range stack[k:] {
			events[open].end = len(events)
		}
		return stack[:k]
	}
	return stack
}

// closeImplied closes the cell and the row that are open in the innermost table
// where the tag begins a cell or a row: their end tags may be left out.
func closeImplied(events []event, stack []int, tag string) []int {
	if tag != "td" && tag != "th" && tag != "tr" {
		return stack
	}
	for k := len(stack) - 1; k >= 0 && k >= len(stack)-maxStack && events[stack[k]].tag != "table"; k-- {
		if open := events[stack[k]].tag; open == "td" || open == "th" || open == "tr" && tag == "tr" {
			stack = closeElement(events, stack, open)
			k = len(stack)
		}
	}
	return stack
}

// tagAt reads the tag, comment or declaration at i, which is a '<'. A '<' that
// begins none is text.
func tagAt(page string, i int) (event, int) {
	rest := page[i+1:]
	switch {
	case strings.HasPrefix(rest, "!--"):
		if end := strings.Index(rest, "-->"); end >= 0 {
			return event{}, i + 1 + end + 3
		}
		return event{}, len(page)
	case strings.HasPrefix(rest, "!"), strings.HasPrefix(rest, "?"):
		return event{}, tagEnd(page, i)
	}
	e := event{kind: openTag, start: i}
	if strings.HasPrefix(rest, "/") {
		e.kind = closeTag
		rest = rest[1:]
	}
	n := 0
	for n < len(rest) && n < 20 && isName(rest[n]) {
		n++
	}
	if n == 0 {
		return event{kind: textRun, start: i, stop: i + 1}, i + 1
	}
	e.tag = strings.ToLower(rest[:n])
	e.stop = tagEnd(page, i)
	if e.kind == openTag {
		describe(&e, strings.ToLower(page[i:min(e.stop, i+400)]))
	}
	return e, e.stop
}

// describe tells headings and titles.
func describe(e *event, tag string) {
	if e.tag == "h1" || e.tag == "h2" {
		e.heading = int(e.tag[1] - '0')
	}
	for _, attr := range []string{"class=", "id="} {
		_, value, ok := strings.Cut(tag, attr)
		if ok && isTitle(value) {
			e.class = titleClass
		}
	}
}

// isTitle reports whether the attribute's value that rest begins with names a
// title.
func isTitle(rest string) bool {
	end := " >"
	if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
		end = rest[:1]
		rest = rest[1:]
	}
	if i := strings.IndexAny(rest, end); i >= 0 {
		rest = rest[:i]
	}
	return strings.Contains(rest, "title") || strings.Contains(rest, "biaoti")
}

func isName(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == ':'
}

// tagEnd returns the place behind the '>' that ends the tag at i. A quotation
// mark that is not closed within 4 KiB is none.
func tagEnd(page string, i int) int {
	for k := i; k < len(page); k++ {
		switch page[k] {
		case '>':
			return k + 1
		case '"', '\'':
			if end := strings.IndexByte(page[k+1:min(len(page), k+4096)], page[k]); end >= 0 {
				k += end + 1
			}
		case '<':
			if k > i {
				return k
			}
		}
	}
	return len(page)
}

// rawEnd returns where the closing tag of a raw element begins.
func rawEnd(page string, i int, tag string) int {
	for k := i; k < len(page); {
		lt := strings.Index(page[k:], "</")
		if lt < 0 {
			return len(page)
		}
		k += lt
		if len(page) >= k+2+len(tag) && strings.EqualFold(page[k+2:k+2+len(tag)], tag) {
			return k
		}
		k += 2
	}
	return len(page)
}
