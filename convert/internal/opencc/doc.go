// Package opencc reads dictionaries and configurations in OpenCC's formats and
// works out what they decide: which entry of a group of dictionaries a text
// matches. The generator of the embedded tables and the loader of callers' own
// configurations share it, so that both follow the same rules.
//
// The rules are those of OpenCC 1.4: the longest key wins within a dictionary;
// in a group by short_circuit the first dictionary with any match wins, in a
// union the longest match of all, the earlier dictionary on a tie.
package opencc
