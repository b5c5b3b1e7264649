package charset_test

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
)

// A stream gives the text of the whole, however it is cut.
func TestNewReader(t *testing.T) {
	t.Parallel()
	long := strings.Repeat(texts(t)[0].Text, 300)
	tests := []struct {
		name string
		text string
	}{
		{"short", texts(t)[0].Text},
		{"longer than what is looked at", long},
		{"empty", ""},
	}
	for _, tt := range tests {
		for _, c := range []charset.Charset{charset.UTF8, charset.GB18030, charset.UTF16LE} {
			t.Run(tt.name+" "+c.String(), func(t *testing.T) {
				t.Parallel()
				data := string(encode(t, c, tt.text))
				r, found, err := charset.NewReader(iotest.HalfReader(strings.NewReader(data)), nil)
				require.NoError(t, err)
				if tt.text != "" {
					require.Equal(t, c, found)
				}
				got, err := io.ReadAll(iotest.OneByteReader(r))
				require.NoError(t, err)
				require.Equal(t, tt.text, string(got))
			})
		}
	}
}

func TestNewReaderMarkAndBadBytes(t *testing.T) {
	t.Parallel()
	r, found, err := charset.NewReader(iotest.OneByteReader(strings.NewReader("\xEF\xBB\xBF计\xE5\x88书\xE5")), nil)
	require.NoError(t, err)
	require.Equal(t, charset.UTF8, found)
	got, err := io.ReadAll(r)
	require.NoError(t, err)
	require.Equal(t, "计\uFFFD书\uFFFD", string(got))
}

func TestReaderErrors(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	_, _, err := charset.NewReader(iotest.ErrReader(broken), nil)
	require.ErrorIs(t, err, broken)
	_, err = charset.Read(iotest.ErrReader(broken), nil)
	require.ErrorIs(t, err, broken)
	var binary *charset.BinaryError
	_, _, err = charset.NewReader(strings.NewReader("%PDF-1.4"), nil)
	require.ErrorAs(t, err, &binary)
}
