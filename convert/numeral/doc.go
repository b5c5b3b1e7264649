// Package numeral reads Chinese numerals into integers and writes them back.
//
// [Parse] takes a whole string that must be one numeral, [Scan] the numeral at
// the start of a text, [Format] goes the other way. All of them know both
// scripts (两万, 兩萬), both widths (12, １２), the plain and the formal characters
// (十二, 壹拾贰), digit strings (二〇二三), digits that alternate with units
// (1亿2000万), and the single characters that labels use (㈠ ⑴ ① Ⅳ).
//
// Reading is strict: what may mean two numbers, or about a number (三四, 十几), is
// an error and never a guess. 兆 is 10^12.
//
// The functions keep no state, are safe for concurrent use, take time linear
// in the numeral's length, and allocate nothing but errors and results.
package numeral
