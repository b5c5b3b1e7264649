package contextual

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
)

// find is the node of a folded word, 0 where there is none.
func find(word string) node {
	n := node(0)
	for i, r := range word {
		if i == 0 {
			n = first(r)
		} else if n != 0 {
			n = n.child(r)
		}
	}
	return n
}

func TestTrie(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		word              string
		known, is, guards bool
	}{
		{"发明", true, false, false},
		{"被发", true, true, true},
		{"了如", true, true, true},
		{"了如指掌", true, true, true},
		{"头发", true, true, true},
		{"丝发现", false, false, false},
		{"变量", true, true, true},
		{"如何", true, false, false},
		{"的", true, false, false},
		{"何如何", false, false, false},
	} {
		n := find(tt.word)
		require.Equal(t, tt.known, n != 0 && n.cost() > 0, tt.word)
		require.Equal(t, tt.is, n != 0 && n.special(), tt.word)
		require.Equal(t, tt.guards, n != 0 && n.protects(), tt.word)
	}
	require.Less(t, find("国家").cost(), find("被发").cost(), "frequent words cost less")
	require.Less(t, len(image), 1_500_000, "the size that the documentation promises")
}

// Every node of the image is reached once, in order, and what the filters must
// know they do.
func TestTrieImage(t *testing.T) {
	t.Parallel()
	words, longest := 0, 0
	var visit func(n node, prefix []rune)
	visit = func(n node, prefix []rune) {
		require.NotZero(t, n.cost()+int((n+1).children()-n.children()), "a leaf is a word")
		if n.cost() > 0 {
			words++
			for i := range prefix[1:] {
				require.True(t, mayJoin(prefix[i], prefix[i+1]), "%s", string(prefix))
			}
		}
		if n.special() {
			longest = max(longest, len(prefix))
			third := rune(1)
			if len(prefix) > 2 {
				third = prefix[2]
			}
			require.True(t, mayBegin(prefix[0], prefix[1], 0) && mayBegin(prefix[0], prefix[1], third), "%s", string(prefix))
		}
		for c := n.children(); c < (n + 1).children(); c++ {
			require.Equal(t, c, n.child(c.label()), "children are sorted")
			require.Equal(t, c.label(), convert.FoldRune(c.label()), "labels are folded")
			visit(c, append(prefix, c.label()))
		}
	}
	roots := 0
	for r := rune(firstHan); r <= lastHan; r++ {
		if n := first(r); n != 0 {
			roots++
			require.Equal(t, r, n.label())
			visit(n, []rune{r})
		}
	}
	require.Equal(t, int(node(1).children())-1, roots, "the index has all children of the root")
	require.Equal(t, longestPhrase, longest)
	require.Greater(t, words, 150_000)
}

func TestLattice(t *testing.T) {
	t.Parallel()
	var l lattice
	for range 2 { // a lattice is used again
		l.build([]rune("向粉丝发送㐀"))
		var path []string
		for _, e := range l.path {
			path = append(path, string([]rune("向粉丝发送㐀")[e.start:e.end]))
		}
		require.Equal(t, []string{"㐀", "发送", "粉丝", "向"}, path)
		whole := edge{start: 0, end: 6}
		require.Equal(t, l.least(), l.aligned(whole))
		require.Equal(t, l.least(), l.aligned(edge{start: 1, end: 3}), "粉丝 is on the way")
		require.Greater(t, l.aligned(edge{start: 2, end: 4}), l.least()+margin, "丝发 is not")
		require.Greater(t, l.joined(3), l.least()+margin, "the border before 发送")
		require.Equal(t, l.least(), l.joined(2), "no border inside 粉丝")
	}
	l.build([]rune("\u3400\u3400"))
	require.Equal(t, 2*unknownCost, l.least(), "unknown ideographs are words alone")
}

func TestOverlaps(t *testing.T) {
	t.Parallel()
	at := func(start, end int) edge { return edge{start: start, end: end} }
	for _, tt := range []struct {
		a, b edge
		want bool
	}{
		{at(0, 2), at(1, 3), true},
		{at(0, 2), at(2, 3), false},
		{at(0, 3), at(1, 2), false},
		{at(0, 3), at(0, 2), false},
		{at(0, 2), at(0, 2), false},
	} {
		require.Equal(t, tt.want, tt.a.overlaps(tt.b))
		require.Equal(t, tt.want, tt.b.overlaps(tt.a))
	}
}
