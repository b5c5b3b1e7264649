package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

// queryPart is a part of a query: words that belong together, a phrase in
// quotation marks, or either behind a minus.
type queryPart struct {
	text   string
	phrase bool
	minus  bool
}

// queryParts cuts a query at its blanks and quotation marks. Words of letters stay
// together, as a name has several. A mark that nothing closes is a blank.
func queryParts(query string) []queryPart {
	var all []queryPart
	minus := false
	for query = trim(query); query != ""; query = trim(query) {
		r, size := utf8.DecodeRuneInString(query)
		if f := convert.FoldRune(r); f == '-' && !minus && len(query) > size && !blankAt(query[size:]) {
			minus, query = true, query[size:]
			continue
		}
		c := queryPart{minus: minus}
		minus = false
		if c.text, c.phrase = quoted(query); c.phrase {
			query = query[len(c.text):]
			c.text = strings.TrimFunc(c.text, quotation)
		} else {
			c.text = query[:wordEnd(query)]
			query = query[len(c.text):]
		}
		if n := len(all); n > 0 && !c.phrase && !c.minus && !all[n-1].phrase && !all[n-1].minus && lettersMeet(all[n-1].text, c.text) {
			all[n-1].text += " " + c.text
			continue
		}
		all = append(all, c)
	}
	return all
}

// trim takes the blanks from the front of a query, and marks that stand alone.
func trim(query string) string {
	for {
		query = strings.TrimLeftFunc(query, unicode.IsSpace)
		if r, size := utf8.DecodeRuneInString(query); quotation(r) {
			if _, ok := quoted(query); !ok {
				query = query[size:]
				continue
			}
		}
		return query
	}
}

// blankAt reports whether s begins with a blank: the minus of 补贴 - 贷款 is none.
func blankAt(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// quotation reports whether r is a quotation mark. FoldRune makes 「 of “.
func quotation(r rune) bool {
	switch convert.FoldRune(r) {
	case '"', '“', '”', '『', '』':
		return true
	}
	return false
}

// quoted returns the phrase in quotation marks, with these, that query begins
// with. It reports false where there is none.
func quoted(query string) (string, bool) {
	first, size := utf8.DecodeRuneInString(query)
	if !quotation(first) {
		return "", false
	}
	end := strings.IndexFunc(query[size:], quotation)
	if end <= 0 || strings.TrimSpace(query[size:size+end]) == "" {
		return "", false
	}
	_, last := utf8.DecodeRuneInString(query[size+end:])
	return query[:size+end+last], true
}

// wordEnd returns where the first blank or quotation mark is.
func wordEnd(query string) int {
	end := strings.IndexFunc(query, func(r rune) bool { return unicode.IsSpace(r) || quotation(r) })
	if end < 0 {
		return len(query)
	}
	return end
}

// lettersMeet reports whether a blank between a and b is one within a name, as in
// Ministry of Finance.
func lettersMeet(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	latin := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }
	return latin(last) && latin(first)
}
