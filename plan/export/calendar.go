package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/target"
)

// ICalendar writes the plan's deadlines as a calendar (RFC 5545): for each that
// names a day, month or year, an event on the last day that it allows. What
// recurs (每年6月底前) or counts from a day that the plan does not name (5年内) has no
// day and is left out. The description names the plan, the sections, the item and
// who is responsible, cut where it is very long. A calendar must not be empty: one without events has the
// time zone of China alone. Calendars of several plans may follow one another.
//
// Nothing in it depends on the clock: DTSTAMP is the plan's date, its first day
// where it is a month or a year, and 1 January 1970 where the plan has none. An
// event's UID depends on the plan's title, number and issuer, the item's number
// and title, and the deadline's words alone, so that another export of the plan
// updates the calendar, also when other parts of it have changed.
func ICalendar(w io.Writer, p *plan.Plan) error {
	c := calendar{printer: newPrinter(w), plan: p, stamp: stamp(p.Date), uids: map[string]int{}}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//fangan//plan export//ZH")
	c.line("CALSCALE", "GREGORIAN")
	if name := calendarText(p.Title); name != "" {
		c.line("X-WR-CALNAME", name)
	}
	for u := range units(p) {
		about := ""
		for x, b := range bodies(u.body()) {
			for _, d := range b.Deadlines {
				if d.By.IsZero() {
					continue
				}
				if about == "" {
					about = calendarText(c.describe(u)...)
				}
				c.deadline(u, x, d, about)
			}
		}
	}
	if len(c.uids) == 0 {
		c.zone()
	}
	c.line("END", "VCALENDAR")
	return c.close()
}

// calendar writes content lines, which end in CR LF.
type calendar struct {
	*printer
	plan  *plan.Plan
	stamp string
	uids  map[string]int // how often each was made
}

// stamp returns the start of the first day of d in UTC.
func stamp(d plan.Date) string {
	if d.IsZero() {
		return "19700101T000000Z"
	}
	return time.Date(d.Year, max(d.Month, 1), max(d.Day, 1), 0, 0, 0, 0, time.UTC).Format("20060102T150405Z")
}

// deadline writes the event of a deadline that has a day. Its point is nil where
// it belongs to the unit itself.
func (c *calendar) deadline(u unit, x *plan.Point, d plan.Deadline, about string) {
	h := u.heading()
	if x != nil && x.Title != "" {
		h = &x.Heading
	}
	day := date(d.By)
	c.line("BEGIN", "VEVENT")
	c.line("UID", c.uid(u, x, d))
	c.line("DTSTAMP", c.stamp)
	c.line("DTSTART;VALUE=DATE", day.Format("20060102"))
	c.line("DTEND;VALUE=DATE", day.AddDate(0, 0, 1).Format("20060102"))
	c.line("SUMMARY", calendarText(d.Text+"："+clip(caption(h))))
	c.line("DESCRIPTION", about)
	if outer := calendarText(u.sections[0].Title); outer != "" {
		c.line("CATEGORIES", outer)
	}
	c.line("TRANSP", "TRANSPARENT")
	c.line("END", "VEVENT")
}

// date returns the start of the day in UTC, for counting days only.
func date(d target.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// describe returns the lines that say what an event is about: the plan, the
// sections, the unit, and who is responsible.
func (c *calendar) describe(u unit) []string {
	lines := []string{c.plan.Title}
	for _, s := range u.sections {
		lines = append(lines, s.Heading.String())
	}
	if u.item != nil {
		lines = append(lines, u.item.Heading.String())
	}
	for d := range u.body().AllDuties() {
		lines = append(lines, d.String())
		if len(lines) > maxLines {
			break
		}
	}
	lines = slices.DeleteFunc(lines, func(s string) bool { return line(s) == "" })
	for i, s := range lines {
		lines[i] = clip(s)
	}
	return lines
}

// An event repeats what its unit says. These limits, far above what plans have,
// keep a unit of many names and many deadlines from growing without bound.
const (
	maxLines = 24  // of a description
	maxBytes = 600 // of a line of it
)

// clip cuts s between characters where it is too long for an event.
func clip(s string) string {
	if len(s) <= maxBytes {
		return s
	}
	cut := maxBytes
	for cut > maxBytes-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}

// uid returns a name for the event that no other event of the calendar has.
func (c *calendar) uid(u unit, x *plan.Point, d plan.Deadline) string {
	parts := []string{c.plan.Title, c.plan.DocumentNumber, c.plan.Issuer, strconv.Itoa(u.heading().Number), clip(u.heading().Title)}
	if x != nil {
		parts = append(parts, strconv.Itoa(x.Number), clip(x.Title))
	}
	sum := sha256.Sum256([]byte(strings.Join(append(parts, d.Text), "\x1f")))
	name := hex.EncodeToString(sum[:16])
	c.uids[name]++
	if n := c.uids[name]; n > 1 {
		name += "-" + strconv.Itoa(n)
	}
	return name + "@fangan"
}

// zone writes the one time zone of China, UTC+8 without summer time.
func (c *calendar) zone() {
	for _, x := range [][2]string{
		{"BEGIN", "VTIMEZONE"},
		{"TZID", "Asia/Shanghai"},
		{"BEGIN", "STANDARD"},
		{"DTSTART", "19700101T000000"},
		{"TZOFFSETFROM", "+0800"},
		{"TZOFFSETTO", "+0800"},
		{"END", "STANDARD"},
		{"END", "VTIMEZONE"},
	} {
		c.line(x[0], x[1])
	}
}

// maxOctets is the longest line without its break (RFC 5545, 3.1).
const maxOctets = 75

// line writes a content line, folded between characters.
func (c *calendar) line(name, value string) {
	s := name + ":" + value
	for limit := maxOctets; len(s) > limit; limit = maxOctets - 1 { // a blank opens the lines after the first
		cut := limit
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.put(s[:cut], "\r\n ")
		s = s[cut:]
	}
	c.put(s, "\r\n")
}

// calendarText returns the lines as one value of type TEXT (RFC 5545, 3.3.11).
func calendarText(lines ...string) string {
	escaped := make([]string, len(lines))
	for i, s := range lines {
		escaped[i] = calendarEscapes.Replace(line(s))
	}
	return strings.Join(escaped, `\n`)
}

var calendarEscapes = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)
