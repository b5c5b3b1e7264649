package charset

import "bytes"

// magic lists the starts of files that are often taken for text, because a
// plan was saved in them or their start is text.
var magic = [...]struct{ start, format string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a ZIP archive or an Office document"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"},
	{"\x89PNG\r\n\x1A\n", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"\x1F\x8B\x08", "gzip data"},
	{"Rar!\x1A\x07", "a RAR archive"},
	{"7z\xBC\xAF\x27\x1C", "a 7z archive"},
	{"\x7FELF", "a program"},
	{"MZ\x90\x00", "a program"},
	{"SQLite format 3\x00", "a database"},
	{"\xFF\xFE\x00\x00", "UTF-32 text"},
	{"\x00\x00\xFE\xFF", "UTF-32 text"},
}

// knownFormat returns the format that the first bytes name, or "".
func knownFormat(data []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.format
		}
	}
	return ""
}

// census counts what tells text from other data.
type census struct {
	units, wide   int // all, and those beyond ASCII
	bad, controls int
	first         int // the byte at which the first bad or control unit stands, -1 for none
}

func (c *census) add(u unit, at int) {
	c.units++
	if u.r >= 0x80 || u.problem != NoProblem {
		c.wide++
	}
	switch {
	case u.problem != NoProblem:
		c.bad++
	case isControl(u.r):
		c.controls++
	default:
		return
	}
	if c.first < 0 {
		c.first = at
	}
}

// isControl reports whether r is a control character that texts do not hold:
// all but tab, line feed, vertical tab, form feed, carriage return, the old
// mark of the end of file, and escape.
func isControl(r rune) bool {
	return r < 0x20 && (r < '\t' || '\r' < r) && r != 0x1A && r != 0x1B || 0x7F <= r && r < 0xA0 && r != 0x85
}

// binary reports whether so much is wrong that no text was damaged, but data
// of another kind was given: one control character in twenty, or more than
// two in five of the characters beyond ASCII unreadable.
func (c *census) binary() bool {
	return c.controls > 1 && c.controls*20 > c.units || c.bad > 8 && c.bad*5 > c.wide*2
}
