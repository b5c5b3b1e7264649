package layout

import (
	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/note"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
	"github.com/qiaotoubao/fangan/plan/internal/table"
)

// Kind tells paragraphs that are no running text.
type Kind int

// The kinds of paragraph.
const (
	Prose      Kind = iota // running text, headings, titles
	Meta                   // a key and its value over a web page's text
	Table                  // a row of a table
	Date                   // a date alone
	Attachment             // 附件1
	Remark                 // （此件公开发布）
	Number                 // 沪府发〔2017〕6号
	Note                   // a line that opens with a duty label: 责任单位：…
)

// Block is a paragraph: the runes from Start to End of the page's text, with
// its label, if it has one, at its start.
type Block struct {
	Start, End int
	Kind       Kind
	Heading    int // level of a Markdown heading
	Label      label.Label
	Labeled    bool
	Cut        table.Cut // of a row: what stands between its cells
}

// joiner puts lines together to blocks.
type joiner struct {
	t      *runes.Text
	shape  shape
	lines  []line
	last   map[label.Level]int // the last number of each level
	front  bool                // no unit has begun: titles, addressees, dates
	closed []bool              // the brackets that something closes
	blocks []block
}

// block is a Block in the making, in lines.
type block struct {
	from, to int // lines
	Block
	depth    int  // brackets that are open
	openAt   int  // where the outermost of them stands
	quote    int  // 《 that are open
	marks    bool // a stop or comma was seen
	stops    bool // a full stop was seen
	labelEnd int
}

// kinds maps the kinds of lines to those of blocks.
var kinds = map[lineKind]Kind{
	metaLine: Meta, tableLine: Table, dateLine: Date, attachLine: Attachment, remarkLine: Remark, noteLine: Note, numberLine: Number,
}

// join returns the blocks of all lines.
func (j *joiner) join() []block {
	for i := range j.lines {
		l := &j.lines[i]
		if l.kind == markLine {
			continue
		}
		if n := len(j.blocks); n > 0 && !j.begins(&j.blocks[n-1], l) {
			j.extend(&j.blocks[n-1], i)
			continue
		}
		j.start(i)
	}
	return j.blocks
}

// start opens a block with line i.
func (j *joiner) start(i int) {
	l := &j.lines[i]
	b := block{from: i, to: i, Block: Block{Start: l.start, Kind: kinds[l.kind], Heading: l.heading, Cut: l.cut}}
	if l.labeled && (l.kind == plainLine || l.kind == noteLine) && j.accepts(l, true) {
		b.Label, b.Labeled = l.label, true
		b.labelEnd = l.label.End
		j.number(l)
	}
	if l.kind == attachLine {
		j.opensList(l)
	}
	switch l.kind {
	case dateLine, attachLine, remarkLine:
		j.front = true
	default:
		if b.Labeled && l.label.Form.Numbered() && !j.collected(i) {
			j.front = false
		}
	}
	j.blocks = append(j.blocks, b)
	j.extend(&j.blocks[len(j.blocks)-1], i)
}

// collected reports whether line i opens the text with the title of a notice
// that a collection gave a number: 7. 青山市司法局关于…, or a number over 一、.
func (j *joiner) collected(i int) bool {
	l := &j.lines[i]
	if i > 0 || l.label.Form != label.Arabic {
		return false
	}
	if j.t.Find(l.label.End, l.end, "关于") > 0 {
		return true
	}
	for k := 1; k < len(j.lines); k++ {
		if l := &j.lines[k]; l.labeled && l.label.Form.Numbered() {
			return l.label.Number == 1 && l.label.Form < label.Arabic
		}
	}
	return false
}

// number notes the label's number.
func (j *joiner) number(l *line) {
	if !l.label.Form.Numbered() {
		return
	}
	j.last[l.label.Level()] = l.label.Number
}

// opensList notes the number behind the word of a list of attachments, which its
// next entry continues: 附件：1.2023年任务表.
func (j *joiner) opensList(l *line) {
	i := AttachmentWord(j.t, l.start, l.end)
	if i == l.end || j.t.Folded[i] != ':' {
		return
	}
	i, _ = j.t.Trim(i+1, l.end)
	if first, ok := label.Parse(j.t, i, l.end); ok && first.Form.Numbered() {
		j.last[first.Level()] = first.Number
	}
}

// extend adds line i to b.
func (j *joiner) extend(b *block, i int) {
	l := &j.lines[i]
	b.to, b.End = i, l.end
	for k := l.start; k < l.end; k++ {
		switch r := j.t.Folded[k]; {
		case runes.Close(r) != 0:
			if !j.closed[k] {
				continue
			}
			if b.depth == 0 {
				b.openAt = k
			}
			b.depth++
		case runes.IsClose(r):
			b.depth = max(0, b.depth-1)
		case r == '《' && j.closed[k]:
			b.quote++
		case r == '》':
			b.quote = max(0, b.quote-1)
		case r == '。':
			b.stops, b.marks = true, true
		case r == ',' || r == ';':
			b.marks = true
		}
	}
}

// inside reports whether the block ends within brackets.
func (b *block) inside() bool {
	return b.depth > 0 && b.End-b.openAt < maxBracket || b.quote > 0 && b.End-b.Start < maxBracket
}

