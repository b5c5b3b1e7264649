package plan

import (
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/plan/internal/source"
)

// ReadDOCX reads the document of a word processor (DOCX, ECMA-376) as a plan:
// its paragraphs, with the numbers that the word processor shows before them,
// its tables and its text boxes; notes at the foot, tables of contents and what
// stands on the edges of pages are left out. Spans are byte ranges of the text
// that was taken out, a line a paragraph. The error is that of r or of a file
// that is no such document, or one of [Parse].
func ReadDOCX(r io.Reader, opts *Options) (*Plan, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("plan: read: %w", err)
	}
	text, err := source.DOCX(data)
	if err != nil {
		return nil, fmt.Errorf("plan: docx: %w", err)
	}
	return readText(origin{text: text}, opts)
}

// ReadHTML reads the main part of a web page as a plan, in any character set.
// Menus, scripts and footers are left out; tables of data are rows. Spans are
// byte ranges of the page. The error is that of r, or one of [Read].
func ReadHTML(r io.Reader, opts *Options) (*Plan, error) {
	res, err := charset.Read(r, nil)
	if err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	return readPage(res, opts)
}

// readPage reads a decoded page.
func readPage(decoded *charset.Result, opts *Options) (*Plan, error) {
	text, edits := source.HTML(decoded.Text)
	return readPart(decoded, text, edits, opts)
}

// readPart reads a text that was taken out of a decoded file by edits.
func readPart(decoded *charset.Result, text string, edits *offset.Map, opts *Options) (*Plan, error) {
	part := &charset.Result{Text: text, Charset: decoded.Charset}
	for _, d := range decoded.Diagnostics {
		d.Text = edits.ToAfter(d.Text)
		part.Diagnostics = append(part.Diagnostics, d)
	}
	fixed := repair.FixDecoded(part, nil)
	return parseFixed(origin{text: text, file: decoded.Map.Then(edits), bad: decoded.Diagnostics}, &fixed, opts)
}
