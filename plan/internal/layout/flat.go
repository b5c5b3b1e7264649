package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// minFlat is the length in runes of the shortest line that may be a whole text
// whose breaks were lost.
const minFlat = 300

// minChapters is how many labels 一、二、三、 such a line has at least.
const minChapters = 3

// flatBreaks returns where a line from i to j that is a whole text, as programs
// that strip the markup of pages leave it, is to be broken. Where blanks took the
// place of its breaks, they are the breaks; else they are before its labels.
func flatBreaks(t *runes.Text, i, j int) []int {
	if j-i < minFlat || t.Find(i, j, "三、") < 0 {
		if itemsAlone(t, i, j) {
			return labelBreaks(t, i, j)
		}
		return siblingBreaks(t, i, j)
	}
	chapters := sequence(t, i, j, label.Han)
	if len(chapters) < minChapters {
		return siblingBreaks(t, i, j)
	}
	blanks := 0
	for _, k := range chapters {
		if k > i && runes.IsBlank(t.Folded[k-1]) {
			blanks++
		}
	}
	if blanks >= len(chapters)-1 {
		return blankBreaks(t, i, j)
	}
	return labelBreaks(t, i, j)
}

// itemsAlone reports whether the line is nearly all of the text and counts items,
// 1.2.3. or （一）（二）（三）, without chapters.
func itemsAlone(t *runes.Text, i, j int) bool {
	if j-i < minFlat || (j-i)*5 < t.Len()*4 {
		return false
	}
	if l, ok := label.Parse(t, i, min(j, i+maxLabel)); ok && l.Form.Numbered() && l.Form != label.Arabic {
		return false // a list in an item
	}
	return len(sequence(t, i, j, label.Arabic)) >= minChapters || len(sequence(t, i, j, label.HanRound)) >= minChapters
}

// siblingBreaks returns where labels begin that go on the numbering of the line's
// own behind a full stop: （一）加强领导。（二）强化督导。
func siblingBreaks(t *runes.Text, i, j int) []int {
	var breaks []int
	var last label.Label
	for k := i + 4; k+2 < j; k++ {
		if t.Folded[k-1] != '。' || !opensLabel(t.Folded[k]) {
			continue
		}
		if last.Form == label.Invalid {
			var ok bool
			if last, ok = label.Parse(t, i, min(j, i+maxLabel)); !ok || last.Loose || last.Form != label.HanRound && last.Form != label.Arabic {
				return nil
			}
		}
		if l, ok := label.Parse(t, k, min(j, k+maxLabel)); ok && !l.Loose && l.Form == last.Form && l.Number == last.Number+1 {
			breaks, last = append(breaks, k), l
		}
	}
	return breaks
}

// opensLabel reports whether a label of items may begin with r.
func opensLabel(r rune) bool { return r == '(' || runes.IsDigit(r) }

// blankBreaks returns the blanks that do not stand beside a letter or digit.
func blankBreaks(t *runes.Text, i, j int) []int {
	var breaks []int
	for k := i + 1; k+1 < j; k++ {
		if runes.IsBlank(t.Folded[k]) && !(runes.IsWord(t.Folded[k-1]) && runes.IsWord(t.Folded[k+1])) {
			breaks = append(breaks, k)
		}
	}
	return breaks
}

// labelBreaks returns where the labels begin that go on the numbering of their
// form behind the end of a sentence, and first ones.
func labelBreaks(t *runes.Text, i, j int) []int {
	var breaks []int
	last := map[label.Form]int{}
	for k := i; k < j; k++ {
		opens := opensUnit(t, i, k)
		if !opens && !belowHeading(t, breaks, k) {
			continue
		}
		l, ok := label.Parse(t, k, min(j, k+maxLabel))
		if !ok || l.Loose || !opens && l.Number > 1 || l.Form != label.Han && l.Form != label.HanRound && l.Form != label.Arabic {
			continue
		}
		if l.Number != last[l.Form]+1 && (l.Number != 1 || l.Form == label.Han) {
			continue
		}
		last[l.Form] = l.Number
		breaks = append(breaks, k)
		k = l.End - 1
	}
	return breaks
}

// maxHeading is the length in runes of the longest heading that a label may
// follow without a mark.
const maxHeading = 40

// belowHeading reports whether no more than a heading stands between the last
// break and k.
func belowHeading(t *runes.Text, breaks []int, k int) bool {
	if len(breaks) == 0 {
		return false
	}
	from := breaks[len(breaks)-1]
	if r := t.Folded[k]; r != '(' && r != '1' {
		return false
	}
	return k-from <= maxHeading && t.Find(from, k, "。") < 0 && runes.IsHan(t.Folded[k-1])
}

// maxLabel is the length in runes of the longest label, and of what tells that it
// is one.
const maxLabel = 12

// sequence returns where the labels of one form begin that count 1, 2, 3 between i
// and j.
func sequence(t *runes.Text, i, j int, form label.Form) []int {
	var at []int
	for k := i; k < j; k++ {
		if !opensUnit(t, i, k) {
			continue
		}
		if l, ok := label.Parse(t, k, min(j, k+maxLabel)); ok && l.Form == form && l.Number == len(at)+1 {
			at = append(at, k)
		}
	}
	return at
}

// opensUnit reports whether a label may stand at k: behind a stop, a bracket or a
// blank, or behind the characters of a heading, but not within a number.
func opensUnit(t *runes.Text, i, k int) bool {
	if k == i {
		return true
	}
	r := t.Folded[k-1]
	return runes.EndsSentence(r) || runes.IsClose(r) || r == '”' || runes.IsBlank(r)
}
