package layout

import "github.com/qiaotoubao/fangan/plan/internal/runes"

// maxBracket is the length, in runes, up to which an open bracket may run over
// lines. A longer one was never closed.
const maxBracket = 400

// closedBrackets tells the brackets and title marks that something closes within
// maxBracket runes. Others, as those that a teaser breaks off in (各区（市）政府（管委会…),
// hold no lines together.
func closedBrackets(t *runes.Text) []bool {
	closed := make([]bool, t.Len())
	var brackets, titles []int
	for k, r := range t.Folded {
		switch {
		case runes.Close(r) != 0:
			brackets = append(brackets, k)
		case runes.IsClose(r):
			brackets = pop(closed, brackets, k)
		case r == '《':
			titles = append(titles, k)
		case r == '》':
			titles = pop(closed, titles, k)
		}
	}
	return closed
}

// pop takes the last opening mark off the stack, which the one at k closes, and
// notes it.
func pop(closed []bool, open []int, k int) []int {
	if len(open) == 0 {
		return open
	}
	top := open[len(open)-1]
	closed[top] = k-top < maxBracket
	return open[:len(open)-1]
}
