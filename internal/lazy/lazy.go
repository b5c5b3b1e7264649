// Package lazy makes values on first use, without a package variable that is
// initialized when a program starts: the linker leaves out what makes a value
// that no code of the program asks for. A sync.OnceValue keeps it.
package lazy

import "sync"

// Value is a value that is made on first use. The zero Value is ready; it is
// safe for concurrent use and must not be copied.
type Value[T any] struct {
	once  sync.Once
	value T
}

// Get returns the value, and makes it with first on the first call.
func (v *Value[T]) Get(first func() T) T {
	v.once.Do(func() { v.value = first() })
	return v.value
}
