package replaced

import "github.com/qiaotoubao/fangan/convert/repair/internal/likely"

// others lists the characters that may stand at a step.
func (f *finder) others(s step) []rune {
	pair, ok := f.channel.pairOf(s.r)
	if !ok || s.guess == known {
		return []rune{s.r}
	}
	least := float32(rareLetter)
	if s.guess&leadLost != 0 && s.guess != leadLost {
		least = rareOfMany
	}
	list := []rune{s.r}
	for _, lead := range f.channel.bytes(pair[0], s.guess&leadLost != 0, false) {
		for _, trail := range f.channel.bytes(pair[1], s.guess&trailLost != 0, s.guess&pairLost != 0) {
			if c, ok := f.channel.code.DecodePair(lead, trail); ok && c != s.r && f.model.Single(f.channel.narrow.rune(c)) > least {
				list = append(list, c)
			}
		}
	}
	return list
}

// How rare a character may be, in nats, to be thought of where one byte was
// lost, and where both were.
const (
	rareLetter = -12
	rareOfMany = -8.5
)

// bytes lists what a byte may have been: itself; any bad byte, where it was
// lost; any first byte of an unassigned pair, where it was part of one.
func (c *channel) bytes(b byte, lost, paired bool) []byte {
	if !lost && !paired {
		return []byte{b}
	}
	var list []byte
	for b := 0x80; b <= 0xFE; b++ {
		if !paired || len(c.unassigned(byte(b))) >= c.manyFree() {
			list = append(list, byte(b))
		}
	}
	return list
}

// manyFree returns how many pairs a lead byte must lack to be taken for that of
// an unassigned one: the rows for users lack all of theirs, but where the decoder
// read these any that lacks one is as likely.
func (c *channel) manyFree() int {
	if c.signs.users {
		return 1
	}
	return 40
}

// stepsBehind is how many characters behind the last changed one are looked at.
const stepsBehind = 2

// letterChance turns the lead of a lost letter over the next into its chance to
// be right. What the bytes beside it leave are fewer letters than those that
// likely.Chance is fitted to: of places at a confidence of 0.9 and above, 98 in
// a hundred are right (TestSeedKind).
func letterChance(lead float32) float64 { return likely.Sigmoid(0.9*lead - 0.9) }

// settle writes the likeliest characters into the steps of a reading, and
// returns the chance that all of which a byte was lost are right.
func (f *finder) settle(s site, r *reading) float64 {
	steps := r.steps[:min(len(r.steps), r.changed()+stepsBehind)]
	context, open := f.context(s), f.open(s)
	l := f.model.NewLattice(context)
	slots := make([][]rune, len(steps))
	for i, s := range steps {
		slots[i] = open.possible(f.others(s))
		for _, c := range slots[i] {
			open.add(c)
		}
		l.Add(f.channel.narrow.runes(slots[i]))
	}
	if len(steps) == len(r.steps) && r.tape.token(r.end) == nil {
		l.Add([]rune{'\n'})
	}
	best := l.Decode()
	chance := 1.0
	for i := range steps {
		k := len(context) + i
		steps[i].r = slots[i][best[k]]
		if len(slots[i]) > 1 {
			chance *= letterChance(l.Lead(k))
		}
	}
	return chance
}
