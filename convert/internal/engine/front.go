package engine

import "github.com/qiaotoubao/fangan/convert/internal/trie"

// fronted converts text with the caller's dictionaries in front. Wherever a
// look-up of the scheme would start, they are asked first, and what they match
// ends the segment before it.
func (r *Run) fronted(text string, final bool) int {
	front, own := r.p.Front, r.p.First()
	start := 0                   // of what is not converted yet
	p := 0                       // where the next look-up starts
	f, fm := front.Next(text, 0) // the next match of the caller's
	q, m := own.Next(text, 0)    // and of the scheme's, both looked for once
	for p < len(text) {
		if f < p {
			f, fm = front.Next(text, p)
		}
		if q < p {
			q, m = own.Next(text, p)
		}
		if f <= q && f < len(text) {
			switch {
			case r.halts(fm, final):
				return start + r.inner(text[start:f], false)
			case fm.Record == 0:
				f, fm = front.Next(text, f+fm.Size)
			default:
				e := front.Entry(fm.Record)
				r.inner(text[start:f], true)
				p = f + e.KeyLen
				r.final(text[f:p], e.Result)
				start = p
			}
			continue
		}
		if q == len(text) {
			break
		}
		n, ok := r.token(own, text[q:], m, final)
		if !ok {
			return start + r.inner(text[start:q], false)
		}
		p = q + n
	}
	return start + r.inner(text[start:], final)
}

// token returns the length of what the look-up m of t found at the start of s,
// and false where that cannot be told yet.
func (r *Run) token(t *trie.Trie, s string, m trie.Match, final bool) (int, bool) {
	switch {
	case r.halts(m, final):
		return 0, false
	case m.Record == 0:
		return unmatched(s, m, final)
	default:
		return t.Entry(m.Record).KeyLen, true
	}
}

// final writes a result that no step of the chain is to change.
func (r *Run) final(key, result string) {
	r.change(0, key, result)
	if r.edits != nil {
		for i := range r.edits[1:] {
			r.edits[1+i].Keep(len(result))
		}
	}
	r.Out = append(r.Out, result...)
}
