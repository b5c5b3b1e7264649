package export

import (
	"io"
	"slices"
	"strings"

	"github.com/qiaotoubao/fangan/plan"
)

// Markdown writes the plan as CommonMark, with tables as GitHub has them: the
// title, the facts on the plan, and its text under headings for sections and
// items. Points are lists. Notes are quotations under their item, as
// "责任部门：市商务委、市科委等". The characters of the plan's text are shown as they are, and
// none is taken for markup.
func Markdown(w io.Writer, p *plan.Plan) error {
	m := markdown{printer: newPrinter(w)}
	m.front(p)
	for _, s := range p.Sections {
		m.section(s, 2)
	}
	for _, t := range p.Tables {
		m.table(t)
	}
	m.paragraphs(p.Closing)
	for _, r := range p.Rules {
		m.block(markdownText("注：" + r.Text))
	}
	for i := range p.Attachments {
		a := &p.Attachments[i]
		m.heading(2, &plan.Heading{Title: a.Label + " " + a.Title})
		m.paragraphs(a.Paragraphs)
	}
	m.terms(p.Terms)
	return m.close()
}

// markdown writes blocks with a blank line between them.
type markdown struct {
	*printer
	begun  bool
	indent string // of the lines of a list's point
	bullet bool   // the next block opens a point
}

// block writes one line as a block.
func (m *markdown) block(parts ...string) {
	text := strings.Join(parts, "")
	if text == "" {
		return
	}
	if m.begun {
		m.put("\n")
	}
	m.begun = true
	m.start()
	m.put(text, "\n")
}

// start writes the indent of a line, with the bullet where it is due.
func (m *markdown) start() {
	if m.bullet {
		m.bullet = false
		m.put(m.indent[2:], "- ")
		return
	}
	m.put(m.indent)
}

// front writes what stands before the first section. A notice tells title,
// number and date again, as the text does.
func (m *markdown) front(p *plan.Plan) {
	if title := markdownText(p.Title); title != "" {
		m.block("# ", title)
	}
	var facts []string
	for _, s := range []string{p.Issuer, p.DocumentNumber, p.Date.String()} {
		if s = markdownText(s); s != "" {
			facts = append(facts, s)
		}
	}
	m.block(strings.Join(facts, " · "))
	m.paragraphs(p.Notice)
	if len(p.Notice) == 0 { // which has them
		m.block(markdownText(strings.Join(p.Addressees, "，")))
	}
	m.paragraphs(p.Preamble)
}

// heading writes a heading of the level, 6 at most. Without text there is none.
func (m *markdown) heading(level int, h *plan.Heading) {
	if text := markdownText(h.String()); text != "" {
		m.block(strings.Repeat("#", min(level, 6)), " ", text)
	}
}

func (m *markdown) paragraphs(list []plan.Paragraph) {
	for _, x := range list {
		m.block(markdownText(x.Text))
	}
}

// section writes a section with what it contains. Its heading has the level.
func (m *markdown) section(s *plan.Section, level int) {
	m.heading(level, &s.Heading)
	m.body(&s.Body)
	for n := range s.Parts() {
		switch n := n.(type) {
		case *plan.Item:
			m.heading(level+1, &n.Heading)
			m.body(&n.Body)
		case *plan.Section:
			m.section(n, level+1)
		}
	}
}

// body writes the text of a unit, the points in it, and its notes at the end,
// where readers look for them.
func (m *markdown) body(b *plan.Body) {
	m.paragraphs(b.Paragraphs)
	for _, x := range b.Points {
		m.point(x)
	}
	m.note(b)
}

// maxIndent keeps points below it at its level: a hostile text must not make
// the output grow faster than itself.
const maxIndent = 16

// point writes a part of a unit as a list of one. Lists that follow one another
// are one list to a reader of Markdown.
func (m *markdown) point(x *plan.Point) {
	outer := m.indent
	if len(outer) < maxIndent {
		m.indent += "  "
	}
	m.bullet = true
	if text := markdownText(caption(&x.Heading)); text != "" {
		m.block("**", text, "**")
	}
	m.body(&x.Body)
	m.indent, m.bullet = outer, false
}

// note writes the duties of b and the deadlines that stand with them.
func (m *markdown) note(b *plan.Body) {
	var lines []string
	for _, d := range b.Duties {
		lines = append(lines, markdownText(d.String()))
	}
	for _, d := range b.Deadlines {
		if d.InNote {
			lines = append(lines, markdownText(d.Text))
		}
	}
	m.block(m.quote(lines))
}

// quote returns the lines as a quotation. A backslash at the end of a line is a
// hard break (CommonMark 0.31, 6.7), which keeps the lines apart.
func (m *markdown) quote(lines []string) string {
	var b strings.Builder
	for _, s := range lines {
		if s == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\\\n" + m.indent)
		}
		b.WriteString("> " + s)
	}
	return b.String()
}

// table writes a table; its first row is the head, which the format asks for.
func (m *markdown) table(t plan.Table) {
	list, columns := rows(t), 0
	for _, row := range list {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return
	}
	var b strings.Builder
	for i, row := range list {
		if i == 0 { // only the head must have all cells
			row = append(slices.Clip(row), make([]string, columns-len(row))...)
		} else {
			b.WriteByte('\n')
		}
		b.WriteByte('|')
		for _, s := range row {
			b.WriteString(" " + markdownText(s) + " |")
		}
		if i == 0 {
			b.WriteString("\n|" + strings.Repeat(" --- |", columns))
		}
	}
	m.block(b.String())
}

// terms writes the terms that the plan defines.
func (m *markdown) terms(list []plan.Term) {
	if len(list) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString("| 简称 | 全称 |\n| --- | --- |")
	for _, t := range list {
		b.WriteString("\n| " + markdownText(t.Term) + " | " + markdownText(t.Meaning) + " |")
	}
	m.block(b.String())
}

// markdownText returns s as one line in which nothing is markup. Any ASCII
// punctuation may stand behind a backslash (CommonMark 0.31, 2.4).
func markdownText(s string) string {
	s = line(s)
	mark := listMark(s)
	if mark < 0 && !strings.ContainsAny(s, markdownMarks) {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if i == mark || strings.IndexByte(markdownMarks, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// markdownMarks are what may be markup anywhere in a line.
const markdownMarks = "\\`*_[]<>|~&#$"

// listMark returns the place of the character that makes s a point of a list, a
// rule or an underline at the start of a line: the stop of "1.", a "-". It is
// -1 where none does.
func listMark(s string) int {
	if s == "" {
		return -1
	}
	if strings.IndexByte("-+=", s[0]) >= 0 {
		return 0
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return digits
	}
	return -1
}
