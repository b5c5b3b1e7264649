package testcase

import (
	"os"
	"strings"
	"testing"
	"time"
)

// Timed skips a test that compares times unless FANGAN_TIMED is set: on a machine
// with other work it may fail.
func Timed(t *testing.T) {
	t.Helper()
	if os.Getenv("FANGAN_TIMED") == "" {
		t.Skip("compares times; set FANGAN_TIMED to run it")
	}
}

// Linear holds that the time of do grows with its text and no faster: it runs on
// unit n times and on eight times as much, each three times. The margin is wide, as
// quadratic work would take 64 times as long.
func Linear(t *testing.T, unit string, n int, do func(text string)) {
	t.Helper()
	took := func(text string) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			do(text)
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := took(strings.Repeat(unit, n)), took(strings.Repeat(unit, 8*n))
	if large > 24*small+20*time.Millisecond {
		t.Errorf("%.20q: %v, and %v for eight times the text", unit, small, large)
	}
}
