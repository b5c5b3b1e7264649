package plan

import (
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/internal/source"
)

// ReadDOCX reads the document of a word processor (DOCX, ECMA-376) as a plan:
// its paragraphs, with the numbers that the word processor shows before them,
// and its tables. Spans are byte ranges of the text that was taken out, a line a
// paragraph. The error is that of r or of a file that is no such document, or
// one of [Parse].
func ReadDOCX(r io.Reader, opts *Options) (*Plan, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("plan: read: %w", err)
	}
	text, err := source.DOCX(data)
	if err != nil {
		return nil, fmt.Errorf("plan: docx: %w", err)
	}
	return Parse(text, opts)
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
func readPage(res *charset.Result, opts *Options) (*Plan, error) {
	text, edits := source.HTML(res.Text)
	return readText(text, res.Map.Then(edits), res.Diagnostics, opts)
}

// readText parses text that was made from a file and moves the spans of the
// plan to the file.
func readText(text string, edits *offset.Map, bad []charset.Diagnostic, opts *Options) (*Plan, error) {
	p, err := Parse(text, opts)
	if err != nil {
		return nil, err
	}
	if edits != nil {
		p.remap(edits.ToBefore)
	}
	for _, d := range bad {
		p.Diagnostics = append(p.Diagnostics, Diagnostic{Severity: Warning, Code: BadBytes, Message: d.String(), Span: d.Span})
	}
	p.Diagnostics.sort()
	return p, nil
}
