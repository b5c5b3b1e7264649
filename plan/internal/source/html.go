package source

import (
	"html"
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// IsHTML reports whether text is a web page or a part of one: it begins with a
// tag or a declaration of HTML, or holds paragraphs in tags.
func IsHTML(text string) bool {
	head := strings.ToLower(strings.TrimLeftFunc(text[:min(len(text), 2048)], func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' }))
	for _, s := range []string{"<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p ", "<h1", "<h2", "<span", "<table", "<section", "<article", "<meta"} {
		if strings.HasPrefix(head, s) {
			return true
		}
	}
	return strings.HasPrefix(head, "<?xml") && strings.Contains(head, "<html") || strings.HasPrefix(head, "<!--") && strings.Contains(head, "<html")
}

// HTML returns the text of a page's main part, and the map from the page to it.
// The main part is the innermost element that holds most of the page's text
// outside of links, with the headings and the facts on the document before it;
// menus, scripts and footers are left out. It takes time linear in the page, and any text is some page.
func HTML(page string) (string, *offset.Map) {
	events := tokenize(page)
	mute(page, events)
	data := dataTables(page, events)
	from, to := mainPart(page, events, data)
	w := writer{page: page}
	facts := factElements(page, events, from)
	for i := 0; i < to; i++ {
		e := events[i]
		switch {
		case i >= from:
			w.event(e, data)
		case facts[i], e.kind == openTag && (e.heading > 0 || e.class == titleClass) && e.end < from:
			for ; i <= e.end; i++ {
				w.event(events[i], data)
			}
			w.newline()
			i--
		}
	}
	return w.finish()
}

// writer builds the text and its map.
type writer struct {
	page  string
	out   strings.Builder
	edits offset.Builder
	pos   int // of the page, up to where it was written or dropped
	table int // data tables that are open
	inset int // tables that are open and set the text of a cell
	grid  grid
	cell  bool
	lines cellLines
	wide  int // columns that the last cell reaches over beside its own
	skip  int // elements without text that are open

	lists  []htmlList // that are open
	number string     // of the item that has begun
}

// event writes what one event of the page means for the text.
func (w *writer) event(e event, data map[int]bool) {
	w.list(e)
	switch {
	case e.kind == textRun:
		if w.skip == 0 {
			w.run(e)
		}
	case hidden[e.tag]:
		w.skip = max(0, w.skip+e.step())
	case e.tag == "table" && w.table > 0 && (e.kind == openTag || w.inset > 0), w.inset > 0 && cells[e.tag]:
		w.lines.end()
		if e.tag == "table" {
			w.inset = max(0, w.inset+e.step())
		}
	case e.tag == "table" && data[e.start], e.kind == closeTag && e.tag == "table" && w.table > 0:
		w.endRow()
		w.table = max(0, w.table+e.step())
		w.grid = grid{}
	case w.table > 0:
		w.row(e)
	case blocks[e.tag]:
		w.newline()
	}
}

// run writes a run of text; in a cell, what ended the line before it.
func (w *writer) run(e event) {
	if w.table > 0 {
		text := w.page[e.start:e.stop]
		if w.lines.ended && strings.TrimSpace(text) == "" {
			return
		}
		w.insert(w.lines.add(text))
	}
	w.addNumber(w.page[e.start:e.stop])
	w.text(e.start, e.stop)
}

// row writes the strokes of a data table: one before each cell, one behind the
// last of a row. Each row gets all its columns, so that cells which reach over
// several leave the others in their places.
func (w *writer) row(e event) {
	switch {
	case e.tag == "tr":
		w.endRow()
		w.grid.startRow()
	case (e.tag == "td" || e.tag == "th") && e.kind == openTag:
		tag := w.page[e.start:e.stop]
		columns := reach(tag, "colspan", maxColumns)
		merged := w.grid.place(columns, reach(tag, "rowspan", maxRows))
		if w.cell {
			w.blank()
		}
		w.fill(w.wide, merged)
		w.insert("| ")
		w.cell, w.wide, w.lines = true, columns-1, cellLines{}
	case e.tag == "td" || e.tag == "th":
		w.blank()
	case e.tag == "br" || blocks[e.tag]:
		w.lines.end()
	}
}

// endRow writes what stands behind the last cell of a row.
func (w *writer) endRow() {
	if w.cell {
		w.blank()
		w.fill(w.wide, w.grid.endRow())
		w.insert("|")
	}
	w.cell, w.wide = false, 0
	w.newline()
}

// fill writes empty cells and merged ones.
func (w *writer) fill(empty, merged int) {
	if n := min(empty, maxColumns); n > 0 {
		w.insert(strings.Repeat("| ", n))
	}
	if merged > 0 {
		w.insert(strings.Repeat("| "+Merged+" ", merged))
	}
}

// text writes the run of text from i to j: white space within a line is one
// blank, and entities become their characters.
func (w *writer) text(i, j int) {
	for i < j {
		next := i + strings.IndexAny(w.page[i:j], "&\n\r\t")
		if next < i {
			next = j
		}
		w.keep(i, next)
		if next == j {
			return
		}
		i = w.special(next, j)
	}
}

// special writes the entity or the white space at i.
func (w *writer) special(i, j int) int {
	if w.page[i] != '&' {
		end := i
		for end < j && strings.IndexByte("\n\r\t ", w.page[end]) >= 0 {
			end++
		}
		if s := w.out.String(); s != "" && !strings.HasSuffix(s, "\n") && end < j && w.page[end] < 0x80 {
			w.insert(" ")
		}
		return end
	}
	end := i + 1
	for end < j && end < i+12 && w.page[end] != ';' && w.page[end] != '&' {
		end++
	}
	if end < j && w.page[end] == ';' {
		end++
	}
	decoded := html.UnescapeString(w.page[i:end])
	if decoded == w.page[i:end] {
		w.keep(i, i+1)
		return i + 1
	}
	w.replace(i, end, decoded)
	return end
}

// keep writes the page's bytes from i to j as they are.
func (w *writer) keep(i, j int) {
	if i >= j {
		return
	}
	w.drop(i)
	w.out.WriteString(w.page[i:j])
	w.edits.Keep(j - i)
	w.pos = j
}

// drop leaves out the page up to i.
func (w *writer) drop(i int) {
	if i > w.pos {
		w.edits.Replace(i-w.pos, 0)
		w.pos = i
	}
}

// replace writes s for the page's bytes from i to j.
func (w *writer) replace(i, j int, s string) {
	w.drop(i)
	w.out.WriteString(s)
	w.edits.Replace(j-i, len(s))
	w.pos = j
}

// insert writes s for nothing.
func (w *writer) insert(s string) {
	w.out.WriteString(s)
	w.edits.Replace(0, len(s))
}

// blank separates what follows from what stands before it in the line.
func (w *writer) blank() {
	if !strings.HasSuffix(w.out.String(), " ") {
		w.insert(" ")
	}
}

// newline ends the line, unless it is empty.
func (w *writer) newline() {
	if n := w.out.Len(); n > 0 && !w.atLineStart() {
		w.insert("\n")
	}
}

func (w *writer) atLineStart() bool {
	s := w.out.String()
	return strings.HasSuffix(s, "\n")
}

// finish returns the text and its map.
func (w *writer) finish() (string, *offset.Map) {
	w.drop(len(w.page))
	return w.out.String(), w.edits.Map()
}
