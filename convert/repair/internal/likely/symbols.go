package likely

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/charset/frequency"
)

// symbol is the cost of what is no ideograph, in round figures that keep apart
// what texts are made of and what damage leaves.
func (m *Model) symbol(prev, r rune) float32 {
	base := symbolAtLarge(r)
	if prev != 0 && isWordByte(r) && isWordByte(prev) {
		base += 1.5
	}
	if r == '\n' && strings.ContainsRune("“‘（《「『〔【、，·—　", prev) {
		return -10
	}
	if isStop(r) && (isStop(prev) || prev == '?' || prev == '？') {
		return base - doubleStop
	}
	if (r == '\u3000' || r == ' ') && IsHan(prev) {
		base -= innerBlank
	}
	base += closing(r) * frequency.End(convert.FoldRune(prev))
	n := m.singles[r]
	switch {
	case n > 0 && base < -4:
		own := float32(math.Log(float64((n + 0.5) / (m.total + 1))))
		return max(base, min(own-1, -4))
	case n == 0 && m.total > foreignAfter && (r >= utf8.RuneSelf || r == '?'):
		return base - foreignCost
	}
	return base
}

// A document that has had so many characters without a symbol hardly has it.
const (
	foreignAfter = 400
	foreignCost  = 3
)

// innerBlank is what a blank behind an ideograph costs.
const innerBlank = 3

// doubleStop is what a stop behind another costs.
const doubleStop = 6

// closing tells how far a symbol shows that the text before it is at its end:
// how much the chance of a character to end a sentence counts.
func closing(r rune) float32 {
	switch r {
	case '。', '；', '？', '！', ';':
		return 1
	case '，', '、', '：', '”', '）', ',', ':', ')':
		return 0.5
	}
	return 0
}

// opening tells the same of the text behind a symbol.
func opening(r rune) float32 {
	switch r {
	case '。', '；', '？', '！', '\n', ';':
		return 1
	case '，', '、', '：', '“', '（', ',', ':', '(':
		return 0.5
	}
	return 0
}

// ShortClause tells how much less likely a stop is behind a clause of a few
// characters: clauses have seven on average, those of a list two and more.
func ShortClause(length int, stop rune) float32 {
	switch {
	case length >= 4 || !isStop(stop) && stop != '？' && stop != '！':
		return 0
	case stop == '、':
		return []float32{0, -1, 0, 0}[length]
	}
	return []float32{0, -3, -2, -1}[length]
}

// IsStop reports whether r ends a clause.
func IsStop(r rune) bool { return isStop(r) || r == '？' || r == '！' }

func isStop(r rune) bool { return strings.ContainsRune("，。、；：,;", r) }

func isWordByte(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

func symbolAtLarge(r rune) float32 {
	switch {
	case r == '?':
		return -7
	case r == utf8.RuneError:
		return -14
	case '0' <= r && r <= '9', r == ' ', r == '\n':
		return -4.5
	case r < utf8.RuneSelf:
		return ascii(r)
	case r < 0xA0:
		return -20
	}
	switch r {
	case '，', '。', '、':
		return -3.5
	case '“', '”', '‘', '’':
		return -6.5
	case '；', '：', '（', '）', '《', '》', '\u3000', '「', '」':
		return -4.5
	case '？', '！', '—', '…':
		return -6
	case '·':
		return -8
	}
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return -9
	case 0x3000 <= r && r < 0x3020, 0x2010 <= r && r < 0x2030:
		return -9
	case unicode.Is(unicode.Co, r):
		return -20
	case r >= 0x530:
		return -16
	}
	return -12
}

func ascii(r rune) float32 {
	switch r {
	case ',', '.', '(', ')', ':', ';', '"', '-':
		return -5
	case '#', '$', '@', '\\', '^', '`', '{', '|', '}', '~':
		return -11
	}
	if isWordByte(r) {
		return -6
	}
	return -8
}
