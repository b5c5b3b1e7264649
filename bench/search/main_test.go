package main

import "testing"

// TestRun runs the comparison on one plan: engines and files fit together.
func TestRun(t *testing.T) {
	if err := run(1, []string{"fangan", "bleve", "sqlite"}); err != nil {
		t.Fatal(err)
	}
	if err := run(1, []string{"other"}); err == nil {
		t.Fatal("an engine that is none")
	}
}
