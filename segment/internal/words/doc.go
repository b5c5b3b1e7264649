// Package words finds the words of Chinese text: the engine behind
// segment.Segmenter, without its options.
//
// A text is cut in blocks, a sentence each. For a block the lattice holds the
// cheapest way to each of its characters, over the words of the module's list
// ([lexicon.Words]), the caller's words, and what the rules make: numbers, dates, measures, words of letters (number.go). Words that
// together are the name of a body are joined at last (name.go).
package words
