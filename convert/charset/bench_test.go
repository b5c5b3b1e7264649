package charset_test

import (
	"strings"
	"testing"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// BenchmarkDecode reads a megabyte; "plain" is the copy that any decoding of
// UTF-8 costs at least.
func BenchmarkDecode(b *testing.B) {
	text := strings.Repeat(texts(b)[0].Text, 700)
	b.Run("plain", func(b *testing.B) {
		data := []byte(text)
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			_ = string(data)
		}
	})
	for _, c := range []charset.Charset{charset.UTF8, charset.GB18030, charset.UTF16LE} {
		data := encode(b, c, text)
		b.Run(c.String(), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := charset.Decode(data, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
