package plan

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/plan/internal/columns"
	"github.com/qiaotoubao/fangan/plan/internal/source"
)

// Read reads a file as a plan. It finds out the character set, which need not
// be declared (see [charset.Decode]), undoes what damage it can prove (see
// [repair.Fix]), and parses the text as [Parse] does. A web page is read as by
// [ReadHTML], a document of a word processor as by [ReadDOCX].
//
// Cells of tables of duties that wrap side by side, as programs leave them that
// take the text out of PDF, are joined where there is one way to do it.
//
// Spans are byte ranges of the file, but for DOCX. All that lies in a row of such
// a table has the span of the row. What was repaired is reported, and all that
// lies in one repaired place has the span of the whole place. A name is the
// repaired one; what is written is what the file has.
//
// Bytes that are no text, and damage that could not be undone, are reported in
// the plan's Diagnostics. The error is that of r, a [charset.BinaryError] for a
// file that is no text, or one of [Parse]; the plan is then nil.
func Read(r io.Reader, opts *Options) (*Plan, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("plan: read: %w", err)
	}
	if source.IsDOCX(data) {
		return ReadDOCX(bytes.NewReader(data), opts)
	}
	decoded, err := charset.Decode(data, nil)
	if err != nil {
		return nil, fmt.Errorf("plan: %w", err)
	}
	if source.IsHTML(decoded.Text) {
		return readPage(decoded, opts)
	}
	if text, edits := columns.Join(decoded.Text); edits != nil {
		return readPart(decoded, text, edits, opts)
	}
	fixed := repair.FixDecoded(decoded, nil)
	return parseFixed(origin{text: decoded.Text, file: decoded.Map, bad: decoded.Diagnostics}, &fixed, opts)
}

// origin is a text that was taken from a file.
type origin struct {
	text string
	file *offset.Map // from the file's bytes to the text
	bad  []charset.Diagnostic
}

// readText repairs and parses the text, and brings the plan back to the file.
func readText(o origin, opts *Options) (*Plan, error) {
	fixed := repair.Fix(o.text, nil)
	return parseFixed(o, &fixed, opts)
}

// parseFixed parses a text that was repaired.
func parseFixed(o origin, fixed *repair.Result, opts *Options) (*Plan, error) {
	p, err := Parse(fixed.Text, opts)
	if err != nil {
		return nil, err
	}
	p.relate(o, fixed)
	return p, nil
}

// relate brings a plan that was parsed from a repaired text back to the file:
// all spans, what is written, and what there is to report.
func (p *Plan) relate(o origin, fixed *repair.Result) {
	if fixed.Map != nil {
		for n := range Preorder(p) {
			if d, ok := n.(*Department); ok {
				d.Written = fixed.Map.ToBefore(d.Span).Of(o.text)
			}
		}
	}
	if m := o.file.Then(fixed.Map); m != nil {
		p.remap(m.ToBefore)
		p.dropHiddenMarks()
	}
	var repaired []Span
	for _, e := range fixed.Edits {
		span := o.file.ToBefore(e.Before)
		repaired = append(repaired, span)
		p.report(Repaired, fmt.Sprintf("%q was repaired to %q", e.From, e.To), span)
	}
	for _, e := range fixed.Unsure {
		p.reportUnsure(e, o.file.ToBefore(e.Before))
	}
	for _, d := range o.bad {
		if !within(repaired, d.Span) {
			p.report(BadBytes, d.String(), d.Span)
		}
	}
	p.Diagnostics.sort()
}

// within reports whether one of spans, which are in order, overlaps s.
func within(spans []Span, s Span) bool {
	i, _ := slices.BinarySearchFunc(spans, s.Start, func(x Span, at int) int { return cmp.Compare(x.End, at+1) })
	return i < len(spans) && spans[i].Overlaps(s)
}

// dropHiddenMarks drops the marks that lie in a place which has one span for all,
// a repaired one or a joined row, where a name has that span already.
func (p *Plan) dropHiddenMarks() {
	leaves := p.treeLeaves()
	sortLeaves(leaves)
	spans := make([]Span, len(leaves))
	for i, l := range leaves {
		spans[i] = l.Span
	}
	p.marks = slices.DeleteFunc(p.marks, func(m Span) bool { return within(spans, m) })
}

func (p *Plan) report(code Code, message string, span Span) {
	p.Diagnostics = append(p.Diagnostics, Diagnostic{Severity: Warning, Code: code, Message: message, Span: span})
}

// reportUnsure reports damage that was left alone, where the parser has not
// seen it for itself.
func (p *Plan) reportUnsure(e repair.Edit, span Span) {
	seen := slices.ContainsFunc(p.Diagnostics, func(d Diagnostic) bool {
		return d.Code == DamagedText && d.Span.Overlaps(span)
	})
	if seen {
		return
	}
	message := "characters were lost"
	if e.Kind != repair.Lost {
		message = fmt.Sprintf("text may be damaged; it may have been %q", e.To)
	}
	p.report(DamagedText, message, span)
}
