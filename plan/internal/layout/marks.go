package layout

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// strip takes the marks of Markdown off the lines and tells what kind of line
// each is. The runes of marks are noted in drop.
func strip(t *runes.Text, lines []line, drop []bool) {
	for i := range lines {
		l := &lines[i]
		stripLost(t, l, drop)
		stripHeading(t, l, drop)
		stripBold(t, l, drop)
		if l.start >= l.end {
			l.kind = markLine
			continue
		}
		l.columns = l.indent + columns(t, l.start, l.end)
		l.label, l.labeled = label.Parse(t, l.start, l.end)
		if l.kind = kindOf(t, l); l.kind == markLine && i+1 < len(lines) {
			next := &lines[i+1]
			lost := isLost(t, l)
			next.page = next.page || l.page || !isRule(t, l) && !lost
			next.blank = (next.blank || lost) && !next.page
		}
	}
	markSeals(t, lines)
}

// stripHeading takes off # and >.
func stripHeading(t *runes.Text, l *line, drop []bool) {
	i := l.start
	for i < l.end && t.Folded[i] == '>' {
		i++
	}
	i, _ = t.Trim(i, l.end)
	hashes := i
	for i < l.end && t.Folded[i] == '#' {
		i++
	}
	if level := i - hashes; level > 0 && level <= 6 && i < l.end && runes.IsBlank(t.Folded[i]) {
		l.heading = level
	} else {
		i = hashes
	}
	dropRange(drop, l.start, i)
	l.start, l.end = t.Trim(i, l.end)
}

// stripBold takes off ** and __ wherever they stand in pairs.
func stripBold(t *runes.Text, l *line, drop []bool) {
	var at []int
	for i := l.start; i+1 < l.end; i++ {
		if r := t.Folded[i]; (r == '*' || r == '_') && t.Folded[i+1] == r && !isRule(t, l) {
			at = append(at, i)
			i++
		}
	}
	if len(at) < 2 {
		stripItalics(t, l, drop)
		return
	}
	for _, i := range at[:len(at)/2*2] {
		dropRange(drop, i, i+2)
	}
	for l.start < l.end && (drop[l.start] || runes.IsBlank(t.Folded[l.start])) {
		l.start++
	}
	for l.start < l.end && (drop[l.end-1] || runes.IsBlank(t.Folded[l.end-1])) {
		l.end--
	}
}

// stripItalics takes the * off that stand around a whole line.
func stripItalics(t *runes.Text, l *line, drop []bool) {
	last := l.end - 1
	if last-l.start < 2 || t.Folded[l.start] != '*' || t.Folded[last] != '*' || runes.IsBlank(t.Folded[l.start+1]) || isRule(t, l) {
		return
	}
	dropRange(drop, l.start, l.start+1)
	dropRange(drop, last, last+1)
	l.start, l.end = l.start+1, last
}

// isRule reports whether the line is a ruler: three or more of - * _ = ~.
func isRule(t *runes.Text, l *line) bool {
	if l.len() < 3 {
		return false
	}
	first := t.Folded[l.start]
	if first != '-' && first != '*' && first != '_' && first != '=' && first != '~' && first != '—' {
		return false
	}
	for i := l.start; i < l.end; i++ {
		if r := t.Folded[i]; r != first && !runes.IsBlank(r) {
			return false
		}
	}
	return true
}

// kindOf tells what kind of line l is by its text.
func kindOf(t *runes.Text, l *line) lineKind {
	switch {
	case isRule(t, l), isPageNumber(t, l), isBorder(t, l), isLost(t, l):
		return markLine
	case table.IsStroke(t.Folded[l.start]) && l.len() > 1:
		return tableLine
	case l.heading > 0:
		return plainLine
	case isLink(t, l), isPlace(t, l):
		return metaLine
	case isDate(t, l.start, l.end):
		return dateLine
	case isAttachment(t, l):
		return attachLine
	case isRemark(t, l):
		return remarkLine
	case IsNumber(t, l.start, l.end), inBrackets(t, l) && IsNumber(t, l.start+1, l.end-1):
		return numberLine
	case note.LabelAt(t, contentStart(t, l), l.end):
		return noteLine
	case isMeta(t, l):
		return metaLine
	}
	return plainLine
}

