package charset

import (
	"fmt"
	"io"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// Options say what is known of the bytes beforehand. Nil means nothing.
type Options struct {
	// Charset, if not Invalid, is the charset of the bytes for certain. Only a
	// byte order mark goes before it.
	Charset Charset

	// Label is a declaration from outside, such as the charset of an HTTP
	// header. It weighs as one in the file does, and goes before that.
	Label string
}

// Source tells what the choice of the charset rests on.
type Source uint8

// The sources of a choice.
const (
	NoSource    Source = iota
	Mark               // a byte order mark
	Given              // Options.Charset
	Declaration        // Options.Label or a declaration in the file that the evidence does not contradict
	Evidence           // the bytes alone
)

var sources = [...]string{"none", "mark", "given", "declaration", "evidence"}

// String returns the source's name.
func (s Source) String() string {
	if int(s) < len(sources) {
		return sources[s]
	}
	return fmt.Sprintf("Source(%d)", uint8(s))
}

// MarshalText writes the source's name.
func (s Source) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (s *Source) UnmarshalText(text []byte) error {
	for i, name := range sources {
		if name == string(text) {
			*s = Source(i)
			return nil
		}
	}
	return fmt.Errorf("charset: unknown source %q", text)
}

// Result is a decoded text.
type Result struct {
	Text string

	// Map leads from the bytes to the text. It is nil where both are the same.
	// Each character whose bytes differ is an edit of its own, so that a span
	// of the text leads to the exact bytes; a byte order mark is a deletion.
	Map *offset.Map

	Charset    Charset
	Confidence float64 // that Charset is right: 0 to 1
	Source     Source
	RunnerUp   Guess // the next best by evidence; Invalid where nothing was weighed

	// Diagnostics are in the order of the bytes, but for declarations, which
	// come first.
	Diagnostics []Diagnostic

	data []byte
}

// Original returns the bytes of the file that became the span of the text. It
// is a part of the slice that Decode was given.
func (r *Result) Original(span offset.Span) []byte {
	before := r.Map.ToBefore(span)
	return r.data[before.Start:before.End]
}

// Decode finds the charset of data and decodes it. It keeps data, which must
// not be changed as long as the Result is used.
//
// The error is a [*BinaryError] where data is no text. Any text, however
// damaged, is decoded: see [Result.Diagnostics]. It takes time linear in the
// length of data and is safe for concurrent use.
func Decode(data []byte, opts *Options) (*Result, error) {
	if format := knownFormat(data); format != "" {
		return nil, &BinaryError{Format: format}
	}
	c := choose(data, opts)
	r := &Result{
		Charset: c.charset, Confidence: c.confidence, Source: c.source, RunnerUp: c.runnerUp,
		Diagnostics: c.diagnostics, data: data,
	}
	if err := r.decode(c.mark); err != nil {
		return nil, err
	}
	return r, nil
}

// Read reads all of r and decodes it as [Decode] does. An error of r is
// returned as it is.
func Read(r io.Reader, opts *Options) (*Result, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return Decode(data, opts)
}
