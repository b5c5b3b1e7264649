package department

import (
	"strings"
	"unicode"

	"github.com/qiaotoubao/fangan/convert"
)

// foldName returns a name in the form that names are compared in: each rune
// folded (script, width, case), blanks and line breaks left out. Invalid bytes
// become U+FFFD.
func foldName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' {
			return -1
		}
		return convert.FoldRune(r)
	}, name)
}

// writer turns folded names into the spelling of ids: full-width brackets and
// Chinese quotation marks, capital letters.
var writer = strings.NewReplacer("(", "（", ")", "）")

// asID spells a folded name as an id.
func asID(folded string) string {
	return writer.Replace(strings.ToUpper(folded))
}
