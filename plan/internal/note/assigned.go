package note

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// assigned reads a clause that says who does what stands around it, in the middle
// of a text too: 由市科委牵头，市教委配合，编制规划. One that names none who help may
// as well tell how things are, and is left to [Tail].
func assigned(t *runes.Text, start, j int) (Note, bool) {
	i := start
	for _, w := range []string{"此项工作", "该项工作", "这项工作", "此项任务", "该项任务", "具体工作", "上述工作", "以上工作", "具体"} {
		if t.Has(i, j, w) {
			i += len([]rune(w))
			break
		}
	}
	if i >= j || t.Folded[i] != '由' {
		return Note{}, false
	}
	end := assignedEnd(t, i, j)
	if !hasAny(t, Range{i, end}, supportWords) {
		return Note{}, false
	}
	var found Note
	for k := i; k < end; {
		k = clauseMark(t, k+1, end)
		if _, role := trimVerb(t, i, k); role != Support {
			continue
		}
		n, ok := parse(t, i+1, k)
		if ok && !n.Labeled && n.helped() && n.allNames(t, looksActor) && n.anyName(t, looksSure) {
			n.Range, n.Assigned = Range{start, k}, true
			found = n
		}
	}
	return found, !found.Empty()
}

// assignedEnd returns where the clauses that 由 at i opens end at the latest: with the
// sentence, or before the next 由.
func assignedEnd(t *runes.Text, i, j int) int {
	j = min(j, i+maxPlain)
	next := t.Find(i+1, j, "由")
	if next < 0 {
		return sentenceEnd(t, i, j)
	}
	for next > i && !isClauseMark(t.Folded[next-1]) {
		next--
	}
	return sentenceEnd(t, i, max(i, next-1))
}

// clauseMark returns the place of the first mark between clauses from i on,
// outside of brackets, or j.
func clauseMark(t *runes.Text, i, j int) int {
	depth := 0
	for k := i; k < j; k++ {
		switch r := t.Folded[k]; {
		case runes.Close(r) != 0:
			depth++
		case runes.IsClose(r):
			depth--
		case depth == 0 && isClauseMark(r):
			return k
		}
	}
	return j
}

// helped reports whether the last group of n helps those before it, who all have
// what they do said.
func (n *Note) helped() bool {
	last := len(n.Groups) - 1
	return last > 0 && n.Groups[last].Role == Support && n.Groups[0].Role != Support
}
