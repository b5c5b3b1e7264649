package charset

import (
	"bytes"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/internal/lazy"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// pairTable gives the character of two bytes, 0 where there is none.
type pairTable [leads * trails]rune

// A lead byte is 0x81 to 0xFE, a trail byte 0x40 to 0xFE, in both encodings.
const (
	firstLead  = 0x81
	firstTrail = 0x40
	leads      = 0xFE - firstLead + 1
	trails     = 0xFE - firstTrail + 1
)

func (t *pairTable) at(lead, trail byte) rune {
	if lead < firstLead || lead == 0xFF || trail < firstTrail || trail == 0xFF {
		return 0
	}
	return t[int(lead-firstLead)*trails+int(trail-firstTrail)]
}

// Four codes of Big5-HKSCS stand for two characters: a letter and a mark. The
// table holds the letter with one of these bits.
const (
	withMacron = 1 << 24
	withCaron  = 1 << 25
)

// fill reads all pairs through dec. Each is a line of its own, since a line
// feed is never a trail byte and so ends whatever the pair began.
func (t *pairTable) fill(dec *encoding.Decoder) {
	var src bytes.Buffer
	for lead := firstLead; lead <= 0xFE; lead++ {
		for trail := firstTrail; trail <= 0xFE; trail++ {
			src.Write([]byte{byte(lead), byte(trail), '\n'})
		}
	}
	text, _ := dec.Bytes(src.Bytes()) // these decoders have no error but U+FFFD
	i := 0
	for line := range bytes.Lines(text) {
		t[i] = oneCode(bytes.TrimSuffix(line, []byte{'\n'}))
		i++
	}
}

// oneCode packs the characters of one code, 0 where they are none.
func oneCode(text []byte) rune {
	r, size := utf8.DecodeRune(text)
	switch mark := string(text[size:]); {
	case r == utf8.RuneError:
		return 0
	case mark == "\u0304":
		return r | withMacron
	case mark == "\u030C":
		return r | withCaron
	}
	return r
}

func gbkTable() *pairTable { return gbkTableValue.Get(makeGbkTable) }

var gbkTableValue lazy.Value[*pairTable]

func makeGbkTable() *pairTable {
	t := new(pairTable)
	t.fill(simplifiedchinese.GB18030.NewDecoder())
	t.addUserDefined()
	for i, r := range gb18030Edition2022 {
		lead, trail := byte(i>>8), byte(i)
		t[int(lead-firstLead)*trails+int(trail-firstTrail)] = r
	}
	return t
}

func big5Table() *pairTable { return big5TableValue.Get(makeBig5Table) }

var big5TableValue lazy.Value[*pairTable]

func makeBig5Table() *pairTable {
	t := new(pairTable)
	t.fill(traditionalchinese.Big5.NewDecoder())
	return t
}

// gb18030Edition2022 lists the two-byte codes that x/text leaves out: GB18030
// gave them private characters until its edition of 2022, which moved them to
// those that Unicode has had since 4.1.
var gb18030Edition2022 = map[uint16]rune{
	0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14, 0xA6DE: 0xFE15, 0xA6DF: 0xFE16,
	0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19, 0xA8BC: 0x1E3F,
	0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA, 0xFEA0: 0x9FBB,
}

// addUserDefined fills the three areas that GB18030 leaves to its users and
// maps to private characters: AAA1 to AFFE, F8A1 to FEFE, A140 to A7A0.
func (t *pairTable) addUserDefined() {
	r := rune(0xE000)
	for _, area := range [][4]int{{0xAA, 0xAF, 0xA1, 0xFE}, {0xF8, 0xFE, 0xA1, 0xFE}, {0xA1, 0xA7, 0x40, 0xA0}} {
		for lead := area[0]; lead <= area[1]; lead++ {
			for trail := area[2]; trail <= area[3]; trail++ {
				if trail == 0x7F {
					continue
				}
				if i := (lead-firstLead)*trails + trail - firstTrail; t[i] == 0 {
					t[i] = r
				}
				r++
			}
		}
	}
}
