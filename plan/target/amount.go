package target

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

// amount is a number as it stands in a text, with all that multiplies it.
type amount struct {
	start, end int
	value      Decimal
	power      int  // of the 万 or 亿 behind it, 0 for none
	han        bool // in Chinese characters
	percent    rune // '%' or '‰' for 百分之 and 千分之
	fraction   bool
	more       bool // 余 or 多 behind it
	bad        bool // an estimate, or too large: no number, but its characters
}

// amountAt reads the number at text[pos:]. ok is false where none begins there.
func amountAt(text string, pos int) (amount, bool) {
	sign, end := percentWord(text, pos)
	if sign == 0 {
		return plainAt(text, pos)
	}
	a, ok := plainAt(text, gap(text, end))
	a.start, a.percent = pos, sign
	return a, ok
}

// plainAt reads a number without 百分之.
func plainAt(text string, pos int) (amount, bool) {
	if d, _ := digitAt(text, pos); d >= 0 {
		return arabicAt(text, pos), true
	}
	return hanAt(text, pos)
}

// percentWord reads 百分之 and 千分之.
func percentWord(text string, pos int) (rune, int) {
	r, end := runeAt(text, pos)
	var sign rune
	switch r {
	case '百':
		sign = '%'
	case '千':
		sign = '‰'
	default:
		return 0, pos
	}
	if end, ok := match(text, end, "分之"); ok {
		return sign, end
	}
	return 0, pos
}

// arabicAt reads digits, commas between groups of three, a point, a slash of a
// fraction, and 万 and 亿.
func arabicAt(text string, pos int) amount {
	a := amount{start: pos, end: pos}
	a.digits(text)
	a.decimal(text)
	if a.slash(text) {
		return a
	}
	a.multiply(text)
	if d, _ := digitAt(text, a.end); d >= 0 && a.power > 0 { // 1亿2000万
		a.mixed(text)
	}
	a.moreAt(text)
	return a
}

// digits reads the integer part: 3000, 3,000 and １，２００. Behind narrow digits the
// wide comma ends a clause: 新增3，200家参与 has two numbers.
func (a *amount) digits(text string) {
	n := a.run(text, a.end)
	for n <= 3 {
		r, end := rawRune(text, a.end)
		if r != ',' && (r != '，' || text[a.start] < 0x80) {
			return
		}
		before := *a
		if a.run(text, end) != 3 {
			*a = before
			return
		}
	}
}

// run reads digits at pos and returns how many there are.
func (a *amount) run(text string, pos int) int {
	n := 0
	for {
		d, end := digitAt(text, pos)
		if d < 0 && n > 0 {
			d, end = nextDigit(text, pos)
		}
		if d < 0 {
			return n
		}
		if v, ok := (Decimal{Coefficient: a.value.Coefficient}).shift(1); ok && v.Coefficient <= 1e18-10 {
			a.value.Coefficient = v.Coefficient + int64(d)
		} else {
			a.bad = true
		}
		n++
		pos, a.end = end, end
	}
}

// decimal reads a point and the digits behind it.
func (a *amount) decimal(text string) {
	r, end := rawRune(text, a.end)
	if r != '.' && r != '．' {
		return
	}
	if n := a.run(text, end); n > 0 && n <= maxScale {
		a.value = normal(a.value.Coefficient, n)
	}
}

// slash reads the second half of 1/2. A first number that is not smaller makes
// it a date or a code, and so does another slash (2023/5/1) or a second number
// above 100 (1/128).
func (a *amount) slash(text string) bool {
	r, end := runeAt(text, a.end)
	if r != '/' || a.value.Scale > 0 {
		return false
	}
	b := amount{start: end, end: end}
	if b.run(text, end) == 0 {
		return false
	}
	v, ok := quotient(a.value.Coefficient, b.value.Coefficient)
	next, _ := runeAt(text, b.end)
	a.bad = a.bad || b.bad || !ok || next == '/' || b.value.Coefficient > 100 || a.value == b.value
	a.value, a.fraction, a.end = v, true, b.end
	return true
}

// rawRune is runeAt without folding.
func rawRune(text string, pos int) (rune, int) {
	if pos >= len(text) {
		return 0, pos
	}
	r, size := utf8.DecodeRuneInString(text[pos:])
	return r, pos + size
}

// multiply reads 百 千 万 亿 兆 behind digits. One that begins a unit's name (千瓦)
// is left to it, and so is 兆 but before money (1.5兆元).
func (a *amount) multiply(text string) {
	for {
		p := gap(text, a.end)
		r, end := runeAt(text, p)
		n := power(r)
		if n == 0 || isUnit(text, p) && !startsMoney(text, end) {
			return
		}
		v, ok := a.value.shift(n)
		a.value, a.bad = v, a.bad || !ok
		a.power, a.end = a.power+n, end
	}
}

func power(r rune) int {
	switch r {
	case '百':
		return 2
	case '千':
		return 3
	case '万':
		return 4
	case '亿':
		return 8
	case '兆':
		return 12
	}
	return 0
}

// startsMoney reports whether a currency stands at text[pos:].
func startsMoney(text string, pos int) bool {
	word, _ := matchAny(text, pos, []string{"元", "美元", "欧元", "日元", "港元", "圆"})
	return word != ""
}

