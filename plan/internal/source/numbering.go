package source

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

// numbering is what word/numbering.xml says: how lists number their paragraphs
// (ECMA-376, part 1, 17.9).
type numbering struct {
	Abstract []struct {
		ID     string  `xml:"abstractNumId,attr"`
		Levels []level `xml:"lvl"`
	} `xml:"abstractNum"`
	Lists []struct {
		ID       string `xml:"numId,attr"`
		Abstract struct {
			ID string `xml:"val,attr"`
		} `xml:"abstractNumId"`
	} `xml:"num"`
}

// level is how one level of a list numbers.
type level struct {
	Level string `xml:"ilvl,attr"`
	Start struct {
		Value string `xml:"val,attr"`
	} `xml:"start"`
	Format struct {
		Value string `xml:"val,attr"`
	} `xml:"numFmt"`
	Text struct {
		Value string `xml:"val,attr"`
	} `xml:"lvlText"`
}

// readNumbering reads the part; a damaged one numbers nothing.
func readNumbering(part []byte) numbering {
	var n numbering
	if err := xml.NewDecoder(bytes.NewReader(part)).Decode(&n); err != nil {
		return numbering{}
	}
	return n
}

// listRef is the list and the level of a paragraph.
type listRef struct {
	id, level string
}

// counters count the paragraphs of each list. Lists of one abstract list go on
// counting together.
type counters struct {
	levels map[listRef]level // by abstract list and level
	base   map[string]string // the abstract list of each list
	count  map[listRef]int   // by abstract list and level
}

// counters returns new counters for the lists.
func (n *numbering) counters() counters {
	c := counters{levels: map[listRef]level{}, base: map[string]string{}, count: map[listRef]int{}}
	for _, a := range n.Abstract {
		for _, l := range a.Levels {
			c.levels[listRef{a.ID, l.Level}] = l
		}
	}
	for _, l := range n.Lists {
		c.base[l.ID] = l.Abstract.ID
	}
	return c
}

// label counts the paragraph and returns its number as the word processor shows
// it: 一、. It is empty for a paragraph that no list numbers.
func (c *counters) label(r listRef) string {
	if r.level == "" {
		r.level = "0"
	}
	base, listed := c.base[r.id]
	at, err := strconv.Atoi(r.level)
	l, known := c.levels[listRef{base, r.level}]
	if !listed || !known || err != nil || r.id == "0" {
		return ""
	}
	c.count[listRef{base, r.level}]++
	for deeper := at + 1; deeper < 9; deeper++ {
		delete(c.count, listRef{base, strconv.Itoa(deeper)})
	}
	text := l.Text.Value
	for i := 0; i <= at && i < 9; i++ {
		ref := listRef{base, strconv.Itoa(i)}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), c.number(ref))
	}
	return text
}

// number returns the current number of a level in its format.
func (c *counters) number(r listRef) string {
	l := c.levels[r]
	start, err := strconv.Atoi(l.Start.Value)
	if err != nil {
		start = 1
	}
	return formatNumber(start+max(1, c.count[r])-1, l.Format.Value)
}

// formatNumber writes n in a format of ECMA-376, part 1, 17.18.59.
func formatNumber(n int, format string) string {
	switch format {
	case "bullet", "none":
		return ""
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseDigital", "koreanCounting":
		return numeral.Format(int64(n), nil)
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return numeral.Format(int64(n), &numeral.Options{Style: numeral.Formal})
	case "ideographTraditional":
		return pick("甲乙丙丁戊己庚辛壬癸", n)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return pick("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", n)
	case "lowerLetter":
		return pick("abcdefghijklmnopqrstuvwxyz", n)
	case "upperLetter":
		return pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ", n)
	}
	return strconv.Itoa(n)
}

// pick returns the nth character of set, or the number where set is too short.
func pick(set string, n int) string {
	if r := []rune(set); n >= 1 && n <= len(r) {
		return string(r[n-1])
	}
	return strconv.Itoa(n)
}
