// Package layout turns the lines of a file into the paragraphs that its author
// wrote: it joins lines that a page's width broke, drops page numbers and marks
// of Markdown, and finds the labels that begin units. What it decides, it
// decides by evidence in the whole text.
package layout

import (
	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// Page is a text in paragraphs.
type Page struct {
	Text    *runes.Text   // without what layout put between the runes of a paragraph
	Blocks  []Block       // in order; ranges are of Text
	Marks   []offset.Span // bytes of the source that are layout and no text
	Wrapped bool
}

// Read lays out t.
func Read(t *runes.Text) Page {
	drop := make([]bool, t.Len())
	lines := splitLines(t)
	strip(t, lines, drop)
	markControls(t, lines)
	markSpaced(t, lines)
	joinFacts(t, lines)
	joinAttachments(t, lines)
	markFooter(t, lines)
	markContents(t, lines)
	findTables(t, lines, drop)
	joinNames(t, lines, drop)
	markHeads(t, lines)
	j := joiner{t: t, shape: measure(t, lines), lines: lines, last: map[label.Level]int{}, front: true, closed: closedBrackets(t)}
	blocks := j.join()
	for i := range lines {
		if lines[i].kind == markLine {
			dropRange(drop, lines[i].start, lines[i].end)
		}
	}
	marks := markSpans(t, drop, blocks)
	for i := range blocks {
		j.dropInside(&blocks[i], drop)
	}
	return Page{Text: t.Filter(drop), Blocks: renumber(blocks, drop), Marks: marks, Wrapped: j.shape.wrapped}
}

// markSpans returns the spans of the dropped runes outside of the blocks.
func markSpans(t *runes.Text, drop []bool, blocks []block) []offset.Span {
	var spans []offset.Span
	next := 0
	for i := 0; i < len(drop); i++ {
		for next < len(blocks) && blocks[next].End <= i {
			next++
		}
		if next < len(blocks) && blocks[next].Start <= i {
			i = blocks[next].End - 1
			continue
		}
		if !drop[i] {
			continue
		}
		start, end := i, len(drop)
		if next < len(blocks) {
			end = blocks[next].Start
		}
		for i < end && drop[i] {
			i++
		}
		spans = append(spans, t.Span(start, i))
		i--
	}
	return spans
}

// dropInside drops what stands between the lines of a block, and in wrapped
// text the blanks that setting put between digits and characters.
func (j *joiner) dropInside(b *block, drop []bool) {
	if b.Kind == Table { // breaks and blanks stand between its cells
		return
	}
	for i := b.from; i < b.to; i++ {
		end := j.lines[i].end
		next := i + 1
		for next < b.to && j.lines[next].kind == markLine {
			next++
		}
		dropRange(drop, end, j.lines[next].start)
		if j.lines[i].heads || runes.IsWord(j.t.Folded[end-1]) && runes.IsWord(j.t.Folded[j.lines[next].start]) {
			drop[end] = false
		}
		i = next - 1
	}
	if !j.shape.wrapped {
		return
	}
	for i := b.Start + 1; i+1 < b.End; i++ {
		if !drop[i] && i >= b.labelEnd && j.stray(i, b.End) {
			drop[i] = true
		}
	}
}

// stray reports whether setting put the blank at i between two characters, of
// which one at least is no digit: 2023 年. An ideographic space and the blank
// before a label are the author's.
func (j *joiner) stray(i, end int) bool {
	a, b := j.t.Folded[i-1], j.t.Folded[i+1]
	switch {
	case j.t.Folded[i] != ' ' || !tight(a) || !tight(b) || runes.IsWord(a) && runes.IsWord(b):
		return false
	case runes.IsHan(a) && runes.IsHan(b):
		return j.t.Span(i, i+1).Len() == 1 && !note.LabelAt(j.t, i+1, end)
	}
	return true
}

// tight reports whether r takes no blank beside a Chinese character.
func tight(r rune) bool { return runes.IsHan(r) || runes.IsDigit(r) || r == '〕' || r == '〔' }

// renumber moves the ranges of blocks from the full text to the filtered one.
func renumber(blocks []block, drop []bool) []Block {
	out := make([]Block, len(blocks))
	kept, k := 0, 0
	move := func(i int) int {
		for ; k < i; k++ {
			if !drop[k] {
				kept++
			}
		}
		return kept
	}
	for i, b := range blocks {
		out[i] = b.Block
		out[i].Start = move(b.Start)
		if b.Labeled {
			out[i].Label.Start, out[i].Label.End = out[i].Start, move(b.Label.End)
		}
		out[i].End = move(b.End)
	}
	return out
}
