package words

import (
	"unicode"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/internal/lexicon"
)

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

// kindTable has the kinds of common runes. It is immutable.
type kindTable struct {
	low     [0x80]kind // U+0000 on
	general [0x70]kind // U+2000 on: dashes, quotation marks
	cjk     [0x40]kind // U+3000 on: 。、《》
	wide    [0xF0]kind // U+FF00 on: full width
	letters []kind     // kinds of ideographs, by letter
}

func newKindTable(a *lexicon.Alphabet) *kindTable {
	t := &kindTable{letters: make([]kind, lexicon.MaxLetter+1)}
	fill := func(kinds []kind, first rune) {
		for i := range kinds {
			kinds[i] = wideKind(first + rune(i))
		}
	}
	fill(t.low[:], 0)
	fill(t.general[:], 0x2000)
	fill(t.cjk[:], 0x3000)
	fill(t.wide[:], 0xFF00)
	for _, r := range "一二三四五六七八九十百千万亿两零壹贰叁肆伍陆柒捌玖拾佰仟" {
		t.letters[a.Letter(r)] = kindNumeral
	}
	t.letters[a.Letter('第')] = kindOrdinal
	return t
}

// kind returns the kind of a rune that has that letter.
func (t *kindTable) kind(r rune, letter uint16) kind {
	switch {
	case 0x4E00 <= r && r <= 0x9FFF:
		return t.letters[letter]
	case r < 0x80:
		return t.low[r]
	case 0x3000 <= r && r < 0x3040:
		return t.cjk[r-0x3000]
	case 0xFF00 <= r && r < 0xFFF0:
		return t.wide[r-0xFF00]
	case 0x2000 <= r && r < 0x2070:
		return t.general[r-0x2000]
	}
	if folded := convert.FoldRune(r); folded != r {
		return t.kind(folded, letter) // a compatibility ideograph, a radical
	}
	return wideKind(r)
}

// wideKind returns the kind of a rune that is no common ideograph.
func wideKind(r rune) kind {
	switch r {
	case '！', '？', '；':
		return kindStop
	}
	switch r = convert.FoldRune(r); r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return kindBreak
	case '。':
		return kindStop
	case '.':
		return kindDot
	case ',':
		return kindComma
	case ':':
		return kindColon
	case '/':
		return kindSlash
	case '-':
		return kindHyphen
	case '—', '…':
		return kindDash
	case '~':
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

// ends reports whether a sentence ends behind a rune of this kind.
func (k kind) ends() bool { return k == kindStop || k == kindBreak }
