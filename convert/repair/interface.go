package repair

import (
	"cmp"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair/internal/replaced"
)

// DefaultLimit is the confidence below which nothing is changed.
const DefaultLimit = 0.9

// Options tell what to repair. Nil means all kinds, down to [DefaultLimit].
type Options struct {
	// Limit is the confidence, above 0 and up to 1, that a change must have to
	// be made. 0 means DefaultLimit.
	Limit float64

	// Skip lists the kinds that are left alone and not reported.
	Skip []Kind
}

func (o *Options) limit() float64 {
	if o == nil || o.Limit == 0 {
		return DefaultLimit
	}
	return o.Limit
}

func (o *Options) wants(k Kind) bool { return o == nil || !slices.Contains(o.Skip, k) }

// Edit is a damaged place.
type Edit struct {
	Before     offset.Span // of the text that was given
	After      offset.Span // of the repaired text
	From, To   string      // what the spans hold; To of an unsure edit is what it would be
	Kind       Kind
	Confidence float64 // 0 to 1
	Evidence   string  // for people
}

// Result is a repaired text.
type Result struct {
	Text   string
	Edits  []Edit      // the changes that were made, in order
	Unsure []Edit      // damage that was left alone, in order; After is where it stands
	Map    *offset.Map // from the text that was given to Text, nil where nothing changed
}

// FixDecoded repairs a text that [charset.Decode] made, as [Fix] does. What the
// decoder could not read is known there: of a file in GB18030 or Big5 in which
// bytes were replaced, the letters beside them need not be guessed. Spans are of
// the decoded text.
func FixDecoded(d *charset.Result, opts *Options) Result {
	return fix(d.Text, sourceOf(d), opts)
}

// sourceOf returns what is known of the bytes of a text, nil where it is not in
// a charset of pairs or all of it could be read.
func sourceOf(d *charset.Result) *replaced.Source {
	if d.Charset != charset.GB18030 && d.Charset != charset.Big5 {
		return nil
	}
	bad := map[int][]byte{}
	for _, x := range d.Diagnostics {
		if !x.Text.Empty() {
			bad[x.Text.Start] = x.Bytes
		}
	}
	if len(bad) == 0 {
		return nil
	}
	return &replaced.Source{Code: d.Charset, Bad: bad}
}

// Fix repairs a text. Sound text comes back as it is, without allocation. The
// text may be of any script and hold any bytes; bytes that are not UTF-8 stay.
// It takes time linear in the length of the text, and is safe for concurrent
// use.
func Fix(text string, opts *Options) Result { return fix(text, nil, opts) }

func fix(text string, src *replaced.Source, opts *Options) Result {
	res := Result{Text: text}
	found := scan(text)
	if found == 0 {
		return res
	}
	for _, p := range passes(src) {
		if found&p.signs == 0 {
			continue
		}
		list := slices.DeleteFunc(p.find(res.Text), func(f finding) bool { return !opts.wants(f.kind) })
		res.apply(list, opts.limit())
		found |= p.leaves
	}
	res.settle(text)
	return res
}

// pass finds damage of some kinds in a text with one of the signs.
type pass struct {
	signs, leaves signs
	find          func(text string) []finding
}

// passes lists what is looked for, in order: each step reads what those before
// it have made of the text.
func passes(src *replaced.Source) []pass {
	replacements := func(text string) []finding { return replacements(text, src) }
	return []pass{
		{signMarker | signRare, 0, replacements},
		{signLatin | signRare, signMarker, misreadings},
		{signEntity, signInvisible | signReading, entities},
		{signInvisible, 0, invisibles},
		{signReading, 0, readings},
		{signYear, 0, brackets},
		{signMarker | signRare | signLatin, 0, lost},
	}
}

