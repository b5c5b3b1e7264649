package repair

import (
	"cmp"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// DefaultLimit is the confidence below which nothing is changed.
const DefaultLimit = 0.8

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

// Fix repairs a text. Sound text comes back as it is, without allocation. The
// text may be of any script and hold any bytes; bytes that are not UTF-8 stay.
// It takes time linear in the length of the text, and is safe for concurrent
// use.
func Fix(text string, opts *Options) Result {
	res := Result{Text: text}
	for _, pass := range passes() {
		found := slices.DeleteFunc(pass(res.Text), func(f finding) bool { return !opts.wants(f.kind) })
		res.apply(found, opts.limit())
	}
	return res
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
		if f.span.Start < done {
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
	byPlace := func(a, b Edit) int { return cmp.Compare(a.Before.Start, b.Before.Start) }
	r.Edits = append(r.Edits, made...)
	r.Unsure = append(r.Unsure, unsure...)
	slices.SortStableFunc(r.Edits, byPlace)
	slices.SortStableFunc(r.Unsure, byPlace)
	r.Map = r.Map.Then(step)
}

// pass finds damage of some kinds.
type pass func(text string) []finding

// passes lists what the text needs.
func passes() []pass {
	return []pass{replacedPass}
}

func replacedPass(text string) []finding { return replaced(text, anchors(text)) }
