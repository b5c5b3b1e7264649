package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// line is one line of the source, without the blanks and marks around it.
type line struct {
	start, end int  // runes of the text
	indent     int  // columns of white space before it
	columns    int  // its width with its indent: a Chinese character has two
	blank      bool // a blank line stands before it, and no page break
	page       bool // a page break stands before it
	heading    int  // level of a Markdown heading
	kind       lineKind
	label      label.Label
	labeled    bool
	cut        table.Cut // of a row of a table
	heads      bool      // it is a label, and its list stands in the next line
}

// lineKind tells lines that are always paragraphs of their own.
type lineKind int

const (
	plainLine  lineKind = iota
	emptyLine           // nothing but white space
	markLine            // page numbers, rules: nothing to read
	metaLine            // **发布日期**: 2025-05-27
	tableLine           // | a | b |
	rowLine             // goes on the row before it
	noteLine            // 责任单位：…
	dateLine            // 2023年5月18日
	attachLine          // 附件1
	remarkLine          // （此件公开发布）
	numberLine          // 沪府发〔2017〕6号
	sealLine            // the name of an issuer over a date
)

func (l *line) len() int { return l.end - l.start }

// splitLines cuts the text at its line breaks.
func splitLines(t *runes.Text) []line {
	lines := make([]line, 0, 64)
	start, blank, page := 0, false, false
	for i := 0; i <= t.Len(); i++ {
		if i < t.Len() && !runes.IsBreak(t.Folded[i]) {
			continue
		}
		l := line{blank: blank && !page, page: page, indent: indent(t, start, i)}
		l.start, l.end = t.Trim(start, i)
		if l.start < l.end {
			lines = append(lines, cut(t, l)...)
			blank, page = false, false
		} else if i > 0 && i > start || blank || isBlankLine(t, i) {
			blank = true
		}
		if i < t.Len() && t.Folded[i] == '\f' {
			page = true
		}
		start = i + 1
	}
	return lines
}

// cut breaks a line that is a whole text into its lines.
func cut(t *runes.Text, l line) []line {
	var lines []line
	end := l.end
	for _, k := range flatBreaks(t, l.start, l.end) {
		part := l
		if part.start, part.end = t.Trim(l.start, k); part.start < part.end {
			lines = append(lines, part)
			l = line{}
		}
		l.start, l.end = k, end
	}
	l.start, l.end = t.Trim(l.start, end)
	return append(lines, l)
}

// isBlankLine reports whether the break at i ends an empty line; the line feed
// of CR LF does not.
func isBlankLine(t *runes.Text, i int) bool {
	return i < t.Len() && !(t.Folded[i] == '\n' && i > 0 && t.Folded[i-1] == '\r')
}

// indent returns the columns of white space from i on; an ideographic space is
// two, and a tab counts as two too. One column is no indent.
func indent(t *runes.Text, i, j int) int {
	n := 0
	for ; i < j && runes.IsBlank(t.Folded[i]); i++ {
		n++
		if s := t.Span(i, i+1); s.Len() > 1 || t.Folded[i] == '\t' {
			n++
		}
	}
	if n == 1 {
		return 0
	}
	return n
}

// columns returns the columns that the runes from i to j fill in the source,
// where a Chinese character and a full-width digit have three bytes.
func columns(t *runes.Text, i, j int) int { return j - i + (t.Span(i, j).Len()-(j-i))/2 }
