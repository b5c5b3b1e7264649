package convert

// Detection is what the characters of a text say about its script.
type Detection struct {
	// Script is the verdict.
	Script Script `json:"script"`
	// Hans and Hant count the characters of the text, each occurrence, that only
	// Simplified and only Traditional text has.
	Hans int `json:"hans"`
	Hant int `json:"hant"`
}

// Where a text has marks of both scripts, the rarer script is taken for
// leftovers or quotations up to one mark in mixedFrom.
const mixedFrom = 10

// Detect tells Simplified from Traditional text by the characters that only one
// of them has, like 国 and 國. Characters that are Simplified for some words and
// right in Traditional for others (后, 于, 云, 台, 里) say nothing, so that a
// Traditional text with Simplified leftovers is Traditional; [Leftovers] finds
// those.
//
// One character never decides: a script needs two marks to be seen at all. A
// text is mixed where both have them and the rarer has more than a tenth of all.
// Japanese text counts by the characters it shares with either. Detect is
// linear, allocates nothing, ignores what is not UTF-8, and is for concurrent
// use.
func Detect(s string) Detection {
	var counts [4]int
	for _, r := range s {
		if uint32(r) < 1<<16 {
			counts[detectMarks[r/4]>>(r%4*2)&3]++
		}
	}
	d := Detection{Hans: counts[1], Hant: counts[2]}
	d.Script = d.verdict()
	return d
}

// Share returns which part of the marking characters speaks for the more
// frequent script, from 0.5 to 1, and 0 where the text has none.
func (d Detection) Share() float64 {
	if d.Hans+d.Hant == 0 {
		return 0
	}
	return float64(max(d.Hans, d.Hant)) / float64(d.Hans+d.Hant)
}

// verdict derives the script from the counts.
func (d Detection) verdict() Script {
	more, less := max(d.Hans, d.Hant), min(d.Hans, d.Hant)
	switch {
	case more < 2:
		return ScriptNone
	case less > 1 && less*mixedFrom > more+less:
		return ScriptMixed
	case d.Hans > d.Hant:
		return ScriptHans
	default:
		return ScriptHant
	}
}
