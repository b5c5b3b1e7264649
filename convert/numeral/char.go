package numeral

import "unicode/utf8"

// class tells what a character does in a numeral.
type class uint8

const (
	none     class = iota
	digit          // 一…九, plain or formal
	zero           // 零 〇
	two            // 两: a 2 that stands only before 百 and higher, or alone
	tens           // 廿 卅 卌: a digit together with its 十
	unit           // 十 百 千, the value is the power of ten
	big            // 万 亿 兆, the value is the power of ten
	arabic         // 0…9 of either width
	enclosed       // one character that is a whole numeral
)

// char is a character's class and value.
type char struct {
	class class
	value uint8
}

// next returns what the character at the start of s is, and its size in bytes.
func next(s string) (char, int) {
	if s == "" {
		return char{}, 0
	}
	if b := s[0]; b < utf8.RuneSelf {
		if '0' <= b && b <= '9' {
			return char{arabic, b - '0'}, 1
		}
		return char{}, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case '０' <= r && r <= '９':
		return char{arabic, uint8(r - '０')}, size
	case r < 0x3000 || 0x3200 <= r && r < 0x3300:
		if c := han(r); c.class != none {
			return c, size
		}
		return enclosedChar(r), size
	}
	return han(r), size
}

// enclosedRange is a run of characters that count up from first.
type enclosedRange struct {
	from, to rune
	first    uint8
}

// enclosedRanges holds Unicode's enclosed and Roman numerals, in order.
var enclosedRanges = [...]enclosedRange{
	{'Ⅰ', 'Ⅻ', 1},
	{'ⅰ', 'ⅻ', 1},
	{'①', '⑳', 1},
	{'⑴', '⒇', 1},
	{'⒈', '⒛', 1},
	{'⓪', '⓪', 0},
	{'⓫', '⓴', 11},
	{'⓵', '⓾', 1},
	{'⓿', '⓿', 0},
	{'❶', '❿', 1},
	{'➀', '➉', 1},
	{'➊', '➓', 1},
	{'㈠', '㈩', 1},
	{'㉑', '㉟', 21},
	{'㊀', '㊉', 1},
	{'㊱', '㊿', 36},
}

func enclosedChar(r rune) char {
	for _, e := range &enclosedRanges {
		if r <= e.to {
			if r < e.from {
				break
			}
			return char{enclosed, e.first + uint8(r-e.from)}
		}
	}
	return char{}
}

// han classifies Chinese numeral characters: both scripts, the formal ones
// with their common variants, and the compatibility and radical forms that
// texts taken from PDF files hold.
func han(r rune) char {
	switch r {
	case '零', '〇', '○', '◯', '\uF9B2':
		return char{zero, 0}
	case '一', '壹', '弌', '壱', '⼀':
		return char{digit, 1}
	case '二', '贰', '貳', '貮', '弍', '弐', '⼆':
		return char{digit, 2}
	case '三', '叁', '叄', '參', '参', '弎', '\uF96B':
		return char{digit, 3}
	case '四', '肆':
		return char{digit, 4}
	case '五', '伍':
		return char{digit, 5}
	case '六', '陆', '陸', '\uF9D1', '\uF9D3':
		return char{digit, 6}
	case '七', '柒':
		return char{digit, 7}
	case '八', '捌', '⼋':
		return char{digit, 8}
	case '九', '玖':
		return char{digit, 9}
	case '两', '兩', '\uF978':
		return char{two, 2}
	case '廿':
		return char{tens, 2}
	case '卅':
		return char{tens, 3}
	case '卌':
		return char{tens, 4}
	case '十', '拾', '⼗', '\uF973':
		return char{unit, 1}
	case '百', '佰':
		return char{unit, 2}
	case '千', '仟':
		return char{unit, 3}
	case '万', '萬':
		return char{big, 4}
	case '亿', '億':
		return char{big, 8}
	case '兆':
		return char{big, 12}
	}
	return char{}
}
