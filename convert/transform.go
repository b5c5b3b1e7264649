package convert

import (
	"errors"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"github.com/qiaotoubao/fangan/convert/internal/engine"
)

// Transformer returns a transformer that converts a stream of text. The result
// is that of [Converter.String] on the whole, wherever the stream is cut and
// however small the buffers of the caller are, as long as they hold the longest
// phrase. It needs constant memory, also where the stream has no line breaks.
//
// The transformer has a state: it is for one stream at a time, and not for
// concurrent use.
func (c *Converter) Transformer() transform.SpanningTransformer {
	return &transformer{run: engine.NewRun(c.p)}
}

// transformer converts a stream.
type transformer struct {
	run     *engine.Run
	pending []byte // output that found no room yet
}

// streamPiece is how many bytes are converted at once at least, if there are so
// many; more where a decision needs them.
const streamPiece = 4096

// Reset makes t ready for another stream.
func (t *transformer) Reset() {
	t.run.Reset()
	t.pending = t.pending[:0]
}

// Transform implements transform.Transformer.
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	size := streamPiece
	for {
		n := copyRunes(dst[nDst:], t.pending)
		nDst += n
		t.pending = append(t.pending[:0], t.pending[n:]...)
		if len(t.pending) > 0 {
			return nDst, nSrc, transform.ErrShortDst
		}
		rest := src[nSrc:]
		next := rest[:min(len(rest), size)]
		last := len(next) == len(rest)
		k, written := t.feed(dst[nDst:], next, last && atEOF)
		nDst += written
		nSrc += k
		switch {
		case len(t.pending) > 0:
			continue
		case last && k < len(next):
			return nDst, nSrc, transform.ErrShortSrc
		case last:
			return nDst, nSrc, nil
		case k == 0:
			size *= 2
		}
	}
}

// feed converts src into dst and, where there is no room, into t.pending.
func (t *transformer) feed(dst, src []byte, final bool) (nSrc, nDst int) {
	t.run.Out = dst[:0:len(dst)]
	nSrc = t.run.Feed(engine.Text(src), final)
	out := t.run.Out
	t.run.Out = nil
	if len(out) <= len(dst) {
		return nSrc, len(out) // it is there
	}
	n := copyRunes(dst, out)
	t.pending = append(t.pending, out[n:]...)
	return nSrc, n
}

// copyRunes copies from src to dst what dst has room for, and splits no rune.
func copyRunes(dst, src []byte) int {
	n := min(len(dst), len(src))
	for start := n - 1; start >= max(0, n-utf8.UTFMax+1); start-- {
		if utf8.RuneStart(src[start]) {
			if _, size := utf8.DecodeRune(src[start:]); start+size > n {
				n = start
			}
			break
		}
	}
	return copy(dst[:n], src)
}

// spanPiece is how many bytes Span looks at together.
const spanPiece = 512

// Span implements transform.SpanningTransformer.
func (t *transformer) Span(src []byte, atEOF bool) (n int, err error) {
	if len(t.pending) > 0 || !t.run.Clean() {
		return 0, transform.ErrEndOfSpan
	}
	defer t.run.Reset()
	n, err = t.span(src, atEOF, spanPiece)
	if errors.Is(err, transform.ErrEndOfSpan) {
		t.run.Reset()
		end := min(len(src), n+2*spanPiece)
		k, _ := t.span(src[n:end], false, 1)
		n += k
	}
	return n, err
}

// span converts src piece by piece while nothing changes. It returns how much
// is done with, at a place from where conversion could start anew.
func (t *transformer) span(src []byte, atEOF bool, step int) (n int, err error) {
	fed, same, size := 0, 0, step
	buf := make([]byte, 0, 2*spanPiece)
	for {
		next := src[fed:min(len(src), fed+size)]
		last := len(next) == len(src)-fed
		t.run.Out = buf[:0]
		k := t.run.Feed(engine.Text(next), last && atEOF)
		fed += k
		out := t.run.Out
		if len(out) > len(src)-same || string(out) != string(src[same:same+len(out)]) {
			return n, transform.ErrEndOfSpan
		}
		same += len(out)
		if fed == same && t.run.Clean() {
			n = fed
		}
		switch {
		case last && atEOF && same < len(src):
			return n, transform.ErrEndOfSpan
		case last && n < len(src):
			return n, transform.ErrShortSrc
		case last:
			return n, nil
		case k == 0:
			size += step
		default:
			size = step
		}
	}
}
