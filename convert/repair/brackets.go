package repair

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// brackets finds the year of a document's number that lost its brackets, as in
// 沪府发?2017?6号. The brackets become those that other numbers of the text
// have, 〔〕 (GB/T 9704) where there are none.
func brackets(text string) []finding {
	var found []finding
	open, shut := "", ""
	for i := 0; i+4 < len(text); i++ {
		if text[i] != '1' && text[i] != '2' {
			continue
		}
		y := yearAt(text, i)
		if y.before.Empty() && y.behind.Empty() {
			continue
		}
		if open == "" {
			open, shut = bracketsOf(text)
		}
		for _, side := range []struct {
			at offset.Span
			to string
		}{{y.before, open}, {y.behind, shut}} {
			if !side.at.Empty() {
				found = append(found, finding{
					change: change{span: side.at, to: side.to},
					kind:   Brackets, evidence: "the year of a document's number", confidence: 0.95,
				})
			}
		}
		i += 4
	}
	return found
}

// year is what stands about a year in a document's number, where it is damaged.
type year struct{ before, behind offset.Span }

// yearAt reads the four digits at byte i with what is about them: an ideograph
// and markers or a bracket, markers or a bracket, digits and 号. Spans are of
// markers, and empty where there are none.
func yearAt(text string, i int) year {
	if y := text[i : i+4]; !digits(y) || y < "1949" || "2099" < y {
		return year{}
	}
	y := year{before: offset.Span{Start: i, End: i}, behind: offset.Span{Start: i + 4, End: i + 4}}
	y.before.Start -= markersBefore(text[:i])
	y.behind.End += markersBehind(text[i+4:])
	opens, closes := !y.before.Empty(), !y.behind.Empty()
	agency := strings.TrimRight(text[:y.before.Start], "〔[（(【")
	if agency == text[:y.before.Start] && !opens {
		return year{}
	}
	rest := strings.TrimLeft(text[y.behind.End:], "〕]）)】")
	if rest == text[y.behind.End:] && !closes {
		return year{}
	}
	last, _ := utf8.DecodeLastRuneInString(agency)
	rest = strings.TrimPrefix(strings.TrimLeft(rest, " "), "第")
	number := strings.TrimLeft(strings.TrimLeft(rest, " "), "0123456789")
	number = strings.TrimLeft(number, " ")
	if !likely.IsHan(last) || len(number) == len(rest) || !strings.HasPrefix(number, "号") && !strings.HasPrefix(number, "號") {
		return year{}
	}
	return y
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// mostMarkers is how many markers one bracket may have become: its bytes in
// UTF-8.
const mostMarkers = 3

func markersBefore(text string) int {
	n := 0
	for range mostMarkers {
		r, size := utf8.DecodeLastRuneInString(text[:len(text)-n])
		if r != '?' && (r != utf8.RuneError || size == 0) {
			break
		}
		n += size
	}
	return n
}

func markersBehind(text string) int {
	n := 0
	for range mostMarkers {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r != '?' && (r != utf8.RuneError || size == 0) {
			break
		}
		n += size
	}
	return n
}

// bracketsOf returns the pair of brackets that years in the text have.
func bracketsOf(text string) (open, shut string) {
	for _, pair := range [][2]string{{"〔", "〕"}, {"[", "]"}, {"【", "】"}, {"（", "）"}, {"(", ")"}} {
		for part := range strings.SplitSeq(text, pair[0]) {
			if len(part) > 4 && digits(part[:4]) && strings.HasPrefix(part[4:], pair[1]) {
				return pair[0], pair[1]
			}
		}
	}
	return "〔", "〕"
}
