//go:build race

package testcase

// Race says that the race detector is on. Pools drop values at random then, so
// that allocations cannot be counted.
const Race = true
