package charset

import (
	"bufio"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// peek is how much of a stream [NewReader] looks at to choose the charset.
const peek = 64 << 10

// NewReader returns a reader of the text of r as UTF-8, without a byte order
// mark, in constant memory, and the charset. It chooses by the first 64 KiB; bad
// bytes become U+FFFD as in [Decode], but are not reported. Use [Read] for an
// offset map and diagnostics.
//
// The error is a [*BinaryError] where the start is no text, or r's own.
func NewReader(r io.Reader, opts *Options) (io.Reader, Charset, error) {
	in := bufio.NewReaderSize(r, peek)
	head, err := in.Peek(peek)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, Invalid, err
	}
	start, err := Decode(head, opts)
	if err != nil {
		return nil, Invalid, err
	}
	_, mark := byteOrderMark(head)
	if _, err := in.Discard(mark); err != nil {
		return nil, Invalid, err
	}
	found := start.Charset
	if found == ASCII { // what follows may be more
		found = UTF8
	}
	return transform.NewReader(in, &stream{step: found.step()}), start.Charset, nil
}

// stream is a decoder of the shape that x/text asks for.
type stream struct {
	transform.NopResetter

	step func([]byte) unit
}

// Transform implements transform.Transformer.
func (s *stream) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		rest := src[nSrc:]
		u := s.step(rest)
		if !atEOF && len(rest) < maxUnit && (u.problem != NoProblem || u.size > 1 || rest[0] >= utf8.RuneSelf) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if len(dst)-nDst < 2*utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += utf8.EncodeRune(dst[nDst:], u.r)
		if u.mark != 0 {
			nDst += utf8.EncodeRune(dst[nDst:], u.mark)
		}
		nSrc += u.size
	}
	return nDst, nSrc, nil
}
