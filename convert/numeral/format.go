package numeral

import (
	"strconv"
	"unicode/utf8"
)

// Style is a way of writing numerals.
type Style uint8

// The styles. The zero Style is invalid; [Options] takes it for Plain.
const (
	InvalidStyle Style = iota
	Plain              // 十二, 一百零五, 二千
	Formal             // 壹拾贰, 壹佰零伍, as cheques have it
	Digits             // 二〇二三, as years are written
	numStyles    = iota
)

var styleNames = [numStyles]string{"invalid", "plain", "formal", "digits"}

// String returns the style's name.
func (s Style) String() string {
	if int(s) >= len(styleNames) {
		return styleNames[InvalidStyle]
	}
	return styleNames[s]
}

// MarshalText writes the style's name. It reports an error for a value that is
// no style.
func (s Style) MarshalText() ([]byte, error) {
	if s == InvalidStyle || int(s) >= len(styleNames) {
		return nil, &styleError{strconv.Itoa(int(s))}
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads the name that [Style.MarshalText] writes.
func (s *Style) UnmarshalText(text []byte) error {
	for i, name := range styleNames {
		if i != int(InvalidStyle) && name == string(text) {
			*s = Style(i)
			return nil
		}
	}
	return &styleError{strconv.Quote(string(text))}
}

type styleError struct{ what string }

func (e *styleError) Error() string { return "numeral: no style " + e.what }

// Options says how [Format] writes. The zero value and nil mean plain
// Simplified numerals.
type Options struct {
	Style       Style
	Traditional bool // 萬 億, 貳 參 陸
}

// Format returns n as a numeral that [Parse] reads back as n. In Digits style
// two digits without a zero would be read as an estimate (一二: one or two), and
// are written as in Plain (十二). From 10^16 on, 兆 stands for 10^12; below that
// 万亿 does. A negative number gets 负.
func Format(n int64, opts *Options) string {
	return string(Append(make([]byte, 0, 48), n, opts))
}

// Append appends what [Format] returns to dst.
func Append(dst []byte, n int64, opts *Options) []byte {
	if opts == nil {
		opts = &Options{}
	}
	w := writer{dst: dst, glyphs: glyphsOf(opts), formal: opts.Style == Formal}
	v := uint64(n)
	if n < 0 {
		w.rune(w.glyphs.minus)
		v = -v
	}
	switch {
	case v == 0:
		w.rune(w.zero())
	case opts.Style == Digits && (v < 10 || v > 99 || v%10 == 0):
		w.digits(v)
	default:
		w.start = len(w.dst)
		w.number(v)
	}
	return w.dst
}

// glyphs are the characters of one style and script.
type glyphs struct {
	digits [10]rune
	units  [4]rune // 10^0 has none
	wan    rune
	yi     rune
	minus  rune
}

var (
	plainHans = glyphs{
		[10]rune{'零', '一', '二', '三', '四', '五', '六', '七', '八', '九'},
		[4]rune{0, '十', '百', '千'},
		'万', '亿', '负',
	}
	plainHant = glyphs{
		[10]rune{'零', '一', '二', '三', '四', '五', '六', '七', '八', '九'},
		[4]rune{0, '十', '百', '千'},
		'萬', '億', '負',
	}
	formalHans = glyphs{
		[10]rune{'零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'},
		[4]rune{0, '拾', '佰', '仟'},
		'万', '亿', '负',
	}
	formalHant = glyphs{
		[10]rune{'零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'},
		[4]rune{0, '拾', '佰', '仟'},
		'萬', '億', '負',
	}
)

func glyphsOf(opts *Options) *glyphs {
	switch {
	case opts.Style == Formal && opts.Traditional:
		return &formalHant
	case opts.Style == Formal:
		return &formalHans
	case opts.Traditional:
		return &plainHant
	}
	return &plainHans
}

// writer appends one numeral to dst.
type writer struct {
	dst    []byte
	start  int // where the numeral begins behind its sign
	glyphs *glyphs
	formal bool
}

func (w *writer) rune(r rune) { w.dst = utf8.AppendRune(w.dst, r) }

func (w *writer) zero() rune { return w.glyphs.digits[0] }

func (w *writer) digits(v uint64) {
	var buf [20]byte
	for _, c := range strconv.AppendUint(buf[:0], v, 10) {
		if c == '0' {
			w.rune('〇')
			continue
		}
		w.rune(w.glyphs.digits[c-'0'])
	}
}

// The units whose groups have places of their own.
const (
	wan  = 1_0000
	yi   = 1_0000_0000
	zhao = 1_0000_0000_0000
)

// number writes v, which is not 0, as a sum of sections of 兆 and 亿.
func (w *writer) number(v uint64) {
	if v >= zhao*wan {
		v = w.take(v, zhao, '兆', w.section)
	}
	if v >= yi {
		v = w.take(v, yi, w.glyphs.yi, w.section)
	}
	if v > 0 {
		w.section(v)
	}
}

// section writes 0 < v < 10^8.
func (w *writer) section(v uint64) {
	if v >= wan {
		v = w.take(v, wan, w.glyphs.wan, w.group)
	}
	if v > 0 {
		w.group(v)
	}
}

// take writes how often v has the unit, and 零 where the rest leaves out the place
// below it: 一万零五, 一万五千. It returns the rest.
func (w *writer) take(v, unit uint64, name rune, write func(uint64)) uint64 {
	write(v / unit)
	w.rune(name)
	rest := v % unit
	w.skip(rest > 0 && rest < unit/10)
	return rest
}

// skip writes the 零 that stands for places left out.
func (w *writer) skip(yes bool) {
	if yes {
		w.rune(w.zero())
	}
}

// group writes 0 < v < 10^4. A number that begins with 一十 begins with 十, but
// for the formal style.
func (w *writer) group(v uint64) {
	if v >= 10 && v < 20 && !w.formal && len(w.dst) == w.start {
		w.rune(w.glyphs.units[1])
		if v > 10 {
			w.rune(w.glyphs.digits[v-10])
		}
		return
	}
	written, gap := false, false
	for e := 3; e >= 0; e-- {
		d := v / pow10[e] % 10
		if d == 0 {
			gap = written
			continue
		}
		w.skip(gap)
		w.rune(w.glyphs.digits[d])
		if e > 0 {
			w.rune(w.glyphs.units[e])
		}
		written, gap = true, false
	}
}
