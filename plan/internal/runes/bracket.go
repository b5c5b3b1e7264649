package runes

// Pair is a bracketed range: Open and Close are the places of its brackets.
type Pair struct {
	Open, Close int
}

// Pairs returns the outermost pairs of brackets between i and j, in order, and
// the places of opening brackets that nothing closes. Brackets may be of mixed
// kinds, as real texts have them: a closing bracket closes the innermost open
// one. A bracket that is not closed hides nothing: the pairs behind it count.
func (t *Text) Pairs(i, j int) (pairs []Pair, open []int) {
	var stack []int
	for k := i; k < j; k++ {
		r := t.Folded[k]
		switch {
		case Close(r) != 0:
			stack = append(stack, k)
		case IsClose(r) && len(stack) > 0:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			pairs = outermost(pairs, Pair{top, k})
		}
	}
	return pairs, stack
}

// outermost adds p to pairs and drops those that lie within p.
func outermost(pairs []Pair, p Pair) []Pair {
	for len(pairs) > 0 && pairs[len(pairs)-1].Open > p.Open {
		pairs = pairs[:len(pairs)-1]
	}
	return append(pairs, p)
}
