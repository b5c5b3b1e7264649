package repair_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/repair"
)

// TestCorpus looks for changes in the texts of the folder that FANGAN_SOUND
// names, which are sound but for what is listed.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("FANGAN_SOUND")
	if dir == "" {
		t.Skip("FANGAN_SOUND is not set")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		decoded, err := charset.Decode(data, nil)
		if err != nil {
			continue
		}
		start := time.Now()
		res := repair.Fix(decoded.Text, nil)
		t.Log(filepath.Base(name), len(data), time.Since(start))
		for _, e := range res.Edits {
			t.Logf("  edit %v %q → %q %.2f %s", e.Kind, e.From, e.To, e.Confidence, e.Evidence)
		}
		for _, e := range res.Unsure {
			t.Logf("  unsure %v %q → %q %.2f %s", e.Kind, e.From, e.To, e.Confidence, e.Evidence)
		}
	}
}
