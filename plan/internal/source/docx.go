package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxDocument bounds the unpacked size of one part of a document, so that a
// small file cannot fill the memory: 256 MiB.
const maxDocument = 256 << 20

// ErrNoDocument is the error for a ZIP file that holds no document.
var ErrNoDocument = errors.New("no word/document.xml in the file")

// IsDOCX reports whether data may be a DOCX file: a ZIP archive.
func IsDOCX(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// DOCX returns the text of a DOCX file: a line a paragraph, with the number
// that the word processor shows before it, and a line of cells between strokes
// a row of a table. What was deleted in tracked changes is left out.
func DOCX(data []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", err
	}
	document, err := readPart(archive, "word/document.xml")
	if err != nil {
		return "", err
	}
	if document == nil {
		return "", ErrNoDocument
	}
	var lists numbering
	if part, err := readPart(archive, "word/numbering.xml"); err == nil && part != nil {
		lists = readNumbering(part)
	}
	w := docWriter{lists: lists.counters()}
	if err := w.read(xml.NewDecoder(bytes.NewReader(document))); err != nil {
		return "", err
	}
	return w.out.String(), nil
}

// readPart unpacks one part of the archive; it is nil where there is none.
func readPart(archive *zip.Reader, name string) ([]byte, error) {
	for _, f := range archive.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer func() { _ = r.Close() }() // read only
		data, err := io.ReadAll(io.LimitReader(r, maxDocument+1))
		if err == nil && len(data) > maxDocument {
			err = fmt.Errorf("%s is larger than %d bytes", name, maxDocument)
		}
		return data, err
	}
	return nil, nil
}

// docWriter writes the text of a document while its XML is read.
type docWriter struct {
	out   strings.Builder
	para  strings.Builder
	lists counters
	num   listRef // of the paragraph
	depth int     // of tables
	cell  strings.Builder
	lines cellLines
	span  int  // columns of the cell
	below bool // the cell over it reaches down to it
	row   []string
	skip  int
	text  bool // inside w:t
}

// read goes through the elements of the document's main part.
func (w *docWriter) read(d *xml.Decoder) error {
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.text && w.skip == 0 {
				w.para.Write(t)
			}
		}
	}
}

func (w *docWriter) start(e xml.StartElement) {
	switch e.Name.Local {
	case "t":
		w.text = true
	case "tab":
		w.para.WriteByte('\t')
	case "br", "cr":
		w.para.WriteByte('\n')
	case "del", "moveFrom", "pict", "AlternateContent", "Fallback":
		w.skip++
	case "p":
		w.para.Reset()
		w.num = listRef{}
	case "numId":
		w.num.id = value(e)
	case "ilvl":
		w.num.level = value(e)
	case "tbl":
		w.depth++
	default:
		if w.depth == 1 { // a table in a cell is text of the cell
			w.startCell(e)
		}
	}
}

// startCell reads what opens rows and cells, and what they say of themselves.
func (w *docWriter) startCell(e xml.StartElement) {
	switch e.Name.Local {
	case "tr":
		w.row = nil
	case "tc":
		w.cell.Reset()
		w.lines = cellLines{}
		w.span, w.below = 1, false
	case "gridBefore":
		w.pad(count(e))
	case "gridSpan":
		w.span = count(e)
	case "vMerge":
		w.below = value(e) != "restart"
	}
}

// pad adds n empty cells to the row.
func (w *docWriter) pad(n int) { w.row = append(w.row, make([]string, n)...) }

func (w *docWriter) end(name string) {
	switch name {
	case "t":
		w.text = false
	case "del", "moveFrom", "pict", "AlternateContent", "Fallback":
		w.skip = max(0, w.skip-1)
	case "p":
		w.paragraph()
	case "tc":
		w.endCell()
	case "tr":
		if w.depth == 1 && len(w.row) > 0 {
			w.out.WriteString("| " + strings.Join(w.row, " | ") + " |\n")
		}
	case "tbl":
		w.depth = max(0, w.depth-1)
	}
}

// endCell adds the cell to its row.
func (w *docWriter) endCell() {
	if w.depth != 1 {
		return
	}
	text := strings.TrimSpace(w.cell.String())
	if w.below && text == "" {
		text = Merged
	}
	w.row = append(w.row, text)
	w.pad(w.span - 1)
	w.span = 1
}

// paragraph writes the paragraph, to its cell or as a line.
func (w *docWriter) paragraph() {
	text := w.lists.label(w.num) + w.para.String()
	w.para.Reset()
	if w.depth == 0 {
		w.out.WriteString(text + "\n")
		return
	}
	for line := range strings.SplitSeq(text, "\n") {
		w.cell.WriteString(w.lines.add(line))
		w.cell.WriteString(line)
		w.lines.end()
	}
}

// count returns the attribute val of an element as a number of columns.
func count(e xml.StartElement) int {
	n, err := strconv.Atoi(value(e))
	if err != nil {
		return 1
	}
	return max(1, min(n, maxColumns))
}

// value returns the attribute val of an element.
func value(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}
