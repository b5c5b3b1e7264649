package repair

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
)

// misreading is text of one coding that was read in another.
type misreading struct{ right, wrong coding }

func (m misreading) String() string { return fmt.Sprintf("%v read as %v", m.right, m.wrong) }

// misreadings lists those that leave enough to go by. Text read as UTF-8 that
// was none is lost.
var misreadings = [...]misreading{
	{codingUTF8, codingLatin},
	{codingUTF8, codingGBK},
	{codingUTF8, codingBig5},
	{codingGBK, codingLatin},
	{codingBig5, codingLatin},
	{codingBig5, codingGBK},
	{codingGBK, codingBig5},
}

// misread finds text that was decoded in the wrong charset, line by line, and
// as often over as it was. Of each line it takes the misreading that explains
// most.
func misread(text string) []finding {
	var found []finding
	at := 0
	for line := range strings.Lines(text) {
		if strange(line) {
			for _, f := range misreadLine(strings.TrimRight(line, "\r\n"), maxDepth) {
				f.span = f.span.Shift(at)
				found = append(found, f)
			}
		}
		at += len(line)
	}
	return found
}

// maxDepth is how often a text may have been misread one time upon another.
const maxDepth = 3

// strange reports whether a line has what misread text is made of: characters
// of the upper half of Latin-1 side by side, or rare ideographs close to each
// other.
func strange(line string) bool {
	since, latin := closeBy, 0
	for _, r := range line {
		since++
		switch _, ok := latinByte(r); {
		case latinLetter(r):
			if latin++; latin > 1 {
				return true
			}
		case !ok || r < 0x80:
			latin = 0
		case latin > 0:
			return true
		}
		if isHan(r) && rare(r) {
			if since <= closeBy {
				return true
			}
			since = 0
		}
	}
	return false
}

// latinLetter reports whether r is what misread bytes become, and none of the
// signs of Latin-1 that Chinese text uses.
func latinLetter(r rune) bool {
	switch r {
	case '·', '×', '°', '±', '§', '÷':
		return false
	}
	return 0x80 <= r && r < 0x180
}

// closeBy is within how many characters two rare ones look strange.
const closeBy = 8

func misreadLine(line string, depth int) []finding {
	var best []finding
	var most float32
	for _, m := range misreadings {
		found, gain := m.find(line)
		if gain > most {
			best, most = found, gain
		}
	}
	if depth > 1 {
		for i := range best {
			if best[i].kind == Misread {
				best[i].again(depth - 1)
			}
		}
	}
	return best
}

// again repairs what was misread more than once.
func (f *finding) again(depth int) {
	var to strings.Builder
	done := 0
	for _, inner := range misreadLine(f.to, depth) {
		if inner.kind != Misread || inner.confidence < f.confidence-0.1 {
			continue
		}
		to.WriteString(f.to[done:inner.span.Start])
		to.WriteString(inner.to)
		done = inner.span.End
		f.evidence += ", " + inner.evidence
	}
	to.WriteString(f.to[done:])
	f.to = to.String()
}

// find returns the parts of a line that the misreading explains, and how much
// likelier they become.
func (m misreading) find(line string) ([]finding, float32) {
	g := m.garble(line)
	var found []finding
	var total float32
	for i := 0; i < len(g.units); {
		if g.units[i].known < 0x80 {
			i++
			continue
		}
		letters, end := g.read(i)
		for _, run := range g.gainful(letters) {
			total += run.gain
			found = append(found, g.findings(run)...)
		}
		i = max(i+1, end)
	}
	return found, total
}

// garbled is a line as the bytes that it was before it was misread.
type garbled struct {
	misreading
	line  string
	at    []int // where each character begins, and the end
	runes []rune
	units []byteUnit
}

// byteUnit is a byte of the text before it was misread.
type byteUnit struct {
	known int16 // its value, or one of the below
	owner int32 // the character that it is of
}

const (
	unitLost  = 0x100 + iota // a byte that a marker stands for
	unitMaybe                // a second byte that the same marker may stand for
	unitNone                 // a character that the wrong coding lacks
)

func (m misreading) garble(line string) *garbled {
	g := &garbled{misreading: m, line: line}
	var buf []byte
	for i, r := range line {
		owner := int32(len(g.runes))
		g.at = append(g.at, i)
		g.runes = append(g.runes, r)
		switch b, ok := m.wrong.appendBytes(buf[:0], r); {
		case r == utf8.RuneError || r == '?' && m.wrong != codingLatin:
			g.units = append(g.units, byteUnit{unitLost, owner}, byteUnit{unitMaybe, owner})
		case !ok || len(b) > 2:
			g.units = append(g.units, byteUnit{unitNone, owner})
		default:
			for _, x := range b {
				g.units = append(g.units, byteUnit{int16(x), owner})
			}
			buf = b
		}
	}
	g.at = append(g.at, len(line))
	return g
}

// letter is a character read from the units start to end. Where a byte of it
// was lost, it may be any of others.
type letter struct {
	r          rune
	start, end int
	others     []rune
}

// read reads letters from unit i on, as far as they go, and returns the unit
// behind them.
func (g *garbled) read(i int) ([]letter, int) {
	var letters []letter
	for i < len(g.units) {
		l, ok := g.letter(i)
		if !ok {
			break
		}
		i = l.end
		for i < len(g.units) && g.units[i].known == unitMaybe && !g.leadLost(i) {
			i++
		}
		l.end = i
		letters = append(letters, l)
	}
	return letters, i
}

