package seeds_test

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/seeds"
)

func TestBridgeheadIsByteForByte(t *testing.T) {
	t.Parallel()
	doc := seeds.Bridgehead()
	sum := sha256.Sum256([]byte(doc.Text))
	require.Equal(t, doc.SHA256, hex.EncodeToString(sum[:]))
	require.True(t, utf8.ValidString(doc.Text))
}

// TestBridgeheadLacksItsFacts shows why the facts stand beside the text.
func TestBridgeheadLacksItsFacts(t *testing.T) {
	t.Parallel()
	doc := seeds.Bridgehead()
	require.NotContains(t, doc.Text, doc.Title)
	require.NotContains(t, doc.Text, doc.Issuer)
	require.Equal(t, 9, strings.Count(doc.Text, "上??"), "places that a transcoding damaged")
}
