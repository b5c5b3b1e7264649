package table

import (
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// MaxCard is how many rows a card has at most.
const MaxCard = 24

// maxPairs is how many keys with their values a row of a card has at most.
const maxPairs = 2

// pair is a key of a card with its value.
type pair struct {
	column     // the key, as the head of a column
	end    int // of the key, with its colon
	value  Cell
}

// pairs reads the row as keys with their values: 责任单位 | 市科委. The keys are
// short, and no value is blank where its key is.
func pairs(t *runes.Text, row []Cell) []pair {
	var out []pair
	for i := 0; i < len(row); i += 2 {
		key := row[i]
		switch {
		case key.blank() && (i+1 == len(row) || row[i+1].blank()):
			continue
		case key.blank() || i+1 == len(row) || row[i+1].Merged || key.End-key.Start > maxHead || len(out) == maxPairs:
			return nil
		}
		end := key.End
		key.withoutColon(t)
		out = append(out, pair{readColumn(t, key), end, row[i+1]})
	}
	return out
}

// withoutColon takes the colon off the end of a key.
func (c *Cell) withoutColon(t *runes.Text) {
	if n := len(c.Lines); n > 0 && t.Folded[c.End-1] == ':' {
		_, c.End = t.Trim(c.Start, c.End-1)
		if c.Lines[n-1].End = c.End; c.Lines[n-1].Empty() {
			c.Lines = c.Lines[:n-1]
		}
	}
}

// nameEnds end the keys of what a task is called; others say more of it.
var nameEnds = []string{"名称", "任务", "事项", "项目", "工程", "工作", "举措", "行动", "问题"}

// isName reports whether the value is what the task is called.
func (p *pair) isName(t *runes.Text) bool {
	return p.kind == taskColumn && !p.value.blank() && endsAny(runes.Fold(p.head.text(t)), nameEnds)
}

// named reports whether the value names bodies under a key of a duty, and is no
// head of a column.
func (p *pair) named(t *runes.Text) bool {
	if p.kind != dutyColumn || p.value.blank() {
		return false
	}
	n, ok := p.Read(t, p.value.Start, p.value.End)
	return ok && n.Names(t) && note.ReadColumn(t, p.value.Range).Kind == note.NoColumn
}

// card is a task in rows of keys and values: its name, who answers for it, when.
type card struct {
	title Cell // what the task is called
	over  Cell // the only cell of the first row
	pairs []pair
	rows  int
}

// cardAt reads the card that the rows begin with. It opens with what the task is
// called, as the value of a key or as the only cell of its row, ends where the
// next one opens or the rows have no keys, and says who answers for the task.
func cardAt(t *runes.Text, rows [][]Cell) (card, bool) {
	var c card
	if x, ok := single(rows); ok {
		c.over, c.title, c.rows = x, x, 1
	}
	answered := false
	for c.rows < len(rows) && c.rows < MaxCard {
		list := pairs(t, rows[c.rows])
		if list == nil || c.ends(t, rows[c.rows:], list) {
			break
		}
		for i := range list {
			if c.title.Range == c.over.Range && list[i].isName(t) {
				c.title = list[i].value
			}
			answered = answered || list[i].named(t)
		}
		if c.title.blank() && list[0].kind != numberColumn || c.pairs == nil && list[0].kind == otherColumn {
			return card{}, false
		}
		c.pairs, c.rows = append(c.pairs, list...), c.rows+1
	}
	return c, answered && c.rows > 1 && !c.title.blank()
}

// ends reports whether the rows, of which the first holds the keys in list, open
// another card: its first key stands in this one, or it has a heading as this one
// has.
func (c *card) ends(t *runes.Text, rows [][]Cell, list []pair) bool {
	if len(c.pairs) == 0 {
		return false
	}
	if x, ok := single(rows); ok {
		_, labeled := labelOf(t, &x)
		return labeled || !c.over.blank() && c.title.Range == c.over.Range
	}
	for i := range c.pairs {
		if same(t, &c.pairs[i].head, &list[0].head) {
			return true
		}
	}
	return false
}

// single returns the cell of a first row that has no other.
func single(rows [][]Cell) (Cell, bool) {
	if len(rows) == 0 {
		return Cell{}, false
	}
	cells, merged := count(rows[0])
	if cells != 1 || merged > 0 || len(rows[0]) == 0 {
		return Cell{}, false
	}
	x := rows[0][0]
	return x, !x.blank() && x.End-x.Start <= maxGroup
}

// Card returns how many rows the card has that stands at the start of the rows, or
// 0 where there is none.
func Card(t *runes.Text, rows [][]Cell) int {
	c, ok := cardAt(t, rows)
	if !ok {
		return 0
	}
	return c.rows
}

// IsKey reports whether c is known as a key of cards.
func IsKey(t *runes.Text, c Cell) bool {
	if c.withoutColon(t); c.blank() || c.End-c.Start > maxHead {
		return false
	}
	x := readColumn(t, c)
	return x.kind != otherColumn || x.Kind == note.OtherColumn || endsAny(runes.Fold(c.text(t)), otherWords)
}

// Answers reports whether c is the key of a duty or a time.
func Answers(t *runes.Text, c Cell) bool {
	c.withoutColon(t)
	x := readColumn(t, c)
	return x.answers()
}

// OpensCard reports whether the row is one that a card opens with: what a task is
// called, or its number.
func OpensCard(t *runes.Text, row []Cell) bool {
	list := pairs(t, row)
	return len(list) > 0 && (list[0].kind == numberColumn || list[0].isName(t))
}

// ReadCards reads the cards that the rows begin with, each as a task, and returns
// how many rows they have.
func ReadCards(t *runes.Text, rows [][]Cell) (*Table, int) {
	r := reader{t: t, out: &Table{}}
	n := 0
	for c, ok := cardAt(t, rows); ok; c, ok = cardAt(t, rows[n:]) {
		r.addCard(&c, rows[n:n+c.rows])
		n += c.rows
	}
	return r.out, n
}

// addCard adds a card as a row. Its keys say nothing of their own.
func (r *reader) addCard(c *card, rows [][]Cell) {
	if !c.over.blank() && c.over.Range != c.title.Range {
		r.addOver(rows[0], &c.over)
		rows = rows[1:]
	}
	out := Row{Range: note.Range{Start: -1}}
	for _, row := range rows {
		own := r.extend(row)
		if out.Start < 0 {
			out.Start = own.Start
		}
		out.End = max(out.End, own.End)
	}
	l, ok := labelOf(r.t, &c.title)
	for i := range c.pairs {
		if n, numbered := number(r.t, c.pairs[i].value.Range); numbered && c.pairs[i].kind == numberColumn {
			l, ok = n, true
		}
	}
	r.setTitle(&out, &c.title, l, ok)
	for i := range c.pairs {
		r.addPair(&out, c, i)
	}
	r.out.Rows = append(r.out.Rows, out)
}

// touches reports whether nothing but a colon stands between the key and its
// value, which are one text: 责任人：张某.
func (p *pair) touches(t *runes.Text) bool {
	i, j := t.Trim(p.head.End, p.value.Start)
	return j == i+1 && t.Folded[i] == ':'
}

// addOver adds the row over a card, which has its title in another one: a heading
// over the cards that follow, or a remark.
func (r *reader) addOver(row []Cell, c *Cell) {
	if l, ok := labelOf(r.t, c); ok {
		r.addGroup(row, c, l, true)
		return
	}
	r.addText(row)
}

// addPair adds the value of a key to the row, unless it is its number or title.
func (r *reader) addPair(out *Row, c *card, i int) {
	p := &c.pairs[i]
	v := &p.value
	label := note.Range{Start: p.head.End, End: p.head.End}
	switch {
	case v.blank(), v.Range == c.title.Range, p.kind == numberColumn && out.Labeled && out.Label.Start == v.Start:
	case p.answers():
		r.columns = append(r.columns, p.column)
		if r.addDuty(out, v, len(r.columns)-1); r.labels[p.Label()] {
			label = p.Label()
		}
	case p.touches(r.t):
		out.Texts = append(out.Texts, r.lines(v)...)
		out.Texts[len(out.Texts)-len(v.Lines)].Start = p.head.Start
		return
	default:
		out.Texts = append(out.Texts, r.lines(v)...)
	}
	r.mark(note.Range{Start: p.head.Start, End: label.Start})
	r.mark(note.Range{Start: label.End, End: p.end})
}
