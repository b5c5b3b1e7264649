package seeds_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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

func ExampleBridgehead() {
	doc := seeds.Bridgehead()
	fmt.Println(doc.Title)
	fmt.Printf("%s, %d-%02d\n", doc.Issuer, doc.Year, doc.Month)
	// Output:
	// 上海服务国家“一带一路”建设发挥桥头堡作用行动方案
	// 上海市推进“一带一路”建设工作领导小组办公室, 2017-10
}
