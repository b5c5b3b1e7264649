package reference

import "strings"

// labels holds the numbers that stand with a unit at the starts of lines: 第三条
// there is a label if 第二条 or 第四条 begins another line.
type labels struct {
	seen map[labelKey]bool
}

type labelKey struct {
	unit   unit
	number int
}

// isLabel reports whether the chain at pos labels a part of the text itself:
// it starts a line, and a blank or a colon follows it, or another line starts
// with the number before or after it.
func (f *finder) isLabel(pos int, c *chain) bool {
	if !startsLine(f.text, pos) {
		return false
	}
	switch c.unit {
	case itemUnit, paragraphUnit, pointUnit, subpointUnit: // nobody labels a part 第二项
		return false
	default:
	}
	if endsLabel(f.text, c.end) {
		return true
	}
	if f.labels == nil {
		f.labels = findLabels(f.text)
	}
	return f.labels.seen[labelKey{c.unit, c.first - 1}] || f.labels.seen[labelKey{c.unit, c.first + 1}]
}

// startsLine reports whether only blanks and Markdown marks stand before pos
// in its line.
func startsLine(text string, pos int) bool {
	for range maxGap {
		r, p := runeBefore(text, pos)
		switch r {
		case 0, '\n', '\f', '\uFEFF':
			return true
		case ' ', '\t', '\r', '\u3000', '\u00a0', '#', '*', '>':
			pos = p
		default:
			return false
		}
	}
	return false
}

// endsLabel reports whether what follows a number at the start of a line sets
// it off from the text.
func endsLabel(text string, pos int) bool {
	r, _ := runeAt(text, pos)
	return r != 0 && strings.ContainsRune(" \n\t\r\f\u3000\u00a0：:.．*【", r)
}

// findLabels reads all lines' starts once.
func findLabels(text string) *labels {
	l := &labels{seen: map[labelKey]bool{}}
	for pos := 0; pos < len(text); {
		p := pos
		for n := lineMark(text[p:]); n > 0; n = lineMark(text[p:]) {
			p += n
		}
		if begins(text[p:]) {
			if c, ok := chainAt(text, p); ok && c.path == nil && c.count == 1 {
				l.seen[labelKey{c.unit, c.first}] = true
			}
		}
		i := strings.IndexByte(text[p:], '\n')
		if i < 0 {
			break
		}
		pos = p + i + 1
	}
	return l
}

// lineMark returns the length of a blank or Markdown mark at the start of s.
func lineMark(s string) int {
	if s != "" && strings.IndexByte("#*> \t\r", s[0]) >= 0 {
		return 1
	}
	if s != "" && s[0] == '\n' {
		return 0
	}
	return blankLen(s)
}
