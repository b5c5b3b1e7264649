package testcase

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Conform reads a file of the conformance data in the folder that FANGAN_CONFORM
// names. The data is not part of the repository: without it the test is skipped.
func Conform(t *testing.T, name string, into any) {
	t.Helper()
	dir := os.Getenv("FANGAN_CONFORM")
	if dir == "" {
		t.Skip("FANGAN_CONFORM is not set")
	}
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}
