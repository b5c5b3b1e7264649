package plan

import (
	"bytes"
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/plan/internal/source"
)

// Read reads a file as a plan. It finds out the character set, which need not
// be declared (see [charset.Decode]), and parses the text as [Parse] does. A web
// page is read as by [ReadHTML], a document of a word processor as by
// [ReadDOCX]. Spans are byte ranges of the file, but for the latter.
//
// Bytes that are no text are reported in the plan's Diagnostics. The error is
// that of r, a [charset.BinaryError] for a file that is no text, or one of
// [Parse]; the plan is then nil.
func Read(r io.Reader, opts *Options) (*Plan, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("plan: read: %w", err)
	}
	if source.IsDOCX(data) {
		return ReadDOCX(bytes.NewReader(data), opts)
	}
	res, err := charset.Decode(data, nil)
	if err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	if source.IsHTML(res.Text) {
		return readPage(res, opts)
	}
	return readText(res.Text, res.Map, res.Diagnostics, opts)
}
