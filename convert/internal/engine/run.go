package engine

import (
	"unsafe"

	"github.com/qiaotoubao/fangan/convert/internal/opencc"
	"github.com/qiaotoubao/fangan/convert/internal/trie"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// Run is a conversion under way. A text may be fed to it in pieces; the same
// result comes out, however it is cut. Its memory is bounded by the longest key
// and the sizes of the pieces.
type Run struct {
	p   *Pipeline
	Out []byte
	// carry holds, for each step of the chain, the input that the step cannot
	// decide on yet. What the first step works on is left with the caller, but
	// for text in segments.
	carry [][]byte
	// buffers holds room for what a step but the last writes, always empty.
	buffers [][]byte
	// edits notes what each step does; nil where nobody asks.
	edits []offset.Builder
	// norm runs the normalization, whose output is the input of this run. It is
	// used only while slow is set: most text has nothing to normalize.
	norm *Run
	slow bool
	// seen is how many bytes of what is fed next were shown to Cut already,
	// found what it set last.
	seen  int
	found []int
}

// NewRun returns a run of a text through p.
func NewRun(p *Pipeline) *Run {
	return &Run{
		p:       p,
		carry:   make([][]byte, len(p.Chain)),
		buffers: make([][]byte, len(p.Chain)),
		norm: &Run{
			p:       &Pipeline{Chain: p.Norm},
			carry:   make([][]byte, len(p.Norm)),
			buffers: make([][]byte, len(p.Norm)),
			slow:    true,
		},
	}
}

// Reset makes r ready for another text. It keeps the buffers.
func (r *Run) Reset() {
	r.Out, r.edits, r.slow, r.seen = nil, nil, false, 0
	for i := range r.carry {
		r.carry[i] = r.carry[i][:0]
	}
	n := r.norm
	n.Out, n.edits = n.Out[:0], nil
	for i := range n.carry {
		n.carry[i] = n.carry[i][:0]
	}
}

// Clean reports whether nothing is undecided: the rest of the text could be fed
// to a new run.
func (r *Run) Clean() bool { return !r.slow && r.idle() }

// idle reports whether no step of the chain holds text back.
func (r *Run) idle() bool {
	for _, c := range r.carry {
		if len(c) > 0 {
			return false
		}
	}
	return true
}

// slowPiece is how many bytes are normalized at once, more than any
// description sequence has.
const slowPiece = 4096

// Feed converts src, the next piece of the text, and returns how many bytes of
// it are done with. The rest must be fed again, with more behind it; with final,
// which says that the text ends here, there is none.
func (r *Run) Feed(src string, final bool) int {
	n := 0
	for {
		if !r.slow {
			k := r.convert(src[n:], final)
			r.norm.keep(k)
			n += k
		}
		if !r.slow {
			return n
		}
		size := max(slowPiece, r.norm.p.longestKey())
		last := len(src)-n <= size
		n += r.feedSlow(src[n:min(len(src), n+size)], final && last)
		if last {
			return n
		}
	}
}

// feedSlow normalizes a piece and converts what comes out. It ends the slow mode
// where nothing is left undecided.
func (r *Run) feedSlow(src string, final bool) int {
	n := r.norm.replace(0, src, final, false)
	done := r.convert(Text(r.norm.Out), final)
	r.norm.Out = append(r.norm.Out[:0], r.norm.Out[done:]...)
	r.slow = len(r.norm.Out) > 0 || !r.norm.idle()
	return n
}

// keep notes that n bytes passed by a run that was not needed.
func (r *Run) keep(n int) {
	for i := range r.edits {
		r.edits[i].Keep(n)
	}
}

// convert converts normalized text as far as it can be decided. Outside of the
// slow mode it stops at the first character that the normalization may have to
// do with, and sets the mode.
func (r *Run) convert(text string, final bool) int {
	if r.p.Front != nil {
		return r.fronted(text, final)
	}
	return r.inner(text, final)
}

// inner converts text without the caller's dictionaries.
func (r *Run) inner(text string, final bool) int {
	if r.p.cut != nil {
		return r.bordered(text, final)
	}
	return r.scheme(text, final)
}

// scheme converts text by the rules of the scheme alone.
func (r *Run) scheme(text string, final bool) int {
	switch {
	case r.p.Fused:
		return r.fused(text, final)
	case r.p.Seg != nil:
		return r.segmented(text, final)
	default:
		return r.replace(0, text, final, true)
	}
}

// halts reports whether a conversion has to stop before m: where more text may
// change the outcome, or where normalization has to come first.
func (r *Run) halts(m trie.Match, final bool) bool {
	if m.Special && !r.slow {
		r.slow = true
		return true
	}
	return m.Open && !final
}

// unmatched returns the length of what passes unchanged where no key matches:
// one rune, or a whole description sequence. It reports false where more text
// is needed to tell.
func unmatched(s string, m trie.Match, final bool) (n int, ok bool) {
	if !m.Special {
		return m.Size, true
	}
	n, open := opencc.Sequence(s)
	if open && !final {
		return 0, false
	}
	return max(n, m.Size), true
}

// replace runs step i of the chain over text and passes the result on. It
// returns how much of text it could decide on. With top, text is that of the
// caller and not the result of a step.
func (r *Run) replace(i int, text string, final, top bool) int {
	if i == len(r.p.Chain) {
		r.push(i, text, final)
		return len(text)
	}
	t := r.p.Chain[i]
	start := 0 // of what is not passed on
	for p := 0; p < len(text); {
		if r.edits == nil {
			if n := r.simple(i, text[p:]); n > 0 {
				p += n
				start = p
				continue
			}
		}
		q, m := t.Next(text, p)
		if q == len(text) {
			break
		}
		if m.Record == 0 || m.Special || m.Open {
			if top && r.halts(m, final) || m.Open && !final {
				r.pass(i, text[start:q], false)
				return q
			}
			if m.Record == 0 {
				n, ok := unmatched(text[q:], m, final)
				if !ok {
					r.pass(i, text[start:q], false)
					return q
				}
				p = q + n
				r.pass(i, text[start:p], false)
				start = p
				continue
			}
		}
		e := t.Entry(m.Record)
		p = q + e.KeyLen
		r.pass(i, text[start:q], false)
		r.change(i, text[q:p], e.Result)
		r.push(i+1, e.Result, false)
		start = p
	}
	r.pass(i, text[start:], final)
	return len(text)
}

// stepBuffer is how many bytes a step that others follow writes at once.
const stepBuffer = 4096

// simple runs step i of the chain over the start of text as far as it is simple,
// and returns how far that is.
func (r *Run) simple(i int, text string) int {
	t := r.p.Chain[i]
	n := 0
	if i+1 == len(r.p.Chain) {
		r.Out, n = t.Replace(r.Out, text)
		return n
	}
	if r.buffers[i] == nil {
		r.buffers[i] = make([]byte, 0, stepBuffer)
	}
	b, n := t.Replace(r.buffers[i], text)
	if n > 0 {
		r.push(i+1, Text(b), false)
	}
	return n
}

// pass hands on what step i leaves as it is. A border ends a segment.
func (r *Run) pass(i int, text string, border bool) {
	if r.edits != nil {
		r.edits[i].Keep(len(text))
	}
	r.push(i+1, text, border)
}

// carryPiece is how many bytes are added to a carry at once.
const carryPiece = 256

// push feeds text to step i of the chain, or to the output behind the last one.
// A border says that the segment ends behind text.
func (r *Run) push(i int, s string, border bool) {
	if i == len(r.p.Chain) {
		r.Out = append(r.Out, s...)
		return
	}
	for len(r.carry[i]) > 0 && s != "" {
		n := min(len(s), carryPiece)
		r.carry[i] = append(r.carry[i], s[:n]...)
		s = s[n:]
		r.drain(i, border && s == "")
	}
	if s == "" {
		if border {
			r.drain(i, true)
		}
		return
	}
	n := r.replace(i, s, border, false)
	r.carry[i] = append(r.carry[i], s[n:]...)
}

// drain runs step i over its carry.
func (r *Run) drain(i int, border bool) {
	c := r.carry[i]
	n := r.replace(i, Text(c), border, false)
	r.carry[i] = append(c[:0], c[n:]...)
}

// fused converts text in segments that the first step of the chain tells: what
// matches an entry with the flag trie.Phrase is one, and what lies between two
// of them is one.
func (r *Run) fused(text string, final bool) int {
	t := r.p.Chain[0]
	simple := r.edits == nil && len(r.p.Chain) == 2
	start := 0
	for p := 0; p < len(text); {
		if simple && start == p && len(r.carry[1]) == 0 {
			n := 0
			r.Out, n = t.ReplaceBoth(r.p.Chain[1], r.p.Inert, r.Out, text[p:])
			p += n
			if start = p; p == len(text) {
				break
			}
		}
		q, m := t.Next(text, p)
		if q == len(text) {
			break
		}
		if m.Record == 0 || m.Special || m.Open {
			n, ok := r.token(t, text[q:], m, final)
			if !ok {
				r.pass(0, text[start:q], false)
				return q
			}
			if m.Record == 0 {
				p = q + n
				r.pass(0, text[start:p], false)
				start = p
				continue
			}
		}
		e := t.Entry(m.Record)
		p = q + e.KeyLen
		phrase := e.Flags&trie.Phrase != 0
		r.pass(0, text[start:q], phrase)
		r.change(0, text[q:p], e.Result)
		r.fusedResult(e, phrase)
		start = p
	}
	r.pass(0, text[start:], final)
	return len(text)
}

// fusedResult hands on the result of an entry of the first step, directly to the
// output where the second step would not change it.
func (r *Run) fusedResult(e trie.Entry, phrase bool) {
	if e.Flags&r.p.Inert == 0 || len(r.carry[1]) > 0 {
		r.push(1, e.Result, phrase)
		return
	}
	if r.edits != nil {
		r.edits[1].Keep(len(e.Result))
	}
	r.Out = append(r.Out, e.Result...)
}

// segmented cuts text by a dictionary of segments and converts each segment.
func (r *Run) segmented(text string, final bool) int {
	t := r.p.Seg
	start := 0
	for p := 0; p < len(text); {
		q, m := t.Next(text, p)
		if q == len(text) {
			break
		}
		if m.Record == 0 || m.Special || m.Open {
			n, ok := r.token(t, text[q:], m, final)
			if !ok {
				r.push(0, text[start:q], false)
				return q
			}
			if m.Record == 0 {
				p = q + n
				continue
			}
		}
		p = q + t.Entry(m.Record).KeyLen
		r.push(0, text[start:q], true)
		r.push(0, text[q:p], true)
		start = p
	}
	r.push(0, text[start:], final)
	return len(text)
}

// Text returns b as a string without copying. The string must not be used
// behind the next change of b.
func Text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
