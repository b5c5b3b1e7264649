package plan

import (
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// Read reads a file as a plan. It finds out the character set, which need not
// be declared (see [charset.Decode]), and parses the text as [Parse] does.
// Spans are byte ranges of the file.
//
// Bytes that are no text are reported in the plan's Diagnostics. The error is
// that of r, a [charset.BinaryError] for a file that is no text, or one of
// [Parse]; the plan is then nil.
func Read(r io.Reader, opts *Options) (*Plan, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("plan: read: %w", err)
	}
	res, err := charset.Decode(data, nil)
	if err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	p, err := Parse(res.Text, opts)
	if err != nil {
		return nil, err
	}
	if res.Map != nil {
		p.remap(res.Map.ToBefore)
	}
	for _, d := range res.Diagnostics {
		p.Diagnostics = append(p.Diagnostics, Diagnostic{Severity: Warning, Code: BadBytes, Message: d.String(), Span: d.Span})
	}
	p.Diagnostics.sort()
	return p, nil
}
