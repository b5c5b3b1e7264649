package layout

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// Bounds of what is looked at in a table of contents.
const (
	maxContents = 400 // lines
	maxEntry    = 70  // runes of a line
	maxStrange  = 2   // lines in a row that are the heading of nothing
)

// markContents makes lines of keys of a table of contents. Its lines are the
// headings of the text and would be its units, twice.
func markContents(t *runes.Text, lines []line) {
	var last map[string]int
	for i := 0; i < len(lines); i++ {
		if !isContents(t, &lines[i]) {
			continue
		}
		if last == nil {
			last = headings(t, lines)
		}
		if end := contentsEnd(t, lines, i+1, last); end > i+2 {
			for k := i; k < end; k++ {
				markEntry(&lines[k])
			}
			i = end - 1
		}
	}
	markLeaders(t, lines)
}

// isContents reports whether the line is the caption of a table of contents.
func isContents(t *runes.Text, l *line) bool {
	if l.len() < 2 || l.len() > 8 || l.labeled && l.label.Form.Numbered() {
		return false
	}
	text := words(t, l.start, l.end)
	return text == "目录" || text == "目次"
}

// headings returns the last line that begins with each heading.
func headings(t *runes.Text, lines []line) map[string]int {
	last := make(map[string]int, len(lines))
	for i := range lines {
		last[heading(t, &lines[i])] = i
	}
	delete(last, "")
	return last
}

// heading returns the words of a heading: the line up to its full stop, without
// blanks and the number of a page.
func heading(t *runes.Text, l *line) string {
	end := l.end
	if k := t.Find(l.start, l.end, "。"); k >= 0 {
		end = k
	}
	if start, ok := leaders(t, l); ok {
		end = start
	}
	if end-l.start > maxEntry {
		return ""
	}
	k := end
	for k > l.start && runes.IsDigit(t.Folded[k-1]) {
		k--
	}
	if k < end && k > l.start && runes.IsBlank(t.Folded[k-1]) {
		end = k
	}
	start, end := t.TrimFunc(l.start, end, func(r rune) bool { return r == ':' || runes.IsBlank(r) })
	return words(t, start, end)
}

// words returns the folded runes from i to j without blanks.
func words(t *runes.Text, i, j int) string { return runes.Compact(string(t.Folded[i:j])) }

// contentsEnd returns where the table of contents that begins at line i ends:
// behind the last of its lines that begins a line of the text below. The text
// itself begins with the first of them.
func contentsEnd(t *runes.Text, lines []line, i int, last map[string]int) int {
	end, first := i, ""
	for k := i; k < len(lines) && k < i+maxContents && k-end <= maxStrange; k++ {
		l := &lines[k]
		if l.kind == markLine && k == end {
			end++
			continue
		}
		text := heading(t, l)
		if text == first || l.len() > maxEntry || t.Find(l.start, l.end, "。") >= 0 {
			break
		}
		if _, ok := leaders(t, l); !ok && last[text] <= k {
			if first == "" {
				break
			}
			continue
		}
		if first == "" {
			first = text
		}
		end = k + 1
	}
	return end
}

// markLeaders makes lines of keys of the units that lead to a page by dots: such
// lines stand in a table of contents alone.
func markLeaders(t *runes.Text, lines []line) {
	var found []int
	for i := range lines {
		if l := &lines[i]; l.kind == plainLine && l.labeled && l.label.Form.Numbered() {
			if _, ok := leaders(t, l); ok {
				found = append(found, i)
			}
		}
	}
	if len(found) < 2 {
		return
	}
	for _, i := range found {
		markEntry(&lines[i])
	}
}

func markEntry(l *line) {
	if l.kind != markLine {
		l.kind, l.labeled, l.heading = metaLine, false, 0
	}
}

// leaders returns where the dots begin that lead to the page at the end of the
// line: 一、总体要求…………1.
func leaders(t *runes.Text, l *line) (int, bool) {
	k := l.end
	for k > l.start && k > l.end-maxPageRunes && (runes.IsDigit(t.Folded[k-1]) || t.Folded[k-1] == '-' || t.Folded[k-1] == '—' || runes.IsBlank(t.Folded[k-1])) {
		k--
	}
	start, dots := k, 0
	for ; start > l.start && isLeader(t.Folded[start-1]); start-- {
		switch t.Folded[start-1] {
		case '…', '⋯':
			dots += 3
		case '.', '·', '•':
			dots++
		}
	}
	return start, dots >= minLeaders && start > l.start
}

const (
	maxPageRunes = 10 // of the number of a page and what stands around it
	minLeaders   = 7  // more dots than an ellipsis has
)

func isLeader(r rune) bool {
	return r == '…' || r == '⋯' || r == '.' || r == '·' || r == '•' || runes.IsBlank(r)
}
