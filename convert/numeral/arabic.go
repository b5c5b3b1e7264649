package numeral

// number is a digit, or a row of Arabic digits, that waits for its unit.
type number struct {
	value    uint64
	overflow bool
	scale    uint8 // how many digits follow the decimal point
	digits   int   // 0 where nothing is pending
	offset   int
	point    int  // offset of the decimal point
	two      bool // 两
}

// scanArabic reads digits of either width from text[start:], commas between
// groups of three, and a decimal point where digits follow. It returns the
// number and the offset behind it; a comma or a point that does not belong to
// the number ends it. Only among full-width digits is a full-width mark part
// of a number: elsewhere it is the sentence's.
func scanArabic(text string, start int) (number, int) {
	n := number{offset: start}
	pos := n.row(text, start)
	wide := text[start] > '9'
	for first := n.digits; first <= 3; {
		size := separator(text[pos:], ',', "，", wide)
		group := n
		end := group.row(text, pos+size)
		if size == 0 || group.digits-n.digits != 3 {
			break
		}
		n, pos = group, end
	}
	size := separator(text[pos:], '.', "．", wide)
	decimal := n
	end := decimal.row(text, pos+size)
	if size == 0 || decimal.digits == n.digits {
		return n, pos
	}
	decimal.scale, decimal.point = uint8(min(decimal.digits-n.digits, 255)), pos
	return decimal, end
}

// row adds the digits at text[pos:] and returns the offset behind them. It
// reads on where they do not fit.
func (n *number) row(text string, pos int) int {
	for {
		c, size := next(text[pos:])
		if c.class != arabic {
			return pos
		}
		v, ok := shift(n.value, 1, uint64(c.value))
		n.value, n.overflow = v, n.overflow || !ok
		n.digits++
		pos += size
	}
}

// separator returns the length of the mark at the start of s, 0 for none.
func separator(s string, narrow byte, full string, wide bool) int {
	switch {
	case s == "":
		return 0
	case s[0] == narrow:
		return 1
	case wide && len(s) >= len(full) && s[:len(full)] == full:
		return len(full)
	}
	return 0
}
