package misread

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// find returns the parts of a text that the misreading explains, and how much
// likelier they become.
func (m misreading) find(text string) ([]Change, float32) {
	g := m.garble(text)
	var found []Change
	var total float32
	for i := 0; i < len(g.units); {
		if g.units[i].known < utf8.RuneSelf {
			i++
			continue
		}
		letters, end := g.read(i)
		for _, r := range g.runs(letters) {
			total += r.gain
			found = append(found, g.changes(r)...)
		}
		i = max(i+1, end)
	}
	return found, total
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

// runs returns the rows of letters whose ends are those of characters and that
// gain enough. Letters of which a byte was lost stand for their best guess.
func (g *garbled) runs(letters []letter) []run {
	g.guess(letters)
	var runs []run
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
		gain += g.gain(letters[:i+1], last)
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

// guess brings the likeliest character of each slot to its front.
func (g *garbled) guess(letters []letter) {
	if !slices.ContainsFunc(letters, letter.guessed) {
		return
	}
	for i, n := range lattice(letters).Decode() {
		slot := letters[i].slot
		slot[0], slot[n] = slot[n], slot[0]
	}
}

// atLarge returns the model for the script of the letters that are known.
func atLarge(letters []letter) *likely.Model {
	var known []rune
	for _, l := range letters {
		if !l.guessed() {
			known = append(known, l.slot[0])
		}
	}
	return likely.AtLarge(known)
}

// lattice holds what the letters may be.
func lattice(letters []letter) *likely.Lattice {
	l := atLarge(letters).NewLattice(nil)
	for _, x := range letters {
		l.Add(x.slot)
	}
	return l
}

// gain tells how much likelier the letters from number from on are than the
// characters that they are read from.
func (g *garbled) gain(letters []letter, from int) float32 {
	var model likely.Model
	var gain float32
	prev := rune(0)
	if from > 0 {
		prev = letters[from-1].slot[0]
	}
	for _, l := range letters[from:] {
		gain += model.Pair(prev, l.slot[0])
		prev = l.slot[0]
	}
	own := g.own(letters[from:])
	prev = 0
	if first := g.units[letters[from].start].owner; from > 0 {
		prev = g.runes[first-1]
	}
	return gain - model.Text(prev, own)
}

// own returns the characters that letters are read from.
func (g *garbled) own(letters []letter) []rune {
	first, end := g.units[letters[0].start].owner, g.units[letters[len(letters)-1].end-1].owner+1
	return g.runes[first:end]
}

// trimASCII cuts off the letters at both ends that are the same either way.
func trimASCII(letters []letter) []letter {
	for len(letters) > 0 && letters[0].slot[0] < utf8.RuneSelf {
		letters = letters[1:]
	}
	for len(letters) > 0 && letters[len(letters)-1].slot[0] < utf8.RuneSelf {
		letters = letters[:len(letters)-1]
	}
	return letters
}

// How many letters a run must have to be believed: chance may make two common
// ideographs of three, and where both codings have two bytes a character, four
// of four.
const (
	fewLetters  = 2
	evenLetters = 5
)

// least returns how many letters a run must have.
func (m misreading) least() int {
	if m.wrong != codingLatin && m.right != codingUTF8 {
		return evenLetters
	}
	return fewLetters
}

// believable reports whether a run of letters is Chinese, or what UTF-8 makes of
// Latin letters with accents, and what it was read as is not.
func (g *garbled) believable(letters []letter) bool {
	chinese, known := 0, 0
	for _, l := range letters {
		r := l.slot[0]
		switch {
		case likely.IsHan(r) && !likely.Rare(r):
			chinese++
			if !l.guessed() {
				known++
			}
		case r < utf8.RuneSelf || likely.IsHan(r) || isMark(r) || r == '·':
		case g.right == codingUTF8 && g.wrong == codingLatin && isLatin(r):
			chinese++
			known++
		default:
			return false
		}
	}
	switch {
	case g.right == codingUTF8 && g.wrong == codingLatin:
		return known > 0
	case chinese < g.least() || 3*chinese < 2*len(letters) || 2*known < chinese:
		return false
	}
	return g.wrong == codingLatin || !fluent(g.own(letters))
}

// isLatin reports whether r is of Latin text, or of text that was misread twice.
func isLatin(r rune) bool {
	_, ok := latinByte(r)
	return ok
}

// fluent reports whether more than one in four pairs of a text are known.
func fluent(text []rune) bool {
	known, pairs := 0, 0
	prev := rune(0)
	for _, r := range text {
		if likely.IsHan(r) && likely.IsHan(prev) {
			pairs++
			if likely.Fits(prev, r) {
				known++
			}
		}
		prev = r
	}
	return 4*known > pairs
}

// changes makes a run known, without the letters that are not sure, and what
// was lost behind it.
func (g *garbled) changes(r run) []Change {
	var found []Change
	confidence := likely.Sigmoid((r.gain - runGain) / 2)
	chances := g.chances(r.letters)
	for i := 0; i < len(r.letters); {
		end, chance := i, 1.0
		for end < len(r.letters) && chances[end] > surely && chance*chances[end] > wholly {
			chance *= chances[end]
			end++
		}
		for end > i && !g.clean(r.letters[end-1].end) {
			end--
		}
		if end == i { // a letter that is not sure
			end++
			for end < len(r.letters) && !(g.clean(r.letters[end-1].end) && chances[end] > surely) {
				end++
			}
			chance = unsure
		}
		found = append(found, g.change(r.letters[i:end], min(confidence, chance)))
		i = end
	}
	return append(found, g.remains(r)...)
}

// What a letter must have to be of a change, and what a change has whose letters
// are not sure.
const (
	doubted = 0.6 // of the lead of a letter: what is about it was guessed too, often
	wholly  = 0.9 // all letters of a change together
	surely  = 0.97
	unsure  = 0.5
)

// chances tells how sure each letter is.
func (g *garbled) chances(letters []letter) []float64 {
	list := slices.Repeat([]float64{1}, len(letters))
	if !slices.ContainsFunc(letters, letter.guessed) {
		return list
	}
	l := lattice(letters)
	l.Decode()
	for i, x := range letters {
		if x.guessed() {
			list[i] = likely.Chance(doubted * l.Lead(i))
		}
	}
	return list
}

func (g *garbled) change(letters []letter, confidence float64) Change {
	var to strings.Builder
	filled := 0
	for _, l := range letters {
		to.WriteRune(l.slot[0])
		if l.guessed() {
			filled++
		}
	}
	first, behind := g.units[letters[0].start].owner, g.units[letters[len(letters)-1].end-1].owner+1
	evidence := g.String()
	if filled > 0 {
		evidence += fmt.Sprintf(", %d lost letters found", filled)
	}
	return Change{
		Span: offset.Span{Start: g.at[first], End: g.at[behind]}, To: to.String(),
		Evidence: evidence, Confidence: confidence,
	}
}

// remains reports the start of a character behind a run.
func (g *garbled) remains(r run) []Change {
	end := r.letters[len(r.letters)-1].end
	rest := g.rest(end)
	if rest == 0 || g.wrong != codingLatin && len(r.letters) <= fewLetters {
		return nil
	}
	span := offset.Span{Start: g.at[g.units[end].owner], End: g.at[g.units[rest-1].owner+1]}
	return []Change{{
		Span: span, To: span.Of(g.text), Lost: true,
		Evidence: "the start of a character, " + g.String(), Confidence: 1,
	}}
}
