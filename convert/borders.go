package convert

// Borders finds word borders in a text that OpenCC's forward longest match,
// which knows phrases but no words, would cross (被发 in 被发明). No phrase of any
// dictionary reaches across such a border; between two of them, OpenCC's rules
// hold unchanged.
//
// A converter shows it one stretch of text after the other: ideographs and the
// one character behind them that is none, or some hundred bytes of a longer
// sequence. A Borders must be safe for concurrent use, and must give the same
// answer for the same text: then a stream cut anywhere is converted as the whole
// is.
type Borders interface {
	// Cut appends to dst the borders in text, as byte offsets in text, ascending,
	// on rune borders.
	Cut(dst []int, text string) []int
}
