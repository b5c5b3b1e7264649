package replaced

import (
	"bytes"
	"cmp"
	"maps"
	"slices"

	"github.com/qiaotoubao/fangan/convert/repair/internal/likely"
)

// What bounds the search for a sequence that no catalog has.
const (
	bestSeconds = 12  // characters that may end the sequence, at each site
	bestFirsts  = 200 // and that may begin it
	bestUnknown = 16  // sequences that are then compared with the catalog's
)

// probes are rules of the commonest lead bytes. They are for reading a site
// whose replacement no known rule makes: what is behind its first two
// characters reads the same by all of them.
func probes(first byte) []candidate {
	var list []candidate
	for lead := 0xB0; lead <= 0xD7; lead += 3 {
		list = append(list, candidate{rule: rule{string([]byte{0xA1, byte(lead)}), string(first)}})
	}
	return list
}

// unknown lists the sequences of two bytes that explain the sites best, however
// they came to be replaced.
func (f *finder) unknown(to string, asked []map[string]*head) []candidate {
	votes := map[string]float32{}
	for _, heads := range asked {
		if h := heads[to]; h != nil {
			for from, v := range f.sequences(h) {
				votes[from] += v
			}
		}
	}
	list := slices.SortedFunc(maps.Keys(votes), func(a, b string) int {
		return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b))
	})
	var out []candidate
	for _, from := range list[:min(len(list), bestUnknown)] {
		cost := costUnknown + costEach*float32(len(asked)) + costLeft*float32(f.left(from))
		if to != "?" && to != " " {
			cost += costOdd
		}
		out = append(out, candidate{rule{from, to}, cost})
	}
	return out
}

// mostLeft is the most of what is left of a sequence that speaks against it:
// some programs replace but a part.
const mostLeft = 3

// left counts the places where a sequence still stands in the text, which it
// does not where it was replaced everywhere.
func (f *finder) left(from string) int {
	if f.encoded == nil {
		f.encoded = make([]byte, 0, len(f.text))
		for _, r := range f.text[:min(len(f.text), encodedMost)] {
			f.encoded, _ = f.channel.code.AppendRune(f.encoded, r)
		}
	}
	return min(mostLeft, bytes.Count(f.encoded, []byte(from)))
}

// encodedMost is the most of a text, in bytes, that is looked through.
const encodedMost = 64 << 10

// sequences tells for a site of each sequence how likely the two characters are
// that it crosses, beyond the least of all.
func (f *finder) sequences(h *head) map[string]float32 {
	text := slices.Clone(h.runes)
	found := map[string]float32{}
	least := float32(0)
	firsts := f.firsts(h)
	for _, second := range f.seconds(h) {
		pair, _ := f.channel.pairOf(second)
		text[1] = second
		for _, first := range firsts {
			text[0] = first.r
			from := string([]byte{first.trail, pair[0]})
			v := f.pairs(h, text)
			if old, ok := found[from]; !ok || v > old {
				found[from] = v
			}
			least = min(least, v)
		}
	}
	for from := range found {
		found[from] -= least
	}
	return found
}

// end is a character with its trail byte.
type end struct {
	r     rune
	trail byte
}

// firsts lists the likeliest characters behind the context of a site.
func (f *finder) firsts(h *head) []end {
	prev := rune(0)
	if n := len(h.context); n > 0 {
		prev = h.context[n-1]
	}
	type scored struct {
		end
		score float32
	}
	var all []scored
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		if likely.Rare(r) && f.model.Single(r) < rareOfMany {
			continue
		}
		if pair, ok := f.channel.pairOf(r); ok && (h.lead == 0 || h.lead == pair[0]) {
			all = append(all, scored{end{r, pair[1]}, f.model.Pair(prev, r)})
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var list []end
	for _, s := range all[:min(len(all), bestFirsts)] {
		list = append(list, s.end)
	}
	return list
}

// seconds lists the likeliest characters that end in the trail byte of a site
// before what follows it.
func (f *finder) seconds(h *head) []rune {
	var all []rune
	for lead := 0x81; lead <= 0xFE; lead++ {
		if c, ok := f.channel.code.DecodePair(byte(lead), h.trail); ok && likely.IsHan(c) {
			all = append(all, c)
		}
	}
	score := func(c rune) float32 { return f.model.Single(c) + f.model.Pair(c, h.runes[2]) }
	slices.SortStableFunc(all, func(a, b rune) int { return cmp.Compare(score(b), score(a)) })
	return all[:min(len(all), bestSeconds)]
}
