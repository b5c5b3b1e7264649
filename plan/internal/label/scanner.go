package label

import (
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/numeral"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

// scanner reads forward through the runes of one line.
type scanner struct {
	t    *runes.Text
	i, j int
}

func (s *scanner) peek() rune {
	if s.i >= s.j {
		return 0
	}
	return s.t.Folded[s.i]
}

// take moves over r if it is next.
func (s *scanner) take(r rune) bool {
	if s.peek() != r || s.i >= s.j {
		return false
	}
	s.i++
	return true
}

// blanks moves over white space.
func (s *scanner) blanks() {
	for s.i < s.j && runes.IsBlank(s.t.Folded[s.i]) {
		s.i++
	}
}

// number reads a numeral from 1 to [MaxNumber].
func (s *scanner) number() (int, bool) {
	if s.i >= s.j {
		return 0, false
	}
	if runes.IsDigit(s.peek()) {
		return s.digits()
	}
	text := s.t.Span(s.i, s.j).Of(s.t.Source)
	v, n, err := numeral.Scan(text)
	if err != nil || v < 1 || v > MaxNumber {
		return 0, false
	}
	s.i += utf8.RuneCountInString(text[:n])
	return int(v), true
}

// digits reads a plain number: of 2.10万吨 it is 2.
func (s *scanner) digits() (int, bool) {
	n := 0
	for ; s.i < s.j && runes.IsDigit(s.t.Folded[s.i]); s.i++ {
		if n = n*10 + int(s.t.Folded[s.i]-'0'); n > MaxNumber {
			return 0, false
		}
	}
	return n, n > 0
}
