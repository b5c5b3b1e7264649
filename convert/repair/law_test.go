package repair_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/repair"
	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/seeds"
)

// TestSoundTextWithQuestions holds that sound text is left as it is, with question marks of either width in it.
func TestSoundTextWithQuestions(t *testing.T) {
	t.Parallel()
	for _, s := range some(samples(t), 1) {
		for _, mark := range []string{"？", "?", "??"} {
			text := strings.ReplaceAll(s.text, "。", mark)
			res := repair.Fix(text, nil)
			require.Empty(t, res.Edits, "%s with %s", s.name, mark)
			require.Equal(t, text, res.Text)
		}
	}
}

// TestTimeIsLinear holds that time grows with the text and no faster, whatever
// the damage.
func TestTimeIsLinear(t *testing.T) {
	testcase.Timed(t)
	for _, unit := range []string{"涓婃捣甯?", "ä¸\u00ad甲", "海??科", "上??偛俊⑸虾cy", "?"} {
		testcase.Linear(t, unit, 400, func(text string) { repair.Fix(text, nil) })
	}
}

func FuzzFix(f *testing.F) {
	f.Add("上??偛俊⑹薪鹑谵k")
	f.Add("涓婃捣甯?ä¸\u00adå›½&ldquo;發(fā)展\u200b沪府发?2017?6号锟斤拷\xff")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 400 {
			return
		}
		res := repair.Fix(text, nil)
		checkResult(t, text, &res)
	})
}

func FuzzFixDecoded(f *testing.F) {
	f.Add([]byte("\xc9\xcf\xba?\xc6\xbc\xbc\xb9\xdd\xba\xcd\xba?\xda\xba\xa3\xb9\xd8"), false)
	f.Add([]byte("\xa4W\xae?\xfc\xa5\xab\xff"), true)
	f.Fuzz(func(t *testing.T, data []byte, big5 bool) {
		code := charset.GB18030
		if big5 {
			code = charset.Big5
		}
		if len(data) > 400 {
			return
		}
		d, err := charset.Decode(data, &charset.Options{Charset: code})
		if err != nil {
			return
		}
		res := repair.FixDecoded(d, nil)
		checkResult(t, d.Text, &res)
	})
}

func BenchmarkFix(b *testing.B) {
	var all strings.Builder
	for _, s := range samples(b) {
		all.WriteString(s.text)
	}
	sound := all.String()
	coded, ok := encode(charset.GB18030, sound)
	require.True(b, ok)
	b.Run("sound", func(b *testing.B) {
		b.SetBytes(int64(len(sound)))
		b.ReportAllocs()
		for b.Loop() {
			repair.Fix(sound, nil)
		}
	})
	b.Run("decode", func(b *testing.B) { // the floor: to read the same text as GB18030
		b.SetBytes(int64(len(sound)))
		for b.Loop() {
			if _, err := charset.Decode(coded, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("seed", func(b *testing.B) {
		text := seeds.Bridgehead().Text
		b.SetBytes(int64(len(text)))
		for b.Loop() {
			repair.Fix(text, nil)
		}
	})
}
