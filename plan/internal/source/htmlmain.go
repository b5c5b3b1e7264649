package source

import (
	"unicode/utf8"
)

// mainPart returns the events of the innermost element that holds at least
// three fifths of the page's text outside of links and hidden elements. A table of
// data is not looked into.
func mainPart(page string, events []event, data map[int]bool) (from, to int) {
	sums := textSums(page, events)
	from, to = 0, len(events)
	for i := 0; i < to; {
		e := events[i]
		if e.kind == openTag && data[e.start] && e.end > i {
			i = e.end + 1
			continue
		}
		if e.kind != openTag || !contains[e.tag] || e.end <= i {
			i++
			continue
		}
		if 5*(sums[e.end]-sums[i]) >= 3*sums[len(events)] && sums[e.end] > sums[i] {
			from, to = i, e.end+1
			i++
			continue
		}
		i = e.end + 1
	}
	return from, to
}

// contains holds the elements that may be the main part.
var contains = set("html", "body", "main", "article", "section", "div", "td", "table", "tbody", "tr", "center")

// textSums returns how many characters of text stand before each event, outside
// of links and hidden elements.
func textSums(page string, events []event) []int {
	sums := make([]int, len(events)+1)
	skip := 0
	for i, e := range events {
		sums[i+1] = sums[i]
		switch {
		case e.kind == textRun:
			if skip == 0 {
				sums[i+1] += utf8.RuneCountInString(page[e.start:e.stop])
			}
		case e.tag == "a" || hidden[e.tag]:
			skip = max(0, skip+e.step())
		}
	}
	return sums
}

// maxInset is how many bytes of text a table has at most that only sets the text
// of a cell.
const maxInset = 600

// isInset reports whether the table at event i only sets the text of a cell: it is
// short, holds no data and no other table.
func isInset(page string, events []event, i int) bool {
	bytes := 0
	for k := i + 1; k < events[i].end && k < len(events); k++ {
		e := events[k]
		if e.kind == openTag && e.tag == "table" {
			return false
		}
		if e.kind == textRun {
			bytes += e.stop - e.start
		}
	}
	return bytes <= maxInset && !isData(page, events, i)
}

// dataTables returns the tables, by the place of their tags, that hold data and
// not the page's layout: no table of data lies in them, they have two rows or more, and
// two columns or more in most rows, and no cell holds a document.
func dataTables(page string, events []event) map[int]bool {
	data := map[int]bool{}
	for i, e := range events {
		if e.kind == openTag && e.tag == "table" {
			data[e.start] = isData(page, events, i)
		}
	}
	return data
}

// The most bytes and paragraphs that a cell of data has.
const (
	maxCell       = 6000
	maxParagraphs = 30
)

// isData reports whether the table at event i holds data.
func isData(page string, events []event, i int) bool {
	rows, area, inRow := 0, 0, 0
	bytes, paragraphs := 0, 0 // of the cell
	first := 0                // the columns of the row's first cell
	for k := i + 1; k < events[i].end && k < len(events); k++ {
		e := events[k]
		switch {
		case e.kind == textRun:
			bytes += e.stop - e.start
		case e.kind == closeTag:
		case e.tag == "table":
			if !isInset(page, events, k) {
				return false
			}
			k = e.end
			paragraphs++
		case e.tag == "tr":
			rows, inRow = rows+1, 0
		case e.tag == "td" || e.tag == "th":
			tag := page[e.start:e.stop]
			n := reach(tag, "colspan", maxColumns) * reach(tag, "rowspan", maxRows)
			if inRow++; inRow == 1 { // alone in its row it may be a page's column
				first, n = n-1, 1
			} else {
				n, first = n+first, 0
			}
			area += n
			bytes, paragraphs = 0, 0
		case e.tag == "p" || e.tag == "br":
			paragraphs++
		}
		if bytes > maxCell || paragraphs > maxParagraphs {
			return false
		}
	}
	return rows >= 2 && area >= 2*rows-1
}
