package index

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestQueryParts writes the parts with | between them, a phrase in [] and a minus
// before what it excludes.
func TestQueryParts(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ in, want, reason string }{
		{"", "", "nothing"},
		{" 　\t", "", "blanks of any width"},
		{"跨境电商 补贴", "跨境电商|补贴", "words"},
		{"“一带一路” 港口", "[一带一路]|港口", "a phrase"},
		{"「一帶一路」", "[一帶一路]", "in the marks of Taiwan"},
		{"\"一带一路\"港口", "[一带一路]|港口", "no blank behind it"},
		{"补贴 -贷款", "补贴|-贷款", "a minus"},
		{"补贴 －贷款", "补贴|-贷款", "in full width"},
		{"-“政府补贴”", "-[政府补贴]", "a phrase behind a minus"},
		{"--贷款", "--贷款", "only the first is a minus"},
		{"补贴 - 贷款", "补贴|-|贷款", "a minus that stands alone is none"},
		{"补贴 -", "补贴|-", "nor one at the end"},
		{"“补贴", "补贴", "a mark that nothing closes"},
		{"““补贴", "补贴", "nor two of them"},
		{"“ ”补贴", "补贴", "an empty phrase"},
		{"Ministry of Finance 补贴", "Ministry of Finance|补贴", "words of letters stay together"},
		{"API “open data” hub", "API|[open data]|hub", "but not over a phrase"},
	} {
		t.Run(test.in, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, p := range queryParts(test.in) {
				s := p.text
				if p.phrase {
					s = "[" + s + "]"
				}
				if p.minus {
					s = "-" + s
				}
				got = append(got, s)
			}
			require.Equal(t, test.want, strings.Join(got, "|"), test.reason)
		})
	}
}

func TestPrefixBytes(t *testing.T) {
	t.Parallel()
	require.Equal(t, "港口", prefixBytes("港口", 6))
	require.Equal(t, "港", prefixBytes("港口", 5), "whole characters")
	require.Equal(t, "", prefixBytes("港口", 2))
	require.Equal(t, "", prefixBytes("\x80\x80\x80", 2), "no character begins")
}
