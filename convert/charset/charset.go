package charset

import (
	"fmt"
	"strings"
)

// Charset is an encoding of text in bytes.
type Charset uint8

// The encodings that this package reads.
const (
	Invalid Charset = iota
	ASCII           // every byte below 0x80, so any of the others but UTF-16 as well
	UTF8
	UTF16LE
	UTF16BE
	GB18030 // with its parts GBK and GB 2312
	Big5    // with HKSCS-2008, as browsers read it
)

var names = [...]string{"invalid", "US-ASCII", "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"}

// String returns the name that IANA registers.
func (c Charset) String() string {
	if int(c) < len(names) {
		return names[c]
	}
	return fmt.Sprintf("Charset(%d)", uint8(c))
}

// MarshalText writes the name. It fails for Invalid.
func (c Charset) MarshalText() ([]byte, error) {
	if c == Invalid || int(c) >= len(names) {
		return nil, fmt.Errorf("charset: no name for %v", c)
	}
	return []byte(names[c]), nil
}

// UnmarshalText reads any label that [Lookup] knows.
func (c *Charset) UnmarshalText(text []byte) error {
	found, ok := Lookup(string(text))
	if !ok {
		return fmt.Errorf("charset: unknown label %q", text)
	}
	*c = found
	return nil
}

// Lookup returns the charset of a label as declarations write it, in any case:
// the names of IANA and the aliases of the Encoding Standard that belong to the
// charsets of this package. The label "utf-16" alone means little endian, as it
// does to browsers.
func Lookup(label string) (Charset, bool) {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "us-ascii", "ascii", "ansi_x3.4-1968":
		return ASCII, true
	case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8":
		return UTF8, true
	case "utf-16", "utf-16le", "utf16", "utf16le", "ucs-2", "unicode", "iso-10646-ucs-2", "csunicode", "unicodefeff":
		return UTF16LE, true
	case "utf-16be", "utf16be", "unicodefffe":
		return UTF16BE, true
	case "gb18030", "gb18030-2000", "gb18030-2005", "gb18030-2022", "gbk", "x-gbk", "cp936", "ms936", "windows-936",
		"gb2312", "gb_2312", "gb_2312-80", "csgb2312", "csiso58gb231280", "chinese", "iso-ir-58", "euc-cn", "euccn":
		return GB18030, true
	case "big5", "big-5", "big5-hkscs", "big5hkscs", "big5-eten", "cn-big5", "csbig5", "x-x-big5", "cp950", "ms950", "windows-950":
		return Big5, true
	}
	return Invalid, false
}
