package repair_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/repair"
)

// TestDecoded measures the repair of files in which bytes were replaced and that
// are decoded here: what the decoder could not read is known then.
func TestDecoded(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		list  []struct{ from, to string }
		floor float64
	}{
		{"question marks", usual[:1], 0.95},
		{"all usual ones", usual, 0.95},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var total tally
			for _, s := range some(samples(t), 1) {
				code, text := charset.GB18030, clauses(rand.New(rand.NewPCG(5, 6)), s.text, 5)
				if s.hant {
					code, text = charset.Big5, traditional(t, text)
				}
				for _, u := range tt.list {
					sound, hurt, ok := replaceBytes(code, text, u.from, u.to)
					if !ok || u.to == "" {
						continue
					}
					d, err := charset.Decode(hurt, &charset.Options{Charset: code})
					require.NoError(t, err)
					total.add(judge(sound, d.Text, repair.FixDecoded(d, nil)))
				}
			}
			t.Log(total)
			if !testing.Short() {
				total.require(t, tt.floor, 0.01)
			}
		})
	}
}

// replaceBytes replaces a character in the bytes of a text at any alignment. It
// reports false where nothing lies across.
func replaceBytes(code charset.Charset, text, from, to string) (sound string, hurt []byte, ok bool) {
	data, fine := encode(code, text)
	old, known := encode(code, from)
	if !fine || !known {
		return "", nil, false
	}
	sound = strings.ReplaceAll(text, from, to)
	hurt = bytes.ReplaceAll(data, old, []byte(to))
	right, _ := encode(code, sound)
	return sound, hurt, !bytes.Equal(hurt, right)
}

// TestDecodedLikeFix holds that where all bytes could be read, and in charsets
// that have no pairs, FixDecoded does what Fix does.
func TestDecodedLikeFix(t *testing.T) {
	t.Parallel()
	for _, data := range []string{
		"", "上海市商务委", "上??偛俊⑸虾cy監局、上海", "沪府发?2017?6号", "a\xffb锟斤拷", "\xc9\xcf\xba\xa3\xca\xd0\xc9\xcc\xce\xf1\xce\xaf",
	} {
		d, err := charset.Decode([]byte(data), nil)
		require.NoError(t, err)
		require.Equal(t, repair.Fix(d.Text, nil), repair.FixDecoded(d, nil), "%q", data)
	}
}
