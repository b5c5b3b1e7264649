package likely

// Text returns the chance of a row of characters, by pairs.
func (m *Model) Text(before rune, text []rune) float32 {
	var sum float32
	for _, r := range text {
		sum += m.Pair(before, r)
		before = r
	}
	return sum
}
