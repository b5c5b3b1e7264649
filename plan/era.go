package plan

import (
	"strconv"
	"strings"
)

// The years of the Republic that a deadline may name: 2001 to 2110.
const (
	firstYear = 90
	lastYear  = 199
)

// commonYears writes the years of the Republic in s in the common era: 113年12月,
// 113/12, 民國113年. It reports false where there is none.
func commonYears(s string) (string, bool) {
	var b strings.Builder
	found := false
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end] >= '0' && s[end] <= '9' {
			end++
		}
		if end == i {
			b.WriteByte(s[i])
			i++
			continue
		}
		year, err := strconv.Atoi(s[i:end])
		opens := i == 0 || !strings.ContainsAny(s[i-1:i], "./-")
		if err == nil && opens && year >= firstYear && year <= lastYear && (strings.HasPrefix(s[end:], "年") || strings.HasPrefix(s[end:], "/") || strings.HasPrefix(s[end:], ".")) {
			b.WriteString(strconv.Itoa(year + firstOfEra))
			found = true
		} else {
			b.WriteString(s[i:end])
		}
		i = end
	}
	out := b.String()
	for _, era := range eras {
		out = strings.ReplaceAll(out, era, "")
	}
	return out, found
}
