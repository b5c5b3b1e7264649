package source

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
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
// a row of a table. What was deleted in tracked changes is left out, and so are
// hidden text, notes at the foot, tables of contents and what stands on the
// edges of pages; text boxes stand before the paragraph that holds them.
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
	var numbers numbering
	var styles styleSheet
	decodePart(archive, "word/numbering.xml", &numbers)
	decodePart(archive, "word/styles.xml", &styles)
	w := newDocWriter(numbers.counters(&styles))
	if err := w.read(document); err != nil {
		return "", err
	}
	if w.toc.unended() { // it would hide the document
		w = newDocWriter(numbers.counters(&styles))
		w.toc.keep = true
		if err := w.read(document); err != nil {
			return "", err
		}
	}
	return w.finish(), nil
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

// decodePart reads one part of the archive into v; one that is damaged or not
// there says nothing.
func decodePart[T any](archive *zip.Reader, name string, v *T) {
	part, err := readPart(archive, name)
	if err != nil || part == nil {
		return
	}
	if err := xml.NewDecoder(bytes.NewReader(part)).Decode(v); err != nil {
		*v = *new(T)
	}
}

// read goes through the elements of the document's main part.
func (w *docWriter) read(document []byte) error {
	d := xml.NewDecoder(bytes.NewReader(document))
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
			if name := localName(t.Name); leftOut[name] {
				w.leaveOut(name)
			} else if w.skip == 0 {
				w.start(name, t)
			}
		case xml.EndElement:
			if name := localName(t.Name); leftOut[name] {
				w.skip--
			} else if w.skip == 0 {
				w.end(name)
			}
		case xml.CharData:
			if w.skip == 0 {
				w.chars(t)
			}
		}
	}
}

// leftOut holds the elements whose content is not shown: what was deleted or
// moved away, properties as they were before a tracked change, what older
// programs show instead of a text box, and the reading over a character.
var leftOut = set(
	"del", "moveFrom", "Fallback", "rt",
	"pPrChange", "rPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange",
)

// leaveOut begins an element that is left out. Among the properties of a
// paragraph it says that the mark at the paragraph's end is.
func (w *docWriter) leaveOut(name string) {
	if w.skip == 0 && w.props && (name == "del" || name == "moveFrom") {
		w.para().joined = true
	}
	w.skip++
}

// value returns the attribute val of an element.
func value(e xml.StartElement) string { return attribute(e, "val") }

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isOn reads an element that switches something on, unless it says otherwise.
func isOn(e xml.StartElement) bool {
	v := value(e)
	return v != "0" && v != "false" && v != "off"
}

// count returns the attribute val of an element as a number of columns.
func count(e xml.StartElement) int {
	n, err := strconv.Atoi(value(e))
	if err != nil {
		return 1
	}
	return max(1, min(n, maxColumns))
}
