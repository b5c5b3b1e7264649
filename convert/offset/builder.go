package offset

// Builder makes a [Map] while a text is rewritten from left to right. The zero
// Builder is ready for use. It is not for concurrent use.
type Builder struct {
	edits         []Edit
	before, after int
}

// Keep notes that the next n bytes were copied unchanged.
func (b *Builder) Keep(n int) {
	b.before += n
	b.after += n
}

// Replace notes that the next before bytes of the source became after bytes
// of the result.
func (b *Builder) Replace(before, after int) {
	b.edits = append(b.edits, Edit{
		Before: Span{b.before, b.before + before},
		After:  Span{b.after, b.after + after},
	})
	b.before += before
	b.after += after
}

// Before returns how many bytes of the source were noted so far.
func (b *Builder) Before() int { return b.before }

// After returns how many bytes of the result were noted so far.
func (b *Builder) After() int { return b.after }

// Map returns the map of what was noted so far, nil where nothing changed.
// The Builder must not be used after it.
func (b *Builder) Map() *Map { return newMap(b.edits) }