// begins reports whether line l begins a block of its own behind b.
func (j *joiner) begins(b *block, l *line) bool {
	if l.kind == rowLine || j.lines[b.to].heads {
		return false
	}
	ended := j.ended(b, l)
	if l.heading > 0 || b.Heading > 0 || b.Kind == Meta || b.Kind == Table || l.kind == tableLine {
		return true
	}
	if l.labeled && j.accepts(l, ended) {
		return true
	}
	if b.inside() {
		return false
	}
	if l.kind == noteLine || l.kind == sealLine {
		return true
	}
	if b.Kind == Note && opensNames(j.t.Folded[b.End-1]) {
		return false
	}
	if l.kind == numberLine && inBrackets(j.t, l) && j.t.Folded[b.End-1] == '》' { // of what a sentence names
		return false
	}
	if l.kind == numberLine || b.Kind == Number {
		return j.front || ended
	}
	if b.Kind == Date || b.Kind == Remark || b.Kind == Attachment && !b.Labeled {
		return true
	}
	if l.kind != plainLine {
		return ended || j.front || !b.marks
	}
	return j.breaks(b, l, ended)
}

// breaks decides between two lines of plain text.
func (j *joiner) breaks(b *block, l *line, ended bool) bool {
	if leads(j.t.Folded[l.start]) {
		return false
	}
	last := &j.lines[b.to]
	long := b.marks && b.End-b.Start >= 30
	switch {
	case !l.blank && stays(j.t.Folded[b.End-1]), l.page && long && !closes(j.t, b.End-1):
		return false
	case l.blank:
		return ended || !long
	case b.labelEnd == b.End:
		return false
	case j.shape.indents && l.indent > 0:
		return true
	case !j.shape.wrapped:
		return ended || !long
	case b.Kind == Note && j.shape.short(last) && runes.Close(j.t.Folded[l.start]) == 0 && note.Complete(j.t, b.Start, b.End):
		return true
	case b.Labeled && !b.stops && j.shape.alone[b.Label.Form] && j.shape.short(last) && !pauses(j.t.Folded[b.End-1]):
		return true
	case j.t.Folded[b.End-1] == '。':
		return j.front || j.shape.short(last)
	case b.from == b.to && !b.marks && !b.Labeled && j.shape.short(last) && titleEnds(j.t, b.Start, b.End):
		return true
	case runes.IsClose(j.t.Folded[b.End-1]):
		return note.Bracketed(j.t, b.Start, b.End) || j.front && !b.marks && !j.opensProse(b)
	case j.front && j.t.Folded[b.End-1] == ':':
		return true
	case j.front && !b.marks && j.shape.short(last) && !pauses(j.t.Folded[b.End-1]):
		return !j.opensProse(b)
	}
	return false
}

// ended reports whether b may be complete before l. A bracket that nothing
// closes ends where the numbering goes on.
func (j *joiner) ended(b *block, l *line) bool {
	switch {
	case b.inside():
		return closes(j.t, b.End-1) && l.labeled && l.label.Number > 1 && l.label.Number == j.last[l.label.Level()]+1
	case closes(j.t, b.End-1) || l.blank || b.Kind != Prose || !j.shape.wrapped:
		return true
	case j.front && !b.marks:
		return true
	}
	return b.Labeled && !b.stops && j.shape.short(&j.lines[b.to]) && !pauses(j.t.Folded[b.End-1])
}

// accepts reports whether the label of l fits into the numbering. A label that
// may be none must continue it; behind text that breaks off so must any.
func (j *joiner) accepts(l *line, ended bool) bool {
	if !l.label.Form.Numbered() {
		return ended || !j.shape.wrapped
	}
	next := l.label.Number == j.last[l.label.Level()]+1
	switch {
	case !j.shape.wrapped && !l.label.Loose:
		return ended
	case l.label.Form >= label.Round && (!next && l.label.Number > 1 || l.label.Number == 1 && j.clause()):
		return false // （2） behind a （1） within a line, （1） behind a clause
	case next && l.label.Number > 1:
		return ended || !l.label.Loose
	case l.label.Number == 1 || !l.label.Loose:
		return ended
	}
	return false
}

// opensNames reports whether r ends a label before its list.
func opensNames(r rune) bool { return r == ':' || r == '】' }

// clause reports whether the last block ends in a clause that the sentence goes
// on behind.
func (j *joiner) clause() bool {
	n := len(j.blocks)
	return n > 0 && j.t.Folded[j.blocks[n-1].End-1] == ';'
}

// leads reports whether r cannot begin a paragraph.
func leads(r rune) bool {
	return runesIn("。,、;:!?)]〕】》”’…%", r)
}

// pauses reports whether r shows that the sentence goes on.
func pauses(r rune) bool { return r == ',' || r == '、' || r == ';' || r == '《' || r == '“' }

// stays reports whether r keeps the next line in the sentence, whatever its
// length.
func stays(r rune) bool { return r == ',' || r == '、' }

// openers are the words that begin a sentence of a notice or a preamble, and
// no title.
var openers = []string{"为", "根据", "按照", "经", "现", "依据", "今年", "近年", "当前", "目前", "《", "请", "各", "在"}

// opensProse reports whether b is the beginning of a sentence although it has
// no mark yet.
func (j *joiner) opensProse(b *block) bool {
	for _, w := range openers {
		if j.t.Has(b.Start, b.End, w) {
			return true
		}
	}
	return j.t.Ends(b.Start, b.End, "印发") || j.t.Ends(b.Start, b.End, "关于")
}
