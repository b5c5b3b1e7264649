package plan

import (
	"strings"

	"github.com/qiaotoubao/fangan/plan/internal/layout"
	"github.com/qiaotoubao/fangan/plan/internal/note"
)

// decree is a line under a title that says who passed the plan, when and by which
// letter: 行政院113年5月2日院臺衛字第1131012345號函核定.
type decree struct {
	issuer, number string
	date           Date
}

// maxDecrees is how many such lines a plan has at most: one for each revision.
const maxDecrees = 20

// readDecrees takes what nothing else told of the issuer, the number and the day
// from the lines under the title at block i. The last one is that of the text.
func (p *parser) readDecrees(i int) {
	var last decree
	for k := i; k < len(p.blocks) && k < i+maxDecrees; k++ {
		d, ok := p.decree(p.inside(k))
		if !ok {
			break
		}
		last = d
	}
	if p.plan.Date.IsZero() {
		p.plan.Date = last.date
	}
	if p.plan.DocumentNumber == "" {
		p.plan.DocumentNumber = last.number
	}
	if p.plan.Issuer == "" {
		p.plan.Issuer = last.issuer
	}
}

// passed are the words behind the number of the letter, folded.
var passed = []string{"核定", "函", "令", "函颁", "颁布", "颁行", "发布", "公布", "公告", "修正", "修订", "订定", "备查", "印发"}

// decree reads the text from i to j.
func (p *parser) decree(i, j int) (decree, bool) {
	day := p.t.Find(i, j, "日")
	number := p.t.Find(i, j, "号")
	if day < 0 || number < day || !p.t.EndsAny(number+1, j, passed) || j-number > maxPassed {
		return decree{}, false
	}
	start, _ := p.t.Trim(day+1, number)
	if !layout.IsNumber(p.t, start, number+1) {
		return decree{}, false
	}
	from := p.dateStart(i, day)
	d := decree{number: p.t.Compact(start, number+1), date: p.date(from, day+1)}
	if d.date.IsZero() && strings.Contains(d.number, "字第") { // 113年5月2日
		d.date = parseDate(eras[0] + p.t.Compact(from, day+1))
	}
	name := from
	for _, era := range eras {
		if p.t.Ends(i, from, era) {
			name = from - len([]rune(era))
			break
		}
	}
	if _, end := p.t.Trim(i, name); i < end && note.IsBody(p.t, i, end) {
		d.issuer = p.t.Compact(i, end)
	}
	return d, !d.date.IsZero()
}

// maxPassed is the length in runes of the longest text behind the number: 函修正核定.
const maxPassed = 10
