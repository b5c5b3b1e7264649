package charset_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// FuzzDecode: no panic; the map covers bytes and text exactly; the bytes come
// back; a stream cut anywhere gives the same text.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("计划\xFF书"), uint8(0))
	f.Add([]byte(damagedGBK), uint8(charset.GB18030))
	f.Add([]byte("\xFE\xFF\x4E\x00\xD8"), uint8(charset.UTF16BE))
	f.Add([]byte("\x88\x62\xA4"), uint8(charset.Big5))
	f.Add([]byte("<meta charset=gbk>\x95\x32\x82\x36\x81"), uint8(0))
	f.Fuzz(func(t *testing.T, data []byte, given uint8) {
		opts := &charset.Options{Charset: charset.Charset(given % 7)}
		r, err := charset.Decode(data, opts)
		if err != nil {
			return
		}
		checkLaws(t, data, r)
		stream, _, err := charset.NewReader(iotest.OneByteReader(strings.NewReader(string(data))), opts)
		require.NoError(t, err)
		text, err := io.ReadAll(stream)
		require.NoError(t, err)
		require.Equal(t, r.Text, string(text))
	})
}
