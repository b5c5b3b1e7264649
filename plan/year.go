package plan

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/plan/target"
)

// planYear is what title and date tell of the time that the plan is for.
type planYear struct {
	first  int // no deadline lies before it; 0 where nothing tells
	this   int // what 今年 means; 0 where nothing tells
	annual bool
	issued target.Date
}

// planYear works out when the plan is for. A year in the title that the plan is to
// reach (2030年前碳达峰行动方案) is not one that it is for.
func (p *Plan) planYear() planYear {
	first, last := titleYears(p.Title)
	issued := p.Date.Year
	if issued != 0 && first != 0 && (first < issued-1 || first > issued+1) {
		first, last = 0, 0
	}
	y := planYear{first: issued, this: issued, issued: target.Date{Year: issued, Month: int(p.Date.Month), Day: p.Date.Day}}
	if first != 0 && (issued == 0 || first < issued) {
		y.first = first
	}
	if first != 0 && first == last {
		y.this, y.annual = first, true
	}
	return y
}

// titleYears returns the first and the last year that the title names, 0 for none,
// and where it tells what is to be reached (2030年前, 到2025年).
func titleYears(title string) (first, last int) {
	s := foldDigits(title)
	for at, y := range yearsOf(s) {
		after, isYear := strings.CutPrefix(s[at+4:], "年")
		if strings.HasSuffix(s[:at], "到") || isYear && (strings.HasPrefix(after, "前") || strings.HasPrefix(after, "底")) {
			return 0, 0
		}
		if first == 0 {
			first = y
		}
		last = max(last, y)
	}
	return first, last
}

// yearsOf yields the numbers in the folded text s that may be years, with their
// places.
func yearsOf(s string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := 0; i < len(s); i++ {
			y, n := leadingYear(s[i:])
			if n == 4 && !yield(i, y) {
				return
			}
			i += max(0, n-1)
		}
	}
}

// leadingYear returns the number at the start of s and how many digits it has: four
// where it may be a year of these times, more where it is another.
func leadingYear(s string) (year, digits int) {
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		year = min(10*year+int(s[digits]-'0'), 1e6)
		digits++
	}
	if digits == 4 && (year < 1980 || year > 2100) {
		return 0, 5
	}
	return year, digits
}

func foldDigits(s string) string {
	return strings.Map(func(r rune) rune { return convert.FoldRune(r) }, s)
}

// setYears gives deadlines that lean on the plan's year a day (今年内, and in the
// plan of one year 6月底前), and drops those of running text that lie before it: what
// was to be done by then is a look back.
func (p *parser) setYears() {
	y := p.plan.planYear()
	if y.this == 0 && y.first == 0 {
		return
	}
	past, all := 0, 0
	eachBody(p.plan.Sections, func(h *Heading, b *Body) {
		y.fill(h, b)
		for _, d := range b.Deadlines {
			if d.By.Year != 0 {
				all++
			}
			if y.isPast(d) {
				past++
			}
		}
	})
	if past == 0 || past*2 > all { // the date is another one's
		return
	}
	eachBody(p.plan.Sections, func(_ *Heading, b *Body) {
		b.Deadlines = slices.DeleteFunc(b.Deadlines, y.isPast)
	})
}

// isPast reports whether a deadline of running text lies before the plan.
func (y planYear) isPast(d Deadline) bool { return !d.InNote && d.By.Year != 0 && d.By.Year < y.first }

// fill sets the days of deadlines in b that name no year.
func (y planYear) fill(h *Heading, b *Body) {
	if y.this == 0 {
		return
	}
	other := sync.OnceValue(func() bool { return y.otherYear(h, b) })
	for i := range b.Deadlines {
		d := &b.Deadlines[i].Deadline
		if !d.By.IsZero() || !d.From.IsZero() || d.Within != "" {
			continue
		}
		if text := y.name(d.Text); text != "" && !other() {
			if full, _ := target.ParseNote(text); !before(full.By, y.issued) { // else it is one of the next year
				d.From, d.By = full.From, full.By
			}
		}
	}
}

// name returns the time text with its year, or "" where that may be another one.
func (y planYear) name(text string) string {
	s := strings.TrimLeft(foldDigits(text), "到至于在")
	year := target.Date{Year: y.this, Month: 1, Day: 1}.String()[:4] + "年"
	for _, word := range []string{"今年", "本年度", "本年"} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			return year + strings.TrimPrefix(rest, "年")
		}
	}
	switch {
	case !y.annual:
		return ""
	case strings.HasPrefix(s, "年底"), strings.HasPrefix(s, "年末"), strings.HasPrefix(s, "年内"):
		return year + strings.TrimPrefix(s, "年")
	}
	if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits == 1 || digits == 2 {
		if strings.HasPrefix(s[digits:], "月") {
			return year + s
		}
	}
	return ""
}

func before(a, b target.Date) bool {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day)) < 0
}

// otherYear reports whether the unit names a year besides the plan's, which its
// months may belong to.
func (y planYear) otherYear(h *Heading, b *Body) bool {
	texts := []string{h.Title}
	for _, x := range b.Paragraphs {
		texts = append(texts, x.Text)
	}
	for _, x := range b.Deadlines {
		if x.InNote {
			texts = append(texts, x.Text)
		}
	}
	return slices.ContainsFunc(texts, func(s string) bool {
		if strings.ContainsAny(s, "明翌次") && (strings.Contains(s, "明年") || strings.Contains(s, "翌年") || strings.Contains(s, "次年")) {
			return true
		}
		for _, year := range yearsOf(foldDigits(s)) {
			if year != y.this {
				return true
			}
		}
		return false
	})
}

// eachBody calls f for the sections and all below them that hold a body.
func eachBody(sections []*Section, f func(*Heading, *Body)) {
	for _, s := range sections {
		f(&s.Heading, &s.Body)
		eachPoint(s.Points, f)
		for _, i := range s.Items {
			f(&i.Heading, &i.Body)
			eachPoint(i.Points, f)
		}
		eachBody(s.Sections, f)
	}
}

func eachPoint(points []*Point, f func(*Heading, *Body)) {
	for _, x := range points {
		f(&x.Heading, &x.Body)
		eachPoint(x.Points, f)
	}
}
