//go:build race

package contextual_test

// raceDetector says that the race detector is on, under which pools drop values
// at random.
const raceDetector = true
