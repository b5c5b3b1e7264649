package repair

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// invisible reports whether r has no shape and no use between ideographs.
func invisible(r rune) bool {
	switch {
	case r == 0xAD, 0x200B <= r && r <= 0x200F, 0x2060 <= r && r <= 0x2064, r == 0xFEFF:
		return true
	}
	return false
}

// eastAsian reports whether r is an ideograph or a mark of its typography.
func eastAsian(r rune) bool {
	return likely.IsHan(r) || 0x3000 <= r && r < 0x3130 || 0xFF00 < r && r <= 0xFFEF || unicode.Is(unicode.Han, r)
}

// invisibles finds characters without a shape that touch Chinese. Where they
// have a use they stay: a soft hyphen or a joiner between letters, signs of
// other scripts or emoji.
func invisibles(text string) []finding {
	var found []finding
	start, before := -1, rune(0)
	for i, r := range text {
		if invisible(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 && idle(before, r) {
			found = append(found, removal(start, i))
		}
		start, before = -1, r
	}
	if start >= 0 && eastAsian(before) {
		found = append(found, removal(start, len(text)))
	}
	return found
}

// idle reports whether an invisible character between two has no use.
func idle(before, behind rune) bool {
	neutral := func(r rune) bool { return r < utf8.RuneSelf || unicode.IsPunct(r) || unicode.IsSpace(r) }
	return eastAsian(before) && (eastAsian(behind) || neutral(behind)) || eastAsian(behind) && neutral(before)
}

func removal(start, end int) finding {
	return finding{
		change: change{span: offset.Span{Start: start, End: end}},
		kind:   Invisible, evidence: "a character without a shape beside Chinese", confidence: 0.99,
	}
}

// longestEntity is the most bytes that an entity may have, & and ; included.
const longestEntity = 34

// entities finds references to characters as HTML writes them, those that were
// escaped twice too. Where the text has tags it is HTML, and references belong
// in it: they are reported only.
func entities(text string) []finding {
	var found []finding
	confidence := 0.97
	if strings.Contains(text, "</") {
		confidence = 0.3
	}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '&')
		if n < 0 {
			return found
		}
		i += n
		span, to := entity(text, i)
		if !span.Empty() {
			found = append(found, finding{
				change: change{span: span, to: to},
				kind:   Entity, evidence: "a reference of HTML", confidence: confidence,
			})
			i = span.End - 1
		}
		i++
	}
}

// entity reads the reference at byte i, with an empty span where there is none.
func entity(text string, i int) (offset.Span, string) {
	end := strings.IndexByte(text[i:min(len(text), i+longestEntity)], ';')
	if end < 0 {
		return offset.Span{}, ""
	}
	span := offset.Span{Start: i, End: i + end + 1}
	from := span.Of(text)
	to := html.UnescapeString(from)
	if to == from || strings.HasSuffix(to, ";") && to != ";" {
		return offset.Span{}, ""
	}
	if to == "&" { // escaped twice
		if next := strings.IndexByte(text[span.End:min(len(text), span.End+longestEntity)], ';'); next >= 0 {
			inner := "&" + text[span.End:span.End+next+1]
			if twice := html.UnescapeString(inner); twice != inner && !strings.HasSuffix(twice, ";") {
				span.End += next + 1
				return span, twice
			}
		}
	}
	return span, to
}
