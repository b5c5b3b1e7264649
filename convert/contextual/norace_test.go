//go:build !race

package contextual_test

// raceDetector says that the race detector is on.
const raceDetector = false
