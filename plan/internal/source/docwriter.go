package source

import (
	"encoding/xml"
	"strings"
)

// docWriter writes the text of a document while its XML is read.
type docWriter struct {
	flows  []*flow      // the document, and the cells and the text box that are open
	tables []*docTable  // those that are open
	deep   int          // tables that are open and lie too deep to be any
	boxes  int          // text boxes that are open
	paras  []*paragraph // those that are open: one in a text box lies in another one
	lists  counters
	toc    contents
	skip   int  // elements that are left out and open
	text   bool // inside w:t
	instr  bool // inside w:instrText
	props  bool // inside the properties of a paragraph
	hidden bool // the run is not shown
}

func newDocWriter(lists counters) *docWriter {
	return &docWriter{flows: []*flow{{}}, lists: lists}
}

// paragraph is a paragraph in the making.
type paragraph struct {
	text    strings.Builder
	num     listRef
	style   string
	label   string
	labeled bool // its label was counted
	joined  bool // the mark at its end was deleted
	muted   bool // it has text that is not shown
}

// localName returns the name of an element of a word processor's text, and of
// one that says what programs show that do not know another. Other elements
// draw, and their names say nothing here.
func localName(n xml.Name) string {
	if n.Local == "Fallback" || n.Space == "w" || strings.Contains(n.Space, "wordprocessingml") ||
		n.Local == "t" && strings.HasSuffix(n.Space, "/math") {
		return n.Local
	}
	return ""
}

func (w *docWriter) start(name string, e xml.StartElement) {
	switch name {
	case "p":
		w.startParagraph()
	case "pPr":
		w.props = true
	case "r":
		w.hidden = false
	case "t":
		w.text = true
	case "instrText":
		w.instr = true
	case "txbxContent":
		w.startBox()
	case "sdt":
		w.toc.startBlock()
	case "docPartGallery":
		w.toc.gallery(value(e))
	case "fldChar":
		w.toc.mark(attribute(e, "fldCharType"))
	default:
		if w.props {
			w.property(name, e)
			return
		}
		w.mark(name, e)
		w.startTable(name, e)
	}
}

// property reads a property of the paragraph.
func (w *docWriter) property(name string, e xml.StartElement) {
	p := w.para()
	switch name {
	case "pStyle":
		p.style = value(e)
	case "numId":
		p.num.id = value(e)
	case "ilvl":
		p.num.level = value(e)
	}
}

// mark writes what stands for a character, and reads whether the run is shown.
func (w *docWriter) mark(name string, e xml.StartElement) {
	switch name {
	case "vanish":
		w.hidden = isOn(e)
	case "tab", "ptab":
		w.write("\t")
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("-")
	case "sym":
		w.write(symbol(attribute(e, "font"), attribute(e, "char")))
	}
}

func (w *docWriter) end(name string) {
	switch name {
	case "p":
		w.endParagraph()
	case "pPr":
		w.props = false
	case "t":
		w.text = false
	case "instrText":
		w.instr = false
	case "txbxContent":
		w.endBox()
	case "sdt":
		w.toc.endBlock()
	default:
		w.endTable(name)
	}
}

// chars reads characters between tags.
func (w *docWriter) chars(data []byte) {
	switch {
	case w.text:
		w.write(string(data))
	case w.instr:
		w.toc.instruct(string(data))
	}
}

// para returns the innermost paragraph that is open.
func (w *docWriter) para() *paragraph {
	if len(w.paras) == 0 {
		w.paras = append(w.paras, &paragraph{})
	}
	return w.paras[len(w.paras)-1]
}

// flow returns what the next paragraph belongs to.
func (w *docWriter) flow() *flow { return w.flows[len(w.flows)-1] }

// closeFlow closes the innermost flow and returns it.
func (w *docWriter) closeFlow() *flow {
	f := w.flow()
	w.flows = w.flows[:len(w.flows)-1]
	w.flush(f)
	return f
}

// write adds text to the paragraph.
func (w *docWriter) write(s string) {
	p := w.para()
	if w.hidden || w.toc.open() {
		p.muted = true
		return
	}
	p.text.WriteString(s)
}

// startParagraph opens a paragraph, or goes on in the one whose mark was deleted.
func (w *docWriter) startParagraph() {
	p := w.flow().open
	if w.flow().open = nil; p == nil {
		p = &paragraph{}
	}
	p.joined, p.num, p.style = false, listRef{}, ""
	w.paras = append(w.paras, p)
}

// endParagraph adds the paragraph to its flow.
func (w *docWriter) endParagraph() {
	p := w.para()
	w.paras = w.paras[:len(w.paras)-1]
	if p.text.Len() > 0 || !p.joined && !p.muted {
		w.count(p)
	}
	if p.joined {
		w.flow().open = p
		return
	}
	w.add(w.flow(), p)
}

// count gives the paragraph its number.
func (w *docWriter) count(p *paragraph) {
	if !p.labeled {
		p.label, p.labeled = w.lists.label(p.num, p.style), true
	}
}

// add adds the paragraph to the flow, unless nothing of it is shown.
func (w *docWriter) add(f *flow, p *paragraph) {
	if p.text.Len() > 0 || !p.joined && !p.muted {
		f.lines = append(f.lines, flowLine{text: p.label + p.text.String()})
	}
}

// flush adds a paragraph whose mark was deleted and that nothing followed.
func (w *docWriter) flush(f *flow) {
	if f.open != nil {
		w.add(f, f.open)
		f.open = nil
	}
}

// startBox opens a text box. One that lies in another is text of that.
func (w *docWriter) startBox() {
	if w.boxes++; w.boxes == 1 {
		w.flows = append(w.flows, &flow{})
	}
}

// endBox adds the lines of a text box before the paragraph that holds it.
func (w *docWriter) endBox() {
	if w.boxes--; w.boxes > 0 {
		return
	}
	box := w.closeFlow()
	if strings.TrimSpace(box.text()) != "" {
		w.flow().lines = append(w.flow().lines, box.lines...)
	}
}

// finish returns the text.
func (w *docWriter) finish() string {
	w.flush(w.flows[0])
	return w.flows[0].text()
}
