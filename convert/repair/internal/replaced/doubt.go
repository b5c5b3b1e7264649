package replaced

// doubt is a place where the same character of the damaged text may be what a
// rule wrote or what a decoder put for bad bytes.
type doubt struct {
	place int
	rule  bool // it was taken for a rule's
}

// mostDoubts is how many of a reading are looked into, each by another one. A
// reading with more is not believed.
const mostDoubts = 6

// doubts lists the doubtful places of a reading behind its first, which is what
// made it a site.
func (r *reading) doubts() []doubt {
	var list []doubt
	for i, s := range r.steps[:r.changed()] {
		if i == 0 {
			continue
		}
		switch {
		case s.rule >= 0 && int(s.place) >= 2:
			to := r.source.rules[s.rule].to
			if d := (doubt{int(s.place) - 2*len(to), true}); d.place >= 0 && r.isMarker(d.place) {
				list = append(list, d)
			}
		case s.guess&(trailLost|pairLost) != 0:
			if d := (doubt{int(s.place) - 2, false}); d.place >= 0 && r.source.matches(d.place) {
				list = append(list, d)
			}
		}
	}
	return list
}

func (r *reading) isMarker(place int) bool {
	t := r.tape.token(place / 2)
	return t != nil && t.marker
}

// lead tells how much likelier a reading is than one that decides a doubtful
// place the other way.
func (f *finder) lead(s site, r *reading) float32 {
	list := r.doubts()
	if len(list) > mostDoubts {
		return 0
	}
	least := float32(1000)
	for _, d := range list {
		other := f.reader(s, f.rules, longest)
		other.hidden, other.ban = r.source.hidden, d
		if alt, ok := other.read(f.before(s)); ok {
			least = min(least, r.gain-alt.gain)
		}
	}
	return least
}
