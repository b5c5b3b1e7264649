package contextual

import "slices"

const (
	// unknownCost is that of an ideograph that the word list lacks.
	unknownCost = 255
	// unreached is more than any way costs.
	unreached = 1 << 30
)

// lattice holds the words of a window of folded runes, and the cheapest ways
// through it. A word costs the negative logarithm of its frequency, so that the
// cheapest way is the most likely one. The zero lattice is ready for use and for
// reuse.
type lattice struct {
	size  int
	edges []edge // by start, then by end
	// from[i] is the least cost from the window's start to i, to[i] that from i to
	// its end, and best[i] the last word on the cheapest way to i.
	from, to [maxWindow + 1]int
	best     [maxWindow + 1]edge
	path     []edge // the cheapest way, last word first
}

// edge is a word of the window: the runes [start, end).
type edge struct {
	start, end, cost int
	node             node
}

// overlaps reports whether e and f have runes in common and both have others.
func (e edge) overlaps(f edge) bool {
	return e.start < f.start && f.start < e.end && e.end < f.end ||
		f.start < e.start && e.start < f.end && f.end < e.end
}

// build finds the words of the window and the cheapest ways. It takes time
// linear in its size, since words are short.
func (l *lattice) build(runes []rune) {
	l.size, l.edges = len(runes), l.edges[:0]
	for i := range runes {
		l.addWords(runes, i)
	}
	for i := range l.size + 1 {
		l.from[i], l.to[i] = unreached, unreached
	}
	l.from[0], l.to[l.size] = 0, 0
	for _, e := range l.edges {
		if c := l.from[e.start] + e.cost; c < l.from[e.end] {
			l.from[e.end], l.best[e.end] = c, e
		}
	}
	for _, e := range slices.Backward(l.edges) {
		l.to[e.start] = min(l.to[e.start], e.cost+l.to[e.end])
	}
	l.path = l.path[:0]
	for i := l.size; i > 0; i = l.best[i].start {
		l.path = append(l.path, l.best[i])
	}
}

// addWords adds the words that start at i, the rune alone in any case.
func (l *lattice) addWords(runes []rune, i int) {
	n := first(runes[i])
	alone := edge{i, i + 1, unknownCost, n}
	if c := n.cost(); n != 0 && c > 0 {
		alone.cost = c
	}
	l.edges = append(l.edges, alone)
	for j := i + 1; n != 0 && j < len(runes); j++ {
		if n = n.child(runes[j]); n != 0 && n.cost() > 0 {
			l.edges = append(l.edges, edge{i, j + 1, n.cost(), n})
		}
	}
}

// least is the cost of the cheapest way.
func (l *lattice) least() int { return l.from[l.size] }

// aligned is the least cost of a way with borders at both ends of e.
func (l *lattice) aligned(e edge) int {
	var inner [maxWindow + 1]int
	for i := e.start + 1; i <= e.end; i++ {
		inner[i] = unreached
	}
	for _, f := range l.edges {
		if e.start <= f.start && f.end <= e.end {
			inner[f.end] = min(inner[f.end], inner[f.start]+f.cost)
		}
	}
	return l.from[e.start] + inner[e.end] + l.to[e.end]
}

// joined is the least cost of a way without a border at i.
func (l *lattice) joined(i int) int {
	least := unreached
	for _, e := range l.edges {
		if e.start < i && i < e.end {
			least = min(least, l.from[e.start]+e.cost+l.to[e.end])
		}
	}
	return least
}
