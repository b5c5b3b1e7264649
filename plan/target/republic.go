package target

import (
	"bytes"
	"strconv"
	"strings"
)

// The years of three digits that count from 1912, as Taiwan's notes have them.
const (
	firstRepublic = 100
	lastRepublic  = 149
	beforeFirst   = 1911 // the year before the first
)

// eras stand before such a year, longer ones first.
var eras = [...]string{"中華民國", "中华民国", "民國", "民国"}

// commonYears writes the years of the Republic in a note in the common era:
// 113年12月, 113/07/01~116/12/31, 民國113年. 100年内 is a duration, and 2023.113 no
// date.
func commonYears(note string) string {
	var out []byte
	for i := 0; i < len(note); {
		end := i
		for end < len(note) && isDigit(note[end]) {
			end++
		}
		year, err := strconv.Atoi(note[i:end])
		if err != nil || year < firstRepublic || year > lastRepublic || !isYear(note, i, end) {
			end = max(end, i+1)
			out = append(out, note[i:end]...)
			i = end
			continue
		}
		for _, era := range eras {
			if before, found := bytes.CutSuffix(out, []byte(era)); found {
				out = before
				break
			}
		}
		out = strconv.AppendInt(out, int64(beforeFirst+year), 10)
		i = end
	}
	return string(out)
}

// isYear reports whether the number from i to j is a year by what stands around
// it.
func isYear(note string, i, j int) bool {
	if i > 0 && strings.IndexByte("./-", note[i-1]) >= 0 {
		return false
	}
	if rest, found := strings.CutPrefix(note[j:], "年"); found {
		rest = strings.TrimPrefix(rest, "之")
		return !strings.HasPrefix(rest, "内") && !strings.HasPrefix(rest, "內")
	}
	return j+1 < len(note) && strings.IndexByte("./", note[j]) >= 0 && isDigit(note[j+1])
}

// bareRepublic reports whether v is a year of the Republic although its era is not
// named, by what stands behind it at pos: 114年6月, 114年底. No stretch of years is
// followed so.
func bareRepublic(text string, v, pos int) bool {
	after, ok := yearWord(text, pos)
	if v < firstRepublic || v > lastRepublic || !ok {
		return false
	}
	p := gap(text, after)
	if word, _ := matchAny(text, p, []string{"底", "末", "年底", "上半年", "下半年"}); word != "" {
		return true
	}
	month, end, ok := intAt(text, p)
	if _, isMonth := match(text, end, "月"); ok && isMonth {
		return month >= 1 && month <= 12
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