// contentStart returns where the text of the line begins behind a bullet.
func contentStart(t *runes.Text, l *line) int {
	if l.labeled && !l.label.Form.Numbered() {
		i := l.label.End
		for i < l.end-1 && (runes.IsBlank(t.Folded[i]) || t.Folded[i] == '*') {
			i++
		}
		return i
	}
	return l.start
}

// isPageNumber reports whether the line is a page number: — 3 —, -3-, 第3页,
// 3/12, Page 3:, or a bare number of up to four digits beside a page break.
func isPageNumber(t *runes.Text, l *line) bool {
	digits, others, start := 0, 0, l.start
	if hasPage(t, l) {
		others, start = 1, l.start+len("page")
	}
	for i := start; i < l.end; i++ {
		switch r := t.Folded[i]; {
		case runes.IsDigit(r):
			digits++
		case r == '-' || r == '—' || r == '·' || r == '/' || runes.IsBlank(r):
			others++
		case r == '第' || r == '页' || r == '共' || r == '頁':
			others++
		case r != ':' || i < l.end-1 || start == l.start:
			return false
		}
	}
	return digits > 0 && digits <= 4 && (others > 0 || pageBreakNear(t, l))
}

// hasPage reports whether the line begins with the word page, as programs that
// take the text out of PDF write over each page.
func hasPage(t *runes.Text, l *line) bool {
	return l.len() > len("page") && strings.EqualFold(string(t.Folded[l.start:l.start+len("page")]), "page")
}

// pageBreakNear reports whether a form feed stands next to the line.
func pageBreakNear(t *runes.Text, l *line) bool {
	for i := l.start - 1; i >= 0 && runes.IsBlank(t.Folded[i]); i-- {
		if t.Folded[i] == '\f' {
			return true
		}
	}
	for i := l.end; i < t.Len() && runes.IsBlank(t.Folded[i]); i++ {
		if t.Folded[i] == '\f' {
			return true
		}
	}
	return false
}

// isLink reports whether the line is a Markdown link alone, as under a page.
func isLink(t *runes.Text, l *line) bool {
	i := contentStart(t, l)
	for i < l.end && (t.Folded[i] == '-' || t.Folded[i] == '!' || runes.IsBlank(t.Folded[i])) {
		i++
	}
	return i < l.end && t.Folded[i] == '[' && t.Find(i, l.end, "](") >= 0 && (t.Folded[l.end-1] == ')' || t.Folded[l.end-1] == '>')
}

// isDate reports whether i to j is a date alone: 2023年5月18日 or 二〇二三年…, or
// the numbers and strokes of 2023-05-18.
func isDate(t *runes.Text, i, j int) bool {
	if j-i < 8 || j-i > 20 {
		return false
	}
	years, days := 0, 0
	for _, era := range []string{"中华民国", "民国"} {
		if t.Has(i, j, era) {
			i += len([]rune(era))
			break
		}
	}
	for k := i; k < j; k++ {
		switch r := t.Folded[k]; r {
		case '年':
			years++
		case '日':
			days++
		case '月', '-', '.', '/', '〇', '零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		default:
			if !runes.IsDigit(r) && !runes.IsBlank(r) {
				return false
			}
		}
	}
	return years == 1 && days == 1 && t.Folded[j-1] == '日'
}

// isRemark reports whether the line is a bracketed remark on publication, as
// （此件公开发布）.
func isRemark(t *runes.Text, l *line) bool {
	return inBrackets(t, l) &&
		(t.Has(l.start+1, l.end, "此件") || t.Has(l.start+1, l.end, "此文") || t.Has(l.start+1, l.end, "联系人"))
}

// inBrackets reports whether the line begins and ends with a bracket.
func inBrackets(t *runes.Text, l *line) bool {
	return runes.Close(t.Folded[l.start]) != 0 && runes.IsClose(t.Folded[l.end-1])
}

// hasSpaced returns where key ends at i, with blanks between its characters: 文  号.
func hasSpaced(t *runes.Text, i, j int, key string) (int, bool) {
	for _, r := range key {
		for i < j && runes.IsBlank(t.Folded[i]) {
			i++
		}
		if i == j || t.Folded[i] != r {
			return i, false
		}
		i++
	}
	return i, true
}

func runesIn(set string, r rune) bool { return strings.ContainsRune(set, r) }

func dropRange(drop []bool, i, j int) {
	for ; i < j; i++ {
		drop[i] = true
	}
}
