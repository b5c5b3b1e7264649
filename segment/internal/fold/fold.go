// Package fold brings names and labels into one form, in which those that mean the
// same are equal: 市 财政局, 市財政局 and 市财政局.
package fold

import (
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert"
)

// Key returns s without white space, folded (see convert.FoldRune).
func Key(s string) string {
	folded, _ := convert.Fold(Unblank(s))
	return folded
}

// Unblank returns s without white space, as where a line break cuts a name.
func Unblank(s string) string {
	if !strings.ContainsFunc(s, Blank) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if Blank(r) {
			return -1
		}
		return r
	}, s)
}

// Blank reports whether r is white space, or one of the signs without width that
// web pages leave in their text.
func Blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200B' || r == '\uFEFF'
}
