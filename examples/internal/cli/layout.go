package cli

import (
	"io"
	"os"
	"strings"

	"golang.org/x/text/width"
)

// Columns returns how many columns of a terminal s takes: two for the wide and
// full-width characters of Unicode's East Asian Width (UAX #11), none for
// combining ones and controls, one for all others. Ambiguous characters, such
// as the quotation marks “ ”, take two, as Chinese terminals show them.
func Columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0, r >= 0x0300 && r < 0x0370, r >= 0x200b && r <= 0x200f, r == 0xfeff:
		return 0
	case r < 0x7f:
		return 1
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	default:
		return 1
	}
}

// PadRight returns s filled up with blanks to the given number of columns.
func PadRight(s string, columns int) string {
	return s + strings.Repeat(" ", max(0, columns-Columns(s)))
}

// PadLeft returns s with blanks before it, up to the given number of columns.
func PadLeft(s string, columns int) string {
	return strings.Repeat(" ", max(0, columns-Columns(s))) + s
}

// Wrap breaks s into lines of at most the given number of columns, and puts no
// closing mark at the start of a line.
func Wrap(s string, columns int) []string {
	var lines []string
	start, used := 0, 0
	for i, r := range s {
		w := runeColumns(r)
		if used+w > columns && i > start && !strings.ContainsRune("，。、；：）》”’,.;:)", r) {
			lines = append(lines, s[start:i])
			start, used = i, 0
		}
		used += w
	}
	if start < len(s) {
		lines = append(lines, s[start:])
	}
	return lines
}

// A Pen colours text for a terminal. The zero Pen leaves text as it is.
type Pen struct {
	on bool
}

// NewPen returns a pen that colours where out is a terminal and the variable
// NO_COLOR is not set.
func NewPen(out io.Writer) Pen {
	return Pen{on: IsTerminal(out) && os.Getenv("NO_COLOR") == ""}
}

// IsTerminal reports whether w is a terminal.
func IsTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// Bold returns s for headings.
func (p Pen) Bold(s string) string { return p.style("1", s) }

// Dim returns s for what matters less.
func (p Pen) Dim(s string) string { return p.style("2", s) }

// Accent returns s for what is looked for: numbers, names, hits.
func (p Pen) Accent(s string) string { return p.style("36", s) }

func (p Pen) style(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
