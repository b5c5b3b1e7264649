package repair

import "github.com/qiaotoubao/fangan/convert/charset"

// catalog lists the replacements that are known to have been run over encoded
// text: full-width characters made half-width or a question mark, spaces and
// punctuation taken out or simplified, and bytes that other programs give a
// meaning of their own (backslash, bar, the no-break space of Latin-1).
func catalog(code charset.Charset) []rule {
	var rules []rule
	for c := '!'; c <= '~'; c++ {
		rules = append(rules, wideRule(code, c+fullWidthShift, string(c))...)
	}
	for _, r := range "\u3000、。·—…‘’“”〔〕《》「」『』【】〈〉，；：！（）" {
		rules = append(rules, wideRule(code, r, "?")...)
		rules = append(rules, wideRule(code, r, "")...)
		rules = append(rules, wideRule(code, r, " ")...)
	}
	for _, p := range []struct {
		r  rune
		to string
	}{
		{'\u3000', "  "},
		{'、', ","},
		{'。', "."},
		{'·', "."},
		{'—', "-"},
		{'…', "..."},
		{'…', "."},
		{'‘', "'"},
		{'’', "'"},
		{'“', "\""},
		{'”', "\""},
		{'《', "<"},
		{'》', ">"},
		{'「', "\""},
		{'」', "\""},
		{'〔', "["},
		{'〕', "]"},
		{'【', "["},
		{'】', "]"},
	} {
		rules = append(rules, wideRule(code, p.r, p.to)...)
	}
	for _, c := range "\\|" {
		rules = append(rules, rule{string(c), ""}, rule{string(c), "?"}, rule{string(c), " "}, rule{string(c), "_"})
	}
	rules = append(rules, rule{"\\", "\\\\"}, rule{"\\", "/"})
	return rules
}

// wideRule is the replacement of a character's bytes, if the charset has it.
func wideRule(code charset.Charset, r rune, to string) []rule {
	b, ok := code.AppendRune(nil, r)
	if !ok || len(b) != 2 {
		return nil
	}
	return []rule{{string(b), to}}
}
