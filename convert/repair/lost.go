package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// lost finds what nothing brings back: runs of U+FFFD or of bytes that are no
// UTF-8, U+FFFD read as GBK (锟斤拷) or as Latin-1 (ï¿½), and question marks
// between ideographs.
func lost(text string) []finding {
	var found []finding
	for i := 0; i < len(text); {
		n, evidence := lostAt(text, i)
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		span := offset.Span{Start: i, End: i + n}
		found = append(found, finding{
			change: change{span: span, to: span.Of(text)}, kind: Lost, evidence: evidence, confidence: 1,
		})
		i += n
	}
	return found
}

// lostAt returns the length of the run of lost characters at byte i, and what
// shows it.
func lostAt(text string, i int) (int, string) {
	switch b := text[i]; {
	case b == '?':
		return questions(text, i), "question marks within a word"
	case b < utf8.RuneSelf:
		return 0, ""
	}
	for _, trace := range []struct{ of, evidence string }{
		{"锟斤拷", "U+FFFD read as GBK"},
		{"ï¿½", "U+FFFD read as Latin-1"},
	} {
		if n := len(text[i:]) - len(strings.TrimLeft(text[i:], trace.of)); n >= len(trace.of) && strings.HasPrefix(text[i:], trace.of) {
			return n, trace.evidence
		}
	}
	n := 0
	for {
		r, size := utf8.DecodeRuneInString(text[i+n:])
		if r != utf8.RuneError || size == 0 {
			return n, "U+FFFD, or bytes that are no UTF-8"
		}
		n += size
	}
}

// questions returns the length of the question marks at byte i, two or more,
// that stand between ideographs; 0 where writers may have meant them.
func questions(text string, i int) int {
	n := len(text[i:]) - len(strings.TrimLeft(text[i:], "?"))
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(text[i+n:])
	if n < 2 || !isHan(before) || !isHan(behind) {
		return 0
	}
	return n
}
