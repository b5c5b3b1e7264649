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

// dataTables returns the tables, by the place of their tags, that hold data and
// not the page's layout: no table lies in them, and they have two rows or more,
// and two columns or more in most rows.
func dataTables(page string, events []event) map[int]bool {
	data := map[int]bool{}
	for i, e := range events {
		if e.kind != openTag || e.tag != "table" {
			continue
		}
		rows, cells, nested := 0, 0, false
		for k := i + 1; k < e.end && k < len(events) && !nested; k++ {
			if events[k].kind != openTag {
				continue
			}
			switch events[k].tag {
			case "tr":
				rows++
			case "td", "th":
				tag := page[events[k].start:events[k].stop]
				cells += reach(tag, "colspan", maxColumns) * reach(tag, "rowspan", maxRows)
			case "table":
				nested = true
			}
		}
		data[e.start] = !nested && rows >= 2 && cells >= 2*rows-1
	}
	return data
}
