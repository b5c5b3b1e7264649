package reference

import "strings"

// maxListed is how many numbers one list may name. It bounds the time spent on
// lists that turn out to have no unit.
const maxListed = 64

// list collects the numbers of one level.
type list struct {
	first   int
	numbers []int
	elided  bool
	count   int // of numbers as written
	last    num
}

func (l *list) start(n num) {
	l.first, l.count, l.last = n.value, 1, n
}

// add takes the next number. It reports false where the list must end before
// it: a range that does not rise, or a list too long.
func (l *list) add(n num, ranged bool) bool {
	if l.count >= maxListed || ranged && n.value <= l.last.value {
		return false
	}
	l.open()
	switch {
	case !ranged:
		l.push(n.value)
	case n.value-l.last.value > MaxNumbers-len(l.numbers): // 第1条至第9999条
		l.elided = true
		l.push(n.value)
	default:
		for v := l.last.value + 1; v <= n.value; v++ {
			l.push(v)
		}
	}
	l.count++
	l.last = n
	return true
}

// open puts the first number into the slice, which only a reference that is
// returned needs.
func (l *list) open() {
	if len(l.numbers) == 0 {
		l.numbers = append(l.numbers, l.first)
	}
}

func (l *list) push(v int) {
	if len(l.numbers) < MaxNumbers {
		l.numbers = append(l.numbers, v)
		return
	}
	l.elided = true
}

// separatorAt reads what may stand between two numbers at text[pos:]. ranged
// tells that it makes a range of them. A comma is none: 第一，三条红线 names a count.
func separatorAt(text string, pos int) (end int, ranged, ok bool) {
	r, end := runeAt(text, pos)
	switch {
	case r == 0:
		return pos, false, false
	case strings.ContainsRune("、和及与或", r):
		return end, false, true
	case strings.ContainsRune("至到", r):
		return end, true, true
	case isDash(r):
		for {
			next, p := runeAt(text, end)
			if !isDash(next) {
				return end, true, true
			}
			end = p
		}
	}
	return pos, false, false
}

func isDash(r rune) bool {
	return r != 0 && strings.ContainsRune("-－–—―─‐‑~～〜∼", r)
}

// more reads separators and numbers as long as they go on, from the end of the
// last number. Each number may repeat the 第. accept decides on each number
// whether it belongs to the list.
func (l *list) more(text string, split bool, accept func(num) bool) {
	for {
		p, ranged, ok := separatorAt(text, gap(text, l.last.end))
		if !ok {
			return
		}
		p = gap(text, p)
		if after, ok := match(text, p, "第"); ok && split {
			p = gap(text, after)
		}
		n, ok := numberAt(text, p, split)
		if !ok || !accept(n) || !l.add(n, ranged) {
			return
		}
	}
}

// acceptAll takes each number that 第 stands before: the unit behind the list
// decides on all of them.
func acceptAll(num) bool { return true }
