package charset

import (
	"slices"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// choice is a charset with all that led to it.
type choice struct {
	charset     Charset
	source      Source
	confidence  float64
	runnerUp    Guess
	mark        int // the length of the byte order mark
	diagnostics []Diagnostic
}

func choose(data []byte, opts *Options) choice {
	if c, n := byteOrderMark(data); c != Invalid {
		return choice{charset: c, source: Mark, confidence: 1, mark: n}
	}
	if opts != nil && opts.Charset != Invalid {
		return choice{charset: opts.Charset, source: Given, confidence: 1}
	}
	if firstWide(data) == len(data) && !slices.Contains(data, 0) { // zeros are of UTF-16
		return choice{charset: ASCII, source: Evidence, confidence: 1}
	}
	d := declarationOf(data, opts)
	best, second := weigh(sampleOf(data), d.charset)
	c := choice{charset: best.Charset, source: Evidence, confidence: best.Confidence, runnerUp: second}
	return d.judge(c, data)
}

// claim is a declaration, from outside or from the file.
type claim struct {
	charset Charset
	label   string
	span    offset.Span // in the file, empty for one from outside
}

func declarationOf(data []byte, opts *Options) claim {
	if opts != nil && opts.Label != "" {
		c, _ := Lookup(opts.Label)
		return claim{charset: c, label: opts.Label}
	}
	span, ok := declaration(data)
	if !ok {
		return claim{}
	}
	label := string(data[span.Start:span.End])
	c, _ := Lookup(label)
	return claim{charset: c, label: label, span: span}
}

// judge adds to the choice what became of the claim. ASCII is a part of what
// was chosen, and so is no contradiction.
func (d claim) judge(c choice, data []byte) choice {
	problem := NoProblem
	switch {
	case d.label == "":
	case d.charset == c.charset:
		c.source = Declaration
	case d.charset == Invalid:
		problem = Unsupported
	case d.charset == ASCII && c.charset == UTF8:
	default:
		problem = Undeclared
	}
	if problem != NoProblem {
		bytes := []byte(d.label)
		if !d.span.Empty() {
			bytes = data[d.span.Start:d.span.End]
		}
		c.diagnostics = append(c.diagnostics, Diagnostic{Problem: problem, Span: d.span, Bytes: bytes})
	}
	if c.charset == UTF8 && utf8.Valid(data) && c.confidence < 1 {
		c.confidence = max(c.confidence, validConfidence)
	}
	return c
}

// validConfidence is the least confidence in UTF-8 where the whole file is
// well-formed: other charsets give such bytes by chance only in a few words.
const validConfidence = 0.9
