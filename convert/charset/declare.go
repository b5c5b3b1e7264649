package charset

import (
	"bytes"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// marks are the byte order marks.
var marks = [...]struct {
	mark    string
	charset Charset
}{
	{"\xEF\xBB\xBF", UTF8},
	{"\xFF\xFE", UTF16LE},
	{"\xFE\xFF", UTF16BE},
	{"\x84\x31\x95\x33", GB18030},
}

// byteOrderMark returns the charset that a mark at the start of data names, and
// the length of the mark.
func byteOrderMark(data []byte) (Charset, int) {
	for _, m := range marks {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.charset, len(m.mark)
		}
	}
	return Invalid, 0
}

// declarationWindow is how far into a file a declaration is looked for: the
// 1,024 bytes of the HTML Standard, and as much again, since real pages put
// comments and scripts first.
const declarationWindow = 2048

// declaration finds the label of an XML declaration or an HTML meta element
// near the start of data, and where it stands. It reads ASCII only, so it finds
// none in UTF-16, whose bytes speak for themselves.
func declaration(data []byte) (offset.Span, bool) {
	head := bytes.ToLower(data[:min(len(data), declarationWindow)])
	if bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("<?xml")) {
		if s, ok := labelBehind(head, bytes.Index(head, []byte("<?xml")), "encoding", "?>"); ok {
			return s, true
		}
	}
	for at := 0; ; {
		i := bytes.Index(head[at:], []byte("<meta"))
		if i < 0 {
			return offset.Span{}, false
		}
		at += i + len("<meta")
		if s, ok := labelBehind(head, at, "charset", ">"); ok {
			return s, true
		}
	}
}

// labelBehind finds key = label between at and end; the label may have quotes.
func labelBehind(head []byte, at int, key, end string) (offset.Span, bool) {
	stop := bytes.Index(head[at:], []byte(end))
	if stop < 0 {
		return offset.Span{}, false
	}
	part := head[at : at+stop]
	i := bytes.Index(part, []byte(key))
	if i < 0 {
		return offset.Span{}, false
	}
	i = skip(part, i+len(key), " \t\r\n")
	if i == len(part) || part[i] != '=' {
		return offset.Span{}, false
	}
	start := skip(part, i+1, " \t\r\n\"'")
	n := bytes.IndexAny(part[start:], " \t\r\n\"';/>")
	if n < 0 {
		n = len(part) - start
	}
	return offset.Span{Start: at + start, End: at + start + n}, n > 0
}

func skip(b []byte, i int, cut string) int {
	return len(b) - len(bytes.TrimLeft(b[i:], cut))
}