// mixed reads a number whose digits alternate with units.
func (a *amount) mixed(text string) {
	n := numeralLen(text, a.start)
	v, size, err := numeral.Scan(text[a.start : a.start+n])
	a.bad = a.bad || err != nil || size != n
	a.value, a.end = Decimal{Coefficient: v}, max(a.end, a.start+n)
}

// moreAt reads 余 or 多.
func (a *amount) moreAt(text string) {
	r, end := runeAt(text, a.end)
	if !oneOf(r, "余多") {
		return
	}
	a.more, a.end = true, end
	if a.power == 0 {
		a.multiply(text) // 10余万
	}
}

// numeralLen returns the length of the numeral at text[pos:]. It looks only as
// far as numerals can reach: a longer row of their characters is no number.
func numeralLen(text string, pos int) int {
	return numeral.Len(text[pos:min(len(text), pos+maxNumeral)])
}

// maxNumeral is more bytes than any numeral has: 32 characters, where
// 九千九百九十九亿九千九百九十九万九千九百九十九 has 23.
const maxNumeral = 96

// hanAt reads a number in Chinese characters.
func hanAt(text string, pos int) (amount, bool) {
	n := numeralLen(text, pos)
	if n == 0 {
		return amount{}, false
	}
	n = pos + n
	for {
		r, size := utf8.DecodeLastRuneInString(text[pos:n])
		if n-size <= pos || power(fold(r)) == 0 || !isUnit(text, n-size) {
			break
		}
		n -= size // the 千 of 千瓦
	}
	a := amount{start: pos, end: n, han: true}
	v, size, err := numeral.Scan(text[pos:n])
	a.bad = err != nil || size != n-pos || !definite(text, pos)
	a.value = Decimal{Coefficient: v}
	a.power = hanPower(text[pos:n])
	a.point(text) // 五点五亿, 三分之二, 五百余: each where it stands
	a.parts(text)
	a.moreAt(text)
	return a, true
}

// definite reports whether a number in characters begins as an amount does,
// and not with a unit or a zero alone: 百家, 万人, 零距离.
func definite(text string, pos int) bool {
	r, end := runeAt(text, pos)
	if oneOf(r, "百千万亿兆零〇佰仟") {
		return false
	}
	if oneOf(r, "陆陸参參伍拾") { // also surnames and other words
		return numeral.Len(text[end:]) > 0
	}
	return true
}

// hanPower returns the power of a 万 or 亿 at the end of s.
func hanPower(s string) int {
	r, _ := utf8.DecodeLastRuneInString(s)
	if p := power(fold(r)); p >= 4 {
		return p
	}
	return 0
}

// point reads 点 and the digits behind it: 五点五亿.
func (a *amount) point(text string) {
	r, p := runeAt(text, a.end)
	if r != '点' || a.power > 0 {
		return
	}
	v, scale := a.value, 0
	for scale < maxScale {
		r, end := runeAt(text, p)
		d, size, err := numeral.Scan(text[p:end])
		if r == 0 || err != nil || size != end-p || d > 9 || oneOf(r, "十") {
			break
		}
		next, ok := v.shift(1)
		if !ok {
			a.bad = true
			return
		}
		v = Decimal{Coefficient: next.Coefficient + d}
		scale++
		p = end
	}
	if scale == 0 {
		return
	}
	a.value, a.end, a.bad = normal(v.Coefficient, scale), p, false
	a.multiply(text)
}

// parts reads the second half of 三分之二.
func (a *amount) parts(text string) {
	end, ok := match(text, a.end, "分之")
	if !ok {
		return
	}
	end = gap(text, end)
	n := numeralLen(text, end)
	b, size, err := numeral.Scan(text[end : end+n])
	v, ok := quotient(b, a.value.Coefficient)
	a.bad = a.bad || err != nil || size != n || !ok
	a.value, a.fraction, a.end = v, true, end+n
}

// rangeEnd reads the other end of a range behind a: 80至100, 3-5万. Where only
// the second has 万 it counts for both.
func (a *amount) rangeEnd(text string) (amount, bool) {
	p := a.end
	if r, end := runeAt(text, p); r == '%' || r == '‰' {
		p = end // 5%—7%
	}
	r, end := runeAt(text, gap(text, p))
	if !oneOf(r, "至到") && !isDash(r) {
		return amount{}, false
	}
	for isDash(r) {
		next, after := runeAt(text, end)
		if !isDash(next) {
			break
		}
		end = after
	}
	b, ok := amountAt(text, gap(text, end))
	if !ok || a.bad || b.bad || a.more || b.more || b.fraction || a.fraction {
		return amount{}, false
	}
	if a.power == 0 && b.power > 0 {
		if v, ok := a.value.shift(b.power); ok && v.less(b.value) {
			a.value = v
		}
	}
	return b, a.value.less(b.value)
}

// skipCode returns the offset behind the digits, letters and marks that a
// number in a name or a telephone number consists of: 021-6321, COVID-19, V2.0.
func skipCode(text string, pos int) int {
	for pos < len(text) {
		if d, end := digitAt(text, pos); d >= 0 {
			pos = end
			continue
		}
		if !isLatin(text[pos]) && strings.IndexByte("-_./", text[pos]) < 0 {
			break
		}
		pos++
	}
	return pos
}