// letter reads one letter of the right coding at unit i.
func (g *garbled) letter(i int) (letter, bool) {
	b := g.units[i].known
	switch {
	case b < utf8.RuneSelf:
		return letter{r: rune(b), start: i, end: i + 1}, true
	case g.right == codingUTF8:
		return g.utf8Letter(i)
	case b > 0xFF || i+1 >= len(g.units) || g.units[i+1].known > 0xFF:
		return letter{}, false
	}
	r, ok := g.right.charset().DecodePair(byte(b), byte(g.units[i+1].known))
	return letter{r: r, start: i, end: i + 2}, ok && !(0xE000 <= r && r <= 0xF8FF)
}

// clean reports whether unit i begins a character of the line.
func (g *garbled) clean(i int) bool {
	return i == len(g.units) || i == 0 || g.units[i].owner != g.units[i-1].owner
}

// run is a row of letters that are likelier than the characters they replace.
type run struct {
	letters []letter
	gain    float32
}

// What a run must gain, in nats, and how far its gain may fall before it ends.
const (
	runGain = 6
	runFall = 12
)

// gainful returns the runs of letters whose ends are those of characters and
// that gain enough.
func (g *garbled) gainful(letters []letter) []run {
	g.choose(letters)
	var runs []run
	var neutral model
	var gain, most float32
	start, end, last := 0, 0, 0
	flush := func(next int) {
		if r := trimASCII(letters[start:end]); most > runGain && g.believable(r) {
			runs = append(runs, run{r, most})
		}
		start, end, gain, most = next, next, 0, 0
	}
	for i, l := range letters {
		if !g.clean(l.end) {
			continue
		}
		gain += g.gain(&neutral, letters[:i+1], last)
		last = i + 1
		switch {
		case gain > most:
			most, end = gain, last
		case gain < most-runFall || most == 0:
			flush(last)
		}
	}
	flush(len(letters))
	return runs
}

// fewLetters is what a run must have to be believed where chance may make two
// common ideographs of three.
const fewLetters = 2

// believable reports whether a run of letters is Chinese, and what it was read
// as is not. Latin-1 needs no such test: what it makes of UTF-8 is no text.
func (g *garbled) believable(letters []letter) bool {
	if len(letters) == 0 {
		return false
	}
	if g.wrong == codingLatin && g.right == codingUTF8 {
		return true
	}
	chinese := 0
	for _, l := range letters {
		switch {
		case isHan(l.r) && !rare(l.r):
			chinese++
		case l.r < utf8.RuneSelf || l.r == utf8.RuneError || eastAsian(l.r) || 0x2010 <= l.r && l.r < 0x2030 || l.r == '·':
		default:
			return false
		}
	}
	if chinese < fewLetters || 3*chinese < 2*len(letters) {
		return false
	}
	if g.wrong == codingLatin {
		return true
	}
	known, pairs := 0, 0
	prev := rune(0)
	for _, r := range g.runes[g.units[letters[0].start].owner : g.units[letters[len(letters)-1].end-1].owner+1] {
		if isHan(r) && isHan(prev) {
			pairs++
			if fits(prev, r) {
				known++
			}
		}
		prev = r
	}
	return 4*known <= pairs
}

// gain tells how much likelier the letters from number from on are than the
// characters that they are read from.
func (g *garbled) gain(m *model, letters []letter, from int) float32 {
	var gain float32
	prev := rune(0)
	if from > 0 {
		prev = letters[from-1].r
	}
	for _, l := range letters[from:] {
		gain += m.cost(prev, l.r)
		prev = l.r
	}
	first, end := g.units[letters[from].start].owner, g.units[letters[len(letters)-1].end-1].owner+1
	prev = 0
	if from > 0 {
		prev = g.runes[first-1]
	}
	for _, r := range g.runes[first:end] {
		gain -= m.cost(prev, r)
		prev = r
	}
	return gain
}

// trimASCII cuts off the letters at both ends that are the same either way.
func trimASCII(letters []letter) []letter {
	for len(letters) > 0 && letters[0].r < utf8.RuneSelf {
		letters = letters[1:]
	}
	for len(letters) > 0 && letters[len(letters)-1].r < utf8.RuneSelf {
		letters = letters[:len(letters)-1]
	}
	return letters
}

// findings makes a run known, and what was lost behind it.
func (g *garbled) findings(r run) []finding {
	var to strings.Builder
	filled := 0
	for _, l := range r.letters {
		to.WriteRune(l.r)
		if l.others != nil {
			filled++
		}
	}
	end := r.letters[len(r.letters)-1].end
	first, behind := g.units[r.letters[0].start].owner, g.units[end-1].owner+1
	evidence := g.String()
	if filled > 0 {
		evidence += fmt.Sprintf(", %d lost bytes found", filled)
	}
	found := []finding{{
		change:     change{span: offset.Span{Start: g.at[first], End: g.at[behind]}, to: to.String()},
		kind:       Misread,
		evidence:   evidence,
		confidence: 1 / (1 + math.Exp(float64(runGain-r.gain)/2)),
	}}
	if rest := g.rest(end); rest > behind && (g.wrong == codingLatin || len(r.letters) > fewLetters) {
		span := offset.Span{Start: g.at[behind], End: g.at[rest]}
		found = append(found, finding{
			change: change{span: span, to: span.Of(g.line)}, kind: Lost,
			evidence: "the start of a character, " + g.String(), confidence: 1,
		})
	}
	return found
}
