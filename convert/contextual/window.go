package contextual

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

const (
	// contextBefore and contextAfter are how many runes before and after a
	// phrase are looked at.
	contextBefore = 6
	contextAfter  = 6
	// longestPhrase is the length in runes of the longest special phrase.
	longestPhrase = 12
	// longestWord is that of the longest counted word.
	longestWord = 4
	// maxWindow is the most runes that decide together.
	maxWindow = contextBefore + longestPhrase + contextAfter
)

// window is the part of a sequence of ideographs around a phrase.
type window struct {
	size   int
	center int             // the rune that starts the phrase
	runes  [maxWindow]rune // folded
	at     [maxWindow]int  // their places in the text
}

// open fills the window with the ideographs around the one at byte i: some
// before it, and up to the given number from it on.
func (w *window) open(text string, i, number int) {
	start := i
	for w.center < contextBefore && start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !isHan(convert.FoldRune(r)) {
			break
		}
		start -= size
		w.center++
	}
	for most := min(w.center+number, maxWindow); w.size < most && start < len(text); w.size++ {
		r, size := decode(text, start)
		if !isHan(r) {
			break
		}
		w.runes[w.size], w.at[w.size] = r, start
		start += size
	}
}

// doubtful reports whether a word of the window overlaps a special phrase that
// starts at the center and has up to length runes.
func (w *window) doubtful(length int) bool {
	n := first(w.runes[w.center])
	for end := w.center + 2; end <= w.center+length; end++ {
		n = n.child(w.runes[end-1])
		if n.special() && w.overlapped(end) {
			return true
		}
	}
	return false
}

// overlapped reports whether a word begins before the runes from the center to
// end and ends among them, or begins among them and ends after them.
func (w *window) overlapped(end int) bool {
	for i := max(w.center-longestWord+1, 0); i < w.center; i++ {
		n := first(w.runes[i])
		for j := i + 1; n != 0 && j < end-1; j++ {
			if n = n.child(w.runes[j]); n != 0 && j >= w.center && n.cost() > 0 {
				return true
			}
		}
	}
	for i := w.center + 1; i < end; i++ {
		n := first(w.runes[i])
		for j := i + 1; n != 0 && j < w.size; j++ {
			if n = n.child(w.runes[j]); n != 0 && j >= end && n.cost() > 0 {
				return true
			}
		}
	}
	return false
}
