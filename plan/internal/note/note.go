// Package note reads responsibility notes: （责任部门：市发展改革委、市商务委）,
// 〔牵头单位：…；配合单位：…；完成时限：…〕, （市科委牵头，各区配合）, lists of bodies in
// brackets, and lines that open with such a label.
package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// Role is what a duty asks of the bodies it names.
type Role int

// The roles. The zero Role is none.
const (
	NoRole Role = iota
	Unspecified
	Lead    // 牵头, 主办
	Support // 配合, 协办, 参与
)

// Range is a range of runes.
type Range struct {
	Start, End int
}

// Empty reports whether the range holds no rune.
func (r Range) Empty() bool { return r.Start >= r.End }

// Note is one responsibility note.
type Note struct {
	Range            // with its brackets
	Groups   []Group // in the order of the text
	Rules    []Range // clauses that speak of all notes: 排名第一位的为牵头单位，下同
	Labeled  bool    // a label such as 责任单位： stands in it
	Unclosed bool    // its bracket is not closed; the note ends with the text
	Assigned bool    // it is a clause of a sentence: 由市科委牵头，市教委配合
}

// Group is a list of bodies with one label and one role.
type Group struct {
	Label Range // 责任单位, without the colon; empty where there is none
	Role  Role
	Names []Range
	Open  bool  // 等: there are others
	When  Range // a deadline; such a group has no names
	Other Range // text that is neither
}

// Find returns the notes between i and j, in order.
func Find(t *runes.Text, i, j int) []Note {
	var notes []Note
	start := i
	pairs, open := t.Pairs(i, j)
	last, isOpen := unclosed(t, open, j)
	limit := j
	if isOpen { // no sentence before it holds it
		limit = last.Start
	}
	for _, p := range pairs {
		if isOpen && p.Open > last.Start {
			break
		}
		if p.Open < start { // within a sentence that is a note
			continue
		}
		if notes, start = openNotes(t, notes, start, p.Open, limit); p.Open < start {
			continue
		}
		n, ok := boxed(t, p, limit)
		if !ok {
			n, ok = bracketed(t, p, j)
		}
		start = p.Close + 1
		if ok {
			notes = append(notes, n)
			start = n.End
		}
	}
	if isOpen {
		return append(notes, last)
	}
	if notes, start = openNotes(t, notes, start, j, j); start == j {
		return notes
	}
	if n, ok := plainEnd(t, notes, i, j); ok {
		notes = append(notes, n)
	}
	return notes
}

// openNotes adds the notes without brackets whose labels stand between i and j to
// notes, and returns where the last of them ends.
func openNotes(t *runes.Text, notes []Note, i, j, whole int) ([]Note, int) {
	for i < j {
		n, ok := unbracketed(t, i, j, whole)
		if !ok {
			break
		}
		notes, i = append(notes, n), n.End
	}
	return notes, i
}

// unclosed reads the note that opens at the first of the open brackets with a
// label behind it.
func unclosed(t *runes.Text, open []int, j int) (Note, bool) {
	for _, o := range open {
		i, end := t.Trim(o+1, j)
		if !LabelAt(t, i, end) {
			continue
		}
		n, ok := parse(t, i, end)
		n.Range, n.Unclosed = Range{o, j}, true
		return n, ok
	}
	return Note{}, false
}

// IsName reports whether the text from i to j reads as the name of one body.
func IsName(t *runes.Text, i, j int) bool { return looksCertain(t, Range{i, j}) }

// IsBody is [IsName] where only a name is likely: 财政部 counts too.
func IsBody(t *runes.Text, i, j int) bool { return looksLike(t, Range{i, j}) }

// Bodies returns the names that the text from i to j lists, and whether it holds
// nothing else.
func Bodies(t *runes.Text, i, j int) ([]Range, bool) {
	list := segments(t, i, j)
	for _, s := range list {
		if !looksPlain(t, s) || !looksCertain(t, s) && t.Folded[s.Start] != '各' {
			return nil, false
		}
	}
	return list, len(list) > 0
}

// Split returns the segments of a list, as the separators of notes make them.
func Split(t *runes.Text, i, j int) []Range { return segments(t, i, j) }

// IsList reports whether at least half of the segments from i to j read as
// bodies, or as all of a kind.
func IsList(t *runes.Text, i, j int) bool {
	list := segments(t, i, j)
	like := 0
	for _, s := range list {
		if looksLike(t, s) {
			like++
		}
	}
	return like > 0 && like*2 >= len(list)
}