// apply makes the changes that are sure enough, and brings all spans up to date.
func (r *Result) apply(found []finding, limit float64) {
	if len(found) == 0 {
		return
	}
	slices.SortStableFunc(found, func(a, b finding) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var out strings.Builder
	var edits offset.Builder
	var made, unsure []Edit
	done := 0
	for _, f := range found {
		if f.span.Start < done || f.kind == Misread && r.claimed(f.span) {
			continue
		}
		e := Edit{Before: f.span, From: f.span.Of(r.Text), To: f.to, Kind: f.kind, Confidence: f.confidence, Evidence: f.evidence}
		if f.kind == Lost || f.confidence < limit {
			unsure = append(unsure, e)
			continue
		}
		out.WriteString(r.Text[done:f.span.Start])
		edits.Keep(f.span.Start - done)
		e.After = offset.Span{Start: out.Len(), End: out.Len() + len(f.to)}
		out.WriteString(f.to)
		edits.Replace(f.span.Len(), len(f.to))
		done = f.span.End
		made = append(made, e)
	}
	step := edits.Map()
	if step != nil {
		out.WriteString(r.Text[done:])
		r.Text = out.String()
	}
	r.merge(made, unsure, step)
}

// claimed reports whether a place of replaced bytes that was not sure enough to
// be repaired touches a span of the text as it is now: its characters are
// explained, though it stays. Only the pass that looks for such places came
// before, which finds them in order.
func (r *Result) claimed(s offset.Span) bool {
	i, _ := slices.BinarySearchFunc(r.Unsure, s.Start, func(e Edit, at int) int { return cmp.Compare(e.After.End, at+1) })
	return i < len(r.Unsure) && r.Unsure[i].Kind == Replaced && r.Unsure[i].After.Overlaps(s)
}

// merge adds the edits of one pass to those of the passes before it.
func (r *Result) merge(made, unsure []Edit, step *offset.Map) {
	for i := range r.Edits {
		r.Edits[i].After = step.ToAfter(r.Edits[i].After)
	}
	for i := range r.Unsure {
		r.Unsure[i].After = step.ToAfter(r.Unsure[i].After)
	}
	for i := range made {
		made[i].Before = r.Map.ToBefore(made[i].Before)
	}
	for i := range unsure {
		unsure[i].After = step.ToAfter(unsure[i].Before)
		unsure[i].Before = r.Map.ToBefore(unsure[i].Before)
	}
	r.Edits = append(r.Edits, made...)
	r.Unsure = append(r.Unsure, unsure...)
	r.Map = r.Map.Then(step)
}

// settle puts the edits in order and joins those that several passes made at
// one place. Of what is unsure it drops what an edit covers.
func (r *Result) settle(text string) {
	byPlace := func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Before.Start, b.Before.Start), cmp.Compare(a.Before.End, b.Before.End))
	}
	slices.SortStableFunc(r.Edits, byPlace)
	slices.SortStableFunc(r.Unsure, byPlace)
	kept := r.Edits[:0]
	for _, e := range r.Edits {
		if n := len(kept); n > 0 && (kept[n-1].Before.Overlaps(e.Before) || kept[n-1].After.Overlaps(e.After)) {
			kept[n-1].join(e)
			continue
		}
		kept = append(kept, e)
	}
	r.Edits = kept
	for i := range r.Edits {
		e := &r.Edits[i]
		e.From, e.To = e.Before.Of(text), e.After.Of(r.Text)
	}
	for i := range r.Unsure {
		e := &r.Unsure[i]
		e.From = e.Before.Of(text)
	}
	r.Unsure = slices.DeleteFunc(r.Unsure, func(e Edit) bool {
		i, _ := slices.BinarySearchFunc(r.Edits, e.Before.Start, func(x Edit, at int) int { return cmp.Compare(x.Before.End, at+1) })
		return i < len(r.Edits) && r.Edits[i].Before.Overlaps(e.Before)
	})
}

// join makes one edit of two at the same place.
func (e *Edit) join(other Edit) {
	e.Before = e.Before.Cover(other.Before)
	e.After = e.After.Cover(other.After)
	e.Confidence = min(e.Confidence, other.Confidence)
	e.Evidence += "; " + other.Evidence
}
