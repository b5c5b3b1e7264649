//go:build !race

package testcase

// Race says that the race detector is on.
const Race = false
