package segment

import (
	"fmt"
	"strings"
)

// Format is how a text is escaped where it is annotated. The zero value is invalid.
type Format uint8

// The formats.
const (
	FormatInvalid Format = iota
	Plain                // nothing is escaped
	HTML                 // & < > " ' are, for HTML and XML, in text and in attributes' values
	Markdown             // what CommonMark and GitHub's dialect read as markup
)

var formatNames = [...]string{"invalid", "plain", "html", "markdown"}

// String returns the format's name, such as "html".
func (f Format) String() string {
	if int(f) >= len(formatNames) {
		return fmt.Sprintf("Format(%d)", f)
	}
	return formatNames[f]
}

// MarshalText returns the name that [Format.String] gives; a value that is no
// format is an error.
func (f Format) MarshalText() ([]byte, error) {
	if f.escaper() == nil {
		return nil, fmt.Errorf("segment: invalid format %d", f)
	}
	return []byte(formatNames[f]), nil
}

// UnmarshalText sets f to the format with that name; another text is an error, and f
// stays.
func (f *Format) UnmarshalText(text []byte) error {
	for i, name := range formatNames {
		if i > 0 && name == string(text) {
			*f = Format(i)
			return nil
		}
	}
	return fmt.Errorf("segment: no format %q", text)
}

// escaper returns how many bytes of text[pos:end] stay as they are, the size of what
// follows them and is escaped, 0 for nothing, and what stands for it.
type escaper func(text string, pos, end int) (kept, size int, instead string)

func (f Format) escaper() escaper {
	switch f {
	case Plain:
		return func(_ string, pos, end int) (int, int, string) { return end - pos, 0, "" }
	case HTML:
		return escapeHTML
	case Markdown:
		return escapeMarkdown
	default:
		return nil
	}
}

func escapeHTML(text string, pos, end int) (kept, size int, instead string) {
	n := strings.IndexAny(text[pos:end], `&<>"'`)
	if n < 0 {
		return end - pos, 0, ""
	}
	switch text[pos+n] {
	case '&':
		instead = "&amp;"
	case '<':
		instead = "&lt;"
	case '>':
		instead = "&gt;"
	case '"':
		instead = "&#34;"
	default:
		instead = "&#39;"
	}
	return n, 1, instead
}

// escapeMarkdown escapes what is markup anywhere (CommonMark 0.31, 2.4 and 6; GitHub's
// ~, | and $), and at the start of a line (4.1 to 4.4, 5.1 to 5.3) the sign of an item,
// a rule or an underline, and the first blank of indented code.
func escapeMarkdown(text string, pos, end int) (kept, size int, instead string) {
	for i := pos; i < end; i++ {
		c := text[i]
		switch {
		case strings.IndexByte("\\`*_[]<>&~|$#", c) >= 0,
			strings.IndexByte("+-=", c) >= 0 && startsLine(text, i),
			(c == '.' || c == ')') && numbersLine(text, i):
			return i - pos, 1, "\\" + string(rune(c))
		case (c == ' ' || c == '\t') && startsLine(text, i) && !blankLine(text[i:]):
			return i - pos, 1, fmt.Sprintf("&#%d;", c)
		}
	}
	return end - pos, 0, ""
}

// numbersLine reports whether the line up to i is a number that can label an item: 9
// digits at most.
func numbersLine(text string, i int) bool {
	from := i
	for range 9 {
		if from > 0 && text[from-1] >= '0' && text[from-1] <= '9' {
			from--
		}
	}
	return from < i && startsLine(text, from)
}

// blankLine reports whether the line that s begins with holds nothing but blanks.
func blankLine(s string) bool {
	rest := strings.TrimLeft(s, " \t")
	return rest == "" || rest[0] == '\n' || rest[0] == '\r'
}

func startsLine(text string, i int) bool {
	return i == 0 || text[i-1] == '\n' || text[i-1] == '\r'
}
