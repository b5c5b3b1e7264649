package department

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert"
)

// maxContext is how many characters before and after a name are looked at.
const maxContext = 16

// unread marks a context that is still to be read.
const unread = -1

// maxBlanks is the longest run of blanks inside a name, in bytes.
const maxBlanks = 64

// leftContext is the text before a name, folded, back to the nearest mark,
// letter or digit. Blanks and single line breaks in it are left out.
type leftContext struct {
	buf [4 * maxContext]byte
	lo  int             // the text is buf[lo:]
	n   int             // its length in characters
	at  [maxContext]int // where in the text the k-th character from the right begins
	gap bool            // blanks or a line break stand before the name
	end rune            // what ends the context: a mark, or 0 at the text's start
	pre rune            // the character before the mark 、
}

func (c *leftContext) read(text string, start int) {
	c.lo, c.n, c.gap, c.end, c.pre = len(c.buf), 0, false, 0, 0
	i := start
	for c.n < maxContext && i > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if isBlank(r) {
			if i = skipBlanksBack(text, i); i < 0 {
				c.end = '\n'
				return
			}
			c.gap = c.gap || c.n == 0
			continue
		}
		if !isHan(r) {
			c.end, c.pre = r, 0
			if r == '、' {
				c.pre, _ = utf8.DecodeLastRuneInString(text[:i-size])
			}
			return
		}
		f := convert.FoldRune(r)
		i -= size
		c.lo -= utf8.RuneLen(f)
		utf8.EncodeRune(c.buf[c.lo:], f)
		c.at[c.n] = i
		c.n++
	}
}

// listed tells whether the name stands behind a list's mark, such as 、 or （.
func (c *leftContext) listed() bool { return c.n == 0 && isListMark(c.end) && !c.closed() }

// closed tells whether the context ends at a closing bracket, behind which a
// name goes on: 各县（市、区）人民政府.
func (c *leftContext) closed() bool {
	switch c.end {
	case '）', ')', '〕', ']', '】':
		return true
	}
	return false
}

// shares tells whether the context ends at 、 behind another level, with which a
// level word shares what follows: 各市、县人民政府.
func (c *leftContext) shares() bool {
	switch c.pre {
	case '市', '县', '縣', '区', '區', '州', '盟', '旗':
		return c.end == '、'
	}
	return false
}

// text returns the context without its last skip bytes.
func (c *leftContext) text(skip int) []byte { return c.buf[c.lo : len(c.buf)-skip] }

// begin returns where the character begins that the last n bytes begin with.
func (c *leftContext) begin(n, start int) int {
	if n == 0 {
		return start
	}
	return c.at[utf8.RuneCount(c.buf[len(c.buf)-n:])-1]
}

// rightContext is the text after a name, folded, up to the nearest mark, letter
// or digit.
type rightContext struct {
	buf [4 * maxContext]byte
	hi  int // the text is buf[:hi]
	n   int
	at  [maxContext]int // where in the text the k-th character ends
	gap bool            // spaces stand after the name; a line break alone is none
	in  bool            // a list's mark follows: 、 ） ， ； 等
}

func (c *rightContext) read(text string, end int) {
	c.hi, c.n, c.gap, c.in = 0, 0, false, false
	i := end
	for c.n < maxContext && i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if isBlank(r) {
			next := skipBlanks(text, i)
			if next == i {
				return
			}
			c.gap = c.gap || c.n == 0 && r != '\n' && r != '\r'
			i = next
			continue
		}
		if !isHan(r) {
			c.in = c.n == 0 && isListMark(r)
			return
		}
		c.hi += utf8.EncodeRune(c.buf[c.hi:], convert.FoldRune(r))
		i += size
		c.at[c.n] = i
		c.n++
	}
	c.in = c.in || i == len(text) && c.n == 0
}

func (c *rightContext) text() []byte { return c.buf[:c.hi] }

// end returns where in the text the first n bytes of the context end.
func (c *rightContext) end(n int) int { return c.at[utf8.RuneCount(c.buf[:n])-1] }

func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\u00A0', '\u3000', '\u200B', '\uFEFF':
		return true
	}
	return false
}

// isHan tells whether r is a character that names are made of.
// The ranges are those of the unified and the compatibility ideographs; kana,
// letters and digits end a context as marks do.
func isHan(r rune) bool {
	return r >= 0x3400 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF || r == '〇'
}

// isListMark tells whether r stands between the names of a list or around it.
func isListMark(r rune) bool {
	switch r {
	case '、', '，', ',', '；', ';', '：', ':', '（', '(', '）', ')', '〔', '〕', '[', ']', '。', '【', '】', '/', '／', '､':
		return true
	}
	return false
}

// skipBlanks returns where the blanks at i end that a name can have inside: some
// spaces and one line break at most. It returns i if there are none, or more.
func skipBlanks(text string, i int) int {
	breaks := 0
	for k := i; k < len(text) && k-i <= maxBlanks; {
		r, size := utf8.DecodeRuneInString(text[k:])
		switch {
		case r == '\n' && k > i && text[k-1] == '\r':
		case r == '\n' || r == '\r':
			if breaks++; breaks > 1 {
				return i
			}
		case r == '\f' || !isBlank(r):
			if r == '\f' {
				return i
			}
			return k
		}
		k += size
	}
	return i
}

// skipBlanksBack is skipBlanks for the blanks that end at i. It returns -1 if a
// name cannot have them inside.
func skipBlanksBack(text string, i int) int {
	breaks := 0
	for k := i; k > 0 && i-k <= maxBlanks; {
		r, size := utf8.DecodeLastRuneInString(text[:k])
		switch {
		case r == '\r' && k < i && text[k] == '\n':
		case r == '\n' || r == '\r':
			if breaks++; breaks > 1 {
				return -1
			}
		case r == '\f':
			return -1
		case !isBlank(r):
			return k
		}
		k -= size
	}
	return -1
}
