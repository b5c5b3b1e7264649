// Package convert converts Chinese text between Simplified, Traditional,
// Taiwan, Hong Kong and Japanese forms, byte for byte as OpenCC 1.4 does, and
// tells which script a text is in.
//
// A [Converter] is made by [New] for one of OpenCC's 16 configurations, called
// schemes here ([S2T], [T2S], [S2TWP] …), or by [NewFromConfig] for a
// configuration of the caller's own. It converts strings, byte slices and
// streams, and can tell what became of each place of the text. It is immutable
// and safe for concurrent use.
//
// # Rules
//
// The rules are OpenCC's: compatibility ideographs are folded first; the text is
// cut into segments by the longest phrase that matches from left to right, where
// the configuration asks for that; and each segment goes through a chain of
// dictionaries on its own. Ideographic description sequences (⿰虫风) are kept
// whole. What is not valid UTF-8 is passed through byte for byte, and so are
// NULs. Time is linear in the length of the text.
//
// # Data
//
// The dictionaries are those of OpenCC 1.4.2, compiled into tables that are used
// in place: nothing is decoded when a converter is made.
package convert
