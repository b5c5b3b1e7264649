package segment

import "unicode"

// kind is what a rune is to the rules that make words without a list.
type kind uint8

const (
	kindOther   kind = iota // ideographs, kana and all other letters that form no runs
	kindLetter              // letters of scripts that put blanks between words
	kindDigit               // 0 to 9, of either width
	kindNumeral             // 一, 十, 万 …
	kindOrdinal             // 第
	kindBlank               // blanks but line breaks
	kindBreak               // line breaks: the sentence ends
	kindStop                // 。！？；: the sentence ends
	kindDot
	kindComma
	kindColon
	kindSlash
	kindHyphen // -, – and their wide forms
	kindDash   // —, which is written twice
	kindTilde
	kindPercent
	kindSign // all other punctuation and symbols
	kindMark // marks and joiners that belong to the rune before
	kindBad  // a byte that is no UTF-8
)

const zeroWidthJoiner = 0x200D

// asciiKind has the kinds of the ASCII runes.
var asciiKind = func() (kinds [128]kind) {
	for r := range rune(len(kinds)) {
		kinds[r] = wideKind(r)
	}
	return kinds
}()

// kindOf returns the kind of a rune.
func kindOf(r rune) kind {
	switch {
	case r < 0x80:
		return asciiKind[r]
	case 0x4E00 <= r && r <= 0x9FFF:
		return ideographKind(r)
	}
	return wideKind(r)
}

// ideographKind returns the kind of an ideograph, in any script.
func ideographKind(r rune) kind {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '两', '零',
		'萬', '億', '兩', '壹', '贰', '貳', '叁', '參', '肆', '伍', '陆', '陸', '柒', '捌', '玖', '拾', '佰', '仟':
		return kindNumeral
	case '第':
		return kindOrdinal
	}
	return kindOther
}

// wideKind returns the kind of a rune that is no common ideograph.
func wideKind(r rune) kind {
	switch r {
	case '！', '？', '；':
		return kindStop
	}
	if narrow := r - 0xFEE0; 0x21 <= narrow && narrow <= 0x7E {
		r = narrow // the full-width forms
	}
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return kindBreak
	case '。', '｡':
		return kindStop
	case '.':
		return kindDot
	case ',':
		return kindComma
	case ':':
		return kindColon
	case '/':
		return kindSlash
	case '-', '‐', '‑', '–':
		return kindHyphen
	case '—', '―', '…', '⋯':
		return kindDash
	case '~', '～', '〜', '∼':
		return kindTilde
	case '%', '‰', '℃', '°':
		return kindPercent
	case '〇':
		return kindNumeral
	case zeroWidthJoiner:
		return kindMark
	}
	return classKind(r)
}

// classKind returns the kind of a rune by its class in Unicode.
func classKind(r rune) kind {
	switch {
	case '0' <= r && r <= '9':
		return kindDigit
	case unicode.IsSpace(r):
		return kindBlank
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc, emojiModifier):
		return kindMark
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Thai):
		return kindOther
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return kindLetter
	}
	return kindSign
}

// emojiModifier holds the skin tones.
var emojiModifier = &unicode.RangeTable{R32: []unicode.Range32{{Lo: 0x1F3FB, Hi: 0x1F3FF, Stride: 1}}}

// alnum reports whether runes of this kind make runs that no word may cut.
func (k kind) alnum() bool { return k == kindLetter || k == kindDigit }

// runs reports whether runes of this kind may stand in a word of any length.
func (k kind) runs() bool {
	switch k {
	case kindOther, kindNumeral, kindOrdinal, kindStop, kindSign, kindBad:
		return false
	}
	return true
}
