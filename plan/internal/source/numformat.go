package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

// sets are the formats whose numbers are characters of their own, one each.
var sets = map[string]string{
	"ideographTraditional":         "甲乙丙丁戊己庚辛壬癸",
	"ideographZodiac":              "子丑寅卯辰巳午未申酉戌亥",
	"decimalEnclosedCircle":        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
	"decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
	"decimalEnclosedParen":         "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
	"decimalEnclosedFullstop":      "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
	"ideographEnclosedCircle":      "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
	"upperRoman":                   "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
	"lowerLetter":                  "abcdefghijklmnopqrstuvwxyz",
	"upperLetter":                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}

// lowerRoman are Roman numerals as they are typed: in characters of their own they
// would be read as those of chapters.
const lowerRoman = "i ii iii iv v vi vii viii ix x xi xii"

// formatNumber writes n in a format of ECMA-376, part 1, 17.18.59. Formats of
// digits in characters (一一) are written as numerals (十一), which is what they
// mean and what a reader of labels knows.
func formatNumber(n int, format string) string {
	switch format {
	case "bullet", "none":
		return ""
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "japaneseDigitalTenThousand",
		"ideographDigital", "taiwaneseDigital", "koreanCounting", "koreanDigital2":
		return numeral.Format(int64(n), nil)
	case "chineseLegalSimplified":
		return numeral.Format(int64(n), &numeral.Options{Style: numeral.Formal})
	case "ideographLegalTraditional", "japaneseLegal":
		return numeral.Format(int64(n), &numeral.Options{Style: numeral.Formal, Traditional: true})
	case "lowerRoman":
		if words := strings.Fields(lowerRoman); n >= 1 && n <= len(words) {
			return words[n-1]
		}
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	}
	return pick(sets[format], n)
}

// pick returns the nth character of set, or the number where set is too short.
func pick(set string, n int) string {
	if n < 1 || n > utf8.RuneCountInString(set) {
		return strconv.Itoa(n)
	}
	return string([]rune(set)[n-1])
}

// bullet returns the mark of a list without numbers: that of a font of symbols is
// the character that it shows.
func bullet(text, font string) string {
	r, _ := utf8.DecodeRuneInString(text)
	if r < 0xe000 || r > 0xf8ff {
		return strings.TrimSpace(text)
	}
	if s := fromFont(font, int(r&0xff)); s != "" {
		return s
	}
	return "●"
}
