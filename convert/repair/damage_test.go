package repair_test

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// replacement is a replacement of bytes in encoded text, as a faulty program
// makes it: at any alignment.
type replacement struct {
	code     charset.Charset
	from, to string
	marker   string // what a decoder puts where it cannot read
	narrowed bool   // full-width ASCII is made half-width afterwards
	users    bool   // the decoder reads the zones for users as private characters
}

// encode encodes text; false where the charset lacks one of its characters.
func encode(code charset.Charset, text string) ([]byte, bool) {
	var out []byte
	for _, r := range text {
		var ok bool
		if out, ok = code.AppendRune(out, r); !ok {
			return nil, false
		}
	}
	return out, true
}

// run damages a text wherever the sequence lies across characters; where it is
// a character, the sound text has the replacement too. It reports false where
// nothing lies across.
func (d replacement) run(text string) (sound, hurt string, ok bool) {
	data, ok := encode(d.code, text)
	if !ok {
		return "", "", false
	}
	var right []byte
	for rest := data; len(rest) > 0; {
		size := 1
		if rest[0] >= utf8.RuneSelf {
			size = 2
		}
		if size == len(d.from) && strings.HasPrefix(string(rest[:size]), d.from) {
			right = append(right, d.to...)
		} else {
			right = append(right, rest[:size]...)
		}
		rest = rest[size:]
	}
	wrong := bytes.ReplaceAll(data, []byte(d.from), []byte(d.to))
	return d.decode(right), d.decode(wrong), !bytes.Equal(wrong, right)
}

// decode reads bytes as x/text does, with the marker for what is bad.
func (d replacement) decode(data []byte) string {
	dec := simplifiedchinese.GB18030.NewDecoder()
	if d.code == charset.Big5 {
		dec = traditionalchinese.Big5.NewDecoder()
	}
	if d.users {
		return d.decodeUsers(data)
	}
	out, _ := dec.Bytes(data)
	text := strings.ReplaceAll(string(out), "\ufffd", d.marker)
	if d.narrowed {
		text = strings.Map(narrow, text)
	}
	return text
}

func narrow(r rune) rune {
	switch {
	case 0xFF01 <= r && r <= 0xFF5E:
		return r - 0xFF01 + '!'
	case r == '\u3000':
		return ' '
	}
	return r
}

// usual lists what real programs replace: full-width marks and blanks.
var usual = []struct{ from, to string }{
	{"？", "?"},
	{"，", ","},
	{"　", " "},
	{"　", ""},
	{"。", "."},
	{"、", ","},
	{"：", ":"},
	{"；", ";"},
	{"！", "!"},
	{"．", "."},
	{"？", ""},
	{"（", "("},
	{"）", ")"},
	{"－", "-"},
	{"０", "0"},
	{"１", "1"},
	{"％", "%"},
	{"　", "  "},
	{"“", "\""},
	{"—", "-"},
	{"·", "?"},
}

// decodeUsers decodes GB18030 to the letter, the zones for users included.
func (d replacement) decodeUsers(data []byte) string {
	var b strings.Builder
	for len(data) > 0 {
		n := 1
		switch {
		case data[0] < utf8.RuneSelf:
			b.WriteByte(data[0])
		case len(data) < 2 || data[1] < 0x40 || data[1] == 0x7F || data[1] == 0xFF || data[0] == 0x80 || data[0] == 0xFF:
			b.WriteString(d.marker)
		default:
			n = 2
			l, t := rune(data[0]), rune(data[1])
			r, ok := d.code.DecodePair(data[0], data[1])
			switch {
			case ok:
			case l >= 0xAA && l <= 0xAF && t >= 0xA1:
				r = 0xE000 + (l-0xAA)*94 + t - 0xA1
			case l >= 0xF8 && t >= 0xA1:
				r = 0xE234 + (l-0xF8)*94 + t - 0xA1
			case l >= 0xA1 && l <= 0xA7 && t <= 0xA0:
				if t >= 0x80 {
					t--
				}
				r = 0xE4C6 + (l-0xA1)*96 + t - 0x40
			}
			if r == 0 || r > utf8.MaxRune {
				b.WriteString(d.marker)
			} else {
				b.WriteRune(r)
			}
		}
		data = data[n:]
	}
	if d.narrowed {
		return strings.Map(narrow, b.String())
	}
	return b.String()
}
