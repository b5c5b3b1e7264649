package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// lost finds what nothing brings back: runs of U+FFFD or of bytes that are no
// UTF-8, U+FFFD read as GBK (锟斤拷) or as Latin-1 (ï¿½), and question marks
// between ideographs.
func lost(text string) []finding {
	var found []finding
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		n, evidence := 0, "question marks within a word"
		if r == '?' {
			n = questions(text, i)
		} else {
			n, evidence = trace(text[i:], r)
		}
		if n > 0 {
			span := offset.Span{Start: i, End: i + n}
			found = append(found, finding{
				change: change{span: span, to: span.Of(text)}, kind: Lost, evidence: evidence, confidence: 1,
			})
		}
		i += max(size, n)
	}
	return found
}

// trace returns the length of the run of lost characters that text begins with,
// and what shows it; r is the first character.
func trace(text string, r rune) (int, string) {
	switch r {
	case '锟':
		return repeats(text, "锟斤拷"), "U+FFFD read as GBK"
	case 'ï':
		return repeats(text, "ï¿½"), "U+FFFD read as Latin-1"
	case utf8.RuneError:
		return markers(text), "U+FFFD, or bytes that are no UTF-8"
	}
	return 0, ""
}

// repeats returns the length of what repeats the characters of a trace, if text
// begins with all of them.
func repeats(text, of string) int {
	if !strings.HasPrefix(text, of) {
		return 0
	}
	return len(text) - len(strings.TrimLeft(text, of))
}

// markers returns the length of the run of U+FFFD and of bad bytes.
func markers(text string) int {
	for i, r := range text {
		if r != utf8.RuneError {
			return i
		}
	}
	return len(text)
}

// questions returns the length of the question marks at byte i, two or more,
// that stand between ideographs; 0 where writers may have meant them.
func questions(text string, i int) int {
	n := len(text[i:]) - len(strings.TrimLeft(text[i:], "?"))
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[i+n:])
	if n < 2 || !likely.IsHan(before) || !likely.IsHan(behind) {
		return 0
	}
	return n
}
