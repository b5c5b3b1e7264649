package words

import "unicode/utf8"

// MaxWord is the number of characters that a word of a list may have. It is what
// two blocks of a long sentence overlap by, so that no word is cut between them.
const MaxWord = overlap

// Entry is a word of a list, as segment.Entry describes and checks it.
type Entry struct {
	Text      string
	Frequency float64
}

// counted returns the frequency of an entry of a list as gse counts it.
func (e Entry) counted() float64 {
	if utf8.RuneCountInString(e.Text) == 1 {
		return 2
	}
	return e.Frequency
}

// Lists are the words of a [Cutter].
type Lists struct {
	Base []Entry // replaces the list of this package, if it is not nil
	Own  []Entry // beside the list
}
