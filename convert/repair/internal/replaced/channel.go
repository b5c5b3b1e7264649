package replaced

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// dialect is how a program reads bytes that are no text. Programs differ, and
// the damaged text tells which kind it came from.
type dialect struct {
	marker     rune // what a bad byte becomes, 0 where it is dropped
	pairMarks  int  // how many markers an unassigned pair becomes; 0: it is dropped
	windows    bool // the pairs of code page 936 or Big5 proper only are assigned
	users      bool // the zones for users are private characters
	stepByByte bool // of an unassigned pair only the lead byte is bad
	strict     bool // the byte 80 is bad
}

// What programs read the lone byte 80 as in GBK, but for strict ones.
const (
	euro     = '€'
	euroByte = 0x80
)

// dialects lists those that are tried, the usual ones first: as x/text and
// browsers do, Java, Python, Windows and PHP, iconv -c.
func dialects(marker rune) []dialect {
	var all []dialect
	if marker == 0 {
		all = []dialect{{}, {windows: true}, {stepByByte: true}, {windows: true, stepByByte: true}}
		return append(all, strict(all)...)
	}
	for _, windows := range []bool{false, true} {
		all = append(all,
			dialect{marker: marker, pairMarks: 1, windows: windows},
			dialect{marker: marker, pairMarks: 1, users: !windows},
			dialect{marker: marker, stepByByte: true, windows: windows},
			dialect{marker: marker, pairMarks: 2, windows: windows},
			dialect{marker: marker, pairMarks: 0, windows: windows},
		)
	}
	return append(all, strict(all)...)
}

// strict returns the same for decoders that take the byte 80 for bad.
func strict(list []dialect) []dialect {
	list = slices.Clone(list)
	for i := range list {
		list[i].strict = true
	}
	return list
}

// channel is the way a text took: encoded, replaced, decoded, narrowed. Where
// the source is known the last is not a step of it.
type channel struct {
	code   charset.Charset
	rules  []rule
	narrow narrowing
	signs  signs
	source *Source        // nil where only the text is known
	free   *[0x100][]byte // the pairs that are no characters, by lead byte; made when asked for
}

// forward sends a sound text along the channel. It reports false where the
// charset lacks one of its characters.
func (c *channel) forward(text string, d dialect) (string, bool) {
	sound := make([]byte, 0, len(text))
	for _, r := range text {
		var ok bool
		if sound, ok = c.code.AppendRune(sound, r); !ok {
			return "", false
		}
	}
	return c.decode(c.replace(sound), d), true
}

// replace applies the rules from left to right; none sees what another wrote.
func (c *channel) replace(sound []byte) []byte {
	out := make([]byte, 0, len(sound))
next:
	for len(sound) > 0 {
		for _, r := range c.rules {
			if strings.HasPrefix(string(sound[:min(len(sound), len(r.from))]), r.from) {
				out = append(out, r.to...)
				sound = sound[len(r.from):]
				continue next
			}
		}
		out = append(out, sound[0])
		sound = sound[1:]
	}
	return out
}

func (c *channel) decode(data []byte, d dialect) string {
	var text strings.Builder
	for len(data) > 0 {
		r, size := c.next(data, d)
		switch {
		case r != utf8.RuneError:
			text.WriteRune(c.narrow.rune(r))
		case size == 2 && d.pairMarks == 2:
			mark(&text, d.marker)
			mark(&text, d.marker)
		case size == 1 || d.pairMarks == 1:
			mark(&text, d.marker)
		}
		data = data[size:]
	}
	return text.String()
}

func mark(text *strings.Builder, marker rune) {
	if marker != 0 {
		text.WriteRune(marker)
	}
}

// next reads one character or bad sequence, as the dialect has it. Codes of
// four bytes are not followed: no rule can make one by chance worth the name.
func (c *channel) next(data []byte, d dialect) (rune, int) {
	lead := data[0]
	switch {
	case lead < utf8.RuneSelf:
		return rune(lead), 1
	case lead == euroByte && c.code == charset.GB18030 && !d.strict:
		return euro, 1
	case lead == euroByte || lead == 0xFF || len(data) < 2:
		return utf8.RuneError, 1
	}
	r, ok := c.code.DecodePair(lead, data[1])
	if d.users && !ok {
		r, ok = userPair(c.code, lead, data[1])
	}
	switch {
	case ok && (!d.windows || !c.beyondWindows(lead, data[1], r)):
		return r, 2
	case data[1] < utf8.RuneSelf || data[1] == 0xFF || d.stepByByte:
		return utf8.RuneError, 1
	}
	return utf8.RuneError, 2
}

