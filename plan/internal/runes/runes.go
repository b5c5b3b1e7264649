// Package runes holds a text as folded runes, each with its place in the
// source, so that one grammar reads both scripts and both widths and every
// match can be shown in the source.
package runes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/offset"
)

// Text is a source text as folded runes. Some runes of the source, such as
// soft line breaks, may be left out. Indices count the runes that are there.
// A Text is not changed after it was made.
type Text struct {
	Source string
	Folded []rune
	at     []int32 // byte offset in Source of each rune
}

// MaxBytes is the length of the longest source that a Text can hold.
const MaxBytes = 1<<31 - 1

// Fold returns the text of source with every rune in it. A byte that is not
// UTF-8 is a rune of its own, U+FFFD. The source must not be longer than
// [MaxBytes].
func Fold(source string) *Text {
	n := utf8.RuneCountInString(source)
	t := &Text{Source: source, Folded: make([]rune, n), at: make([]int32, n)}
	i := 0
	for at, r := range source {
		t.Folded[i] = convert.FoldRune(r)
		t.at[i] = int32(at)
		i++
	}
	return t
}

// Len returns the number of runes.
func (t *Text) Len() int { return len(t.Folded) }

// start returns the byte offset of rune i, or the end of the source.
func (t *Text) start(i int) int {
	if i >= len(t.at) {
		return len(t.Source)
	}
	return int(t.at[i])
}

// end returns the byte offset behind rune i.
func (t *Text) end(i int) int {
	if i+1 < len(t.at) && t.Source[t.at[i]] < utf8.RuneSelf {
		return int(t.at[i]) + 1
	}
	_, size := utf8.DecodeRuneInString(t.Source[t.at[i]:])
	return int(t.at[i]) + size
}

// Span returns the bytes of the source from rune i up to rune j, with what was
// left out between them. An empty range gives the place before rune i.
func (t *Text) Span(i, j int) offset.Span {
	if j <= i {
		at := t.start(i)
		return offset.Span{Start: at, End: at}
	}
	return offset.Span{Start: t.start(i), End: t.end(j - 1)}
}

// Whole reports whether nothing was left out between rune i and rune j.
func (t *Text) Whole(i, j int) bool {
	if j <= i {
		return true
	}
	s := t.Span(i, j)
	return utf8.RuneCountInString(s.Of(t.Source)) == j-i
}

// Slice returns the runes from i to j as they are written in the source,
// without what was left out. It allocates only where something was.
func (t *Text) Slice(i, j int) string {
	if t.Whole(i, j) {
		return t.Span(i, j).Of(t.Source)
	}
	s, _ := t.Clean(i, j)
	return s
}

// Clean returns the runes from i to j as [Text.Slice] does, and the map from
// the source span of the range, counted from its start, to that string. The
// map is nil where nothing was left out.
func (t *Text) Clean(i, j int) (string, *offset.Map) {
	if t.Whole(i, j) {
		return t.Span(i, j).Of(t.Source), nil
	}
	var b strings.Builder
	var edits offset.Builder
	pos := t.start(i)
	for k := i; k < j; k++ {
		from, to := t.start(k), t.end(k)
		if from > pos {
			edits.Replace(from-pos, 0)
		}
		b.WriteString(t.Source[from:to])
		edits.Keep(to - from)
		pos = to
	}
	return b.String(), edits.Map()
}

// Compact returns the runes from i to j without any white space.
func (t *Text) Compact(i, j int) string {
	return Compact(t.Slice(i, j))
}

// Compact returns s without any white space.
func Compact(s string) string {
	if strings.IndexFunc(s, IsBlank) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if IsBlank(r) {
			return -1
		}
		return r
	}, s)
}

// HasAny reports whether the text from i to j begins with one of words.
func (t *Text) HasAny(i, j int, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return t.Has(i, j, w) })
}

// EndsAny reports whether the text from i to j ends with one of words.
func (t *Text) EndsAny(i, j int, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return t.Ends(i, j, w) })
}

// FindsAny reports whether one of words stands in the text from i to j.
func (t *Text) FindsAny(i, j int, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return t.Find(i, j, w) >= 0 })
}

// Filter returns the text of the runes for which keep is true. It returns t
// itself where that is all of them.
func (t *Text) Filter(drop []bool) *Text {
	n := 0
	for _, d := range drop {
		if d {
			n++
		}
	}
	if n == 0 {
		return t
	}
	out := &Text{Source: t.Source, Folded: make([]rune, 0, t.Len()-n), at: make([]int32, 0, t.Len()-n)}
	for i, d := range drop {
		if !d {
			out.Folded = append(out.Folded, t.Folded[i])
			out.at = append(out.at, t.at[i])
		}
	}
	return out
}

// Has reports whether the folded runes at i, and before j, start with s, which
// must be folded.
func (t *Text) Has(i, j int, s string) bool {
	for s != "" {
		r, size := first(s)
		if i >= j || t.Folded[i] != r {
			return false
		}
		i++
		s = s[size:]
	}
	return true
}

// Ends reports whether the folded runes from i to j end with s.
func (t *Text) Ends(i, j int, s string) bool {
	for s != "" {
		r, size := last(s)
		j--
		if j < i || t.Folded[j] != r {
			return false
		}
		s = s[:len(s)-size]
	}
	return true
}

// first and last decode the first and the last rune of a word of the grammar:
// valid, and most often of three bytes, which package utf8 is slower for.
func first(s string) (rune, int) {
	if len(s) >= 3 && s[0]>>4 == 0xe {
		return rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
	}
	return utf8.DecodeRuneInString(s)
}

func last(s string) (rune, int) {
	if n := len(s); n >= 3 && s[n-3]>>4 == 0xe {
		return rune(s[n-3]&0xf)<<12 | rune(s[n-2]&0x3f)<<6 | rune(s[n-1]&0x3f), 3
	}
	return utf8.DecodeLastRuneInString(s)
}

// Find returns the index of the first occurrence of s between i and j, or -1.
func (t *Text) Find(i, j int, s string) int {
	first, _ := utf8.DecodeRuneInString(s)
	for ; i < j; i++ {
		if t.Folded[i] == first && t.Has(i, j, s) {
			return i
		}
	}
	return -1
}

// Trim returns the range from i to j without blanks at its ends.
func (t *Text) Trim(i, j int) (int, int) {
	for i < j && IsBlank(t.Folded[i]) {
		i++
	}
	for i < j && IsBlank(t.Folded[j-1]) {
		j--
	}
	return i, j
}

// TrimFunc returns the range from i to j without blanks and without the runes
// for which cut is true at its ends.
func (t *Text) TrimFunc(i, j int, cut func(rune) bool) (int, int) {
	for i < j && (IsBlank(t.Folded[i]) || cut(t.Folded[i])) {
		i++
	}
	for i < j && (IsBlank(t.Folded[j-1]) || cut(t.Folded[j-1])) {
		j--
	}
	return i, j
}
