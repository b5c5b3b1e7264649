package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// numbering is what word/numbering.xml says: how lists number their paragraphs
// (ECMA-376, part 1, 17.9).
type numbering struct {
	Abstract []struct {
		ID        string   `xml:"abstractNumId,attr"`
		StyleLink property `xml:"styleLink"`    // the style whose list it is
		NumLink   property `xml:"numStyleLink"` // the style whose list it is another name of
		Levels    []level  `xml:"lvl"`
	} `xml:"abstractNum"`
	Lists []struct {
		ID        string     `xml:"numId,attr"`
		Abstract  property   `xml:"abstractNumId"`
		Overrides []override `xml:"lvlOverride"`
	} `xml:"num"`
}

// property is an element that says something by its value.
type property struct {
	Value string `xml:"val,attr"`
}

// number returns the value as a number, or n where it is none.
func (p *property) number(n int) int {
	if v, err := strconv.Atoi(p.Value); err == nil {
		return v
	}
	return n
}

// level is how one level of a list numbers.
type level struct {
	Level   string    `xml:"ilvl,attr"`
	Start   property  `xml:"start"`
	Format  property  `xml:"numFmt"`
	Text    property  `xml:"lvlText"`
	Suffix  property  `xml:"suff"`       // what stands behind the number: tab, space, nothing
	Restart *property `xml:"lvlRestart"` // the level that starts it again, from 1; 0 for none
	Style   property  `xml:"pStyle"`     // the style of its paragraphs
	Legal   *property `xml:"isLgl"`      // all numbers in digits
	Fonts   struct {
		ASCII string `xml:"ascii,attr"`
	} `xml:"rPr>rFonts"`
}

// override is what a list says of a level for itself.
type override struct {
	Level string    `xml:"ilvl,attr"`
	Start *property `xml:"startOverride"`
	As    *level    `xml:"lvl"`
}

// maxLevels is how many levels a list has.
const maxLevels = 9

// listRef is the list and the level of a paragraph.
type listRef struct {
	id, level string
}

// list is a list as its paragraphs number.
type list struct {
	base   string // the abstract list, with which it counts
	levels [maxLevels]*level
	starts [maxLevels]*property // where it starts its levels again
}

// counters count the paragraphs of each list. Lists of one abstract list go on
// counting together.
type counters struct {
	lists  map[string]*list
	styles map[string]style
	usual  string           // the style of paragraphs that name none
	last   map[string][]int // by abstract list, the last numbers of its levels, or unused
	begun  map[listRef]bool // the levels of lists that have started again
}

// unused is the last number of a level that has numbered nothing, or starts again.
const unused = -1

// counters returns new counters for the lists.
func (n *numbering) counters(styles *styleSheet) counters {
	c := counters{lists: map[string]*list{}, last: map[string][]int{}, begun: map[listRef]bool{}}
	c.styles, c.usual = styles.byID()
	bases := n.levels()
	for _, x := range n.Lists {
		l := &list{base: x.Abstract.Value, levels: bases[x.Abstract.Value]}
		for i := range x.Overrides {
			o := &x.Overrides[i]
			if at := levelNumber(o.Level); at >= 0 {
				l.starts[at] = o.Start
				if o.As != nil {
					l.levels[at] = o.As
				}
			}
		}
		c.lists[x.ID] = l
	}
	return c
}

// levels returns the levels of the abstract lists. One may only name the style
// whose list has them.
func (n *numbering) levels() map[string][maxLevels]*level {
	bases := map[string][maxLevels]*level{}
	linked := map[string]string{}
	for i := range n.Abstract {
		a := &n.Abstract[i]
		var levels [maxLevels]*level
		for k := range a.Levels {
			if at := levelNumber(a.Levels[k].Level); at >= 0 {
				levels[at] = &a.Levels[k]
			}
		}
		bases[a.ID] = levels
		if a.StyleLink.Value != "" {
			linked[a.StyleLink.Value] = a.ID
		}
	}
	for i := range n.Abstract {
		a := &n.Abstract[i]
		if id, ok := linked[a.NumLink.Value]; ok {
			bases[a.ID] = bases[id]
		}
	}
	return bases
}

// levelNumber returns the number of a level, from 0, or -1.
func levelNumber(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n >= maxLevels {
		return -1
	}
	return n
}

// label counts the paragraph and returns its number as the word processor shows
// it: 一、. It is empty for a paragraph that no list numbers.
func (c *counters) label(r listRef, style string) string {
	r = c.resolve(r, style)
	l, at := c.lists[r.id], levelNumber(r.level)
	if l == nil || at < 0 || l.levels[at] == nil {
		return ""
	}
	c.count(l, r, at)
	own := l.levels[at]
	text := own.Text.Value
	if own.Format.Value == "bullet" {
		text = bullet(text, own.Fonts.ASCII)
	}
	for i := 0; i <= at; i++ {
		if mark := "%" + strconv.Itoa(i+1); strings.Contains(text, mark) {
			text = strings.ReplaceAll(text, mark, c.number(l, i, own))
		}
	}
	return own.separate(text)
}

// resolve returns the list and the level of a paragraph that has r of its own and
// otherwise what its style says.
func (c *counters) resolve(r listRef, name string) listRef {
	if name == "" {
		name = c.usual
	}
	of := c.styles[name]
	if r.id == "" && of.num.id != "" {
		l := c.lists[of.num.id]
		if r.id = of.num.id; r.level == "" {
			r.level = l.levelOf(name, of.num.level)
		}
	}
	if r.level == "" {
		r.level = "0"
	}
	return r
}

// levelOf returns the level whose paragraphs have the style, or other.
func (l *list) levelOf(style, other string) string {
	for i := 0; l != nil && i < maxLevels; i++ {
		if l.levels[i] != nil && l.levels[i].Style.Value == style {
			return strconv.Itoa(i)
		}
	}
	return other
}

// count counts a paragraph of the level at of the list l.
func (c *counters) count(l *list, r listRef, at int) {
	last := c.last[l.base]
	if last == nil {
		last = slices.Repeat([]int{unused}, maxLevels)
		c.last[l.base] = last
	}
	start := l.levels[at].Start.number(1)
	if ref := (listRef{r.id, strconv.Itoa(at)}); l.starts[at] != nil && !c.begun[ref] {
		c.begun[ref] = true
		start, last[at] = l.starts[at].number(start), unused
	}
	if last[at] == unused {
		last[at] = start
	} else {
		last[at]++
	}
	for deeper := at + 1; deeper < maxLevels; deeper++ {
		if l.levels[deeper].restarts(at) {
			last[deeper] = unused
		}
	}
}

// restarts reports whether a paragraph of the level at starts l again.
func (l *level) restarts(at int) bool {
	return l == nil || l.Restart == nil || at < l.Restart.number(maxLevels)
}

// number returns the current number of level i, as the level own shows it.
func (c *counters) number(l *list, i int, own *level) string {
	of := l.levels[i]
	if of == nil {
		return ""
	}
	n := c.last[l.base][i]
	if n == unused {
		n = of.Start.number(1)
	}
	if own.Legal != nil && own.Legal.Value != "0" && own.Legal.Value != "false" {
		return strconv.Itoa(n)
	}
	return formatNumber(n, of.Format.Value)
}

// separate sets a blank behind a number that no wide mark ends, where there is a
// gap on the page: 1. 5G基站.
func (l *level) separate(text string) string {
	last, _ := utf8.DecodeLastRuneInString(text)
	if text == "" || l.Suffix.Value == "nothing" || strings.ContainsRune("、。，：；．）】〕》 \u3000", last) {
		return text
	}
	return text + " "
}
