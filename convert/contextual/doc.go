// Package contextual lets word borders decide where phrases may match, for
// converters of package convert that are to read a text as its readers do.
//
// OpenCC takes the longest phrase that matches, from left to right. Where a
// phrase is made of the end of one word and the beginning of the next, the result
// is wrong: in 被发明 it finds 被发 (hair worn loose) and writes 被髮明, in 展示了如何
// it finds 了如 and writes 展示瞭如何. [Borders], given as an option, looks at each
// phrase that converts otherwise than its characters do and that some word
// overlaps. It compares the most likely way to read the surroundings as words with
// the most likely way that keeps the phrase, by the frequencies of the words, and
// where the phrase is much less likely, it sets borders that the phrase cannot
// cross. All else stays exactly as OpenCC has it:
//
//	c, err := convert.New(convert.S2T, &convert.Options{Borders: contextual.New()})
//
// It is for Chinese in either script. The frequencies are those of Simplified
// newspapers and novels; names and new words can mislead it, as they mislead the
// longest match. The package embeds 1.4 MB of word counts, which only its
// importers carry; they are used in place and take no heap.
package contextual