// beyondWindows reports whether the code pages 936 and 950 of Windows lack the
// pair: the additions of GB18030 and the user's areas, Hong Kong's supplement.
func (c *channel) beyondWindows(lead, trail byte, r rune) bool {
	if c.code == charset.Big5 {
		return lead < 0xA1 || lead > 0xF9 || lead == 0xC6 && trail > 0xA0 || lead == 0xC7 || lead == 0xC8
	}
	switch {
	case 0xE000 <= r && r <= 0xF8FF:
		return true
	case lead == 0xFE:
		return trail >= 0x50
	case lead == 0xA6:
		return 0xD9 <= trail && trail <= 0xF3 && (trail <= 0xDF || trail >= 0xEC)
	case lead == 0xA8:
		return trail == 0xBC || trail == 0xBF
	case lead == 0xA9:
		return 0x89 <= trail && trail <= 0x95
	}
	return false
}

// narrowing says whether a later step made full-width ASCII half-width: the
// damaged text has none of it, where it has half-width marks beside ideographs.
type narrowing struct{ on bool }

// The full-width forms of ASCII, and of the space.
const (
	fullWidthFirst = 0xFF01
	fullWidthLast  = 0xFF5E
	fullWidthSpace = 0x3000
	fullWidthShift = fullWidthFirst - '!'
)

// findNarrowing reads off the damaged text what became of full-width ASCII.
func findNarrowing(text string) narrowing {
	for i := 0; i+2 < len(text); i++ {
		if text[i] != 0xEF {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[i:]); fullWidthFirst <= r && r <= fullWidthLast {
			return narrowing{}
		}
	}
	return narrowing{on: strings.ContainsAny(text, ",:;()!")}
}

// rune returns what became of r.
func (n narrowing) rune(r rune) rune {
	switch {
	case !n.on:
	case r == fullWidthSpace:
		return ' '
	case fullWidthFirst <= r && r <= fullWidthLast:
		return r - fullWidthShift
	}
	return r
}

// runes returns what became of several.
func (n narrowing) runes(list []rune) []rune {
	if !n.on {
		return list
	}
	out := make([]rune, len(list))
	for i, r := range list {
		out[i] = n.rune(r)
	}
	return out
}

// wide returns the full-width character that may have become r.
func (n narrowing) wide(r rune) (rune, bool) {
	switch {
	case !n.on:
	case r == ' ':
		return fullWidthSpace, true
	case '!' <= r && r <= '~':
		return r + fullWidthShift, true
	}
	return 0, false
}

// unassigned lists the trail bytes beyond ASCII that make no pair with lead, or
// one that only newer editions have. Where the zones for users were read, their
// pairs are not among them.
func (c *channel) unassigned(lead byte) []byte {
	if c.free == nil {
		c.free = &[0x100][]byte{}
		for b := 0x81; b <= 0xFE; b++ {
			for trail := 0x80; trail <= 0xFE; trail++ {
				r, ok := c.code.DecodePair(byte(b), byte(trail))
				if c.signs.users {
					if _, user := userPair(c.code, byte(b), byte(trail)); user {
						continue
					}
				}
				if !ok || c.beyondWindows(byte(b), byte(trail), r) || 0xE000 <= r && r <= 0xF8FF {
					c.free[b] = append(c.free[b], byte(trail))
				}
			}
		}
	}
	return c.free[lead]
}

// signs tell how the decoder of a text showed what it could not read.
type signs struct {
	marker rune // U+FFFD where the text has it, else a question mark
	users  bool // the zones for users became private characters: no pair of them is lost
}

func findSigns(text string) signs {
	s := signs{marker: '?'}
	for i := 0; i+2 < len(text); i++ {
		if text[i] < 0xEE || 0xEF < text[i] {
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(text[i:]); {
		case r == utf8.RuneError:
			s.marker = r
		case userFirst <= r && r < userBehind:
			s.users = true
		}
	}
	return s
}
