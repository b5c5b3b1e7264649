package testcase

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Golden compares got with the file, or rewrites the file with -update.
func Golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := write(file, got); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s: %s", file, difference(string(want), got))
	}
}

func write(file, text string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// difference tells the first line that differs.
func difference(want, got string) string {
	wanted, gotten := strings.Split(want, "\n"), strings.Split(got, "\n")
	n := 0
	for n < min(len(wanted), len(gotten)) && wanted[n] == gotten[n] {
		n++
	}
	line := func(all []string) string {
		if n < len(all) {
			return all[n]
		}
		return "(the end)"
	}
	return fmt.Sprintf("line %d\nwant %s\ngot  %s", n+1, line(wanted), line(gotten))
}
