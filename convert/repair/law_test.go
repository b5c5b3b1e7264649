package repair_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
	"github.com/qiaotoubao/fangan/convert/repair"
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

// TestTimeIsLinear holds that twice the text takes no more than about twice the
// time, sound or hurt.
func TestTimeIsLinear(t *testing.T) {
	for _, unit := range []string{"涓婃捣甯?", "ä¸\u00ad甲"} {
		took := func(n int) time.Duration {
			text := strings.Repeat(unit, n)
			start := time.Now()
			repair.Fix(text, nil)
			return time.Since(start)
		}
		took(10)
		one, four := took(500), took(2000)
		require.Less(t, four, 12*one+200*time.Millisecond, "%q: %v, then %v", unit, one, four)
		t.Log(unit, one, four)
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
