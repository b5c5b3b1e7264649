package source

import (
	"strings"
)

// factKeys are keys of the facts that offices put over a document.
var factKeys = []string{
	"索引号", "发文机关", "发文单位", "发文字号", "文号", "成文日期", "发布日期", "发布时间", "发布机构", "主题分类", "有效性", "公开主体", "发文日期",
	"索引號", "發文機關", "發文字號", "發布日期", "發布單位", "發文日期", "發佈日期",
}

// sources are keys that say little alone; beside a day they are facts.
var sources = []string{"来源：", "来源:", "來源：", "來源:"}

// maxSource is the length in bytes of the longest text of a day and a source.
const maxSource = 400

// maxFacts is the length in bytes of the longest text of facts.
const maxFacts = 6000

// factElements returns the events of the elements before event from that hold
// the facts on a document: the innermost ones that hold two keys or more outside
// of links, or a source and a day.
func factElements(page string, events []event, from int) map[int]bool {
	keys := make([]int, from+1)
	text := make([]int, from+1)
	links := 0
	for i, e := range events[:from] {
		keys[i+1], text[i+1] = keys[i], text[i]
		switch {
		case e.tag == "a":
			links = max(0, links+e.step())
		case e.kind == textRun && links == 0:
			keys[i+1] += countKeys(page[e.start:e.stop])
			text[i+1] += e.stop - e.start
		}
	}
	found := map[int]bool{}
	for i := 0; i < from; i++ {
		e := events[i]
		if e.kind != openTag || !lists[e.tag] || e.end >= from || keys[e.end] == keys[i] {
			continue
		}
		size := text[e.end] - text[i]
		facts := keys[e.end]-keys[i] > 1 && size <= maxFacts || size <= maxSource && isSource(page[e.start:events[e.end].stop])
		if facts && (e.tag == "table" || !holdsAll(events, keys, i)) {
			found[i] = true
			i = e.end
		}
	}
	return found
}

// isSource reports whether a day stands in the part of a page.
func isSource(part string) bool {
	if len(part) > maxFacts {
		return false
	}
	for i := strings.Index(part, "20"); i >= 0 && i+4 < len(part); {
		if c := part[i+4]; part[i+2] >= '0' && part[i+2] <= '9' && part[i+3] >= '0' && part[i+3] <= '9' && (c == '-' || c == '/' || c == '.' || strings.HasPrefix(part[i+4:], "年")) {
			return true
		}
		next := strings.Index(part[i+2:], "20")
		if next < 0 {
			return false
		}
		i += 2 + next
	}
	return false
}

// lists holds the elements that facts stand in.
var lists = set("table", "ul", "dl", "div", "section", "p")

// holdsAll reports whether an element within the one at i holds all its keys.
func holdsAll(events []event, keys []int, i int) bool {
	end := events[i].end
	for k := i + 1; k < end && keys[k] == keys[i]; k++ {
		if e := events[k]; e.kind == openTag && lists[e.tag] && e.end < end && keys[e.end]-keys[k] == keys[end]-keys[i] {
			return true
		}
	}
	return false
}

// blankKeys takes the white space out of keys.
var blankKeys = strings.NewReplacer(" ", "", "\u00a0", "", "\u3000", "", "&nbsp;", "", "&emsp;", "", "&ensp;", "", "\n", "", "\t", "", "\r", "")

// countKeys counts the keys in a run of text.
func countKeys(text string) int {
	if len(text) > maxFacts {
		return 0
	}
	text = blankKeys.Replace(text)
	n := 0
	for _, k := range factKeys {
		if strings.Contains(text, k) {
			n++
		}
	}
	for _, k := range sources {
		if n == 0 && strings.Contains(text, k) {
			return 1
		}
	}
	return n
}
