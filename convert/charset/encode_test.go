package charset_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// What AppendRune writes in GB18030, x/text writes too; in Big5, where x/text
// takes codes of Hong Kong for common characters, it reads the same.
func TestAppendRune(t *testing.T) {
	t.Parallel()
	for _, s := range texts(t) {
		var got []byte
		for _, r := range s.Text {
			var ok bool
			got, ok = charset.GB18030.AppendRune(got, r)
			require.True(t, ok, "%c", r)
		}
		require.Equal(t, encode(t, charset.GB18030, s.Text), got)
		if s.Name[:4] == "hant" {
			text, err := traditionalchinese.Big5.NewDecoder().Bytes(encode(t, charset.Big5, s.Text))
			require.NoError(t, err)
			require.Equal(t, s.Text, string(text))
		}
	}
}

func TestAppendRuneLimits(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name    string
		charset charset.Charset
		r       rune
		want    string
		ok      bool
	}{
		{"ASCII", charset.Big5, 'A', "A", true},
		{"four bytes", charset.GB18030, 0x20000, "\x95\x32\x82\x36", true},
		{"2022", charset.GB18030, 0x9FB4, "\xFE\x59", true},
		{"user defined", charset.GB18030, 0xE000, "\xAA\xA1", true},
		{"of two codes the usual one", charset.Big5, '包', "\xA5\x5D", true},
		{"the last code", charset.Big5, '十', "\xA4\x51", true},
		{"Hong Kong's own", charset.Big5, 0x43F0, "\x87\x40", true},
		{"not in Big5", charset.Big5, '发' + 0x10000, "", false},
		{"surrogate", charset.GB18030, 0xD800, "", false},
		{"other charset", charset.UTF8, '发', "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, ok := tt.charset.AppendRune(nil, tt.r)
			require.Equal(t, tt.ok, ok)
			require.Equal(t, tt.want, string(got))
		})
	}
}

func TestDecodePair(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name        string
		charset     charset.Charset
		lead, trail byte
		want        rune
		ok          bool
	}{
		{"GBK", charset.GB18030, 0xBA, 0xA3, '海', true},
		{"Big5", charset.Big5, 0xA4, 0xA4, '中', true},
		{"no lead", charset.GB18030, 0x41, 0x41, 0, false},
		{"no trail", charset.GB18030, 0xBA, 0x20, 0, false},
		{"two characters", charset.Big5, 0x88, 0x62, 0, false},
		{"other charset", charset.UTF8, 0xBA, 0xA3, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, ok := tt.charset.DecodePair(tt.lead, tt.trail)
			require.Equal(t, tt.ok, ok)
			if ok {
				require.Equal(t, tt.want, r)
			}
		})
	}
}

func ExampleCharset_DecodePair() {
	r, ok := charset.GB18030.DecodePair(0xBA, 0xA3)
	fmt.Printf("%c %t\n", r, ok)
	// Output: 海 true
}

func ExampleCharset_AppendRune() {
	b, ok := charset.Big5.AppendRune(nil, '海')
	fmt.Printf("% X %t\n", b, ok)
	// Output: AE FC true
}
